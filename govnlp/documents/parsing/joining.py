"""Paragraphs that the layout has cut: which lines go on in the next one."""

import re
from itertools import pairwise

from govnlp.documents.corpus import CONTENT
from govnlp.documents.parsing.lines import ARTICLE, GOES_ON
from govnlp.documents.parsing.rows import ROW
from govnlp.documents.parsing.texts import STOPS

FEWEST = 6  # lines that show a width
BROKEN = 2  # full lines that break off above a line that goes on, where there are less than `MANY` lines
MANY = 20  # lines: of so many, most are as wide as each other only where they were broken at a width
LONG = 30  # characters: a line that is cut by the layout is as long as this
INDENT = 4  # characters of one that the layout counts when it breaks a line
CLAUSE = 15  # characters of one that ends with a comma, as no paragraph does
FULL = 2  # columns that hanging punctuation and Latin words leave or take at the margin
NARROW, WIDE = 15, 60  # columns between which a fixed width lies
NEARLY = 0.8  # of the width: a headline over two lines leaves more
PROSE = re.compile("[,，。]")
LAST_WORD = re.compile(r"(?:[一-鿿]{1,3}|\d{1,4}[一-鿿]{0,2})[。；]")  # 用。 below a line that breaks off
WRAPPED = "it is a full or unfinished line of a text of fixed width"
CLOSING, OPENING = frozenset("，。、；：）》”！？"), frozenset("《（“")
HEAD = 8  # lines where a title may be cut
PIECES = ("head", "paragraph")
OWN_PARAGRAPHS = ("docx", "doc", "odt", "rtf", "html", "pdf", "ofd", "image")  # lines are paragraphs already


def line_width(lines, own_paragraphs=False):
    """Width of lines that were broken at a fixed length, or None where lines are whole paragraphs.

    Where the format has paragraphs of its own, only many lines of one width speak against them.

    >>> from govnlp.documents.parsing.lines import Line
    >>> line_width([Line(n, "渠" * 20, "head") for n in range(20)])
    20.0
    """
    if len(lines) < FEWEST:
        return None if own_paragraphs else _width_of_few(lines)
    if not NARROW <= _top([len(x.text) for x in lines]) <= 2 * WIDE:
        return None
    printed = (
        "\n".join(x.text for x in lines).encode("gbk", "replace").split(b"\n")
    )  # as in `columns`, at once
    lengths = [
        0 if x.kind == "boilerplate" else len(text) / 2 + x.indented * min(x.span[0], INDENT)
        for x, text in zip(lines, printed, strict=True)
    ]
    wide = [n for n in lengths if n >= NARROW]
    width = _top(wide) if wide else 0
    full = [n >= width - FULL for n in lengths]
    if not NARROW <= width <= WIDE:
        return None
    exceeded = len(wide) < MANY and max(wide) > width + FULL
    broken = sum(
        is_wide and _tears(before, exceeded) and (next_wide or (_opens(before) and not _opens(line)))
        for (before, is_wide), (line, next_wide) in pairwise(zip(lines, full, strict=True))
    )
    most = sum(full) > len(wide) / 2
    if most and (len(wide) >= MANY or (broken >= BROKEN and not own_paragraphs)):
        return width
    # of short paragraphs half of the lines end one; all full lines break off, and each paragraph is indented
    indented = sum(x.indented for x in lines) >= BROKEN
    return width if indented and broken == sum(full) > BROKEN and not own_paragraphs else None


def _width_of_few(lines):
    """Width of a notice: all lines below its title break off within a sentence but the last, which is no wider."""
    cut = lines[1:-1]
    if len(cut) < BROKEN or lines[-1].text[-1] != "。" or not all(_tears(x, True) for x in cut):
        return None
    lengths = [columns(x.text) + x.indented * min(x.span[0], INDENT) for x in cut]
    width = max(lengths)
    even = min(lengths) >= width - FULL and columns(lines[-1].text) <= width
    return width if even and NARROW <= width <= WIDE else None


def unwrap_indented(lines):
    """Lines that stand at the margin right below an indented one that breaks off go on with it; in place."""
    cut = set()
    for i, (before, line) in enumerate(pairwise(lines), 1):
        opened = before.indented or i - 1 in cut
        if opened and not (line.gap or _opens(line)) and _breaks_off(before, line):
            cut.add(i)
    for i in cut if len(cut) > BROKEN else ():
        lines[i - 1].become("paragraph", WRAPPED)
        lines[i].become("paragraph", WRAPPED)
        lines[i].marker = GOES_ON


