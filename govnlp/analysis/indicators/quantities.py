"""Quantities in a text: value, unit and signs of approximation, without dates, labels and names."""

import re
from dataclasses import dataclass

from govnlp.analysis.indicators import labels
from govnlp.analysis.indicators.patterns import HERE, found_before, pattern
from govnlp.analysis.indicators.units import TENTHS, unit_of
from govnlp.numerals import narrow, numeral_of, read_numeral, scale_factor, to_number

__all__ = ["Quantity", "find_quantities", "narrow"]

MINUS = re.compile("(?<=[一-鿿:、,])[-−]$|(?<=[长速幅率为比至降升:])(?:—{1,2}|–)$")  # 增长-3.8%
DASHES, JOINTS, WORDS = "-−—–", "(-—－–−~至到", "翻一半过近对首榜之"  # begin signs, ranges, 翻番 and 一半
RATIO = re.compile("(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)(?![\\d:.])")
FAR, NEAR = 28, 6  # characters before a number in which 排名 stands, and those whom it counts
WHOLE = 1.0  # percent points by which rounded shares may miss 100
RANGES = ((("以上",), ("以下",)), (("以上",), ("以内",)), (("以上",), ("不满",)), (("以上",), ("不足",)))
MONTHS = 12  # of a year: 三个月以上一年以下
STOPS = re.compile("[。!?;,:\n]")
PLACED = ("放在", "摆在", "作为", "放", "摆", "倒数", "最后")  # 放在第一位 and 倒数第一 are no ranks


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
    found, at, begin = [], 0, pattern("begin")
    while m := begin.search(text, at):
        at = m.end()
        if m["value"] is None:  # a date
            continue
        quantity, at = _read(text, m.start())
        if quantity and not (found and (_widen(found[-1], quantity) or _add(found[-1], quantity))):
            found.append(quantity)
        elif text[at : at + 1] == ":" and (shares := _shares(text, m.start())):
            found += shares
            at = shares[-1].end
    return found


def _shares(text, at):
    """Shares of a whole that stand in a ratio (三次产业结构为7.8:41.2:51)."""
    m = RATIO.match(text, at)
    parts = [float(x) for x in m.groups()] if m else []
    if abs(sum(parts) - 100) > WHOLE or not found_before("shared", text, at):
        return []
    return [_same(*m.span(i + 1), "share", x, "%", "之比") for i, x in enumerate(parts)]


def _same(start, end, kind, value, unit, *marks):
    """A quantity whose unit is its base."""
    return Quantity(start, end, kind, value, unit, value, unit, marks=marks)


def _widen(low, high):
    """Make a range of two bounds that follow each other (2000元以上2万元以下); False where they are none."""
    if (low.marks[-1:], high.marks[-1:]) not in RANGES or low.end != high.start:
        return False
    bases = low.unit_base, high.unit_base
    if bases[0] != bases[1] and bases != ("个月", "年"):
        return False
    factor = low.value / low.base if bases[0] == bases[1] else MONTHS
    low.high, low.end, low.marks = high.base * factor, high.end, ()
    return True


def _add(whole, part):
    """Add tenths of the unit before to its value (6元5角, 1亩3分); whether they are some."""
    tenths = (whole.unit, part.unit) in TENTHS and whole.end == part.start and part.value < 10
    if tenths:
        whole.value = whole.base = round(whole.value + part.value / 10, 2)
        whole.end, whole.marks = part.end, whole.marks + part.marks
    return tenths


def _read(text, at):
    """Quantity that begins at a numeral, or None; and where to go on."""
    p = labels.patterns()
    if text[at] in WORDS:
        if m := p["times"].match(text, at):
            return _times(m, text), m.end()
        if m := pattern("half").match(text, at):
            return _half(m, text), m.end()
        if m := pattern("top").match(text, at):
            top = found_before("ranked", text, at)
            return top and _same(*m.span(), "rank", 1.0, "位"), m.end()
    if (m := pattern("index").match(text, at)) and found_before("of an index", text, at):
        return Quantity(at, m.end(), "amount", float(m[1]), "", float(m[1]), ""), m.end()
    if text[at - 1 : at] in ("第", "前") and (m := p["rank"].match(text, at)):
        quantity = _ordinal(m, text)
        if quantity or text[at - 1] == "第" or text.startswith("的", m.end()):
            return quantity, m.end()
    written = not text[at].isdigit() or "/" in text[at + 1 : at + 3]
    if written and (m := p["fraction"].match(text, at)):
        quantity = _fraction(m, text)
        return quantity, quantity.end if quantity else m.end()
    reading, end = _reading(text, at)
    return (_plain(reading, text) if reading else None), end


