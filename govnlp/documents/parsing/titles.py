"""The title above a text: lines are weighed by their form, their place and the words that they share with the text."""

import re
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from govnlp.documents.entities.personal_names import is_name
from govnlp.documents.parsing.formal import ADDRESSEE, AT_HEAD, SIGNATORY
from govnlp.documents.parsing.furniture import FILE, buttons, is_remark, site_names
from govnlp.documents.parsing.headings import CONTENTS
from govnlp.documents.parsing.joining import WRAPPED
from govnlp.documents.parsing.lines import AROUND, KIND_NAME, Line
from govnlp.documents.parsing.policy import BODY, KINDS
from govnlp.documents.parsing.rows import ROW
from govnlp.documents.parsing.rules import HEADLINE
from govnlp.documents.parsing.teasers import TEASER
from govnlp.documents.parsing.texts import ALIKE, LONG, SHORT, is_prose, shared
from govnlp.text import HAN, squeeze

LINES, CHARACTERS = 60, 4000  # of a text whose words a title shares
HEAD = 12  # lines in which the title of a printed document stands
FRAME = 600  # characters of what a site says of a document
LONGEST_RUN = 4  # neighbouring lines of a headline with what stands above and below it
LABELLED = ("dateline", "editor", "byline")
CANDIDATES = ("head", "title")
PLAIN = (*CANDIDATES, "paragraph")
NAMES_KIND = re.compile(rf"关于|(?:{KINDS})(?:[(].{{1,16}}[)])?$")
LETTER = re.compile("(?:关于|印发).{2,}(?:通知|意见|方案|函|决定|办法|规定)(?:[(].{1,12}[)])?$")
DECISION = re.compile("关于(?:批准)?(.+)的决[议定]$")
OFFICE = re.compile(rf"(?:{BODY}|政府|中心|公司|[课专]题组|学院|大学|[社站所])$")
BAR = re.compile(r"[>›»|_]|[:】\]]$|\s-\s|^[一-鿿]{2,4}:\s?\S|^[【\[].{2,6}[】\]]\s?[^一-鿿]*$")
DIVISION = re.compile("[一-鿿]{2,10}[省市区县州盟旗镇乡](?:人民政府)?")
YEAR_LAST = re.compile(r"[一-鿿]{2,10}[省市区县州盟旗镇乡局委办厅院][一-鿿]{0,12}(?:19|20)\d\d年度?")
OF_YEAR = re.compile(r"(?:19|20)\d\d年(?!\d{1,2}月\d{1,2}日)[^，。：:]*[的与和及关于情况告算划结]$")
CELL = re.compile(r"[|][^|]*[|]")  # | 简讯 |
DASHES = "—─-–"  # with which a second headline opens, below one that may be short
MARKS = "■□●◆▶◎◇○ "
HAS_HAN, NO_CHINESE = re.compile(f"[{HAN}]"), re.compile(rf"[^{HAN}]*[A-Za-z\d][^{HAN}]*")
ABOVE, BETWEEN = "it stands above the title", "it stands between the title and the text"
ADDED = 5  # characters that a line has beside the title that it repeats: 篇一：, 2021
CHOSEN, AGAIN = "it is what most looks like a title above the text", "it repeats the title"


class Place(NamedTuple):
    """A line above a text, the next one that is no furniture, and what the line has in common with others."""

    line: Line
    below: Line
    printed: int  # lines above the text that hold it, or that it holds
    shared: float  # of its words in the text
    opens: bool  # whether the text opens with it, as an encyclopedia's does


