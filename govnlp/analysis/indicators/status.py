"""Whether a statement says what was achieved, what is expected or what is aimed at."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.periods import last_year
from govnlp.lexicons import lexicon_content

NOWHERE = -1
WORDS = ("ahead", "demanded", "expected", "past")
SAID = ("goals", "done_plans", "striven", *WORDS)  # what hides a word goes first
LOOKBEHIND = re.compile("^\\(\\?<!\\[[^\\]]*\\]\\)")
# Rules of the grammar whose rows are norms where the sentence says so.
LAID_DOWN = frozenset(("fine", "fine in multiples", "term of a penalty", "time limit", "interval"))


class Signs(NamedTuple):
    """Where the last word before a value looks ahead, demands, expects or looks back; whether it is norm, goal, fact.

    A goal is what the text compares with what was reached (未完成8%的目标); no time gone by can aim at what is drafted
    (规划建设), and what was striven for in it (努力) was done.
    """

    ahead: int
    demanded: int
    expected: int
    past: int
    striven: bool
    drafted: bool
    norm: bool
    goal: bool
    done: bool


@cache
def _patterns():
    """Patterns of the lexicon by what they are signs of."""
    content = lexicon_content("indicators.yaml")
    apart = {k: _compiled(content[k]) for k in ("norm", "grants", "planned", "drafted", "done")}
    ways = [f"(?P<{k}>{_longest_first(content[k])})" for k in SAID]
    heads = "".join(_heads(w) for k in SAID for w in content[k])
    return apart | {"said": re.compile(f"(?=[{heads}])(?:{'|'.join(ways)})")}


def _compiled(alternatives):
    """One pattern of several, which fails at once where none of them can begin."""
    return re.compile(f"(?=[{''.join(map(_heads, alternatives))}])(?:{_longest_first(alternatives)})")


def _longest_first(alternatives):
    """Alternatives as one regular expression."""
    return "|".join(sorted(alternatives, key=lambda w: (-len(w), w)))


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
    p, said = _patterns(), {k: [] for k in SAID}
    for m in p["said"].finditer(text):
        said[m.lastgroup].append(m.span())
    norm, grants = (p[k] if p[k].search(text) else None for k in ("norm", "grants"))

    def signs_of(at, begin, clause):
        last = [_last(said[k], at, begin) for k in WORDS]
        if planned := p["planned"].search(text, begin, at):
            last[0] = planned.start()
        striven = _last(said["striven"], at, begin)
        tried, last[0] = striven > last[0], max(striven, last[0])
        drafted, done = p["drafted"].search(text, begin, at), p["done"].search(text, begin, at)
        granted = grants and last[-1] == NOWHERE and grants.search(clause)
        laid_down = granted or (norm and norm.search(clause))
        goal = said["goals"] and any(first <= at < end for first, end in said["goals"])
        return Signs(*last, tried, bool(drafted), bool(laid_down), bool(goal), bool(done))

    return signs_of


def _last(spans, at, begin):
    """Where the last of some words begins that end before a place and begin in a window."""
    for first, end in reversed(spans):
        if end <= at:
            return first if first >= begin else NOWHERE
    return NOWHERE


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