def _reading(text, at):
    """Numeral with its unit, or a range of two, as a Reading or None; and where to go on."""
    p = labels.patterns()
    unit = p["measured"].match(text, at)
    if unit is None:  # 万分之几
        return None, at + 1
    end, measure = unit.end(), unit["unit"]
    joint = text[end : end + 1] in JOINTS and pattern("joint").match(text, end)
    bare = not (measure or unit["scale"])
    listed = text[end : end + 1] in ("、", "和")
    # 分别提高2个和下降3个百分点; 高于全国0.5、全省1.3个百分点
    for name in ("of each", "of another") if listed else ():
        if pattern(f"points {name}").match(text, end) and found_before(f"before points {name}", text, at):
            bare, measure = False, "个百分点"
    listed = listed and bare and pattern("listed").match(text, end)
    shared = listed and (found_before("each of several", text, at) or pattern("same sign").match(text, end))
    listed = listed if shared else None
    if bare and not (joint or listed):
        return None, end
    low = numeral_of(unit)
    if low is None or low.end < unit.end("numeral"):
        return None, unit.end("numeral")
    high, scale, vague = low.high, low.scale, low.vague or unit["more"] or ""
    if joint and (upper := read_numeral(text, joint.end())):
        other = p["unit"].match(text, upper.end)
        fits = low.scale in ("", upper.scale) and measure in (None, other["unit"])
        if fits and (upper.scale or other["unit"]):
            scale = low.scale if measure else upper.scale  # 五千元至一万元
            high = upper.value * (upper.factor / scale_factor(scale))
            end, measure = other.end(), other["unit"]
        elif measure is None:
            return None, upper.end
    if listed:
        following = _reading(text, listed.end())[0]  # 分别上升24、22、19位
        scale, measure = (following.scale, following.unit) if following else (scale, measure)
    measure, figures = (measure or "").strip(), text[at : low.end]
    if not (measure or scale):
        return None, end
    arabic = figures[0].isdigit()
    return labels.Reading(at, end, figures, low.value, high, scale, measure, vague, arabic), end


def _signs(text, start, end):
    """Place with its signs of approximation, and these."""
    p = labels.patterns()
    signed = text[start - 1 : start] in labels.closing()
    before = signed and p["before"].search(text, max(0, start - 8), start)
    after = p["after"].match(text, end)
    said = before and before[0].replace("不得", "不")
    said = "不超过" if said and pattern("not reached").match(before[0]) else said
    marks = tuple(x for x in (said, after and after["bound"]) if x)
    return (before.start() if before else start), (after.end() if after else end), marks


def _times(m, text):
    """翻一番 and 翻两番."""
    start, end, marks = _signs(text, *m.span())
    value = to_number(m["times"] or "一")
    return value and Quantity(start, end, "change", value, "番", value * 100, "%", marks=marks)


def _fraction(m, text):
    """三分之二, 2/3, and 千分之三至千分之五 as one."""
    joint = pattern("joint").match(text, m.end())
    upper = labels.patterns()["fraction"].match(text, joint.end()) if joint and m["below"] else None
    high = _share(upper) if upper else None
    start, end, marks = _signs(text, m.start(), upper.end() if high else m.end())
    share = _share(m)
    if not share or pattern("threshold").match(text, m.end()):
        return None  # 达到百分之五十之日起
    return Quantity(
        start, end, "share", round(share, 2), "%", share, "%", high and round(high, 2), marks=marks
    )


def _share(m):
    """Per cent that a fraction says, or None."""
    above, below = to_number(m["above"] or m["over"]), to_number(m["below"] or m["under"])
    return above / below * 100 if above and below and not (m["over"] and above >= below) else None


