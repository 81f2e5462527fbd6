"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial

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
    filled: list
    empty: list
    ends: tuple


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
    empty = [w.removeprefix("no ") for w in row.get("when", ()) if w.startswith("no ")]
    filled = [w for w in row.get("when", ()) if not w.startswith("no ")]
    kinds, closing = frozenset(row.get("value", ())), row.get("ends", ())
    closing = ends(closing) if isinstance(closing, str) else tuple(closing)
    name, unit, marks = row["name"], row.get("unit", ""), row.get("marks")
    return Rule(
        row["rule"], name, row.get("keeps", name), kinds, unit, marks, left, right, filled, empty, closing
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
    slot, marks = partial(getattr, slots), slots.quantity.marks
    for rule in _fitting(slots.kind, slots.unit, left, right[:REACH]):
        if rule.marks and rule.marks not in marks:
            continue
        closed = not rule.ends or slots.things.endswith(rule.ends)
        if closed and all(map(slot, rule.filled)) and not any(map(slot, rule.empty)):
            return rule
    raise AssertionError("the last rule of grammar.yaml has no conditions")


@lru_cache(maxsize=65536)
def _fitting(kind, unit, left, right):
    """Rules whose patterns a value fits, in order."""
    rules = [r for r in _of_kind(kind, unit) if r.left is None or r.left.fullmatch(left)]
    return tuple(r for r in rules if r.right is None or r.right.match(right))


@lru_cache(maxsize=4096)
def _of_kind(kind, unit):
    """Rules for a kind of value and its unit, in order."""
    return tuple(r for r in read_rules() if (not r.value or kind in r.value) and unit.endswith(r.unit))