def _breaks_off(before, line):
    """Whether a line long enough for it ends within a sentence that the next one may go on with."""
    if before.kind not in (*PIECES, "heading") or line.kind not in PIECES or len(before.text) < NARROW:
        return False
    return before.folded[-1] not in STOPS | {":", ";"} and bool(PROSE.search(before.text + line.text))


def _opens(line):
    """Whether a line opens a paragraph by its indent or its number."""
    return bool(line.indented or line.marker or ARTICLE.match(line.text))


def columns(text):
    """Width of a line in Chinese characters; a Latin letter or digit takes half of one.

    >>> columns("渠长12里")
    4.0
    """
    return len(text.encode("gbk", "replace")) / 2


def _top(lengths):
    """Length that only one line in twenty exceeds."""
    return sorted(lengths)[int(0.95 * (len(lengths) - 1))]


def _tears(line, exceeded):
    """Whether the layout may have cut a line where it ends: where another is wider, only within a sentence."""
    return line.text[-1] not in STOPS and (
        not exceeded or (line.folded[-1] != ":" and bool(PROSE.search(line.text)))
    )


def unwrap(lines, width):
    """Full or unfinished lines of a text of fixed width, and what follows them, are no headings."""
    before = None
    for line in lines:
        inner = before is not None and bool(PROSE.search(line.text))
        wide = columns(line.text) >= NEARLY * width and (before is not None or bool(PROSE.search(line.text)))
        if (line.kind == "head" and (wide or inner or _unfinished(before, width))) or (
            line.kind == "heading" and line.marker and is_full(line.text, width)
        ):
            line.become("paragraph", WRAPPED)
        torn = before is not None and before.marker and is_torn(before.text, line.text)
        if torn and before.kind == "heading":
            before.become("paragraph", WRAPPED)
        if line.kind != "page":
            before = line


def mend(lines):
    """Pieces of a sentence that links or names in it have cut off are paragraphs; changes the lines in place."""
    for i, (before, line) in enumerate(pairwise(lines)):
        torn = is_torn(before.text, line.text) and (i >= HEAD or LAST_WORD.fullmatch(line.text))
        if torn and before.kind in PIECES and line.kind in PIECES:
            for piece in (before, line):
                piece.become("paragraph", "its sentence goes on across the end of the line")


def is_torn(text, following):
    """Whether a text and the next line are one sentence by their punctuation.

    >>> is_torn("今年修订了《", "水源保护办法"), is_torn("水源保护办法", "》。"), is_torn("渠清了。", "鱼来了。")
    (True, True, False)
    """
    if following[0] in CLOSING or text[-1] in OPENING:
        return True
    if "》" in following and text.rfind("《") > text.rfind("》"):
        return True
    return text[-1].isalnum() and len(text) >= NARROW and bool(LAST_WORD.match(following))


def is_full(text, width):
    """Whether a line reaches the margin, give or take what hanging punctuation and Latin words take up."""
    return columns(text) >= width - FULL


def _unfinished(line, width):
    """Whether a line breaks off before its sentence ends."""
    if line is None or line.kind not in (*CONTENT, "head"):
        return False
    last = line.folded[-1]
    return (last.isalnum() or last in ",、") and columns(line.text) >= width / 2


def goes_on(before, line, *, width, indents, own_paragraphs):
    """Whether `line` continues the paragraph of which `before` is the last line."""
    if line.marker == GOES_ON:
        return True
    if line.kind not in CONTENT or before.kind not in CONTENT or (line.marker and line.marker != "decimal"):
        return False
    if before.number == line.number or before.marker == ROW or "\t" in line.text or "\t" in before.text:
        return False
    if line.text[0] in "—●■◆·•*" or (line.text[0] == "第" and ARTICLE.match(line.text)):
        return False
    if is_torn(before.text, line.text):
        return True
    if width is not None:
        return (is_full(before.text, width) or _unfinished(before, width)) and not (indents and line.indented)
    last = before.folded[-1]
    if own_paragraphs:  # but pages end within them
        return last in ",、" and not (indents and line.indented)
    prose = last == "," or "。" in before.text
    if len(before.text) < (CLAUSE if prose else LONG) or (indents and line.indented):
        return False
    if not (last.isalnum() or last in ",、"):
        return False
    return len(line.text) >= LONG or (line.text[-1] in STOPS and bool(PROSE.search(before.text)))
