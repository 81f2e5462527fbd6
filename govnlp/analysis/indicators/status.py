"""Whether a statement says what was achieved, what is expected or what is aimed at."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.periods import last_year
from govnlp.lexicons import lexicon_content

NOWHERE = -1
LOOKBEHIND = re.compile("^\\(\\?<!\\[[^\\]]*\\]\\)")
# Rules of the grammar whose rows are norms where the sentence says so.
LAID_DOWN = frozenset(("fine", "fine in multiples", "term of a penalty", "time limit", "interval"))


class Signs(NamedTuple):
    """Where the last word before a value looks ahead, demands, expects or looks back; whether it is norm, goal, fact.

    A goal is what the text compares with what was reached (未完成8%的目标); no time gone by can aim at what is drafted
    (规划建设).
    """

    ahead: int
    demanded: int
    expected: int
    past: int
    drafted: bool
    norm: bool
    goal: bool
    done: bool


@cache
def _patterns():
    """Patterns of the lexicon by what they are signs of."""
    content = lexicon_content("indicators.yaml")
    keys = "ahead demanded expected past done_plans norm grants goals planned drafted done".split()
    return {k: _compiled(sorted(content[k], key=lambda w: (-len(w), w))) for k in keys}


def _compiled(alternatives):
    """One pattern of several, which fails at once where none of them can begin."""
    return re.compile(f"(?=[{''.join(map(_heads, alternatives))}])(?:{'|'.join(alternatives)})")


def _heads(pattern):
    """Characters with which a match may begin."""
    pattern = LOOKBEHIND.sub("", pattern)
    if pattern.startswith("(?:"):
        return "".join(map(_heads, pattern[3 : pattern.index(")")].split("|")))
    return pattern[1 : pattern.index("]")] if pattern[0] == "[" else pattern[0]


def find_signs(text):
    """A function that gives the signs of a value of a sentence: from its beginning, that of its window, and its clause.

    Examples
    --------
    >>> signs_of = find_signs("力争工业投资增长5%")
    >>> signs_of(8, 0, "力争工业投资增长5%").ahead
    0
    """
    p = _patterns()
    goals = [m.span() for m in p["goals"].finditer(text)]
    masked = text
    for k in ("done_plans", "goals") if goals else ("done_plans",):
        masked = p[k].sub(lambda m: "\0" * len(m[0]), masked)
    norm, grants = (p[k] if p[k].search(text) else None for k in ("norm", "grants"))
    words = [[m.span() for m in p[k].finditer(masked)] for k in ("ahead", "demanded", "expected", "past")]

    def signs_of(at, begin, clause):
        last = [_last(spans, at, begin) if spans else NOWHERE for spans in words]
        if planned := p["planned"].search(text, begin, at):
            last[0] = planned.start()
        drafted, done = (p[k].search(text, begin, at) is not None for k in ("drafted", "done"))
        granted = grants and last[-1] == NOWHERE and grants.search(clause)
        goal = any(first <= at < end for first, end in goals)
        laid_down = bool(granted or (norm and norm.search(clause)))
        return Signs(*last, drafted, laid_down, goal, done)

    return signs_of


def _last(spans, at, begin):
    """Where the last of some words begins that end before a place and begin in a window."""
    i = bisect_left(spans, (at,)) - 1
    i -= i >= 0 and spans[i][1] > at
    return spans[i][0] if i >= 0 and spans[i][0] >= begin else NOWHERE


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
    dated = last_year(period) - year if period is not None and year is not None else 0
    if law and part is None and dated <= 0:
        return "norm"
    if signs.goal:
        return "target"
    if part == "plan":
        past = signs.done if dated == 0 else dated < 0 and (signs.done or signs.ahead < 0)
        return "actual" if past else "target"
    if signs.expected > signs.ahead:
        return "estimate"
    drafted = signs.drafted and dated >= 0 and (year or not period)
    if part != "review" and (signs.ahead > signs.past or drafted):
        return "target"
    if part is None and dated <= 0 and signs.norm:
        return "norm"
    demanded = part != "review" and signs.demanded > signs.past
    return "target" if demanded or dated > 0 else "actual"
