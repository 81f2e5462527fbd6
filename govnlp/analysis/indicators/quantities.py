"""Quantities in a text: value, unit and signs of approximation, without dates, labels and names."""

import re
from dataclasses import dataclass

from govnlp.analysis.indicators.labels import HERE, in_title, is_copy, is_label, is_rhetoric, patterns, words
from govnlp.analysis.indicators.numerals import scale_factor, to_number
from govnlp.analysis.indicators.units import unit_of

WIDTHS = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, ord("﹪"): ord("%")}
PEOPLE = re.compile("[一-鿿]{0,3}(?:人口|群众|居民|农民|市民|用户|中国人|人民|人次|学生|职工|劳动力)")
RANKED = re.compile(
    "(?:排名|位列|名列|位次|排位|位居)(?:全[国省市区县州盟球]|世界|[国省市]内|第)?(?:升至|上升至|降至)?$"
)
NUMERAL = re.compile(r"\d|[一二两三四五六七八九十百千半翻过近对]")
JOINED = re.compile(  # (成为全省)第3个(千亿级园区)
    "成为|跻身|迎来|[是为]|建成|建立|设立|开业|开通|落户|全[国球省市区县州]|[我本][省市区县州]|国内|省内|市内|世界|[省市区县州国洲]的?$"
)
STATED = re.compile("[一-鿿]:")  # 同比增速:8.5%
MINUS = re.compile("[一-鿿:][-−]")
YEARS = ("年", "学年")
RANGES = ((("以上",), ("以下",)), (("以上",), ("以内",)))
STOPS = "。!?;,:\n"


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
        if quantity and not (found and _widen(found[-1], quantity)):
            found.append(quantity)
    return found


def _widen(low, high):
    """Make a range of two bounds that follow each other (2000元以上2万元以下); False where they are none."""
    bounds = low.marks[-1:], high.marks[-1:]
    if bounds not in RANGES or low.end != high.start or low.unit_base != high.unit_base:
        return False
    if not low.base < high.base or low.high or high.high:
        return False
    low.high, low.end, low.marks = high.base / (low.base / low.value), high.end, ()
    return True


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
    if text[m.start() - 1 : m.start()] == "含":  # 三分之二(含三分之二)
        return None
    start, end, marks = _signs(text, *m.span())
    groups = m.groupdict()
    if groups.get("above") or groups.get("under"):
        above, below = (m["above"], m["below"]) if m["above"] else (m["over"], m["under"])
        above, below = to_number(above), to_number(below)
        if not above or not below or (m["over"] and above >= below):
            return None
        return Quantity(
            start, end, "share", round(above / below * 100, 2), "%", above / below * 100, "%", marks=marks
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
    if m["unit"] in ("家", "个") and sign == "第":
        if value < 2 or not JOINED.search(clause):
            return None
        return Quantity(start, m.end(), "ordinal", value, "位", value, "位", marks=("第",))
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
    minus = MINUS.fullmatch(text, max(0, m.start() - 2), m.start()) is not None  # 增长-3.8%
    minus = minus and arabic and unit not in YEARS  # 2019年4月-2022年12月
    if minus and value:
        value = -value
    last = "" if minus else text[m.start() - 1 : m.start()]
    stated = unit and unit == "%" and STATED.fullmatch(text, max(0, m.start() - 2), m.start())
    if (
        value is None
        or not (unit or scale)
        or (last and last in words()["not_before_number"] and not stated)
        or (last.isascii() and last.isalpha())
    ):
        return None
    if unit and unit_of(unit)[0] == "duration" and text[m.end() : m.end() + 1] in ("前", "后", "来"):
        return None
    if unit and unit_of(unit)[0] == "duration" and text[m.start() - 1 : m.start()] == "过":  # 再过100年
        return None
    if (arabic and is_label(m, text, value)) or (not arabic and is_rhetoric(m, text, value, high)):
        return None
    if in_title(text, m.start()) or is_copy(m, text):
        return None
    start, end, marks = _signs(text, m.start() - minus, m.end())
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
    if unit == "位" and RANKED.search(text, max(0, start - 10), start):  # 全国排名53位
        kind = "rank"
    if kind == "amount" and marks[:1] == ("前",):  # (坝)前135米 is where, (排名)前3名 is how far down
        start, marks = start + 1, marks[1:]
    return Quantity(
        start, end, kind, value, scale + (unit or ""), value * scale_factor(scale) * factor, base, high, marks
    )


def _spoken(numeral):
    """两三 is two to three: value and high of a pair of digits that follow each other."""
    low, high = to_number(numeral[0]), to_number(numeral[1])
    return (low, high) if len(numeral) == 2 and low and high and high == low + 1 else (None, None)
