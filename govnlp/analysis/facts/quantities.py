"""Quantities in a text: value, unit and signs of approximation, without dates, labels and names."""

import re
from dataclasses import dataclass
from functools import cache

from govnlp.analysis.facts.numerals import scale_factor, to_number
from govnlp.analysis.facts.units import unit_of, unit_pattern
from govnlp.lexicons import lexicon_path

WIDTHS = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, ord("﹪"): ord("%")}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
CHINESE = "[一二两三四五六七八九十百千零]+"
PEOPLE = re.compile("[一-鿿]{0,3}(?:人口|群众|居民|农民|市民|用户|中国人|人民|人次|学生|职工|劳动力)")
HAN = re.compile("[一-鿿]")
NUMERAL = re.compile(r"\d|[一二两三四五六七八九十百千半翻过近对]")
STOPS = "。!?;,:\n"
HERE = 24  # characters looked at before a number: a clause is seldom longer


@dataclass(slots=True)
class Quantity:
    """A value with its unit at a place of a text (`start` to `end` with its signs of approximation)."""

    start: int
    end: int
    kind: str
    value: float
    unit: str
    base: float
    unit_base: str
    high: float | None = None
    marks: tuple = ()


def narrow(text):
    """The same text with half-width letters, digits and punctuation, character by character.

    Examples
    --------
    >>> narrow("增长５％，")
    '增长5%,'
    """
    return text.translate(WIDTHS)


@cache
def words():
    """The lexicon of words around numbers."""
    import yaml

    return yaml.safe_load(lexicon_path("quantities.yaml").read_text(encoding="utf-8"))


@cache
def patterns():
    """Regular expressions made of the lexicons: each is matched at one place and reads a few characters on."""

    def any_of(key):
        return "|".join(sorted(words()[key], key=lambda w: (-len(w), w)))

    number, scale = f"(?:{ARABIC}|{CHINESE})", "(?:[十百千]?万亿|[百千]?亿|[百千十]?万)"
    vague, unit, joint = "[余多几来缺]", unit_pattern(), "(?:-|—{1,2}|－|–|~|至|到)"
    plain = (
        f"(?P<low>{number})(?:(?P<lowscale>{scale})?(?:%|个?百分点|{unit})?{joint}(?P<high>{number}))?"
        f"(?P<vague>{vague})?(?P<scale>个?{scale})?(?P<vague2>{vague})?(?P<unit>{unit})?"
    )
    return {
        "plain": re.compile(plain),
        "fraction": re.compile(
            f"(?P<below>[百千]|{CHINESE})分之(?P<above>{number})|(?P<over>\\d\\d?)/(?P<under>\\d\\d?)(?![\\d/年月.])"
        ),
        "times": re.compile(f"翻(?:了)?(?P<times>{CHINESE})?番"),
        "half": re.compile("(?:一半|半数|过半|近半|对折)|半(?P<of>年|个月|天|小时)"),
        "rank": re.compile(f"(?:\\d+|{CHINESE})(?P<unit>位|名|家|年|个)?"),
        "before": re.compile(f"(?:{any_of('before')}|(?<![通经不])过)+$"),
        "after": re.compile(f"(?:{any_of('after')})"),
        "ranking": re.compile(f"(?:{any_of('ranking')}|{any_of('scopes')})"),
        "rhetoric": re.compile(f"(?:{any_of('not_counted')})"),
        "move": re.compile(f"$|[,;。:!?、)]|\\d|(?:{any_of('moves')})"),
        "idiom": re.compile(f"(?:{any_of('idioms')})"),
    }


def find_quantities(text):
    """Quantities of a text in reading order.

    Parameters
    ----------
    text : str
        Half-width (see `narrow`).

    Returns
    -------
    list of Quantity

    Examples
    --------
    >>> [(q.value, q.unit, q.base, q.marks) for q in find_quantities("整合资金6000余万元,惠及近20万人")]
    [(6000.0, '万元', 60000000.0, ('余',)), (20.0, '万人', 200000.0, ('近',))]
    >>> find_quantities("2021年5月,世界500强企业参观5G展馆,第一书记到三个圈层调研")
    []
    """
    found, at = [], 0
    while m := NUMERAL.search(text, at):
        at = m.start()
        quantity, at = _read(text, at)
        if quantity:
            found.append(quantity)
    return found


