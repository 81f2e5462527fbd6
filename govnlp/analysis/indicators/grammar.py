"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from govnlp.analysis.indicators.tokens import ends
from govnlp.lexicons import lexicon_content

REACH = 3  # words after a value that patterns look at


@dataclass(frozen=True)
class Rule:
    """A row of the grammar: what has to hold, and the name that follows."""

    rule: str
    name: str
    keeps: str
    value: frozenset
    unit: str
    marks: str
    left: object
    right: object
    when: tuple
    ends: tuple

    def fits(self, left, right):
        """Whether the letters of the words before and after a value are those of this row."""
        return (self.left is None or self.left.fullmatch(left) is not None) and (
            self.right is None or self.right.match(right) is not None
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
    closing = row.get("ends", ())
    closing = ends(closing) if isinstance(closing, str) else tuple(closing)
    when = tuple((w.removeprefix("no "), not w.startswith("no ")) for w in row.get("when", ()))
    return Rule(
        row["rule"],
        row["name"],
        keeps,
        kinds,
        row.get("unit", ""),
        row.get("marks"),
        left,
        right,
        when,
        closing,
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
    for rule in _fitting(slots.kind, slots.unit, left, right[:REACH]):
        if (rule.marks and rule.marks not in slots.quantity.marks) or (
            rule.ends and not slots.things.endswith(rule.ends)
        ):
            continue
        for name, wanted in rule.when:
            if bool(getattr(slots, name)) != wanted:
                break
        else:
            return rule
    raise AssertionError("the last rule of grammar.yaml has no conditions")


@lru_cache(maxsize=65536)
def _fitting(kind, unit, left, right):
    """Rules whose patterns a value fits, in order."""
    return tuple(rule for rule in _of_kind(kind, unit) if rule.fits(left, right))


@lru_cache(maxsize=4096)
def _of_kind(kind, unit):
    """Rules for a kind of value and its unit, in order."""
    return tuple(r for r in read_rules() if (not r.value or kind in r.value) and unit.endswith(r.unit))
