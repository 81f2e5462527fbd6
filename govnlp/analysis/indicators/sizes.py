"""Sizes of what is counted and conditions: part of a name (50亿元以上项目5个), and no values of their own."""

import re

KINDS = re.compile("(?:项目|企业|产业|园区|集群|板块|台阶|大镇|强镇|强县)")
ATTRIBUTED = re.compile(f"的?[一-鿿]{{0,4}}?{KINDS.pattern}")  # (五大)百亿(特色产业)
DEVICE = re.compile("[一-鿿]{0,6}?(?:装置|机组|生产线|变电站|电站|输变电|锅炉|储罐|泊位|船舶|货轮|运力)")
LIMITS = {"以上", "以下", "及以上", "以内", "级", "过", "超", "超过", "内"}
WITHIN = re.compile("[\\d一二三四五六七八九十百千两]+(?:米|公里)(?:见[绿园]|(?:以|之|范围)?内(?=[一-鿿]))")
RATED = ("时速", "限速", "海拔", "水深")
HAN = re.compile("[一-鿿]")
CONDITION = re.compile("[^,;。:是]{0,24}的(?:[,;]|除外)")  # 违法所得不足二十万元的,
SELECTS = re.compile(  # 年收入二十万元以上的(村); 以上的(增速) selects nothing
    "的(?![增涨降]|速度|投资|资金|贷款|[补资]助|补贴|奖励|罚|收入|支出|规模|标准|比[例重率]|目标|水平|任务|幅度|有|是|占|[一-鿿]{0,6}(?:增速|费))[一-鿿]"
)
BOUNDS = {"以上", "以下", "及以上", "不足", "不满", "内", "以内"}


def is_size(q, previous, following, text, left, right_end):
    """Whether a quantity is the size of what is counted (50亿元以上项目5个), and so a part of its name.

    Parameters
    ----------
    q : Quantity
    previous, following : Quantity or None
        The one before it and the next one, of its clause.
    text : str
    left, right_end : int
        Where the value before ends, where the clause ends.
    """
    if text[max(0, q.start - 2) : q.start] in RATED and HAN.match(text, q.end):
        return True
    if CONDITION.match(text, q.end) and "是" not in text[left : q.start]:
        return True
    if q.kind not in ("share", "rank") and set(q.marks) & BOUNDS and SELECTS.match(text, q.end):
        return True
    if q.kind == "amount" and q.unit_base not in ("元", "") and DEVICE.match(text, q.end):
        return True
    if "级" in q.marks and not any(
        x is not None and x.kind in ("count", "ordinal") for x in (previous, following)
    ):
        return False  # 打造百亿级、五百亿级产业集群
    kinds = KINDS if "级" in q.marks else ATTRIBUTED
    if q.unit_base == "元" and "元" not in q.unit and kinds.match(text, q.end):
        return True
    if q.kind == "amount" and WITHIN.match(text, q.start):  # 出行500米内有绿地, 300米见绿
        return True
    if "及以上" in q.marks and q.kind == "count" and HAN.match(text, q.end):  # 五户及以上院落
        return True
    if q.kind in ("share", "rank") or not set(q.marks) & LIMITS or q.high:
        return False
    if text[left : q.start].endswith("在") and q.kind != "duration" and HAN.match(text, q.end):
        return True
    if left == q.start and q.kind == "amount" and previous is not None and previous.kind == "count":
        return True
    counted = following is not None and following.kind == "count" and following.start < right_end
    return (
        counted
        and re.match("[^、,和及与的]", text[q.end : q.end + 1]) is not None
        and HAN.match(text, q.end) is not None
    )
