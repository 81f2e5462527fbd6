"""Sentences of a paragraph, each with its label and cut where another actor is told what to do."""

import re

from govnlp.analysis.duties.actors import BRACKET, actor_of, is_actor, is_name, patterns
from govnlp.analysis.duties.bearers import ENCOURAGED, MADE_OF, hold, modals_of, subject_of

ITEM = r"\s*(?:[（(][一1][）)]|[一1]、|1[.．]|一是|①)"
"""How the first item of a list begins: after a colon it ends the sentence that leads in."""
INNER = r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]"
LETTER = rf"(?:[^。；;！!？?\n（(　]|{INNER}|[（(]|　(?!　))"
SENTENCE = re.compile(rf"{LETTER}(?:(?!(?<=[：:]){ITEM}){LETTER})*[。；;！!？?]?")
FIRST = r"[一二三四五六七八九十]{1,2}是(?:要)?"
MARK = re.compile(
    r"^[\s　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}(?:\.\d{1,2})+\s|\d{1,2}[.．、](?!\d)"
    rf"|第[一二三四五六七八九十百千零〇\d]{{1,9}}[条章节款项](?:之[一二三])?|{FIRST}|[①-⑳]|——|[●■◆])[\s　]*"
)
CHAPTER = re.compile(
    r"^[一-鿿]{2,14}(?<![本依按据反法例定])第[一二三四五六七八九十百千零〇\d]{1,9}条[\s　]*"
    r"(?=[一-鿿])(?![规第的所至或之和款中])"
)
"""A heading of a chapter that has lost its line, before an article: 征缴管理第七条缴费单位应当…"""


def sentences(text, labels):
    """Start, end and label of each sentence; a label holds back to the last mark of an item."""
    spans = []
    for match in SENTENCE.finditer(text):
        start, end = match.span()
        inside = next((x for x in labels if start <= x.start < end), None)
        if inside and not text[start : inside.start].strip():
            start = inside.end  # the bracket stands before this sentence and belongs to those before
            inside = None
        within = any(x.start < start < x.end for x in labels)
        if not within and text[start:end].strip(" 　。；;"):
            spans.append((start, end))
    marks = [i for i, (start, end) in enumerate(spans) if MARK.match(text[start:end])]
    given = {}
    for label in labels:
        upto = max((i for i, (start, _) in enumerate(spans) if start < label.start), default=-1)
        since = max((i for i in marks if i <= upto), default=0)
        for i in range(since, upto + 1):
            given.setdefault(i, label)
    return [part for i, span in enumerate(spans) for part in _by_actor(text, *span, given.get(i))]


def _by_actor(text, start, end, label):
    """A sentence cut before each clause in which another actor is told what to do: 各镇要清淤，区水利局要检查。"""
    held, begin = hold(text[start:end]), 0
    for mark in re.finditer("[，,]", held):
        part = held[begin : mark.start()]
        if _own_order(held[mark.end() :]) and _orders(MARK.sub("", part)):
            yield start + begin, start + mark.end(), label
            begin = mark.end()
    yield start + begin, end, label


def _orders(part):
    """Whether a part of a sentence says what somebody must do; 符合条件的园区，由… only names what is acted on."""
    found = subject_of(part)
    return bool(found and found.bearer and found.modal and found.degree > ENCOURAGED)


def _own_order(text):
    """Whether the first clause of a text says what its own actor must do: 区水利局要检查, 由区水利局检查."""
    clause, found_by = re.sub(BRACKET, "", re.split("[，,]", text)[0]), patterns()
    if by := found_by["by"].match(clause):
        return is_name(by[1]) and not MADE_OF.match(clause, by.end())
    modal = next(iter(modals_of(clause)), None)
    before = found_by["adverbs"].sub("", clause[: modal[0]]) if modal and modal[3] > ENCOURAGED else ""
    return bool(before) and (before == actor_of(clause, "last") or is_actor(before))
