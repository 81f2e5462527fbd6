"""What a sentence says of how far it is true: words that look back, ahead, or lay down."""

import re
from functools import cache, partial

from govnlp.lexicons import lexicon_content
from govnlp.text import longest_first

NOWHERE = -1
# what hides a word goes first
SAID = ("goals", "done_plans", "striven", "ahead", "demanded", "expected", "past")
BEHIND = re.compile("^\\(\\?<!\\[([^\\]]*)\\]\\)([一-鿿])(?![?*+{])")
# Rules of the grammar whose rows are norms where the sentence says so.
LAID_DOWN = frozenset(("fine", "fine in multiples", "term of a penalty", "time limit", "interval"))


class Signs:
    """What a sentence says up to a value of how far it is true; looked for when it is asked, as few values need it all.

    A goal is what the text compares with what was reached (未完成8%的目标); no time gone by can aim at what is drafted
    (规划建设), and what was striven for in it (努力) was done.
    """

    __slots__ = ("at", "begin", "clause", "said", "text")

    def __init__(self, text, said, at, begin, clause):
        self.text, self.said, self.at, self.begin, self.clause = text, said, at, begin, clause

    def last(self, kind):
        """Where the last word begins that is demanded, expected, past ... and stands in the window up to the value."""
        begins = [first for first, end in self.said.get(kind, ()) if end <= self.at]
        return begins[-1] if begins and begins[-1] >= self.begin else NOWHERE

    def without(self, kind):
        """The same, but for one kind of words."""
        said = {k: spans for k, spans in self.said.items() if k != kind}
        return Signs(self.text, said, self.at, self.begin, self.clause)

    def found(self, kind):
        """What says in the window up to the value that it is planned, drafted or done."""
        return _patterns()[kind].search(self.text, self.begin, self.at)

    @property
    def ahead(self):
        """Where it looks ahead."""
        planned = self.found("planned")
        return max(planned.start() if planned else self.last("ahead"), self.last("striven"))

    @property
    def goal(self):
        """Whether it says what was missed or beaten."""
        return any(first <= self.at < end for first, end in self.said.get("goals", ()))

    @property
    def norm(self):
        """Whether its clause lays down what has to be."""
        norm, grants = (_patterns()[kind].search for kind in ("norm", "grants"))
        granted = grants(self.clause) and grants(self.text) and self.last("past") == NOWHERE
        return bool(granted or (norm(self.clause) and norm(self.text)))


@cache
def _patterns():
    """Patterns of the lexicon by what they are signs of."""
    apart = {kind: _compiled(kind) for kind in ("norm", "grants", "planned", "drafted", "done")}
    return apart | {"said": _compiled(*SAID)}


def _compiled(*kinds):
    """One pattern of all signs of some kinds, each from its first character on: where none begins, it fails at once."""
    content = lexicon_content("indicators.yaml")
    ways = {k: [BEHIND.sub(r"\2(?<![\1]\2)", w) for w in longest_first(content[k])] for k in kinds}
    heads = "".join(_heads(w) for k in kinds for w in ways[k])
    either = "|".join(f"(?P<{k}>{'|'.join(ways[k])})" for k in kinds)
    return re.compile(f"(?=[{heads}])(?:{either})")


def _heads(pattern):
    """Characters with which a match may begin."""
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