# what a title is or does, by a logistic regression over 3,900 lines above the texts of 140 pages, rounded
WEIGHTS = (
    (3, "opens the text", lambda x: x.opens),
    (2, "names a kind of document", lambda x: NAMES_KIND.search(x.line.folded)),
    (2, "stands above a date or a source", lambda x: x.below.kind in LABELLED),
    (2, "stands above names", lambda x: _are_names(x.below)),
    (2, "is as long as headlines are", lambda x: len(x.line.text) >= LONG),
    (1, "is printed again", lambda x: x.printed > 1),
    (1, "shares words with the text", lambda x: x.shared >= ALIKE),
    (1, "shares most words with the text", lambda x: x.shared >= 2 * ALIKE),
    (-2, "is as short as words on buttons are", lambda x: len(x.line.text) <= SHORT),
    (-2, "is a label, a step or a bar", lambda x: BAR.search(x.line.folded)),
    (-2, "is the name of an office", lambda x: OFFICE.search(x.line.folded)),
    (-2, "is the name of a person", lambda x: _are_names(x.line)),
    (-2, "is a second headline", lambda x: x.line.folded[0] in DASHES),
)
LEAST, PART = 0, 1  # weight of a title or a further line of it, and of one above it on a page with furniture


def set_title(lines):
    """Of the short lines above a text, those that weigh most are its title, and the others furniture; in place.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> text = ["栏目", "清渠三十里的老故事", "发布人", "清渠三十里的老故事", "老渠清了，居民都来看水里的鱼。"]
    >>> lines = classify(Source("a", lines=text))
    >>> set_title(lines)
    >>> [x.kind for x in lines]
    ['boilerplate', 'title', 'boilerplate', 'boilerplate', 'paragraph']
    """
    end = next((i for i, x in enumerate(lines) if _opens_text(x)), 0)
    start = max((i + 1 for i in range(end) if lines[i].kind == "page"), default=0)
    _set_foreign(lines, end)
    text = "".join(x.folded for x in lines[end : end + LINES])[:CHARACTERS]
    weights = {i: weigh(lines, i, end, text) for i in range(start, end) if _may_be_title(lines, i, end)}
    best = max(weights, key=lambda i: (weights[i], -i), default=None)
    if best is None or weights[best] < LEAST:
        return
    first, last = _run(lines, weights, best, start)
    if (plan := _decided(lines, first, last, end)) in weights:
        first, last = _run(lines, weights, plan, last + 1)
    for i in (i for i in range(start, first) if lines[i].kind in PLAIN):
        place = i == first - 1 and lines[i].folded[-1] == ":" and shared(lines[i].folded, text) >= ALIKE
        if not place:  # 望溪： above what happened there
            lines[i].become("boilerplate", ABOVE)
    title = ""
    for line in lines[first : last + 1]:
        name = squeeze(line.folded)
        again = _repeats(name, title)
        line.become(*(("boilerplate", AGAIN) if again else ("title", CHOSEN)))
        title += "" if again else name
    _set_between(lines, weights, range(last + 1, end), title, text)
    _set_frame(lines, last + 1, end, title)
    if len(title) >= LONG and any(x.kind == "answer" for x in lines[end:]):
        _set_headline_again(lines[end:], title)


def weigh(lines, i, end, text):
    """Weight of a line as the title of the text that begins at `end`."""
    name = lines[i].folded
    below = next(x for x in lines[i + 1 :] if x.kind != "boilerplate")
    printed = sum(name in x.folded or x.folded in name for x in lines[:end] if len(x.text) > SHORT)
    place = Place(lines[i], below, printed, shared(name, text), len(name) > 1 and text.startswith(name))
    return sum(weight for weight, _, holds in WEIGHTS if holds(place))


def _run(lines, weights, best, start):
    """First and last line of the title: neighbours that weigh enough, and more above where a page prints furniture.

    What stands above a second headline, and the office above what it issues, are of the title whatever they weigh.
    """
    furniture = any(lines[i].kind == "boilerplate" for i in range(start, best))
    first, last = best, best
    while last + 1 in weights and (weights[last + 1] >= LEAST or lines[last + 1].folded[0] in DASHES):
        last += 1
    while first - 1 in weights:
        above, name = lines[first - 1], lines[first].folded
        part = weights[first - 1] >= (PART if furniture or len(above.text) <= SHORT else LEAST)
        named = OFFICE.search(above.folded) and NAMES_KIND.search(name)
        if not (part or named or name[0] in DASHES or (begins_title(above.text, name) and not furniture)):
            break
        first -= 1
    seconds = [i for i in range(first + 1, last + 1) if lines[i].folded[0] in DASHES]
    if len(seconds) > 1 and seconds[-1] - seconds[-2] > 1:
        first = seconds[-2] + 1  # a series with a second headline of its own stands above the title
    return (first, last) if last - first < LONGEST_RUN else (best, best)


