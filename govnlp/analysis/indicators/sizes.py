"""Sizes of what is counted: part of a name (50亿元以上项目5个), and no values of their own."""

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import HAN, having

LIMITS = {"以上", "以下", "及以上", "以内", "级", "过", "超", "超过", "内"}
RATED = ("时速", "限速", "海拔", "水深")
ABOVE = {"超", "超过", "过", "破", "突破", "逾", "以上"}
BOUNDS = {"低于", "高于", "大于", "小于", "以上", "以下", "及以上", "不足", "不满", "内", "以内"}
PARTED = "、,和及与的"


def mark_sizes(tokens, marks, bounds, quantities, text):
    """Make words of the values that are sizes of what is counted.

    Parameters
    ----------
    tokens : list of Token
        Their letters change.
    marks : list of int
        Which of them are values.
    bounds : list of (int, int)
        Of each value, the first token of its clause and the break that ends it.
    quantities : list of Quantity
    text : str

    Returns
    -------
    list of int
        Which tokens still are values.
    """
    left = []
    for k, (i, (begin, end)) in enumerate(zip(marks, bounds, strict=True)):
        q = quantities[tokens[i].value]
        former = tokens[marks[k - 1]] if k and marks[k - 1] > begin else None
        latter = tokens[marks[k + 1]] if k + 1 < len(marks) and marks[k + 1] < end else None
        previous, following = (quantities[t.value] if t else None for t in (former, latter))
        if _is_size(q, previous, following, text, tokens[begin].start):
            tokens[i].letter, tokens[i].tag = "n", "b"
        else:
            left.append(i)
    return left


def _is_size(q, previous, following, text, begin):
    """Whether a quantity before a word is the size of what is counted (50亿元以上项目5个)."""
    left = previous.end if previous else begin
    if (
        left == q.start
        and q.kind == "amount"
        and previous
        and previous.kind == "count"
        and set(q.marks) & LIMITS
    ):
        return True
    if pattern("condition").match(text, q.end) and not pattern("otherwise").search(text, left, q.start):
        return True
    if pattern("supposed").match(text, begin, q.start):
        return True
    selecting = q.unit_base == "元" or set(q.marks) & (BOUNDS | ABOVE) or text.startswith("的", q.end)
    if (
        selecting
        and pattern("given case").match(text, begin, q.start)
        and pattern("of whom").match(text, q.end)
    ):
        return True
    if following and _is_class(q, following, text):
        return True
    if not HAN.match(text, q.end):
        return False
    between = text[left : q.start]
    inside = previous and previous.kind == "count" and set(q.marks) & {"以上", "以下"}
    if inside and HAN.match(text, q.end) and between.isalpha() and not set(between) & set("和与及或"):
        return True
    repeated = following and following.unit_base == q.unit_base and "以上" in following.marks
    if repeated and text[q.end : following.start] in ("或", "或者"):  # 两名或者两名以上
        return True
    if previous and previous.kind == "count" and text[previous.end : q.start] in having("clause"):
        return pattern("holding").match(text, q.end) is not None
    if q.kind == "count" and following and following.kind == "share" and text[following.start - 1] == "的":
        return "占" in text[left : q.start]  # 占全省22个县的四成
    if q.kind == "count" and following and following.kind in ("rank", "places"):
        return (
            pattern("area").search(text, left, q.start) is not None and "排" in text[q.end : following.start]
        )
    bounded = q.kind not in ("share", "rank") and set(q.marks) & BOUNDS
    if bounded and (
        pattern("selects").match(text, q.end)
        or (q.kind == "duration" and pattern("contract").match(text, q.end))
    ):
        return True
    if text[max(0, q.start - 2) : q.start] in RATED:
        return True
    amount, graded = q.kind == "amount", "级" in q.marks
    if q.unit_base == "元" and set(q.marks) & ABOVE and pattern("owners").match(text, q.end):
        return True
    if amount and q.unit_base not in ("元", "") and pattern("device").match(text, q.end):
        return True
    if graded and not any(x is not None and x.kind in ("count", "ordinal") for x in (previous, following)):
        return False  # 打造百亿级、五百亿级产业集群
    kinds = pattern("kinds" if graded else "attributed")
    if q.unit_base == "元" and "元" not in q.unit and kinds.match(text, q.end):
        return True
    if (
        amount and pattern("near").match(text, q.start)
    ) or "及以上" in q.marks:  # 出行500米内有绿地, 五户及以上院落
        return True
    if q.kind in ("share", "rank") or not set(q.marks) & LIMITS:
        return False
    if q.high and between.endswith("在") and pattern("selects").match(text, q.end):
        return True  # 宽度在20-30米的道路
    if text[left : q.start].endswith("在") and q.kind != "duration":
        return True
    return following is not None and following.kind == "count" and text[q.end] not in PARTED


def _is_class(q, following, text):
    """Whether a sum says of which the next value counts how many, or is how much."""
    graded = set(q.marks) & (LIMITS | BOUNDS | {"破", "突破"}) or q.high
    if (
        q.kind == "amount"
        and following.kind == "count"
        and pattern("direct").match(text, q.end, following.start)
    ):
        return True
    if q.kind != "amount" or not graded:
        return False
    if following.kind == "share" and pattern("some of them").match(text, q.end, following.start):
        return True
    if following.kind == "count":
        return pattern("class").match(text, q.end, following.start) is not None
    return pattern("band").match(text, q.end, following.start) is not None
