"""Bulletins of many items of news: headlines that are numbered, and some that are longer than others."""

import re
from statistics import median

from govnlp.documents.parsing.furniture import CREDIT
from govnlp.documents.parsing.policy import KINDS
from govnlp.documents.parsing.rules import FINAL, HEADLINE

ITEMS, ITEM_LENGTH = 6, 13  # headlines of a bulletin, and characters of the middle one
LONGEST = 90  # characters of a headline
OPENING = 40  # characters of an item that tell when or where
NUMBER = re.compile(r"(?P<n>\d{1,2})(?:、|[.．](?!\d))\s*")  # 5、5月份物价平稳 is one, 5.5% is none
PIECES = re.compile(r"\S+\s\S+")  # 清渠完工 两岸通水
LONG = re.compile(
    r"[^\s。;!?,—:]{4,45}(?:(?:\s|—+|:)[^\s。;!?,—:]{4,45}){1,3}"
)  # each piece no longer than a headline
WHEN = re.compile(r"\d{1,2}[日号]|今[天日晚]|昨[天日晚]|日前|近日|连日来|本台|记者")
OF_PAPER = re.compile(
    rf"(?:{KINDS}|须知|问答|清单)(?:\(.{{1,12}}\))?$"
)  # a title above numbered headings of its own
LISTED = "it is one of the numbered headlines of a bulletin"
AMONG = "it is built like a headline and stands between items of a bulletin"


def set_bulletin(lines):
    """Headlines of a bulletin become short lines like any others; changes the lines in place.

    Examples
    --------
    >>> from govnlp.documents.parsing.rules import classify
    >>> from govnlp.documents.reading.source import Source
    >>> items = [f"{n}、青槐区第{n}座桥通车 两岸往来方便" for n in "123456"]
    >>> lines = classify(Source("a", lines=[x for item in items for x in (item, "昨天，桥通了。")]))
    >>> set_bulletin(lines)
    >>> [x.kind for x in lines[:3]]
    ['head', 'paragraph', 'head']
    """
    set_numbered(lines)
    heads = [len(x.text) for x in lines if x.kind == "head"]
    if len(heads) < ITEMS or median(heads) < ITEM_LENGTH:
        return
    for i in range(len(lines) - 1):
        if _is_long(lines[i]) and _stands_between(lines, i):
            lines[i].become("head", AMONG)


def set_numbered(lines):
    """Numbered lines are headlines where nothing else is numbered, 1 opens the text, and most read as news do."""
    used = {x.marker for x in lines if x.kind == "heading" and x.marker}
    if used != {"number"}:
        return
    found, names = [], []
    for i, line in enumerate(lines[:-1]):
        number = NUMBER.match(line.folded)
        if number and int(number["n"]) == len(found) + 1 and _may_head(lines, i):
            found.append(i)
            names.append(line.folded[number.end() :])
    if len(found) < ITEMS or median(map(len, names)) < ITEM_LENGTH:
        return
    above = lines[: found[0]]
    if any(x.kind == "paragraph" or OF_PAPER.search(x.folded) for x in above):
        return
    news = sum(
        bool(PIECES.search(name) or _tells(lines[i + 1])) for i, name in zip(found, names, strict=True)
    )
    if 2 * news >= len(found):
        for i in found:
            lines[i].become("head", LISTED)


def _is_long(line):
    """Whether a line is longer than other headlines, but made of pieces that are not."""
    long = HEADLINE < len(line.text) <= LONGEST and line.kind == "paragraph" and not line.marker
    return long and LONG.fullmatch(line.folded) and not FINAL.match(line.folded[-1])


def _stands_between(lines, i):
    """Whether a sentence ends above a line and text stands below it."""
    below = lines[i + 1]
    ended = i == 0 or lines[i - 1].kind != "paragraph" or _is_sentence(lines[i - 1])
    return ended and below.kind == "paragraph" and _is_sentence(below)


def _may_head(lines, i):
    """Whether a numbered line is no sentence and stands above text."""
    line, below = lines[i], lines[i + 1]
    short = line.kind in ("heading", "paragraph", "head") and len(line.text) <= LONGEST
    sentence = line.folded[-1] in ";?:," or "。" in line.folded
    return short and not sentence and below.kind in ("paragraph", "dateline", "head") and not below.marker


def _tells(line):
    """Whether a line opens as news do: with a day, or with who reports."""
    return bool(WHEN.search(line.folded[:OPENING]) or CREDIT.match(line.folded[:OPENING]))


def _is_sentence(line):
    return line.folded[-1] in "。!?”…)"
