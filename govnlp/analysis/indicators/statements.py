"""The statements of a text: its values with their names, and what governs each; nothing of their document."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import find_times
from govnlp.analysis.indicators.quantities import Quantity, find_quantities
from govnlp.analysis.indicators.sentences import name_all
from govnlp.analysis.indicators.status import LAID_DOWN, Signs, find_signs

SENTENCE = re.compile("[。!?\n]")
LEAD = re.compile("[。!?;\n]")
GOVERNED = 300  # characters over which a word at the beginning of a sentence governs
OPENING = 4  # characters that may stand before a time that opens a sentence
TEXTS = 8192  # texts whose statements are remembered: copies of a report in two formats are read once


class Statement(NamedTuple):
    """A named value: where its clause and its sentence stand, the signs of its status, and its scope.

    The words that the name was made of are let go: statements are remembered, and there are many.
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


@lru_cache(maxsize=TEXTS)
def read_statements(text):
    """Statements of a half-width text, its expressions of time, and those of them that open sentences.

    Examples
    --------
    >>> statements, times, _ = read_statements("2021年,全市工业投资20亿元")
    >>> [(s.name, s.scope) for s in statements], [t.words for t in times]
    ([('工业投资', '全市')], ['2021年'])
    """
    quantities = find_quantities(text)
    if not quantities:
        return (), (), ()
    times, starts = find_times(text), [q.start for q in quantities]
    sentences, statements = [0, *(m.end() for m in SENTENCE.finditer(text))], []
    signs_of = find_signs(text)
    for start, stop in zip(sentences, [*sentences[1:], len(text)], strict=True):
        inside = quantities[bisect_left(starts, start) : bisect_left(starts, stop)]
        if inside:
            statements += _of_sentence(text, start, name_all(text, start, stop, inside), signs_of)
    return statements, times, _opening(text, times)


def _of_sentence(text, start, every, signs_of):
    scope = None
    for n in every:
        f, q = n.frame, n.frame.quantity
        begin, left = f.tokens[f.begin].start, f.left[0].start if f.left else q.start
        governing = begin if q.kind == "rank" else start  # a rank is known: 预计 does not reach it
        found = _scope(text[max(left, q.start - GOVERNED) : q.end], q.kind)
        scope = found or (scope if n.inherited else None)
        opening = start if n.rule in LAID_DOWN else max(begin, q.start - GOVERNED)
        clause = text[opening : min(f.stop, q.end + GOVERNED)]
        signs = signs_of(q.start, max(governing, q.start - GOVERNED), clause)
        yield Statement(q, n.name, n.direction, n.rule, f.former, begin, f.stop, start, signs, scope)


def _scope(text, kind):
    """The area that a value speaks of (全市, 五城区): named first, or last before a rank; or None."""
    found = [m for m in pattern("scope").finditer(text) if kind == "rank" or m.start() <= OPENING * 2]
    return found[-1][0] if found else None


def _opening(text, times):
    """Those expressions of time that open their sentences, and are no beginnings of spans (从2019年)."""
    leads = [0, *(m.end() for m in LEAD.finditer(text))]
    near = [t for t in times if t.start - leads[bisect_right(leads, t.start) - 1] <= OPENING]
    return [t for t in near if t.first != t.last or not t.words.startswith(("从", "自"))]
