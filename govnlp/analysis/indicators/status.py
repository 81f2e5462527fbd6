"""Whether a statement says what was achieved, what is expected or what is aimed at."""

import re
from functools import cache, partial

from govnlp.analysis.indicators.periods import last_year
from govnlp.lexicons import lexicon_content
from govnlp.text import longest_first

NOWHERE = -1
SAID = ("goals", "done_plans", "ahead", "demanded", "expected", "past")  # what hides a word goes first
BEHIND = re.compile("^\\(\\?<!\\[([^\\]]*)\\]\\)([一-鿿])(?![?*+{])")
LOOKBEHIND = re.compile("^\\(\\?<!\\[[^\\]]*\\]\\)")
# Rules of the grammar whose rows are norms where the sentence says so.
LAID_DOWN = frozenset(("fine", "fine in multiples", "term of a penalty", "time limit", "interval"))


class Signs:
    """What a sentence says up to a value of how far it is true; looked for when it is asked, as few values need it all.

    Where the last word before the value looks ahead, demands, expects or looks back; whether it is a norm, a goal,
    done, drafted. A goal is what the text compares with what was reached (未完成8%的目标); no time gone by can aim at
    what is drafted (规划建设).
    """

    __slots__ = ("at", "begin", "clause", "said", "text")

    def __init__(self, text, said, at, begin, clause):
        self.text, self.said, self.at, self.begin, self.clause = text, said, at, begin, clause

    def _last(self, kind):
        """Where the last word of a kind begins that ends before the value and begins in its window."""
        begins = [first for first, end in self.said.get(kind, ()) if end <= self.at]
        return begins[-1] if begins and begins[-1] >= self.begin else NOWHERE

    def _found(self, kind):
        """What a pattern finds in the window up to the value."""
        return _patterns()[kind].search(self.text, self.begin, self.at)

    @property
    def ahead(self):
        """Where it looks ahead."""
        planned = self._found("planned")
        return planned.start() if planned else self._last("ahead")

    demanded = property(lambda self: self._last("demanded"))
    expected = property(lambda self: self._last("expected"))
    past = property(lambda self: self._last("past"))
    drafted = property(lambda self: self._found("drafted") is not None)
    done = property(lambda self: self._found("done") is not None)

    @property
    def goal(self):
        """Whether it says what was missed or beaten."""
        return any(first <= self.at < end for first, end in self.said.get("goals", ()))

    @property
    def norm(self):
        """Whether its clause lays down what has to be."""
        norm, grants = _patterns()["norm"], _patterns()["grants"]
        if norm.search(self.clause) and norm.search(self.text):
            return True
        granted = grants.search(self.clause) and grants.search(self.text)
        return bool(granted) and self.past == NOWHERE


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
    """Alternatives as one regular expression; each begins with its first character, as that is passed by quickly."""
    return "|".join(BEHIND.sub(r"\2(?<![\1]\2)", w) for w in longest_first(alternatives))


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
    said = {}
    for m in _patterns()["said"].finditer(text):
        said.setdefault(m.lastgroup, []).append(m.span())
    return partial(Signs, text, said)


def status_of(signs, part, period, year, law=False, granted=None):
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
    granted : int, optional
        Where the clause of a norm begins, whatever it says: what looks ahead before it says nothing of it
        (对拟上市的茶厂，给予奖励).

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
    expected, ahead = signs.expected, signs.ahead
    if granted is not None and ahead < granted:
        ahead = NOWHERE
    if expected > NOWHERE and expected > ahead:
        return "estimate"
    if part == "review":
        return "target" if dated > 0 else "actual"
    past = signs.past
    if ahead > past or (dated >= 0 and (year or not period) and signs.drafted):
        return "target"
    if part is None and dated <= 0 and (granted is not None or signs.norm):
        return "norm"
    return "target" if dated > 0 or signs.demanded > past else "actual"