def begins_title(above, below):
    """Whether a line is but the name of a division, whose report of a year the next one names, or that and the year.

    >>> begins_title("临溪县", "2021年决算的"), begins_title("临溪县", "渠水清了")
    (True, False)
    """
    above = squeeze(above)
    if YEAR_LAST.fullmatch(above):
        return bool(NAMES_KIND.search(below)) and not OF_YEAR.match(below)
    return bool(DIVISION.fullmatch(above) and OF_YEAR.match(below))


def _decided(lines, first, last, end):
    """The line below 关于水渠规划的决议 that names what was decided on: the text below it is the plan's, if any."""
    found = DECISION.search(squeeze("".join(x.folded for x in lines[first : last + 1])))
    return next((i for i in range(last + 1, end) if found and squeeze(lines[i].folded) == found[1]), None)


def _set_between(lines, weights, places, title, text):
    """Copies of the title, names, and words of a page between the title and the text."""
    copies = [i for i in places if squeeze(lines[i].folded) in title]
    furniture = bool(copies)
    for i in places:
        line, weight = lines[i], weights.get(i, LEAST)
        name = squeeze(line.folded)
        furniture = furniture or line.kind in (*LABELLED, "boilerplate")
        if line.kind in PLAIN and len(name) > 1 and _repeats(name, title):
            line.become("boilerplate", AGAIN)
        elif line.kind not in CANDIDATES:
            continue
        elif copies and i < copies[-1] and SIGNATORY.fullmatch(name):
            line.become("dateline", AT_HEAD)  # a site of laws has it above the law with its title
        elif CELL.fullmatch(line.folded):
            line.become("boilerplate", BETWEEN)
        elif _are_names(line):
            line.become("byline", "it is a name between the title and the text")
        elif name[-1] == ":":
            line.become("paragraph", "it leads over to what stands below it")
        elif (furniture or BAR.search(line.folded)) and weight <= LEAST and shared(name, text) < ALIKE:
            line.become("boilerplate", BETWEEN)


def _repeats(name, title):
    """Whether a line has nothing but words of the title, or the whole of it and hardly more."""
    return name in title or (len(title) >= LONG and title in name and len(name) - len(title) <= ADDED)


def _set_frame(lines, first, end, title):
    """What a site of documents says between the title and the same title right above the text is no text."""
    again = next(
        (i for i in range(end, min(end + HEAD, len(lines))) if squeeze(lines[i].folded) == title), None
    )
    between = lines[first:again] if again is not None else []
    of_site = any(FILE.search(x.folded) or is_remark(x.folded) for x in between)
    if of_site and sum(len(x.text) for x in between) <= FRAME:
        for line in between:
            if line.kind in (*PLAIN, "heading"):
                line.become("boilerplate", BETWEEN)
        lines[again].become("boilerplate", AGAIN)


def _set_headline_again(lines, title):
    """A headline that holds a speaker's name and a colon is no turn where it is printed again inside an interview."""
    before = None
    for _, pieces in groupby(lines, key=lambda x: x.number):
        pieces = list(pieces)
        turns = before != "question" and any(x.kind == "answer" for x in pieces)
        before = pieces[-1].kind
        if turns and squeeze("".join(x.folded for x in pieces)) == title:
            for piece in pieces:
                piece.become("boilerplate", AGAIN)
                piece.speaker = piece.label = None


