"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from govnlp.lexicons import lexicon_content

REACH = 8  # words after a value that patterns may look at


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

    def fits(self, kind, unit, left, right):
        """Whether a value with the letters of its words before and after it may be one of this row."""
        return (
            (not self.value or kind in self.value)
            and unit.endswith(self.unit)
            and (self.left is None or self.left.fullmatch(left) is not None)
            and (self.right is None or self.right.match(right) is not None)
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
    return tuple(_rule(row, content["roles"]) for row in content["rules"])


def _rule(row, roles):
    """Rule of a row."""
    left, right = (_pattern(row.get(side), roles) for side in ("left", "right"))
    kinds, keeps = frozenset(row.get("value", ())), row.get("keeps", row["name"])
    return Rule(
        row["rule"], row["name"], keeps, kinds, row.get("unit", ""), left, right, tuple(row.get("when", ()))
    )


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
    for rule in _candidates(slots.kind, slots.unit, left, right[:REACH]):
        if all([slots[condition] for condition in rule.when]):
            return rule
    raise AssertionError("the last rule of grammar.yaml has no conditions")


@lru_cache(maxsize=65536)
def _candidates(kind, unit, left, right):
    """Rules whose patterns fit, in order: the same letters come again and again."""
    return tuple(rule for rule in read_rules() if rule.fits(kind, unit, left, right))
