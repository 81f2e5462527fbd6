"""Numbered headings: their levels, and tables of contents."""

import re
from itertools import pairwise

from govnlp.documents.parsing.joining import is_full
from govnlp.documents.parsing.lines import MARKERS, NUMERAL
from govnlp.text import squeeze

LAW_ARTICLE = re.compile(rf"第{NUMERAL}条")
ENTRY = re.compile(r"(\S.*?)(?:[.．…·•‥]{2,}|\s)[\s.．…·•‥]*(\d{1,3})$")  # of a table of contents
CONTENTS = "it belongs to the table of contents"
ENTRY_NUMBER = re.compile(r"\d{1,2}[.、．]")
FEWEST, REACH = 3, 200  # entries of one, and lines in which it stands
HEAD, NAMES = (
    40,
    range(6, 46),
)  # lines in which contents without a word for them stand; characters of their entries
MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?")
YEAR = re.compile(r"[【\[]?((?:19|20)\d\d)年?[】\]]?")  # alone on a line
DAY = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|[本是]月|[△▲○]")  # opens an entry of a chronicle
CHAPTER = re.compile(r"(\d{1,2})\s+[一-鿿][^。;,:]{1,24}")
LAW = 5  # articles make a law
LABEL = 20  # characters of a numbered label: 二、报名时间：
NUMBERED = 60  # characters of a numbered sentence that may be a heading, and of an item of a list


def set_aside_contents(lines):
    """Make the lines of a table of contents boilerplate: from 目录 to the second mention of its first entry.

    Without that word it is a run of lines that end with the numbers of pages, most of which stand below without.
    """
    for run in _entries(lines[:REACH]):
        below = {squeeze(x.text) for x in lines[run[-1] + 1 :]}
        names = [squeeze(ENTRY.match(lines[i].text)[1]) for i in run]
        if 2 * sum(name in below for name in names) >= len(names) >= FEWEST:
            _set_aside(lines[i] for i in run)
    _set_aside(lines[i] for i in _announced(lines))
    start = next(
        (i for i, x in enumerate(lines[:REACH]) if x.text[0] == "目" and squeeze(x.text) in ("目录", "目次")),
        None,
    )
    if start is None or start + 1 >= len(lines):
        return
    entry = ENTRY.match(lines[start + 1].text)
    first = squeeze(entry[1] if entry else lines[start + 1].text)
    # encyclopedias number the entry and not the heading
    names = {first, first.lstrip("0123456789."), ENTRY_NUMBER.sub("", first)}
    again = next(
        (i for i in range(start + 2, min(len(lines), start + 400)) if squeeze(lines[i].text) in names), None
    )
    _set_aside(lines[start : again or start + 1])


def _set_aside(lines):
    for line in lines:
        line.marker = None
        line.become("boilerplate", CONTENTS)


def _entries(lines):
    """Runs of neighbouring lines that end with the numbers of pages, which don't fall."""
    run, page = [], 0
    for i, line in enumerate(lines):
        found = ENTRY.match(line.text) if line.text[-1].isdigit() and len(line.text) <= 2 * NUMBERED else None
        if run and (found is None or int(found[2]) < page):
            yield run
            run = []
        if found:
            run.append(i)
            page = int(found[2])
    if run:
        yield run


def _announced(lines):
    """The first run of short lines that stand below again, in the same order and with text between them."""
    last = {x.text: i for i, x in enumerate(lines) if len(x.text) in NAMES}
    run = []
    for i, line in enumerate(lines[:HEAD]):
        at = last.get(line.text, 0)
        if at > i + 1 and (not run or at > last[lines[run[-1]].text] + 1):
            run.append(i)
        elif len(run) > 1 and last[lines[run[0]].text] >= i:
            return run
        else:
            run = []
    return []


def is_law(lines):
    """Whether a text consists of articles (第一条 ...)."""
    found = (x for x in lines if x.text[0] == "第" and LAW_ARTICLE.match(x.text[:10]))
    return sum(1 for _, _ in zip(range(LAW), found, strict=False)) == LAW


def set_sentences(lines, width):
    """Numbered sentences: a whole one above its text is a heading; items of a law's list are none."""
    if is_law(lines):
        for line in lines:
            if line.kind == "heading" and line.marker in ("bracket", "number", "small"):
                line.become("paragraph", "it is an item of an article of a law")
        return
    for before, line, after in zip([None, *lines], lines, lines[1:], strict=False):
        alone = (
            line.kind == "paragraph" and line.marker in ("ordinal", "bracket") and len(line.text) <= NUMBERED
        )
        listed = alone and before is not None and before.kind == "paragraph" and before.marker == line.marker
        listed = listed and len(before.text) <= NUMBERED
        if not alone or listed or (width is not None and is_full(line.text, width)):
            continue
        whole = line.text.find("。") == len(line.text) - 1
        label = line.folded.find(":") == len(line.text) - 1 and len(line.text) <= LABEL
        opens = after.kind == "paragraph" and not after.marker
        if (whole or label) and (opens or (after.kind == "heading" and _is_below(after, line))):
            line.become("heading", "it is a numbered sentence or label that stands alone above its text")


def _is_below(line, above):
    """Whether the numbering of a line is narrower than that of the one above it."""
    order = list(MARKERS)
    return line.marker in order and order.index(line.marker) > order.index(above.marker)


def set_months(lines):
    """1月 above 5日，渠清了。 is a heading of a chronicle, and so are years above sentences; changes lines in place."""
    years = [
        (int(found[1]), line)
        for line, entry in pairwise(lines)
        if line.text[0] in "12【[" and entry.folded[-1] == "。" and (found := YEAR.fullmatch(line.folded))
    ]
    if len(years) > 1 and all(a < b for (a, _), (b, _) in pairwise(years)):
        for _, line in years:
            line.become("heading", "it is the year of a chronicle")
    for line, entry in pairwise(lines):
        if line.kind == "head" and MONTH.fullmatch(line.folded) and DAY.match(entry.folded):
            line.become("heading", "it is the month of a chronicle")


def set_chapters(lines):
    """1 总则 above 1.1 编制目的 is a heading and marks no page, and so are 2 and 3 below; changes the lines in place.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> lines = classify(Source("a", lines=["1 总则", "1.1 目的", "清渠。", "2 附则", "今天起施行。"]))
    >>> set_chapters(lines)
    >>> [x.kind for x in lines]
    ['heading', 'heading', 'paragraph', 'heading', 'paragraph']
    """
    found = {i: int(x[1]) for i, line in enumerate(lines) if (x := _chapter(line))}
    if not any(lines[i + 1].folded.startswith(f"{n}.1") for i, n in found.items() if i + 1 < len(lines)):
        return
    last = 0
    for i, n in found.items():
        if n in (1, last + 1):  # from 1 again below a table of contents
            last = n
            lines[i].marker = "decimal"
            lines[i].become("heading", "it is numbered as those below it are that have two numbers")


def _chapter(line):
    """The number of a line that may head a chapter, as a match, or None."""
    return CHAPTER.fullmatch(line.folded) if line.kind in ("page", "head", "paragraph") else None


def set_levels(lines):
    """Give headings their levels: the numberings that a document uses, from the widest to the narrowest."""
    used = {x.marker for x in lines if x.kind == "heading" and x.marker and x.level is None}
    level = {name: n for n, name in enumerate((x for x in MARKERS if x in used), 1)}
    for line in lines:
        if line.kind == "heading" and line.level is None:
            deeper = line.text.split()[0].count(".") if line.marker == "decimal" else 0
            line.level = level.get(line.marker, 1) + deeper
