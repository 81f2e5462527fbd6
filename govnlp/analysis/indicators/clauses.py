"""Clauses of a sentence, and the text before and after each of its quantities."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from govnlp.analysis.indicators.objects import SIZED
from govnlp.analysis.indicators.relations import funding_verb, is_deadline
from govnlp.analysis.indicators.subjects import unbracketed

CLAUSE = re.compile("[,;。!?\n]|:(?![-−]?\\d+(?:\\.\\d+)?%)")
HAN = re.compile("[一-鿿]")
AND = re.compile("[一-鿿](?:和|以及|(?<!参)与|(?<![普惠涉波以])及)$")
DEVICE = re.compile("[一-鿿]{0,6}?(?:装置|机组|生产线|变电站|电站|输变电|锅炉|储罐|泊位|船舶|货轮|运力)")
KINDS = "(?:项目|企业|产业|园区|集群|板块|台阶|大镇|强镇|强县)"
SIZES = re.compile(KINDS)  # (5个)百亿(项目)
ATTRIBUTED = re.compile(f"的?[一-鿿]{{0,4}}?{KINDS}")  # (五大)百亿(特色产业)
LIMITS = {"以上", "以下", "及以上", "以内", "级", "过", "超", "超过"}
HOUSEHOLDS = {"户", "人"}
WIDEST = 80  # characters of a clause before and after a value


@dataclass(slots=True)
class Span:
    """Where the clause of a quantity begins and ends, and which of its text belongs to the quantity."""

    begin: int
    left: int
    right: int
    end: int


@dataclass(slots=True)
class Sentence:
    """A sentence of a text with its quantities and their spans."""

    text: str
    start: int
    stop: int
    quantities: list
    spans: list


def divide(text, start, stop, quantities):
    """Sentence with the span of each of its quantities.

    Examples
    --------
    >>> from govnlp.analysis.indicators.quantities import find_quantities
    >>> text = "新建公园3个,改造道路12公里"
    >>> [(s.begin, s.end) for s in divide(text, 0, len(text), find_quantities(text)).spans]
    [(0, 6), (7, 15)]
    """
    cuts = [start, *(m.end() for m in CLAUSE.finditer(text, start, stop))]
    spans = []
    for i, q in enumerate(quantities):
        begin = max(cuts[bisect_right(cuts, q.start) - 1], q.start - WIDEST)
        later = bisect_right(cuts, q.end)
        end = min(cuts[later] - 1 if later < len(cuts) else stop, q.end + WIDEST)
        left = max(begin, quantities[i - 1].end if i else start)
        right = min(end, quantities[i + 1].start if i + 1 < len(quantities) else stop)
        spans.append(Span(begin, left, right, end))
    return Sentence(text, start, stop, quantities, spans)


def text_before(s, i):
    """Text of the clause before a value, from the value before it."""
    span = s.spans[i]
    before = unbracketed(s.text[span.left : s.quantities[i].start])
    if span.left == span.begin:
        return before
    if not before.startswith("、") and "、" in before:  # (46盏)路灯、修了(9处台阶)
        before = before[before.index("、") :]
    return "、" if AND.search(before) else before  # (3亿元)防汛款和(5亿元修复资金)


def text_after(s, i):
    """Text after a value up to the next one, sizes left in (13个80亿元以上项目).

    Where it is nothing but a size, the noun is that of the next item of the list (2个50亿元以上、5个10亿元以上项目);
    a count of households is followed by that of their people (90户300人搬进新居).
    """
    q, last = s.quantities[i], i
    if _starts_at(s, i + 1, q.end) and {q.unit_base, s.quantities[i + 1].unit_base} == HOUSEHOLDS:
        return text_after(s, i + 1)
    start = q.end
    while _starts_at(s, last + 1, s.spans[last].right) and s.spans[last].right < s.spans[i].end:
        sized = is_size(s, last + 1)
        bare = SIZED.sub("", s.text[start : s.spans[last].right]) in ("", "、")
        if not bare or not (sized or (last > i and s.quantities[last + 1].unit == s.quantities[i].unit)):
            break
        if not sized:
            start = s.quantities[last + 1].end
        last += 1
    return s.text[start : s.spans[last].right]


def _starts_at(s, i, at):
    """Whether the quantity i is there and begins at a place."""
    return i < len(s.quantities) and s.quantities[i].start == at


def text_told(s, i, last, before, subject, carried):
    """Text that says what a run of values is about: that after it, else the clause that follows.

    Parameters
    ----------
    s : Sentence
    i, last : int
        First and last value of the run.
    before : str
        Text before it.
    subject : tuple
        What `subject_of` makes of that.
    carried : str
        Subject of the value before, or "".

    Returns
    -------
    str
    """
    after, q, end = text_after(s, last), s.quantities[i], s.spans[i].end
    if q.kind == "ordinal":  # (第4个)里程突破600公里的城市
        return s.text[q.end : end]
    if s.text[end : end + 1] != ",":
        return after
    phrase, verb, _ = subject
    spent = q.kind == "duration" and (before.endswith(("用", "短短")) or {"不到", "仅"} & set(q.marks))
    if spent and not (phrase or verb or after or carried):  # (仅用)半年,规模突破百亿
        return _clause(s.text, end + 1, s.stop)
    if after in ("", "的") and is_deadline(q, before):
        return _clause(s.text, end + 1, s.stop)
    if not after and funding_verb(phrase, before, carried):  # 投入3亿元,改造河道12公里
        following = s.quantities[i + 1].start if i + 1 < len(s.quantities) else s.stop
        return "," + _clause(s.text, end + 1, following)
    return after


def _clause(text, start, stop):
    cut = CLAUSE.search(text, start, stop)
    return text[start : cut.start() if cut else stop]


def is_size(s, i):
    """Whether a quantity is the size of things that are counted (50亿元以上项目5个)."""
    text, q, span = s.text, s.quantities[i], s.spans[i]
    if q.kind == "amount" and q.unit_base not in ("元", "") and DEVICE.match(text, q.end):
        return True
    kinds = SIZES if "级" in q.marks else ATTRIBUTED
    if q.unit_base == "元" and "元" not in q.unit and kinds.match(text, q.end):
        return True
    if q.kind in ("share", "rank") or not set(q.marks) & LIMITS:
        return False
    if text[span.left : q.start].endswith("在") and HAN.match(text, q.end):  # 在200人以上安置点
        return True
    if i and s.quantities[i - 1].end == q.start and s.quantities[i - 1].kind == "count":
        return True
    following = i + 1 < len(s.quantities) and s.spans[i + 1].begin == span.begin
    return (
        following
        and re.match("[^、,和及与]", text[q.end : q.end + 1]) is not None
        and s.quantities[i + 1].kind == "count"
    )
