"""Numbers that state nothing: dates, labels, names, idioms; and the patterns that numbers are read with."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import HERE, found_before, pattern
from govnlp.analysis.indicators.rows import any_of, finding, matching, read_rows
from govnlp.analysis.indicators.units import unit_of, unit_pattern
from govnlp.lexicons import lexicon_content
from govnlp.numerals import HAN as CHINESE
from govnlp.numerals import NUMBER, NUMERAL, VAGUE

TITLE = 60  # characters of a title that are looked at for its beginning


class Reading(NamedTuple):
    """A numeral as it stands in a text, with its unit: `low` is its text, `value` its value."""

    start: int
    end: int
    low: str
    value: float
    high: float | None
    scale: str
    unit: str
    vague: str
    arabic: bool


def words():
    """The lexicon of words around numbers."""
    return lexicon_content("quantities.yaml")


@cache
def _numbered_places():
    """Names of regions that begin with a numeral (九台区, 三台县), as a pattern."""
    from govnlp.documents.entities.divisions import regions

    return re.compile(_any_of({r.name for r in regions() if re.match(CHINESE, r.name) and len(r.name) > 2}))


def _any_of(alternatives):
    """Regular expression of the longest of some alternatives."""
    return "|".join(sorted(alternatives, key=lambda w: (-len(w), w)))


@cache
def patterns():
    """Regular expressions made of the lexicons: each is matched at one place and reads a few characters on."""
    lists = {
        key: _any_of(found) for key, found in words().items() if isinstance(found, list) and key != "labels"
    }
    spaced = f"(?<=\\d) {unit_pattern()}"
    fraction = f"(?<!含)(?P<below>[百千万]|{CHINESE})分之(?P<above>{NUMBER})"
    unit = f"(?P<more>{VAGUE})?(?P<unit>{unit_pattern()}|{spaced})?"
    expressions = {
        "unit": unit,
        "measured": NUMERAL.pattern + unit,
        "fraction": fraction + "|(?<![\\d/])(?P<over>\\d\\d?)/(?P<under>\\d\\d?)(?![\\d/年月.]| ?\\d\\d?:)",
        "times": f"翻了?(?P<times>{CHINESE}|两)?番",
        "rank": f"(?P<number>\\d+|{CHINESE})(?P<unit>位|名|家|年|个)?",
        "before": f"(?:{lists['before']})+$",
        "after": f"(?:\\(含[^()]{{0,8}}\\))?(?P<bound>{lists['after']})",
        "ranking": f"{lists['ranking']}|{lists['scopes']}",
        "rhetoric": lists["not_counted"],
        "move": f"$|[,;。:!?、)]|\\d|{lists['moves']}",
    }
    return {name: re.compile(text) for name, text in expressions.items()}


@cache
def closing():
    """Characters with which signs of approximation before a number end."""
    return frozenset(word[-1] for word in words()["before"])


def in_title(text, at):
    """Whether a place stands inside 《》."""
    opened = text.rfind("《", max(0, at - TITLE), at)
    return opened >= 0 and opened > text.rfind("》", opened, at)


@cache
def _table():
    """Table of what stands around numbers that count nothing."""
    facts = dict.fromkeys(("units", "numeral", "scaled", "range"), any_of)
    bounds = {"least": lambda x: float(x).__le__, "most": lambda x: float(x).__ge__}
    around = {"own": matching, "after": matching, "before": finding}
    return read_rows("quantities.yaml", words()["labels"], facts, bounds | around, {"label": True})


def counts_nothing(m, text):
    """Whether a number is a label, an idiom or part of a title: by the first row of the lexicon that fits."""
    if in_title(text, m.start) or (not m.arabic and _numbered_places().match(text, m.start)):
        return True
    units, numeral = (m.unit, m.unit and unit_of(m.unit)[0]), ("arabic" if m.arabic else "han",)
    facts = {"units": units, "numeral": numeral, "scaled": (bool(m.scale),), "range": (bool(m.high),)}
    value, near = (m.value,), (text[max(0, m.start - HERE) : m.start],)
    texts = {"before": near, "own": (text, m.start), "after": (text, m.end), "least": value, "most": value}
    row = _table().decide(facts, texts)
    return row is not None and row.cells.label


def is_advance(m, text):
    """Whether a time says how long before something else is to be done (有效期届满三十日前)."""
    ahead = m.high is None and text.startswith("前", m.end)
    return ahead and found_before("advance", text, m.start) is not None


def is_recurring(text, start, end):
    """Whether a time says how often something is to be done (每三个月公开一次)."""
    return text.endswith("每", 0, start) and pattern("once").match(text, end) is not None
