"""The statements of a text: its values with their names, and what governs each; nothing of their document."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import Time, find_times
from govnlp.analysis.indicators.quantities import Quantity, find_quantities
from govnlp.analysis.indicators.sentences import name_all
from govnlp.analysis.indicators.status import LAID_DOWN, Signs, find_signs
from govnlp.analysis.indicators.tokens import having

SENTENCE = re.compile("[。!?\n]|…+(?=[一-鿿])")
GOVERNED = 300  # characters over which a word at the beginning of a sentence governs
OPENING = 4  # characters that may stand before a time that opens a sentence
LEADING = 8  # characters that may stand in a clause before the area that it speaks of
LINKS = ("、", "和", "与", "及")
BESIDE = re.compile("[、和与及]")
START = itemgetter(0)  # of a time
TEXTS = 8192  # texts whose statements are remembered: copies of a report in two formats are read once


class Statement(NamedTuple):
    """A named value: where its clause and its sentence stand, the signs of its status, and its scope.

    `time` is the expression of time that governs it: the last one before it in its sentence, else the last one before
    it that opens a sentence of its text; `compared` is its own one of several times that values of one name are
    compared with. The words that the name was made of are let go: statements are remembered, and there are many.
    """

    quantity: Quantity
    name: str
    direction: str | None
    rule: str
    former: bool
    begin: int
    end: int
    sentence: int
    signs: Signs
    scope: str | None
    time: Time | None
    compared: str | None


@lru_cache(maxsize=TEXTS)
def read_statements(text):
    """Statements of a half-width text.

    Examples
    --------
    >>> [(s.name, s.scope, s.time.words) for s in read_statements("2021年,全市工业投资20亿元")]
    [('工业投资', '全市', '2021年')]
    """
    quantities, statements = find_quantities(text), []
    struck = [m.span() for m in pattern("struck").finditer(text)] if quantities else []
    quantities = [q for q in quantities if not any(a < q.start < b for a, b in struck)]
    if not quantities:
        return statements
    times, sentences = find_times(text), [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    opening = _opening(text, times)
    for i, inside in groupby(quantities, lambda q: bisect_right(sentences, q.start)):
        start, stop = sentences[i - 1 : i + 1]
        named, scope, signs_of = name_all(text, start, stop, list(inside)), None, find_signs(text[start:stop])
        listed = _listed(named)
        holding, apart = times, _times_apart(listed, times, text, start)
        compared = _compared_apart(listed, text, start)
        for n in named:
            f, q = n.frame, n.frame.quantity
            begin, end, near = f.tokens[f.begin].start, f.stop, q.start - GOVERNED
            # a rank of its own is known: 预计 does not reach it
            governing = begin if q.kind == "rank" and not n.inherited else start
            scope = _scope(f, text, near) or (scope if n.inherited and q.kind != "rank" else None)
            first = start if n.rule in LAID_DOWN or n.rule.endswith("to each") else max(begin, near)
            clause = text[first : min(end, q.end + GOVERNED)]
            signs = signs_of(q.start - start, max(governing, near) - start, clause)
            time = _last(holding, q.start)
            owned = time and text[q.start - 1] == "的" and text[q.end : q.end + 1] != ":"
            if f.former and owned:  # 由“十一五”时期的1亿元增长到2亿元
                holding, opening = ([t for t in x if t.start != time.start] for x in (holding, opening))
            if not time or time.start < start:
                time = _last(opening, q.start)
            time = apart.get(q.start, time)
            told = n.name, n.direction, n.rule, f.former
            beside = compared.get(q.start)
            statements.append(Statement(q, *told, begin, end, start, signs, scope, time, beside))
    return statements


def _listed(named):
    """Places of the values of one thing that 分别 lists, thing by thing."""
    each, groups = having("each"), {}
    for n in named:
        if n.frame.phrase.signs & each:
            thing = pattern("pace").sub("", n.name), n.frame.quantity.unit_base
            groups.setdefault(thing, []).append(n.frame.quantity.start)
    return list(groups.values())


def _times_apart(listed, times, text, start):
    """By place of a value, its time, where values of one name are of as many times (一季度和上半年分别增长7%、8%)."""
    apart = {}
    for places in listed:
        before = [t for t in times if start <= t.start < places[0]] if len(places) > 1 else []
        own = before[-len(places) :]
        linked = (text[a.start + len(a.words) : b.start] in LINKS for a, b in pairwise(own))
        if own and len(own) == len(places) and all(linked):
            apart |= zip(places, own, strict=True)
        span = _last(times, places[0]) if len(places) > 1 else None
        # 2016-2017年分别为3亿元和4亿元
        if span and span.first and (span.last or 0) - span.first + 1 == len(places):
            years = range(span.first, span.last + 1)
            apart |= {at: span._replace(first=y, last=y) for at, y in zip(places, years, strict=True)}
    return apart


def _compared_apart(listed, text, start):
    """By place of a value, what it is compared with, where each has its own (分别比上年、前年增长3%、5%)."""
    apart = {}
    for places in listed:
        found = [*pattern("compared each").finditer(text, start, places[0])][-1:] if len(places) > 1 else []
        others = BESIDE.split(found[0]["others"]) if found else []
        if len(others) == len(places):
            told = (x if x[0] in "同环比较" else found[0]["by"] + x for x in others)
            apart |= zip(places, told, strict=True)
    return apart


def _scope(frame, text, near):
    """The area that a value speaks of (全市, 五城区): named first, or last before a rank; or None."""
    quantity, found = frame.quantity, None
    begin = max(near, frame.left[0].start) if frame.left else quantity.start
    for m in pattern("scope").finditer(text, begin, quantity.end):
        if quantity.kind != "rank" and m.start() > begin + LEADING:
            break
        found = m[0]
    return found


def _last(times, at):
    """The last expression of time that begins before a place and holds there, or None."""
    for i in range(bisect_left(times, at, key=START) - 1, -1, -1):
        if at <= times[i].reach:
            return times[i]
    return None


def _opening(text, times):
    """Those expressions of time that open their sentences, no beginnings of spans (从2019年); of a month its year."""
    leads = [0, *(m.end() for m in pattern("lead").finditer(text))] if times else []
    near = [t for t in times if t.start - leads[bisect_right(leads, t.start) - 1] <= OPENING]
    near = [t for t in near if t.first != t.last or not t.words.startswith(("从", "自"))]
    return [t._replace(part="") if t.part[:1] == "M" and "-" not in t.part else t for t in near]
