"""Numbers that state nothing: dates, labels, names, idioms; and the patterns that numbers are read with."""

import math
import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import HERE, found_before, pattern
from govnlp.analysis.indicators.units import unit_pattern
from govnlp.lexicons import lexicon_content
from govnlp.numerals import HAN as CHINESE
from govnlp.numerals import NUMBER, NUMERAL, VAGUE

DIGITS = "[一二两三四五六七八九十百千零]"
HAN = re.compile("[一-鿿]")
LEAST = f"{DIGITS}+[十百千万]*(?:个?[元倍年日月]|个工作日)"
UPPER = re.compile("以[下内]")
DURATIONS = {"日", "天", "个月", "年", "小时", "个小时", "个工作日", "工作日"}
WORKING = {"日", "工作日", "个工作日"}  # nobody speaks of 十日内 but to set a limit
SCALES = "十百千万亿"  # 一万万三亿 is no numeral
NEAR = 8  # characters before a number that say that it is a label
YEARS = {"年", "学年"}
LABELS = 50  # a label in Han numerals is less: 二期, 三季度
TITLE = 60  # characters of a title that are looked at for its beginning


NUMERALS = {"arabic": {True}, "han": {False}, None: {True, False}}


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
        "fraction": fraction + "|(?P<over>\\d\\d?)/(?P<under>\\d\\d?)(?![\\d/年月.])",
        "times": f"翻了?(?P<times>{CHINESE}|两)?番",
        "rank": f"(?P<number>\\d+|{CHINESE})(?P<unit>位|名|家|年|个)?",
        "before": f"(?:{lists['before']})+$",
        "after": f"(?:\\(含[^()]{{0,8}}\\))?(?P<bound>{lists['after']})",
        "ranking": f"{lists['ranking']}|{lists['scopes']}",
        "rhetoric": lists["not_counted"],
        "move": f"$|[,;。:!?、)]|\\d|{lists['moves']}",
        "idiom": lists["idioms"],
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
def _labels(unit, arabic):
    """What makes a label of a number of such a unit: least and most value, whether scaled, what stands around it."""
    return [
        (
            row.get("least", -math.inf),
            row.get("most", math.inf),
            row.get("scaled", True),
            *(re.compile(row[side]) if side in row else None for side in ("before", "after")),
        )
        for row in words()["labels"]
        if unit in row.get("units", [unit]) and arabic in NUMERALS[row.get("numeral")]
    ]


def counts_nothing(m, text):
    """Whether a number is a label, an idiom or part of a title."""
    return _is_label(m, text) or (not m.arabic and _is_rhetoric(m, text)) or in_title(text, m.start)


def _is_label(m, text):
    """Whether a number is a date, an age, the number of a thing, the copies of a form."""
    if m.high and m.unit in YEARS:
        return m.arabic
    near = text[max(0, m.start - NEAR) : m.start]
    for least, most, scaled, before, after in _labels(m.unit, m.arabic):
        fits = least <= m.value <= most and (scaled or not m.scale)
        if fits and (not after or after.match(text, m.end)) and (not before or before.search(near)):
            return True
    return False


def is_advance(m, text):
    """Whether a time says how long before something else is to be done (有效期届满三十日前)."""
    timed = m.unit in DURATIONS and m.high is None and text.startswith("前", m.end)
    return timed and found_before("advance", text, m.start) is not None


def is_recurring(unit, text, start, end):
    """Whether a time says how often something is to be done (每三个月公开一次)."""
    return (
        unit in DURATIONS and text.endswith("每", 0, start) and pattern("once").match(text, end) is not None
    )


def _is_limit(m, text):
    """Whether a Han numeral sets a limit: a deadline, a term, a bound, one of the two bounds of a range."""
    unit, timed = m.unit, m.unit in DURATIONS
    if timed and pattern("within").match(text, m.end):
        since = found_before("years since" if unit == "年" else "since", text, m.start)
        if since or unit in WORKING or pattern("forbidden").match(text, m.end):
            return True
    if timed and found_before("term", text, m.start):
        return True
    if (timed or unit == "次") and found_before("bound", text, m.start):
        return True
    if not timed and unit not in ("元", "倍"):
        return False
    above = text.endswith(("以上", "以上不满"), 0, m.start) and UPPER.match(text, m.end)
    return bool(above or pattern("bounded").match(text, m.end))


def _is_rhetoric(m, text):
    """Whether a Han numeral only speaks: 一, idioms, quoted abbreviations, 三个维度, 五大功能."""
    if _is_limit(m, text):
        return False
    p, last, unit, low = patterns(), text[m.start - 1 : m.start], m.unit, m.low
    here, rest = max(0, m.start - HERE), text[m.end : m.end + 1]
    if text.rfind("“", here, m.start) > text.rfind("”", here, m.start):
        return True
    if m.value in (0, 1) and m.high is None and not m.scale and not (unit == "倍" and last in "长加高增升"):
        return True  # 一 before a noun counts nothing; 一点五 does
    if last and last in words()["not_before_chinese"] + SCALES:
        return True
    if p["idiom"].match(text, m.start) or _numbered_places().match(text, m.start):
        return True
    if unit[:1] == "大" or (unit in words()["labelled"] and m.value < LABELS and not m.scale):
        return not (unit == "年" and last == "续")
    if unit == "元" and m.value < 10 and not m.scale:  # 二元结构
        return not p["after"].match(text, m.end)
    if p["rhetoric"].match(text, m.end):
        return True
    if unit[:1] == "个" and (rest in ("”", '"') or (rest == "“" and m.value < 20)):
        return True
    large = "亿" in m.scale
    if (low[0] in "百千" or low == "十") and not (large or m.vague or last in tuple("近上超破过达")):
        return True
    return not unit and not large