def set_again(lines):
    """On a page whose title stands again right above the text: what stands between is of a series; in place.

    Examples
    --------
    >>> from govnlp.documents.parsing.lines import Line
    >>> texts = ["清渠三十里的老故事", "护渠人访谈录", "清渠三十里的老故事", "── 访林溪", "渠清了，居民都来看鱼。"]
    >>> kinds = ["title", "head", "head", "head", "paragraph"]
    >>> lines = [Line(n, x, kind) for n, (x, kind) in enumerate(zip(texts, kinds, strict=True))]
    >>> set_again(lines)
    >>> [x.kind for x in lines]
    ['title', 'boilerplate', 'boilerplate', 'title', 'paragraph']
    """
    end = next((i for i, x in enumerate(lines) if _opens_text(x)), 0)
    stated = next((i for i in range(end) if lines[i].kind == "title"), end)
    title = squeeze(lines[stated].folded)
    copies = (i for i in range(stated + 1, min(end, stated + HEAD)) if title in squeeze(lines[i].folded))
    again = next((i for i in copies if _repeats(squeeze(lines[i].folded), title)), stated)
    for line in lines[stated + 1 : again + 1]:
        if line.kind in PLAIN:
            line.become("boilerplate", AGAIN if line is lines[again] else BETWEEN)
    below = lines[again + 1 : end] if again > stated else []
    for line in takewhile(lambda x: x.kind in CANDIDATES and x.folded[0] in DASHES, below):
        line.become("title", CHOSEN)


def _set_foreign(lines, end):
    """Lines above a Chinese text without a Chinese character (addresses, A- A A+), or with the name of a site."""
    for line in lines[:end] if end and HAS_HAN.search(lines[end].text) else ():
        if line.kind in PLAIN and NO_CHINESE.fullmatch(line.text):
            line.become("boilerplate", "it has no Chinese character and stands above the text")
        elif line.kind in PLAIN and site_names().fullmatch(line.folded):
            line.become("boilerplate", "it names the site or a column above the text")


def set_printed(lines):
    """What a paper says above a document that it prints, without a headline of its own, is of the paper; in place."""
    above = []
    for line, below in pairwise(lines[:HEAD]):
        if line.kind not in AROUND and ADDRESSEE.match(below.folded) and LETTER.search(line.folded) and above:
            line.become("title", "those whom the document is for are named below it")
            for x in above:
                x.become("editor", "it introduces the document that is printed below")
            return
        if line.kind in ("title", "question", "answer") or (line.kind == "head" and line.folded[-1] != ":"):
            return
        if line.kind in ("paragraph", "head"):
            above.append(line)


def _are_names(line):
    """Whether a line is nothing but names, behind a mark or not: ■ 林禾 周渠."""
    return not KIND_NAME.fullmatch(line.text) and all(map(is_name, line.text.lstrip(MARKS).split()))


def _opens_text(line):
    """Whether a line is of the text: a sentence, a row of a table, a turn, or a numbered heading."""
    return (
        (
            line.kind == "paragraph"
            and (is_prose(line.text) or line.marker == ROW or "\t" in line.text or line.why == WRAPPED)
        )
        or (line.kind in (*CANDIDATES, "paragraph") and ADDRESSEE.match(line.folded) is not None)
        or line.kind in ("question", "answer")
        or (line.kind == "heading" and line.marker is not None)
    )


def _may_be_title(lines, i, end):
    """Whether a line above a text is short and no sentence, or stands above a date and is no sentence."""
    line = lines[i]
    if line.folded[-1] == ":":
        return False
    if line.kind == "boilerplate":  # a word between buttons may be the name that an encyclopedia explains
        return (
            lines[end].text.startswith(line.text)
            and len(line.text) > 1
            and line.why not in (CONTENTS, TEASER)
            and not buttons().fullmatch(line.folded)
        )
    dated = line.kind == "paragraph" and lines[i + 1].kind in LABELLED and line.folded[-1] not in ",;。"
    return line.kind in CANDIDATES or (dated and LONG < len(line.text) <= HEADLINE)
