"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from dataclasses import dataclass
from functools import cache

from govnlp.lexicons import lexicon_content


@dataclass(frozen=True)
class Rule:
    """A row of the grammar: what has to hold, and the name that follows."""

    rule: str
    name: str
    keeps: str
    value: frozenset
    unit: str
    left: object
    right: object
    when: tuple

    def fits(self, slots, left, right):
        """Whether a value with the letters of its words before and after it is one of this row."""
        return (
            (not self.value or slots.kind in self.value)
            and slots.unit.endswith(self.unit)
            and (self.left is None or self.left.fullmatch(left) is not None)
            and (self.right is None or self.right.match(right) is not None)
            and all(getattr(slots, condition) for condition in self.when)
        )


@cache
def read_rules():
    """Rules of the shipped grammar, in the order in which they are tried.

    Returns
    -------
    tuple of Rule

    Examples
    --------
    >>> read_rules()[0].rule
    'fine'
    """
    content = lexicon_content("grammar.yaml")
    return tuple(
        Rule(
            row["rule"], row["name"], row.get("keeps", row["name"]), frozenset(row.get("value", ())), row.get("unit", ""),
            _pattern(row.get("left"), content["roles"]), _pattern(row.get("right"), content["roles"]),
            tuple(row.get("when", ())),
        )
        for row in content["rules"]
    )  # fmt: skip


def _pattern(text, roles):
    """Regular expression over letters for a pattern over the names of roles; None where there is none."""
    if text is None:
        return None
    made = []
    for element in text.split():
        name = element.rstrip("?*+")
        if name not in roles:
            raise ValueError(f"unknown role {name!r} in grammar.yaml; one of: {', '.join(roles)}")
        made.append(f"[{roles[name]}]{element[len(name) :]}")
    return re.compile("".join(made))


def decide(slots, left, right):
    """The first rule that a value fits.

    Parameters
    ----------
    slots : Slots
    left, right : str
        Letters of the words before and after the value.

    Returns
    -------
    Rule
    """
    return next(rule for rule in read_rules() if rule.fits(slots, left, right))
