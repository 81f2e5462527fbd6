"""Turns of interviews: a closed list of speakers, inferred from labels that recur."""

import re
from collections import Counter
from itertools import pairwise

from govnlp.documents.lines import WIDTH, fold

QUOTED = r"(?:[“\x22「『][^“”\x22「」『』]{1,16}[”\x22」』])?"
LABEL = re.compile(
    rf"\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、．])?\s*[【\[(]?([一-鿿·A-Za-z]{{1,12}}{QUOTED}(?:[(][^()]{{1,20}}[)])?)[】\])]?\s?:\s*"
)
ASKS = re.compile(
    r".{0,8}(?:记者|主持人|提问者?|网友|问题?)(?:[“\x22「『(].*|[一二三四五六甲乙丙丁A-D])?$"
    r"|^(?:Q|[一-鿿]{0,4}(?:市民|居民|群众|观众|听众|读者|企业代表|来信)(?:[“\x22「『(].*)?)$"
)
ANSWERS = re.compile(r".{0,8}(?:答|答复|回答|回复)$|^A$")
NAME = re.compile(r"[一-鿿·]{2,8}(?:[(][^()]{1,20}[)])?$")


def find_turns(lines):
    """Set kind and speaker of the lines that belong to an interview; changes them in place.

    Parameters
    ----------
    lines : list of Line

    Notes
    -----
    There are turns only where a label that asks (记者, 主持人, 问 ...) is answered under another label.
    A name is a speaker when it follows such a question; it stays one for the whole document. What follows
    without a label belongs to the turn before it.

    Examples
    --------
    >>> from govnlp.documents.lines import classify
    >>> from govnlp.documents.source import Source
    >>> lines = classify(Source("a", lines=["记者：水清了吗？", "林溪：清了。", "鱼也回来了。"]))
    >>> find_turns(lines)
    >>> [(x.kind, x.speaker) for x in lines]
    [('question', '记者'), ('answer', '林溪'), ('answer', '林溪')]
    """
    labels = {i: label for i, x in enumerate(lines) if (label := label_of(x))}
    speakers = speakers_of(labels)
    if not speakers:
        return
    kind = speaker = None
    answered = any(not ASKS.match(x) for x in speakers)
    for i, line in enumerate(lines):
        if labels.get(i) in speakers:
            speaker = labels[i]
            kind = "question" if ASKS.match(speaker) else "answer"
            line.kind, line.speaker = kind, speaker
        elif (
            kind
            and line.kind in ("paragraph", "head")
            and (line.kind == "paragraph" or fold(line.text)[-1] in "?!")
        ):
            if kind == "question" and not answered:
                kind, speaker = "answer", None
            line.kind, line.speaker = kind, speaker
        elif line.kind in ("head", "title", "editor"):
            kind = None


def label_of(line):
    """Label before the colon of a line, or None."""
    if line.kind not in ("paragraph", "head", "byline", "heading"):
        return None
    return _label(line.text)[0]


def _label(text):
    """Label of a text and where the text begins behind it; names keep the characters that they are written with."""
    found = LABEL.match(fold(text[:40]))
    if not found:
        return None, 0
    known = ASKS.match(found[1]) or ANSWERS.match(found[1])
    return found[1] if known else text[found.start(1) : found.end(1)].translate(WIDTH), found.end()


def speakers_of(labels):
    """Closed list of speakers: labels that ask, that answer, and names that follow a question."""
    order = [labels[i] for i in sorted(labels)]
    counts = Counter(order)
    asking = {x for x in counts if ASKS.match(x)}
    answering = {x for x in counts if ANSWERS.match(x)}
    named = {b for a, b in pairwise(order) if a in asking and b not in asking and NAME.match(b)}
    if not asking or not (answering or named or max(counts[x] for x in asking) > 1):
        return set()
    return asking | answering | named


def without_label(line):
    """Text of a turn's line without the label that names its speaker."""
    label, end = _label(line.text) if line.speaker else (None, 0)
    return line.text[end:] if label and label == line.speaker else line.text