def _read(text, at):
    """Quantity that begins at a numeral, or None; and where to go on."""
    p, first = patterns(), text[at]
    if first in "翻过近对半":
        m = p["times"].match(text, at) or p["half"].match(text, at)
        if not m:
            return None, at + 1
        return _special(m, text), m.end()
    if at and text[at - 1] in "第前" and (m := p["rank"].match(text, at)):
        quantity = _ordinal(m, text)
        if quantity or text[at - 1] == "第":
            return quantity, m.end()
    if (m := p["fraction"].match(text, at)) or (
        text.startswith("一半", at) and (m := p["half"].match(text, at))
    ):
        return _special(m, text), m.end()
    m = p["plain"].match(text, at)
    if m["high"] and m["lowscale"] and not m["scale"] and not m["unit"]:
        return None, m.end()
    return _plain(m, text), m.end()


def _signs(text, start, end):
    """Place with its signs of approximation, and these."""
    p = patterns()
    before = p["before"].search(text, max(0, start - 8), start)
    after = p["after"].match(text, end)
    marks = tuple(x[0] for x in (before, after) if x)
    return (before.start() if before else start), (after.end() if after else end), marks


def _special(m, text):
    """Fractions, 翻番 and halves."""
    start, end, marks = _signs(text, *m.span())
    groups = m.groupdict()
    if groups.get("above") or groups.get("under"):
        above, below = (m["above"], m["below"]) if m["above"] else (m["over"], m["under"])
        above, below = to_number(above), to_number(below)
        if not above or not below or (m["over"] and above >= below):
            return None
        return Quantity(
            start, end, "share", round(above / below * 100, 4), "%", above / below * 100, "%", marks=marks
        )
    if m[0][0] == "翻":
        value = to_number(groups["times"]) if groups["times"] else 1.0
        return Quantity(start, end, "change", value, "番", value * 100, "%", marks=marks)
    if groups.get("of"):
        short = (marks and marks[0] != "上") or text[max(0, start - 2) : start].endswith(("用", "短短"))
        return Quantity(start, end, "duration", 0.5, m["of"], 0.5, m["of"], marks=marks) if short else None
    whole = marks or m[0] != "一半"
    marks += (m[0][0],) if m[0] in ("过半", "近半") else ()
    return Quantity(start, end, "share", 50.0, "%", 50.0, "%", marks=marks) if whole else None


def _ordinal(m, text):
    """A rank (位居第二, 前十位), an ordinal count (第3家) or a run of years (连续第3年)."""
    p, sign = patterns(), text[m.start() - 1]
    value = to_number(m[0][: len(m[0]) - len(m["unit"] or "")])
    clause = text[max(0, m.start() - HERE) : m.start() - 1]
    clause = clause[max(clause.rfind(c) for c in STOPS) + 1 :]
    start = m.start() - 1
    if value is None or patterns()["rhetoric"].match(text, m.end()) or text.startswith("五年", m.end()):
        return None
    if m["unit"] == "年":
        run = clause.endswith(("连续", "持续"))
        return (
            Quantity(start - 2, m.end(), "duration", value, "年", value, "年", marks=("连续",))
            if run
            else None
        )
    if m["unit"] in ("家", "个") and sign == "第" and value > 1:
        return Quantity(start, m.end(), "ordinal", value, m["unit"], value, m["unit"], marks=("第",))
    ranked = p["ranking"].search(clause) and not clause.endswith(("放在", "摆在", "作为", "放", "摆"))
    if not ranked or not p["move"].match(text, m.end()):
        return None
    if sign == "前":
        return Quantity(start, m.end(), "rank", value, "位", value, "位", marks=("前",))
    return Quantity(start, m.end(), "rank", value, "位", value, "位")


