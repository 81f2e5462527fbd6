"""Quantities in a text: value, unit and signs of approximation, without dates, labels and names."""

import re
from dataclasses import dataclass

from govnlp.analysis.indicators.labels import (
    HERE,
    YEARS,
    Reading,
    in_title,
    is_advance,
    is_label,
    is_recurring,
    is_rhetoric,
    patterns,
    words,
)
from govnlp.analysis.indicators.units import unit_of
from govnlp.numerals import narrow, read_numeral, scale_factor, to_number

__all__ = ["Quantity", "find_quantities", "narrow"]

PEOPLE = re.compile("[一-鿿]{0,3}(?:人口|群众|居民|农民|市民|用户|中国人|人民|人次|学生|职工|劳动力)")
RANKED = re.compile(
    "(?:排名|位次|名次|排位)[^,;。]{0,24}$|(?:位列|名列|位次|排位|位居)(?:全[国省市区县州盟球]|世界|[国省市]内|第)?(?:升至|上升至|降至)?$"
)
MOVED = re.compile("(?:前进|提升|上升|跃升|进位|前移|晋升|攀升|跨越|提高|后退|下降|下滑)了?$")
BEGIN = re.compile(  # dates are passed over at once; 一 alone counts nothing
    "(?:19|20)\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|\\d{1,2}月\\d{1,2}日"
    "|(?P<value>\\d|(?<=第)一|[零〇](?=点[零〇一二三四五六七八九]+(?![十刻分时钟]))|[二两三四五六七八九十百千]|一(?=[半倍番成两二万千百十亿到至点—–-]|分之|(?:个?[年月日]|个工作日|小时)(?:[以之]?[上下内]|前))|(?<=[于少])一(?=次|个?[年月日]|个工作日|小时)|万(?=分之)|翻|[过近]半|对折|半(?=年|个月|天|小时|数))"
)
JOINED = re.compile(  # (成为全省)第3个(千亿级园区)
    "成为|跻身|迎来|[是为]|建成|建立|设立|开业|开通|落户|全[国球省市区县州]|[我本][省市区县州]|国内|省内|市内|世界|[省市区县州国洲]的?$"
)
STATED = re.compile("[一-鿿]:")  # 同比增速:8.5%
MINUS = re.compile("[一-鿿:][-−]|[长速幅率为比至降升:]—{1,2}|[长速幅率为比至降升:]–")
SHARED = re.compile(
    "(?:产业|产|结构|比例|比重|构成)(?:比例?|结构|构成)?(?:调整|优化)?(?:为|是|达到?|至|到)*$"
)
RATIO = re.compile("(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)(?![\\d:.])")
WHOLE = 1.0  # percent points by which rounded shares may miss 100
RANGES = ((("以上",), ("以下",)), (("以上",), ("以内",)), (("以上",), ("不满",)), (("以上",), ("不足",)))
MONTHS = 12  # of a year: 三个月以上一年以下
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
    >>> [(q.value, q.unit) for q in find_quantities("投资8亿3000万元,增长百分之六点五")]
    [(8.3, '亿元'), (6.5, '%')]
    >>> find_quantities("2021年5月,世界500强企业参观5G展馆,第一书记到三个圈层调研")
    []
    """
    found, at = [], 0
    while m := BEGIN.search(text, at):
        if not m["value"]:
            at = m.end()
            continue
        ratio = RATIO.match(text, m.start()) if m["value"].isdigit() else None
        if ratio and (shares := _shares(ratio, text)):
            found += shares
            at = ratio.end()
            continue
        quantity, at = _read(text, m.start())
        if quantity and not (found and _widen(found[-1], quantity)):
            found.append(quantity)
            _share_unit(*found[-2:])
    return found


def _shares(m, text):
    """Shares of a whole that stand in a ratio (三次产业结构为7.8:41.2:51)."""
    parts = [float(x) for x in m.groups()]
    if abs(sum(parts) - 100) > WHOLE or not SHARED.search(text, max(0, m.start() - HERE), m.start()):
        return []
    return [Quantity(*m.span(i + 1), "share", x, "%", x, "%", marks=("之比",)) for i, x in enumerate(parts)]


def _share_unit(*pair):
    """Give a broken number of 个 the points of the value that follows it (提高2.1个、3.4个百分点)."""
    first, last = pair[0], pair[-1]
    points = last.unit.startswith("个") and last.kind == "share" and last.start == first.end + 1
    if points and first.unit == "个" and first.value % 1:
        first.kind, first.unit, first.unit_base = last.kind, last.unit, last.unit_base
        first.base = first.value * last.base / last.value


def _widen(low, high):
    """Make a range of two bounds that follow each other (2000元以上2万元以下); False where they are none."""
    bounds = low.marks[-1:], high.marks[-1:]
    months = MONTHS if (low.unit_base, high.unit_base) == ("个月", "年") else 1
    if bounds not in RANGES or low.end != high.start or (low.unit_base != high.unit_base and months == 1):
        return False
    if not low.base < high.base * months or low.high or high.high:
        return False
    low.high, low.end, low.marks = high.base * months / (low.base / low.value), high.end, ()
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
        if quantity or text[at - 1] == "第" or text.startswith("的", m.end()):
            return quantity, m.end()
    if (m := p["fraction"].match(text, at)) or (
        text.startswith("一半", at) and (m := p["half"].match(text, at))
    ):
        return _special(m, text), m.end()
    reading, end = _reading(text, at)
    return (_plain(reading, text) if reading else None), end


def _reading(text, at):
    """Numeral with its unit, or a range of two, as a Reading or None; and where to go on."""
    p = patterns()
    low = read_numeral(text, at)
    if low is None:
        return None, p["numeral"].match(text, at).end()
    unit = p["unit"].match(text, low.end)
    end, high, vague = unit.end(), low.high, low.vague or unit["vague"] or ""
    scale, measure = low.scale, unit["unit"]
    if joint := p["joint"].match(text, end):
        upper = read_numeral(text, joint.end())
        if upper is not None and upper.high is None:
            other = p["unit"].match(text, upper.end)
            fits = low.scale in ("", upper.scale) and measure in (None, other["unit"])
            if fits and (upper.scale or other["unit"]):
                end, high, scale, measure = other.end(), upper.value, upper.scale, other["unit"]
                vague = upper.vague or other["vague"] or ""
            elif measure is None:
                return None, upper.end
    return Reading(at, end, text[at : low.end], low.value, high, scale, measure, vague), end


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
        if is_recurring(m["of"], text, *m.span()):
            return Quantity(start - 1, end, "duration", 0.5, m["of"], 0.5, m["of"], marks=("每",))
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
    if sign == "前" and text[m.end() : m.end() + 1] == "的":  # 排前三位的是
        return None
    if sign == "前":
        return Quantity(start, m.end(), "rank", value, "位", value, "位", marks=("前",))
    return Quantity(start, m.end(), "rank", value, "位", value, "位")


def _plain(m, text):
    """A numeral with a unit or at least a scale."""
    unit, scale, value = (m.unit or "").strip(), m.scale, m.value
    arabic = m.low[0].isdigit()
    minus = MINUS.search(text, max(0, m.start - 3), m.start)  # 增长-3.8%
    minus = minus is not None and minus.end() == m.start and arabic and unit not in YEARS
    minus = len(text[: m.start]) - len(text[: m.start].rstrip("-−—–")) if minus else 0  # 2019年4月-2022年12月
    if minus:
        value = -value
    last = "" if minus else text[m.start - 1 : m.start]
    stated = unit == "%" and STATED.fullmatch(text, max(0, m.start - 2), m.start)
    if (
        not (unit or scale)
        or (last and last in words()["not_before_number"] and not stated)
        or (last.isascii() and last.isalpha())
    ):
        return None
    advance = is_advance(m, text)
    if (
        unit
        and unit_of(unit)[0] == "duration"
        and not advance
        and (text[m.end : m.end + 1] in ("前", "后", "来") or (last == "过" and text[m.start - 2] != "超"))
    ):
        return None  # 两年后, 再过100年
    if is_label(m, text) or (not arabic and is_rhetoric(m, text)) or in_title(text, m.start):
        return None
    start, end, marks = _signs(text, m.start - minus, m.end)
    marks += ("余" if m.vague == "缺" else m.vague,) if m.vague else ()
    if is_recurring(unit, text, m.start, m.end):
        start, marks = start - 1, ("每",)
    marks, end = (*marks, "提前") if advance else marks, end + advance
    kind, base, factor = unit_of(unit) if unit else _unstated(m, text)
    if unit == "位" and MOVED.search(text, max(0, start - 6), start):  # 提升3位
        kind = "places"
    elif unit == "位" and RANKED.search(text, max(0, start - HERE - 4), start):  # 全国排名53位
        kind = "rank"
    if kind == "amount" and marks[:1] == ("前",):  # (坝)前135米 is where, (排名)前3名 is how far down
        start, marks = start + 1, marks[1:]
    base_value = value * scale_factor(scale) * factor
    return Quantity(start, end, kind, value, scale + (unit or "").strip(), base_value, base, m.high, marks)


def _unstated(m, text):
    """Kind, base unit and factor of a value with a scale alone: people where they are named, else money from 亿 on."""
    if PEOPLE.match(text, m.end) or PEOPLE.search(text, max(0, m.start - 6), m.start):
        return "count", "人", 1.0
    return "amount", "元" if "亿" in m.scale else "", 1.0
