"""Sizes of what is counted: part of a name (50亿元以上项目5个), and no values of their own."""

import re

from govnlp.analysis.indicators.tokens import HAN, having

KINDS = re.compile("(?:项目|企业|产业|园区|集群|板块|台阶|大镇|强镇|强县)")
ATTRIBUTED = re.compile(f"的?[一-鿿]{{0,4}}?{KINDS.pattern}")  # (五大)百亿(特色产业)
DEVICE = re.compile("[一-鿿]{0,6}?(?:装置|机组|生产线|变电站|电站|输变电|锅炉|储罐|泊位|船舶|货轮|运力)")
LIMITS = {"以上", "以下", "及以上", "以内", "级", "过", "超", "超过", "内"}
WITHIN = re.compile("[\\d一二三四五六七八九十百千两]+(?:米|公里)(?:见[绿园]|(?:以|之|范围)?内(?=[一-鿿]))")
RATED = ("时速", "限速", "海拔", "水深")
CONDITION = re.compile("[^,;。:是]{0,24}的(?:[,;]|除外)")  # 违法所得不足二十万元的,
OTHERWISE = re.compile("是|之日起$")  # 申请自知道之日起超过五年的(不予受理) sets a term
SUPPOSED = re.compile("(?:假设|假如|倘若|要是|如果|若(?!干))[^,;。]*$")  # 假设入住率达到80%
SELECTS = re.compile(  # 年收入二十万元以上的(村); 以上的(增速) selects nothing
    "的(?![增涨降]|速度|投资|资金|贷款|[补资]助|补贴|奖励|罚|收入|支出|规模|标准|比[例重率]|目标|水平|任务|幅度|有|是|占|[一-鿿]{0,6}(?:增速|费))[一-鿿]"
)
CLASS = re.compile("(?:\\([^()]{0,6}\\))?(?:以[上下])?的[^,;。、]{0,12}$")  # 收入超500亿元的(园区达到3家)
BAND = re.compile(  # 1亿元以下的奖励(5万元), 100万元以下补助(60%)
    "(?:\\([^()]{0,6}\\))?(?:及?以[上下])?(?:的部分)?的?(?:奖励|补[贴助]|给予|资助|为|不超过|按)[^,;。、]{0,6}$"
)
OWNERS = re.compile("的?[一-鿿]{0,8}?(?:企业|集群|园区|强县|强镇|楼宇|大户)")  # (收入超10亿元的)骨干企业
DIRECT = re.compile(
    f"(?![新建实用支引打发改扶帮完培组开启投助奖购])[一-鿿]{{0,6}}?{KINDS.pattern}[一-鿿]{{0,2}}$"
)  # 10亿元企业(8家)
HOLDING = re.compile("[^,;。:]{1,24}?的[一-鿿]")  # (4名具备)5年以上经验的(人员)
SOME = re.compile(
    "[一-鿿]{0,4}(?:村|户|企业|项目|园区|乡镇|家庭)(?:占比?|达到?|为)?$"
)  # 20万元以上村(超过六成)
AREA = re.compile("(?:全[国省市区球]|世界)$")  # 在全国(120个重点城市排名)
CONTRACT = re.compile("[一-鿿]{0,4}(?:合同|协议)")  # 签订1年以上劳动合同(的企业)
ABOVE = {"超", "超过", "过", "破", "突破", "逾", "以上"}
BOUNDS = {"低于", "高于", "以上", "以下", "及以上", "不足", "不满", "内", "以内"}
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
    if CONDITION.match(text, q.end) and not OTHERWISE.search(text, left, q.start):
        return True
    if SUPPOSED.match(text, begin, q.start):
        return True
    if following and _is_class(q, following, text):
        return True
    if not HAN.match(text, q.end):
        return False
    if previous and previous.kind == "count" and text[previous.end : q.start] in having("clause"):
        return HOLDING.match(text, q.end) is not None
    if q.kind == "count" and following and following.kind == "share" and text[following.start - 1] == "的":
        return "占" in text[left : q.start]  # 占全省22个县的四成
    if q.kind == "count" and following and following.kind in ("rank", "places"):
        return AREA.search(text, left, q.start) is not None and "排" in text[q.end : following.start]
    bounded = q.kind not in ("share", "rank") and set(q.marks) & BOUNDS
    if bounded and (SELECTS.match(text, q.end) or (q.kind == "duration" and CONTRACT.match(text, q.end))):
        return True
    if text[max(0, q.start - 2) : q.start] in RATED:
        return True
    amount, graded = q.kind == "amount", "级" in q.marks
    if q.unit_base == "元" and set(q.marks) & ABOVE and OWNERS.match(text, q.end):
        return True
    if amount and q.unit_base not in ("元", "") and DEVICE.match(text, q.end):
        return True
    if graded and not any(x is not None and x.kind in ("count", "ordinal") for x in (previous, following)):
        return False  # 打造百亿级、五百亿级产业集群
    kinds = KINDS if graded else ATTRIBUTED
    if q.unit_base == "元" and "元" not in q.unit and kinds.match(text, q.end):
        return True
    if (amount and WITHIN.match(text, q.start)) or "及以上" in q.marks:  # 出行500米内有绿地, 五户及以上院落
        return True
    if q.kind in ("share", "rank") or not set(q.marks) & LIMITS:
        return False
    if text[left : q.start].endswith("在") and q.kind != "duration":
        return True
    return following is not None and following.kind == "count" and text[q.end] not in PARTED


def _is_class(q, following, text):
    """Whether a sum says of which the next value counts how many, or is how much."""
    graded = set(q.marks) & (LIMITS | BOUNDS | {"破", "突破"}) or q.high
    if q.kind == "amount" and following.kind == "count" and DIRECT.match(text, q.end, following.start):
        return True
    if q.kind != "amount" or not graded:
        return False
    if following.kind == "share" and SOME.match(text, q.end, following.start):
        return True
    if following.kind == "count":
        return CLASS.match(text, q.end, following.start) is not None
    return BAND.match(text, q.end, following.start) is not None
