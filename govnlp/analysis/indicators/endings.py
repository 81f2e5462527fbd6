"""What makes a subject the name of a number: 数, 增速, 时限."""

from govnlp.analysis.indicators.relations import PACES
from govnlp.analysis.indicators.subjects import is_verbal, lexicon

WHOLE = ("数", "量", "率", "额", "人次", "总产", "人口", "比", "规模", "能力", "产能", "水平")
TIMES = ("时间", "时长", "时限", "用时", "期限", "周期", "天数", "年限")
CHANGED = {"少": "减少", "减": "减少", "降": "下降", "增": "增加"}


def ending(quantity, name, verb, level, left):
    """What a name lacks at its end.

    Parameters
    ----------
    quantity : Quantity
    name : str
    verb : str or None
        Verb of change before the value.
    level : bool
        Whether that reaches a level (增至).
    left : str
        Text of the clause before the value.

    Returns
    -------
    str
    """
    if verb and not level:
        if quantity.unit_base == "%":
            return _of_pace(quantity, name, verb)
        if not name.startswith(("新增", "净增")):
            return _of_change(quantity, verb)
    if quantity.kind == "share":
        return _of_share(name, left)
    if "级" in quantity.marks:
        return "" if name.endswith("规模") else "规模"
    if quantity.kind == "ordinal":
        return "次序"
    if quantity.kind == "count":
        return _of_count(quantity, name, left)
    if quantity.kind == "duration":
        return _of_duration(quantity, name)
    return ""


def _of_pace(quantity, name, verb):
    if name.endswith(PACES):  # 降幅收窄(6.7个百分点)
        return verb + "幅度"
    return "降幅" if verb in lexicon()["fall"] else "增幅" if "百分点" in quantity.unit else "增速"


def _of_change(quantity, verb):
    if verb in ("新增", "净增"):
        return ""
    return CHANGED.get(verb, verb) + ("额" if quantity.unit_base == "元" else "量")


def _of_share(name, left):
    if name.endswith(("计划", "任务", "目标")):
        return "完成率"
    if name.endswith(("比", "比重", "占比", "率")):
        return ""
    left = left.rstrip("为由从达到至约近超过")
    return next((w for w in ("占比", "比重") if left.endswith(w)), "")


def _of_count(quantity, name, left):
    if name.endswith(WHOLE):
        return ""
    if quantity.unit_base == "户" and (left.endswith("的") or is_verbal(name)):  # 严重受损的76户
        return "户数"
    persons = name.endswith(tuple(lexicon()["persons"])) and not name.endswith("招生")
    attended = quantity.unit_base == "人次" and is_verbal(name)
    return "人数" if attended or (quantity.unit_base in ("人", "名") and not persons) else "数"


def _of_duration(quantity, name):
    if name.endswith(TIMES):
        return ""
    if "连续" in name:
        return {"年": "年数", "个月": "月数", "个季度": "季度数"}.get(quantity.unit, "时间")
    if set(quantity.marks) & {"内", "以内", "之内"}:
        return "时限"
    return {"年": "年数", "天": "天数", "个月": "月数"}.get(quantity.unit, "用时")
