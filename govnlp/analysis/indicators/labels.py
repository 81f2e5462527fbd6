"""Numbers that state nothing: dates, labels, names, idioms; and the patterns that numbers are read with."""

import math
import re
from functools import cache
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.units import unit_pattern
from govnlp.lexicons import lexicon_content
from govnlp.numerals import HAN as CHINESE
from govnlp.numerals import NUMBER, NUMERAL, VAGUE

DIGITS = "[一二两三四五六七八九十百千零]"
HAN = re.compile("[一-鿿]")
HERE = 24  # characters looked at before a number: a clause is seldom longer
LEAST = f"{DIGITS}+[十百千万]*(?:个?[元倍年日月]|个工作日)"
UPPER = re.compile("以[下内]")
DURATIONS = {"日", "天", "个月", "年", "小时", "个小时", "个工作日", "工作日"}
WORKING = {"日", "工作日", "个工作日"}  # nobody speaks of 十日内 but to set a limit
SCALES = "十百千万亿"  # 一万万三亿 is no numeral
NEAR = 8  # characters before a number that say that it is a label
YEARS = {"年", "学年"}
LABELS = 50  # a label in Han numerals is less: 二期, 三季度
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

    @property
    def arabic(self):
        """Whether it is written in Arabic figures."""
        return self.low[0].isdigit()


def words():
    """The lexicon of words around numbers."""
    return lexicon_content("quantities.yaml")


@cache
def _numbered_places():
    """Names of regions that begin with a numeral (九台区, 三台县), as a pattern."""
    from govnlp.documents.entities.divisions import regions

    return _any_of({r.name for r in regions() if re.match(CHINESE, r.name) and len(r.name) > 2})


def _any_of(alternatives):
    """Pattern of the longest of some alternatives."""
    return re.compile("|".join(sorted(alternatives, key=lambda w: (-len(w), w))))


@cache
def patterns():
    """Regular expressions made of the lexicons: each is matched at one place and reads a few characters on."""

    def any_of(key):
        return "|".join(sorted(words()[key], key=lambda w: (-len(w), w)))

    unit = unit_pattern()
    return {
        "numeral": NUMERAL,
        "unit": re.compile(
            f"(?P<vague>{VAGUE})?(?P<unit>{unit}| (?:[%‰㎡]|[亿万]?元|平方米|公里|公顷|吨|亩))?"
        ),
        "joint": re.compile("(?:\\(含\\))?(?:-|—{1,2}|－|–|−|~|至|到)"),
        "fraction": re.compile(
            f"(?<!含)(?P<below>[百千万]|{CHINESE})分之(?P<above>{NUMBER})|(?P<over>\\d\\d?)/(?P<under>\\d\\d?)(?![\\d/年月.])"
        ),
        "times": re.compile(f"翻了?(?P<times>{CHINESE}|两)?番"),
        "half": re.compile("(?:一半|半数|过半|近半|对折)|半(?P<of>年|个月|天|小时)"),
        "rank": re.compile(f"(?P<number>\\d+|{CHINESE})(?P<unit>位|名|家|年|个)?"),
        "before": re.compile(
            f"(?:{any_of('before')}|(?<![以则])上|(?<![签节预条集制特合公])约|(?<![通经不])过|(?<![提目日年此以之当面空坝])前)+$"
        ),
        "after": re.compile(f"(?:\\(含[^()]{{0,8}}\\))?(?P<bound>{any_of('after')})"),
        "ranking": re.compile(f"(?:{any_of('ranking')}|{any_of('scopes')})"),
        "rhetoric": re.compile(f"(?:{any_of('not_counted')})"),
        "move": re.compile(f"$|[,;。:!?、)]|\\d|(?:{any_of('moves')})"),
        "idiom": re.compile(f"(?:{any_of('idioms')})"),
    }


def in_title(text, at):
    """Whether a place stands inside 《》."""
    return text.rfind("《", max(0, at - TITLE), at) > text.rfind("》", max(0, at - TITLE), at)


class Label(NamedTuple):
    """A row of the lexicon: what stands around a number of such a unit and size that counts nothing."""

    numeral: str | None
    before: re.Pattern | None
    after: re.Pattern | None
    least: float
    most: float
    scaled: bool

    def fits(self, m, text, numeral):
        """Whether a number is one of this kind."""
        return (
            self.numeral in (None, numeral)
            and self.least <= m.value <= self.most
            and (self.scaled or not m.scale)
            and (self.after is None or self.after.match(text, m.end) is not None)
            and (
                self.before is None or self.before.search(text[max(0, m.start - NEAR) : m.start]) is not None
            )
        )


@cache
def _labels():
    """Rows of the lexicon by unit; those of any unit under None."""
    by_unit = {}
    for row in words()["labels"]:
        before, after = (re.compile(row[side]) if side in row else None for side in ("before", "after"))
        least, most = row.get("least", -math.inf), row.get("most", math.inf)
        label = Label(row.get("numeral"), before, after, least, most, row.get("scaled", True))
        for unit in row.get("units", [None]):
            by_unit.setdefault(unit, []).append(label)
    return by_unit


def counts_nothing(m, text):
    """Whether a number is a label, an idiom or part of a title."""
    return _is_label(m, text) or (not m.arabic and _is_rhetoric(m, text)) or in_title(text, m.start)


def _is_label(m, text):
    """Whether a number is a date, an age, the number of a thing, the copies of a form."""
    if m.high and m.unit in YEARS:
        return m.arabic
    numeral, rows = "arabic" if m.arabic else "han", _labels()
    return any(row.fits(m, text, numeral) for row in (*rows.get(m.unit, ()), *rows[None]))


def is_advance(m, text):
    """Whether a time says how long before something else is to be done (有效期届满三十日前)."""
    before = max(0, m.start - HERE), m.start
    return (
        text.startswith("前", m.end)
        and m.high is None
        and pattern("advance").search(text, *before) is not None
    )


def is_recurring(unit, text, start, end):
    """Whether a time says how often something is to be done (每三个月公开一次)."""
    return (
        unit in DURATIONS and text.endswith("每", 0, start) and pattern("once").match(text, end) is not None
    )


def _is_limit(m, text):
    """Whether a Han numeral sets a limit: a deadline, a term, a bound, one of the two bounds of a range."""
    unit, before = m.unit, (max(0, m.start - HERE), m.start)
    if unit in DURATIONS and pattern("within").match(text, m.end):
        since = pattern("years since" if unit == "年" else "since")
        if unit in WORKING or since.search(text, *before) or pattern("forbidden").match(text, m.end):
            return True
    if unit in DURATIONS and pattern("term").search(text, *before):
        return True
    if unit in DURATIONS | {"次"} and pattern("bound").search(text, *before):
        return True
    if unit not in DURATIONS | {"元", "倍"}:
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
