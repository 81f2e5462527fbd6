"""Lines of pages to paragraphs, by form alone: which edge a line reaches, where the next begins, how far it is."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

PAGE_NUMBER = re.compile(
    r"[\s\-—–－·•]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[\s\-—–－·•]*$"
)
MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百千零〇\d]{1,6}[编章节条款项]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[.、．](?!\d)|[①-⑳])"
)
NOTE = re.compile(r"[\[〔(（]?\d{1,3}[\]〕)）\s]?|[①-⑳*＊※†]|注")
WORD = re.compile(r"[0-9A-Za-z.,%％]*")
FINAL = frozenset("。！？；：!?;:”）)")
ASIDE = ("furniture", "footnote")
FULL = 1.3  # letters that a full line may lack: one that moves to the next line with a mark that may not begin it
WORD_LETTER = 0.6  # of a letter's width, for each Latin letter or digit of a word that was not broken
INDENT = 0.7  # letters from which on a line is indented
STEP = 1.6  # usual steps from one line to the next: from here on there is space between paragraphs
LEADING = 2.5  # of the letters' size, from one line of a paragraph to the next at most
NARROWEST = 8  # letters of a line that is full: shorter ones are cells and captions
SIZES = 0.15  # difference of sizes from which on lines belong to different texts
SMALL = 0.88  # of the size of most letters: below it the last lines of a page are its notes
LONG = 0.6  # of a column's width: lines that show where it begins and ends
FEW = 4  # lines of a column that do not show by themselves where it ends
EDGE = 2  # lines at the top and at the bottom of a page where running heads stand
HEAD = 60  # characters of a running head at most
HEADLINE, SPACE = (
    1.4,
    1.5,
)  # of the size of the line above, and of its own, of a headline below a running head
DATED = re.compile(
    r"(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d"
)  # the day of a newspaper is read from it
OFTEN = 3  # pages that repeat it at least, and a third of them


def joined(pages):
    """Paragraphs of a document and their roles.

    Parameters
    ----------
    pages : list of list of list of Line
        Flows of each page, as `page_flows` gives them.

    Returns
    -------
    (list of str, list of str or None)
        Paragraphs in reading order. Running heads, page numbers and watermarks are furniture and stand behind the
        paragraph that they interrupt.

    Examples
    --------
    >>> from govnlp.documents.reading.layout import Line
    >>> places = [(30, 110, 10, "今年全区疏浚老渠"), (10, 110, 25, "三十里，两岸都绿了，"), (10, 60, 40, "水也清了。")]
    >>> lines = [Line(left, right, base, 10, text) for left, right, base, text in places]
    >>> joined([[[*lines, Line(30, 90, 55, 10, "桥也修好了。")]]])
    (['今年全区疏浚老渠三十里，两岸都绿了，水也清了。', '桥也修好了。'], [None, None])
    """
    out, roles, held, before = [], [], [], None
    for line, role, column in _in_order(pages):
        if role in ASIDE:
            held.append((line.text, role))
            continue
        if before is not None and role is None and before[0].role is None and _goes_on(*before, line, column):
            out[-1] += _between(out[-1], line.text) + line.text
        else:
            _release(held, out, roles)
            out.append(line.text)
            roles.append(role)
        before = line, column
    _release(held, out, roles)
    return out, roles


class Column(NamedTuple):
    """Edges of a column of text, and the usual step from one of its lines to the next."""

    left: float
    right: float
    step: float


def _in_order(pages):
    """Each line with its role and its column."""
    furniture, head = _furniture(pages), _head(pages)
    body = _usual([round(x.size, 1) for page in pages for flow in page for x in flow])
    columns = _column_of(pages)
    for page in pages:
        notes = _notes(page, body, furniture)
        for flow in page:
            for line in flow:
                role = (
                    "furniture" if id(line) in furniture else "footnote" if id(line) in notes else line.role
                )
                if line is head:
                    role = "byline" if DATED.search(line.text) else "furniture"
                yield line, role, columns[id(flow)]


def _release(held, out, roles):
    """Put what interrupted a paragraph behind it."""
    for text, role in held:
        out.append(text)
        roles.append(role)
    held.clear()


def _goes_on(line, column, following, its_column):
    """Whether the next line belongs to the same paragraph."""
    if abs(line.size - following.size) > SIZES * max(line.size, following.size):
        return False
    if column is its_column and following.base - line.base > min(STEP * column.step, LEADING * line.size):
        return False
    letter, room = _letter(line), column.right - column.left
    lacking = FULL + WORD_LETTER * len(WORD.match(following.text)[0])
    if column.right - line.right > lacking * letter or room < NARROWEST * letter:
        return False
    if line.text[-1] in FINAL and MARKER.match(following.text):
        return False
    indent = following.left - its_column.left
    if indent <= INDENT * letter:
        return True
    hanging = abs(following.left - line.left) <= INDENT * letter and indent < room / 2
    return hanging and line.text[-1] not in FINAL and not MARKER.match(following.text)


def _letter(line):
    """Width of a Chinese letter of a line."""
    wide = sum(1 if ord(x) > 0x2000 else 0.5 for x in line.text)
    return min((line.right - line.left) / max(1, wide), 1.5 * line.size)


def _between(text, following):
    """A blank between two Latin words, nothing elsewhere."""
    latin = (
        text[-1:].isascii() and text[-1:].isalpha() and following[:1].isascii() and following[:1].isalpha()
    )
    return " " if latin else ""


def _usual(values):
    """The most frequent of some numbers; the least of these."""
    counted = Counter(values)
    return min((x for x in counted if counted[x] == max(counted.values())), default=0)


def _column_of(pages):
    """Column of each flow, by its id; a short one ends where those do that begin near it."""
    texts = {id(flow): [x for x in flow if x.role is None] or flow for page in pages for flow in page}
    edges = {key: _edge(text) for key, text in texts.items()}
    columns = {}
    for key, text in texts.items():
        left, right = edges[key]
        if len(text) < FEW:
            near = 3 * median(x.size for x in text)
            right = max(r for begin, r in edges.values() if abs(begin - left) <= near)
        columns[key] = Column(left, right, median([b.base - a.base for a, b in pairwise(text)] or [0]))
    return columns


def _edge(lines):
    """Left and right edge of a column: the outermost places that two of its long lines reach; a headline sticks out."""
    near = median(x.size for x in lines)
    lefts, rights = sorted(x.left for x in lines), sorted((x.right for x in lines), reverse=True)
    long = [x for x in lines if x.right - x.left > LONG * (rights[0] - lefts[0])]
    left = next((x for x in lefts if sum(0 <= y.left - x <= near for y in long) > 1), lefts[0])
    right = next((x for x in rights if sum(0 <= x - y.right <= near for y in long) > 1), rights[0])
    return left, right


def _notes(page, body, furniture):
    """Ids of the lines in small letters that close a page, where the first of them has a note's mark."""
    lines = [x for flow in page for x in flow if id(x) not in furniture and x.role is None]
    lines.sort(key=lambda x: x.base)
    small = len(lines)
    while small and lines[small - 1].size < SMALL * body:
        small -= 1
    marked = small and small < len(lines) and NOTE.match(lines[small].text)
    return {id(x) for x in lines[small:]} if marked else set()


