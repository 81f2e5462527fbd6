"""Quantities in a sentence: value, unit and signs of approximation, without dates, labels and names."""

import re
from dataclasses import dataclass
from functools import cache

from govnlp.analysis.facts.numerals import scale_factor, to_number
from govnlp.analysis.facts.units import unit_of, unit_pattern

WIDTHS = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, ord("﹪"): ord("%")}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
CHINESE = "[一二两三四五六七八九十百千零]+(?:点[零一二三四五六七八九]+)?"
BEFORE = "(?:近|约|大约|超过?|逾|突破|冲破|跨|破|不到|不足|不少于|不低于|不超过|不高于|高于|低于|至少|最高|将近|接近|仅|达)"
AFTER = "(?:以上|以下|以内|之内|内|左右|上下|余|多|大关|级)"
SCALE = "(?:[十百千]?万亿|[十百千]?[万亿])"
VAGUE = "[余多几来]"
RANGE = "(?:-|—|－|~|至|到|—{2})"


@dataclass(slots=True)
class Quantity:
    """A value with its unit at a place of the text."""

    start: int
    end: int
    text: str
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
def _pattern():
    unit = unit_pattern()
    number = f"(?:{ARABIC}|{CHINESE})"
    return re.compile(
        f"(?P<before>{BEFORE})?(?:"
        f"第(?P<rank>\\d+|{CHINESE})(?P<rankunit>位|名)?"
        f"|(?P<denominator>{CHINESE})分之(?P<numerator>{number})"
        f"|翻(?P<times>{CHINESE})番"
        f"|(?P<half>一半|半数|近半|过半)"
        f"|(?P<low>{number})(?:(?P<lowscale>{SCALE})?(?:%|{unit})?{RANGE}(?P<high>{number}))?"
        f"(?P<vague>{VAGUE})?(?P<scale>{SCALE})?(?P<vague2>{VAGUE})?(?P<unit>个百分点|百分点|%|‰|倍|成|{unit})?"
        f")(?P<after>{AFTER})?"
    )


RANKED = re.compile("(?:排名?|位居|位列|名列|居|列|跃居|升至|保持|位次|指标|考核|成为|至)[^,;。]{0,12}$")
LABEL_BEFORE = re.compile('[A-Za-z“"‘《〔[第+.\\-–/每·][A-Za-z]*$')
LABEL_AFTER = re.compile("[A-Za-z号强甲+]|[年月日](?!内|以)|[)〕]")
ABSTRACT = re.compile("维度|方面|环节|层面|到位|关系|一|意识|字|原则|体系|面")


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
    >>> [(q.value, q.unit, q.base) for q in find_quantities("整合资金6000余万元,惠及近20万人")]
    [(6000.0, '万元', 60000000.0), (20.0, '万人', 200000.0)]
    """
    return [q for m in _pattern().finditer(text) if (q := _quantity(m, text))]


def _quantity(m, text):
    marks = tuple(x for x in (m["before"], m["vague"], m["vague2"], m["after"]) if x)
    start, end = m.span()
    before, after = text[max(0, start - 20) : start], text[end : end + 3]

    def made(kind, value, unit, base, unit_base, high=None):
        return Quantity(start, end, m[0], kind, value, unit, base, unit_base, high, marks)

    if m["rank"]:
        value = to_number(m["rank"])
        if (
            value
            and (m["rankunit"] or value == 1)
            and RANKED.search(before)
            and not re.match("[^,;。、的]", after)
        ):
            return made("rank", value, "位", value, "位")
        return None
    if m["denominator"]:
        low, high = to_number(m["denominator"]), to_number(m["numerator"])
        return made("share", round(high / low * 100, 4), "%", high / low * 100, "%") if low and high else None
    if m["times"]:
        value = to_number(m["times"])
        return made("growth", value, "番", value * 100, "%") if value else None
    if m["half"]:
        return made("share", 50.0, "%", 50.0, "%") if m["before"] or m["half"] in ("近半", "过半") else None
    return _plain(m, before, after, made)


def _plain(m, before, after, made):
    value, unit = to_number(m["low"]), m["unit"]
    arabic = m["low"][0].isdigit()
    scale = m["scale"] or ""
    if value is None or not (unit or scale) or LABEL_BEFORE.search(before):
        return None
    if arabic and not unit and after[:1] and re.match(LABEL_AFTER, after):
        return None
    if not arabic:
        if (value < 2 and not m["high"]) or not unit or ABSTRACT.match(after):
            return None
    high = to_number(m["high"]) if m["high"] else None
    factor = scale_factor(scale)
    if unit in ("%", "个百分点", "百分点", "‰", "倍", "成"):
        times = {"‰": 0.1, "倍": 100.0, "成": 10.0}.get(unit, 1.0)
        return made("share", value, unit, value * times, "%", high)
    if unit is None:
        return made("amount", value, scale, value * factor, "元", high)
    if unit == "年" and (1900 <= value <= 2100 or not arabic and value > 20):
        return None
    if unit == "月":
        return None
    kind, base, times = unit_of(unit)
    return made(kind, value, scale + unit, value * factor * times, base, high)
