"""Sentences of a paragraph, each with its label and cut where another act begins: of another actor, with a deadline of
its own, or a ban."""

import re

from govnlp.analysis.duties.actors import actor_of
from govnlp.analysis.duties.bearers import LEADS, LIMIT, by, starts, subject_of
from govnlp.analysis.duties.deadlines import DAY
from govnlp.analysis.duties.modals import modals_of
from govnlp.analysis.duties.reading import BRACKET, ENCOURAGED, hold, read

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


CLOSING = re.compile(
    "(?:前|全部|全面|基本|如期|按时|力争|确保|一次性)*(?:完成|到位|落实|建成|投用|见效|办结|整改|结束|实施)?[。；;]?$"
)
"""What follows a day where that is the day of the act before it (6月底前完成)."""
OWN_DAY = re.compile(f"(?:并)?(?:在|于|到)?{DAY}")
BAN = ("不得", "严禁", "禁止", "不准")


def sentences(text, labels):
    """Start, end and label of each act, and whether it goes on with the actor of the one before; a label holds back to
    the last mark of an item."""
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
    return [part for i, span in enumerate(spans) for part in _acts(text, *span, given.get(i))]


def _acts(text, start, end, label):
    """Start, end, label of each act of a sentence, and whether it goes on with the actor of the one before."""
    held, begin, goes_on = hold(text[start:end]), 0, False
    for mark in re.finditer("[，,]", held):
        before, rest = MARK.sub("", held[begin : mark.start()]), held[mark.end() :]
        another = _own_order(rest)
        if (another or _own_act(rest)) and (_orders(before) or (starts(before) and not LEADS.match(before))):
            yield start + begin, start + mark.end(), label, goes_on
            begin, goes_on = mark.end(), not another
    yield start + begin, end, label, goes_on


def due_part(quote, action):
    """Where the deadline of an act may stand: before it, in its first clause, or in one that only ends it."""
    first, *later = re.split("[，,]", action)
    ends = [x for x in later if (day := OWN_DAY.match(x)) and CLOSING.match(x, day.end())]
    at = quote.find(first)
    return "，".join([quote[: at + len(first)] if at >= 0 else first, *ends])


def _orders(part):
    """Whether a part of a sentence says what somebody must do; 符合条件的园区，由… only names what is acted on."""
    found = subject_of(part)
    asks = found and (found.bearer or not found.modal) and (found.degree or ENCOURAGED + 1) > ENCOURAGED
    return (
        bool(asks)
        and not LEADS.match(found.action)
        and not re.fullmatch("P[^vVU]*", read(found.action).letters)
    )


def _own_act(text):
    """Whether the first clause of a text is an act with its own deadline, or a ban."""
    clause = re.split("[，,]", text)[0]
    if day := OWN_DAY.match(clause):
        return not CLOSING.match(clause, day.end())
    return not LIMIT.search(clause) and any(row[2] in BAN for row in modals_of(clause))


def _own_order(text):
    """Whether the first clause of a text says what its own actor must do: 区水利局要检查, 由区水利局检查."""
    clause = BRACKET.sub("", re.split("[，,]", text)[0])
    if by(clause):
        return True
    modal = next(iter(modals_of(clause)), None)
    actor = modal and modal[3] > ENCOURAGED and actor_of(clause[: modal[0]], alone=True)
    return bool(actor)
