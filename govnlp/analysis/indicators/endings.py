"""What makes a subject the name of a number: 数, 增速, 占比, 时限."""

from govnlp.analysis.indicators.tokens import ends

PACES = ("增速", "增幅", "降幅", "涨幅", "增长率")
WHOLE = ("数", "量", "率", "额", "人次", "总产", "人口", "比", "规模", "能力", "产能", "水平", "场次")
TIMES = (
    "时间",
    "时长",
    "时限",
    "用时",
    "期限",
    "周期",
    "天数",
    "年限",
    "年数",
    "有效期",
    "试用期",
    "公示期",
    "过渡期",
    "工期",
    "间隔",
)
FIRMS = ("企业", "公司", "主体", "商", "店", "户", "厂", "机构", "单位", "组织", "合作社", "业", "家庭农场")
EXTENTS = {
    "公里": "长度",
    "千米": "长度",
    "米": "长度",
    "亩": "面积",
    "公顷": "面积",
    "平方米": "面积",
    "平方公里": "面积",
}
MEASURED = (
    *(
        "面积",
        "规模",
        "用地",
        "体量",
        "里程",
        "总长",
        "全长",
        "长度",
        "距离",
        "落差",
        "海拔",
        "跨度",
        "间距",
        "半径",
        "高度",
        "水位",
        "深度",
    ),
    *("宽度", "直径", "量", "径", "深", "高", "航程", "积", "产能", "线", "目标", "任务", "指标"),
)
SHORT = {"少": "减少", "减": "减少", "降": "下降", "增": "增加", "降价": "下降"}


def ending_of(slots, name):
    """What a name lacks at its end.

    Parameters
    ----------
    slots : Slots
    name : str

    Returns
    -------
    str
    """
    quantity, change = slots.quantity, slots.change_token
    if quantity.kind == "places":
        return ""
    if change is not None and not slots.frame.phrase.level:
        word = change.word
        if quantity.unit_base == "%" and word not in ("新增", "净增"):
            return _pace(name, word, change, quantity)
        if not name.startswith(("新增", "净增")) and name != word + slots.things:
            return _change(word, quantity, name)
    if quantity.kind == "share":
        return _share(slots, name)
    if quantity.kind == "count":
        return _count(slots, name)
    if quantity.kind == "duration":
        return _duration(slots, name)
    return _extent(quantity, name) if quantity.kind == "amount" else ""


def _extent(quantity, name):
    """规模, 长度 or 面积 where a name says nothing of what is measured."""
    if "级" in quantity.marks:
        return "" if name.endswith("规模") else "规模"
    measure = EXTENTS.get(quantity.unit_base, "")
    return "" if not measure or name.endswith(MEASURED) else measure


def _pace(name, word, change, quantity):
    if name.endswith(PACES):
        return word + "幅度" if "百分点" in quantity.unit else ""
    if word in PACES:
        return word
    return "降幅" if "fall" in change.roles else "增幅" if "百分点" in quantity.unit else "增速"


def _change(word, quantity, name):
    if word in ("新增", "净增"):
        return "" if quantity.unit_base != "元" or name.startswith(word) else "增加额"
    stem = SHORT.get(word, word.rstrip("到至了"))
    return stem + ("额" if quantity.unit_base == "元" else "量")


def _share(slots, name):
    if name.endswith(("计划", "任务", "目标")) and not any(t.letter == "z" for t in slots.words):
        return "完成率"
    if name.endswith(("比", "比重", "占比", "率", "幅度", "比例")):
        return ""
    if any(t.letter == "z" for t in slots.words) or any(
        "share" in t.roles for t in slots.frame.phrase.dropped
    ):
        return "" if any(t.word.endswith(("比", "比重", "比例")) for t in slots.words) else "比重"
    return "比例" if name.endswith("恢复") else ""


def _count(slots, name):
    if name.endswith(WHOLE + TIMES):
        return ""
    unit = slots.quantity.unit_base
    if unit in ("岁", "周岁"):
        return "" if name.endswith(("年龄", "寿命", "岁数")) else "年龄"
    persons = name.endswith(ends("person")) and not name.endswith("招生")
    if unit in ("人次", "场次") and not persons:
        return unit
    if unit == "户" and not name.endswith(FIRMS):
        return "户数"
    return "人数" if unit in ("人", "名") and not name.endswith(("人", "居民", "人员")) else "数"


def _duration(slots, name):
    quantity = slots.quantity
    if name.endswith(TIMES):
        return ""
    if "连续" in quantity.marks:
        return {"年": "连续年数", "个月": "连续月数", "个季度": "连续季度数"}.get(quantity.unit, "连续时间")
    if set(quantity.marks) & {"内", "以内", "之内"}:
        return "时限"
    if {"仅", "不到"} & set(quantity.marks) or slots.frame.phrase.has(
        {"仅用", "只用", "仅用时", "用时", "历时", "耗时", "短短"}
    ):
        return "用时"
    return {"年": "年限", "天": "天数", "个月": "月数", "日": "天数", "个日夜": "天数"}.get(
        quantity.unit, "时间"
    )
