"""The rules of grammar.yaml: patterns over the roles of words, tried in order."""

import re
from functools import cache, lru_cache, partial
from operator import not_

from govnlp.analysis.indicators.rows import Asked, any_of, closing_with, read_rows
from govnlp.analysis.indicators.tokens import ends, letters_of
from govnlp.lexicons import lexicon_content
from govnlp.notes import Mistake, one_of

REACH = 3  # words after a value that patterns look at
KNOWN = ("before", "change", "things")  # conditions of most rules: what a value is, not asked of each rule
CELLS = dict.fromkeys(("rule", "name", "keeps", "gives", "when"))


@cache
def _table():
    """Table of grammar.yaml, each condition in a column of its own."""
    rules = lexicon_content("grammar.yaml")["rules"]
    rows = [row | dict(map(_condition, row.get("when", ()))) for row in rules]
    asked = {name for row in rules for name, _ in map(_condition, row.get("when", ()))}.difference(KNOWN)
    facts = dict.fromkeys(("value", "marks", "needs", "left", "right", *KNOWN), any_of)
    facts["unit"] = lambda end: lambda unit: unit.endswith(end)
    texts = dict.fromkeys(asked, lambda wanted: bool if wanted else not_)
    texts["ends"] = lambda cell: closing_with(ends(cell) if isinstance(cell, str) else cell)
    return read_rows("grammar.yaml", rows, facts, texts, CELLS)


def _condition(text):
    """Name of a condition, and whether it has to hold."""
    return text.removeprefix("no "), not text.startswith("no ")


@cache
def read_rules():
    """Rules of the shipped grammar, in the order in which they are tried.

    Returns
    -------
    tuple
        Of each its own name (rule), and the patterns of the name that it gives and of what later clauses inherit.

    Examples
    --------
    >>> read_rules()[0].rule
    'fine'
    """
    return tuple(row.cells for row in _table().rows)


@cache
def _pattern(text):
    """Regular expression over letters for a pattern over the names of roles."""
    made, roles = [], lexicon_content("grammar.yaml")["roles"]
    for element in text.split():
        name = element.rstrip("?*+")
        if name not in roles:
            raise ValueError(
                Mistake(
                    "unknown_in_lexicon", what="role", name=name, file="grammar.yaml", known=one_of(roles)
                )
            )
        made.append(f"[{roles[name]}]{element[len(name) :]}")
    return re.compile("".join(made))


def decide(slots):
    """The first rule that a value with its `Slots` fits."""
    facts = {
        "value": (slots.kind,),
        "unit": slots.unit,
        "marks": slots.quantity.marks,
        "needs": _needed().intersection([t.word for t in slots.frame.left]),
        "left": _fit("left", slots.letters),
        "right": _fit("right", letters_of(slots.frame.right[:REACH])),
        "before": (bool(slots.before),),
        "change": (bool(slots.change),),
        "things": (bool(slots.things),),
    }
    return _table().decide(facts, Asked(partial(getattr, slots), ends=(slots.things,))).cells


@lru_cache(maxsize=65536)
def _fit(side, letters):
    """Patterns that the words on one side of a value fit: all of those before it, the first of those after it."""
    cells = {row[side] for row in lexicon_content("grammar.yaml")["rules"] if side in row}
    fits = re.Pattern.fullmatch if side == "left" else re.Pattern.match
    return frozenset(cell for cell in cells if fits(_pattern(cell), letters))


@cache
def _needed():
    """Words that rules ask for."""
    return frozenset(w for row in lexicon_content("grammar.yaml")["rules"] for w in row.get("needs", ()))