def _furniture(pages):
    """Ids of page numbers, and of what a third of the pages repeat at their edge, from the outermost line inwards."""
    found = {id(x) for page in pages for flow in page for x in flow if x.role == "furniture"}
    texts = [
        sorted((x for flow in page for x in flow if id(x) not in found), key=lambda x: x.base)
        for page in pages
    ]
    edges = [edge for page in texts for edge in (page[:EDGE], page[: -EDGE - 1 : -1])]
    often = Counter(key for page in texts for key in {_key(x.text) for x in page[:EDGE] + page[-EDGE:]})
    most = max(OFTEN, len(pages) / 3)
    for edge in edges:
        for line in edge:
            repeated = often[_key(line.text)] >= most and len(line.text) < HEAD
            if not repeated and not PAGE_NUMBER.match(line.text):
                break
            found.add(id(line))
    return found


def _head(pages):
    """The running head of a document's first page: a small line with space and a headline below it; or None."""
    first = sorted((x for flow in (pages or [[]])[0] for x in flow if x.role is None), key=lambda x: x.base)[
        :2
    ]
    if len(first) < 2:
        return None
    size, space = first[1].size, first[1].base - first[0].base
    return first[0] if size > HEADLINE * first[0].size and space > SPACE * size else None


def _key(text):
    return re.sub(r"\d+", "0", text.strip())
