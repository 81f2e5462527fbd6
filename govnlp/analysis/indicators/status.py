"""Whether a statement says what was achieved, what is expected or what is aimed at."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from govnlp.lexicons import lexicon_content

NOWHERE = -1
LAID_DOWN = {
    "fine",
    "fine in multiples",
    "term of a penalty",
    "time limit",
    "interval",
}  # rules of the grammar


class Signs(NamedTuple):
    """Where the last word before a value stands that looks ahead, expects, or looks back; and whether it is a norm."""

    ahead: int
    expected: int
    past: int
    norm: bool


@cache
def _patterns():
    """Patterns of the lexicon by what they are signs of."""
    content, keys = (
        lexicon_content("indicators.yaml"),
        ("ahead", "expected", "past", "done_plans", "norm", "grants"),
    )
    return {k: re.compile("|".join(sorted(content[k], key=lambda w: (-len(w), w)))) for k in keys}


def find_signs(text):
    """A function that gives the signs of a value: from its beginning, that of its window, and its clause.

    Examples
    --------
    >>> signs_of = find_signs("力争工业投资增长5%")
    >>> signs_of(8, 0, "力争工业投资增长5%").ahead
    0
    """
    p = _patterns()
    masked = p["done_plans"].sub(lambda m: "\0" * len(m[0]), text)
    words = [[m.span() for m in p[k].finditer(masked)] for k in ("ahead", "expected", "past")]

    def signs_of(at, begin, clause):
        last = []
        for spans in words:
            i = bisect_left(spans, (at,)) - 1
            i -= i >= 0 and spans[i][1] > at
            last.append(spans[i][0] if i >= 0 and spans[i][0] >= begin else NOWHERE)
        granted = last[-1] == NOWHERE and p["grants"].search(clause)
        return Signs(*last, bool(granted or p["norm"].search(clause)))

    return signs_of


def status_of(signs, part, period, year, law=False):
    """Status of a statement: actual, estimate, target or norm.

    Parameters
    ----------
    signs : Signs
        What a sentence begins with governs its later clauses. In a text that is no report, what a clause lays down
        (不得超过, 处…罚款) is a norm.
    part : str or None
        Part of a work report: review, plan or None.
    period : str or None
        Period of the statement.
    year : int or None
        Year of the document.
    law : bool
        Whether the document is one that lays down, whatever its words.

    Returns
    -------
    str
    """
    dated = int(period[-4:]) - year if period is not None and year is not None else 0
    if part == "plan":
        return "actual" if dated < 0 and signs.ahead < 0 else "target"
    if signs.expected > signs.ahead:
        return "estimate"
    if part != "review" and signs.ahead > signs.past:
        return "target"
    if part is None and dated <= 0 and (signs.norm or law):
        return "norm"
    return "target" if dated > 0 else "actual"