def _plain(m, text):
    """A numeral with a unit or at least a scale."""
    unit, scale, low = m["unit"], (m["scale"] or "").lstrip("个"), m["low"]
    arabic = low[0].isdigit()
    value = to_number(low)
    high = to_number(m["high"]) if m["high"] else None
    if not arabic and len(low) > 1 and value is None:
        value, high = _spoken(low)
    last = text[m.start() - 1 : m.start()]
    if (
        value is None
        or not (unit or scale)
        or (last and last in words()["not_before_number"])
        or (last.isascii() and last.isalpha())
    ):
        return None
    if unit and unit_of(unit)[0] == "duration" and text[m.end() : m.end() + 1] in ("前", "后", "来"):
        return None
    if unit and unit_of(unit)[0] == "duration" and text[m.start() - 1 : m.start()] == "过":  # 再过100年
        return None
    if (arabic and _is_label(m, text, value)) or (not arabic and _is_rhetoric(m, text, value, high)):
        return None
    start, end, marks = _signs(text, *m.span())
    marks += tuple("余" if x == "缺" else x for x in (m["vague"], m["vague2"]) if x)  # 缺 is a spun 余
    if unit:
        kind, base, factor = unit_of(unit)
    else:
        people = PEOPLE.match(text, m.end()) or PEOPLE.search(text, max(0, m.start() - 6), m.start())
        kind, base, factor = (
            "count" if people else "amount",
            "人" if people else "元" if "亿" in scale else "",
            1.0,
        )
    return Quantity(
        start, end, kind, value, scale + (unit or ""), value * scale_factor(scale) * factor, base, high, marks
    )


def _spoken(numeral):
    """两三 is two to three: value and high of a pair of digits that follow each other."""
    low, high = to_number(numeral[0]), to_number(numeral[1])
    return (low, high) if len(numeral) == 2 and low and high and high == low + 1 else (None, None)


def _is_label(m, text, value):
    """A date, a year, a place in a list, the number of a thing."""
    unit, rest, last = m["unit"], text[m.end() : m.end() + 2], text[max(0, m.start() - 1) : m.start()]
    if unit in words()["ratings"] and HAN.match(rest):
        return True
    if (unit in ("个月", "天", "日") and last == "前") or (unit == "日夜" and last == "月"):
        return True
    if unit == "年" and ((1000 <= value <= 2100 and "." not in m["low"]) or m["high"]):
        return True
    if unit == "日" and rest[:1] != "内":
        return True
    if unit == "岁" and not re.search("寿命|平均|年龄", text[max(0, m.start() - 8) : m.start()]):
        return True
    if unit in ("P", "升", "度", "方") and not m["scale"]:
        return rest[:1].isalnum()
    if unit == "班" and rest[:1] in "倒制岗":
        return True
    return not unit and rest[:1].isascii() and rest[:1].isalnum()


def _is_rhetoric(m, text, value, high):
    """A Chinese numeral that counts nothing: 一, idioms, quoted abbreviations, 三个维度, 五大功能."""
    p, last = patterns(), text[m.start() - 1 : m.start()]
    unit, low = m["unit"] or "", m["low"]
    rest = text[m.end() : m.end() + 1]
    bare = low[0] in "百千" or low == "十"
    quoted = text.rfind("“", max(0, m.start() - HERE), m.start()) > text.rfind(
        "”", max(0, m.start() - HERE), m.start()
    )
    if (
        quoted
        or (value < 2 and high is None)
        or (last and last in words()["not_before_chinese"])
        or p["idiom"].match(text, m.start())
    ):
        return True
    if unit[:1] == "大" or (unit in words()["labelled"] and value < 50 and not m["scale"]):
        return not (unit == "年" and last == "续")
    if unit == "班" and rest in "倒制岗":
        return True
    if unit == "元" and value < 10 and not m["scale"]:  # 二元结构
        return True
    if p["rhetoric"].match(text, m.end()) or (unit and unit[0] == "个" and rest in '”"'):
        return True
    if bare and not (
        "亿" in (m["scale"] or "")
        or m["vague"]
        or m["vague2"]
        or last in ("近", "上", "超", "破", "过", "达")
    ):
        return True
    if not unit:
        return "亿" not in (m["scale"] or "")
    return False
