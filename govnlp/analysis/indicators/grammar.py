"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from govnlp.analysis.indicators.tokens import ends, letters_of
from govnlp.lexicons import lexicon_content

REACH = 3  # words after a value that patterns look at
KNOWN = ("before", "change", "things")  # what most rules ask about: asked once, before them


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
    needs: frozenset
    when: dict
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
    left, right = _pattern(row.get("left"), roles), _pattern(row.get("right"), roles, more=".*")
    when = {w.removeprefix("no "): not w.startswith("no ") for w in row.get("when", ())}
    kinds, closing = frozenset(row.get("value", ())), row.get("ends", ())
    closing = ends(closing) if isinstance(closing, str) else tuple(closing)
    name, unit, marks = row["name"], row.get("unit", ""), row.get("marks")
    needs, keeps = frozenset(row.get("needs", ())), row.get("keeps", name)
    return Rule(row["rule"], name, keeps, kinds, unit, marks, left, right, needs, when, closing)


def _pattern(text, roles, more=""):
    """Regular expression over letters for a pattern over the names of roles and for more; None where there is none."""
    if text is None:
        return None
    made = []
    for element in text.split():
        name = element.rstrip("?*+")
        if name not in roles:
            raise ValueError(f"unknown role {name!r} in grammar.yaml; one of: {', '.join(roles)}")
        made.append(f"[{roles[name]}]{element[len(name) :]}")
    return re.compile("".join(made) + more)


def decide(slots):
    """The first rule that a value with its `Slots` fits, as a `Rule`."""
    known, frame = (bool(slots.before), bool(slots.change), bool(slots.things)), slots.frame
    fits = _fit("left", slots.letters), _fit("right", letters_of(frame.right[:REACH]))
    said = _needed().intersection([t.word for t in frame.left])
    for rule, asked in _fitting(slots.kind, slots.unit, slots.quantity.marks, *fits, said, known):
        if rule.ends and not slots.things.endswith(rule.ends):
            continue
        for name, wanted in asked:
            if bool(getattr(slots, name)) is not wanted:
                break
        else:
            return rule
    raise AssertionError("the last rule of grammar.yaml has no conditions")


@lru_cache(maxsize=65536)
def _fit(side, letters):
    """Patterns that the words on one side of a value fit."""
    patterns = {getattr(r, side) for r in read_rules()}
    return frozenset(p for p in patterns if p is None or p.fullmatch(letters))


@cache
def _needed():
    """Words that rules ask for."""
    return frozenset().union(*[r.needs for r in read_rules()])


@lru_cache(maxsize=65536)
def _fitting(kind, unit, marks, left, right, said, known):
    """Rules that a value may fit, in order, each with what is still to be asked."""
    known = dict(zip(KNOWN, known, strict=True))
    return tuple(
        (r, [(name, wanted) for name, wanted in r.when.items() if name not in known])
        for r in read_rules()
        if (not r.value or kind in r.value)
        and unit.endswith(r.unit)
        and (not r.marks or r.marks in marks)
        and r.left in left
        and r.right in right
        and not (r.needs and r.needs.isdisjoint(said))
        and all(known.get(name, wanted) is wanted for name, wanted in r.when.items())
    )
