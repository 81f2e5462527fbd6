"""What makes a subject the name of a number: 数, 增速, 占比, 时限."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.tokens import ends, having
from govnlp.lexicons import lexicon_content


class Ending(NamedTuple):
    """A row of endings.yaml: patterns by the text that they are sought in, words by role, and what it gives."""

    patterns: list
    ends: tuple
    unless: tuple
    signs: frozenset
    verb: frozenset
    gives: dict | str


@cache
def _rows():
    """Rows of endings.yaml by kind of value."""
    rows = lexicon_content("endings.yaml")["rows"]
    return {kind: [_ending(row) for row in of_kind] for kind, of_kind in rows.items()}


def _ending(row):
    """Row of the lexicon with its words and patterns."""
    patterns = [(text, re.compile(x).search) for text, x in row.items() if text not in Ending._fields]
    closing, other = (ends(*row.get(key, "").split()) for key in ("ends", "unless"))
    signs, verb = row.get("signs", ""), having(row.get("verb", ""))
    signs = having(signs) if isinstance(signs, str) else frozenset(signs)
    return Ending(patterns, closing or ("",), other, signs, verb, row["gives"])


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
    quantity, signs = slots.quantity, slots.frame.phrase.signs
    texts = {
        "name": name,
        "unit": quantity.unit,
        "marks": " ".join(quantity.marks),
        "left": "".join([t.word for t in slots.frame.left]),
        "words": "".join([t.word + " " for t in slots.words]),
        "letters": slots.letters,
        "change": slots.change,
        "changed": _changed(slots.change),
        "whole": slots.whole,
        "last": slots.state.last,
    }
    for row in _rows().get(_kind(slots, name), ()):
        if not name.endswith(row.ends) or name.endswith(row.unless):
            continue
        if (row.signs and row.signs.isdisjoint(signs)) or (row.verb and slots.change not in row.verb):
            continue
        gives = row.gives if isinstance(row.gives, str) else row.gives.get(quantity.unit_base)
        found = [search(texts[text]) for text, search in row.patterns]
        if gives is not None and all(found):
            return gives.format_map(texts | {k: x for m in found for k, x in m.groupdict().items()})
    return ""


def _kind(slots, name):
    """Kind of a value in the table: what changed, else what it is."""
    quantity = slots.quantity
    if not slots.change or slots.level or quantity.kind == "places" or "连续" in quantity.marks:
        return quantity.kind
    if quantity.unit_base == "%":
        return "pace"
    told = name.startswith(("新增", "净增")) or name == slots.change + slots.things
    return quantity.kind if told else "moved"


@cache
def _changed(verb):
    """A verb of change in full: 增加 for 增; 偏高 as it is."""
    return lexicon_content("endings.yaml")["full"].get(verb, verb.rstrip("到至了"))