def _half(m, text):
    """Half of something, or half a year where the words around it say that this is short or an interval."""
    start, end, marks = _signs(text, *m.span())
    if unit := m["of"]:
        if labels.is_recurring(text, *m.span()):
            start, marks = start - 1, ("每",)
        elif marks[:1] in ((), ("上",)) and not text.endswith(("用", "短短"), 0, start):
            return None
        return _same(start, end, "duration", 0.5, unit, *marks)
    if m[0] == "一半" and not marks:
        return None
    marks += (m[0][0],) if m[0] in ("过半", "近半") else ()
    return _same(start, end, "share", 50.0, "%", *marks)


def _ordinal(m, text):
    """A rank (位居第二, 前十位), an ordinal count (第3家) or a run of years (连续第3年)."""
    p, start, end, unit = labels.patterns(), m.start() - 1, m.end(), m["unit"]
    value, first = to_number(m["number"]), text[start] == "前"
    if value is None or p["rhetoric"].match(text, end) or text.startswith("五年", end):
        return None
    if unit == "年":
        run = text.endswith(("连续", "持续"), 0, start)
        return _same(start - 2, end, "duration", value, unit, "连续") if run else None
    if unit in ("家", "个") and not first:
        joined = value > 1 and pattern("joined").search(_clause(text, start))
        return _same(start, end, "ordinal", value, "位", "第") if joined else None
    if not p["move"].match(text, end) or pattern("holder").match(text, end):  # 排前三位的是
        return None
    clause = _clause(text, start)
    if clause.endswith(PLACED) or not p["ranking"].search(clause):
        return None
    return _same(start, end, "rank", value, "位", *("前",) * first)


def _clause(text, at):
    """The clause up to a place."""
    return STOPS.split(text[max(0, at - HERE) : at])[-1]


def _plain(m, text):
    """A numeral with a unit or at least a scale."""
    unit, value, start, end = m.unit, m.value, m.start, m.end
    dashed = m.arabic and text[start - 1 : start] in DASHES and unit not in ("年", "学年")
    minus = MINUS.search(text, max(0, start - 2), start) if dashed else None
    if minus:
        value, start = -value, minus.start()
    elif _follows_no_number(text, start, unit):
        return None
    kind, base, factor = unit_of(unit) if unit else _unstated(m, text)
    unit = base if kind == "duration" else unit  # 用时3年时间
    timed = kind == "duration"
    advance = timed and labels.is_advance(m, text)
    recurring = timed and labels.is_recurring(text, m.start, end)
    if not (advance or recurring) and labels.counts_nothing(m, text):
        return None
    start, end, marks = _signs(text, start, end)
    marks += ("余" if m.vague == "缺" else m.vague,) if m.vague else ()
    if recurring:
        start, marks = start - 1, ("每",)
    if advance:
        marks, end = (*marks, "提前"), end + 1
    if unit == "位" and found_before("moved", text, start):  # 提升3位
        kind = "places"
    elif unit == "位" and found_before("ranked", text, start, FAR):  # 全国排名53位
        kind = "rank"
    base_value = value * scale_factor(m.scale) * factor
    return Quantity(start, end, kind, value, m.scale + unit, base_value, base, m.high, marks)


def _follows_no_number(text, at, unit):
    """Whether what stands before a numeral makes it a label (A3, 第3), but for a share that is stated (增速:8.5%)."""
    last = text[at - 1 : at]
    if last == " " and text[at - 2 : at - 1].isdigit():  # a column of figures (158.5 3 5 亿)
        return True
    if last and last in labels.words()["not_before_number"]:
        return unit != "%" or not found_before("stated", text, at)
    return last.isascii() and last.isalpha() and "元" not in unit  # 人均GDP38200元


def _unstated(m, text):
    """Kind, base unit and factor of a value with a scale alone: people where they are named, else money from 亿 on."""
    if pattern("people").match(text, m.end) or found_before("people", text, m.start, NEAR):
        return "count", "人", 1.0
    return "amount", "元" if "亿" in m.scale else "", 1.0
