"""What makes a subject the name of a number: 数, 增速, 占比, 时限."""

from functools import cache

from govnlp.analysis.indicators.lists import ADDED
from govnlp.analysis.indicators.rows import Asked, any_of, closing_with, finding, read_rows
from govnlp.analysis.indicators.tokens import ends, having
from govnlp.lexicons import lexicon_content

NAMED = ("ends", "unless", "name")  # columns that ask about the name
TEXTS = {  # columns of patterns: the text that each is sought in
    "unit": lambda slots: slots.quantity.unit,
    "marks": lambda slots: " ".join(slots.quantity.marks),
    "left": lambda slots: "".join([t.word for t in slots.frame.left]),
    "words": lambda slots: "".join([t.word + " " for t in slots.words]),
    "letters": lambda slots: slots.letters,
    "change": lambda slots: slots.change,
    "whole": lambda slots: slots.whole,
    "last": lambda slots: slots.state.last,
}


@cache
def _tables():
    """Tables of endings.yaml by kind of value."""
    facts = {"signs": _words, "verb": _words, "gives": _units}
    of_name = {"ends": _closing, "unless": _other, "name": finding}
    texts = of_name | dict.fromkeys(TEXTS, finding)
    rows = lexicon_content("endings.yaml")["rows"].items()
    return {kind: read_rows("endings.yaml", of_kind, facts, texts, {"gives": ""}) for kind, of_kind in rows}


def _words(cell):
    """A test whether one of some words, or of those that can play a role, is among others."""
    return any_of(having(cell) if isinstance(cell, str) else cell)


def _units(gives):
    """A test whether a row gives something for a unit: for any, unless endings stand by unit."""
    return any_of(gives) if isinstance(gives, dict) else bool


def _closing(roles):
    """A test whether a name ends with a word that can play one of some roles."""
    return closing_with(ends(*roles.split()))


def _other(roles):
    """A test whether it ends with none."""
    closing = _closing(roles)
    return lambda name: not closing(name)


def ending_of(slots, name):
    """What a name lacks at its end.

    Parameters
    ----------
    slots : Slots
    name : str

    Returns
    -------
    str
    """
    unit, table = slots.quantity.unit_base, _tables().get(_kind(slots, name))
    if table is None:
        return ""
    texts = Asked(lambda column: TEXTS[column](slots), **dict.fromkeys(NAMED, (name,)))
    facts = {"signs": frozenset(slots.frame.phrase.signs), "verb": (slots.change,), "gives": (unit,)}
    row = table.decide(facts, texts)
    gives = row.cells.gives if row else ""
    gives = gives if isinstance(gives, str) else gives[unit]
    if "{" not in gives:
        return gives
    matches = [test(*texts[column]) for column, test in row.texts.items() if column not in ("ends", "unless")]
    groups = {name: text for m in matches for name, text in m.groupdict().items()}
    return gives.format(change=slots.change, changed=_changed(slots.change), whole=slots.whole, **groups)


def _kind(slots, name):
    """Kind of a value in the table: what changed, else what it is."""
    quantity = slots.quantity
    if not slots.change or slots.level or quantity.kind == "places" or "连续" in quantity.marks:
        return quantity.kind
    if quantity.unit_base == "%":
        return "pace"
    added = slots.words or slots.change.startswith(ADDED)  # 新增茶厂9家,(比上年增加2家)
    told = (added and name.startswith(ADDED)) or name == slots.change + slots.things
    return quantity.kind if told else "moved"


@cache
def _changed(verb):
    """A verb of change in full: 增加 for 增; 偏高 as it is."""
    return lexicon_content("endings.yaml")["full"].get(verb, verb.rstrip("到至了"))
