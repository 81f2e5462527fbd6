"""What makes a subject the name of a number: 数, 增速, 占比, 时限."""

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import ends, having
from govnlp.lexicons import lexicon_content


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
    if change is not None and not slots.level and quantity.kind != "places" and "连续" not in quantity.marks:
        if quantity.unit_base == "%":
            return _pace(name, change, quantity)
        if not name.startswith(("新增", "净增")) and name != change.word + slots.things:
            return _change(change, quantity)
    return _BY_KIND[quantity.kind](slots, name) if quantity.kind in _BY_KIND else ""


def _pace(name, change, quantity):
    """增速 or 降幅, 增幅 where points are added."""
    if name.endswith("幅度"):  # 高于经济增速幅度
        return ""
    if name.endswith(ends("pace")) and "百分点" in quantity.unit:
        return change.word + "幅度"  # 降幅收窄3.2个百分点
    if change.word in having("pace"):
        return change.word
    return "降幅" if "fall" in change.roles else "增幅" if "百分点" in quantity.unit else "增速"


def _change(change, quantity):
    """增加额 or 减少量; 偏高 as it is."""
    full, word = lexicon_content("indicators.yaml")["full"], change.word
    return full.get(word, word.rstrip("到至了")) + ("额" if quantity.unit_base == "元" else "量")


def _extent(slots, name):
    """规模, 长度 or 面积 where a name says nothing of what is measured."""
    if "级" in slots.quantity.marks:
        return "" if name.endswith("规模") else "规模"
    measure = lexicon_content("units.yaml")["extents"].get(slots.quantity.unit_base, "")
    side = pattern("side").search(slots.change or name)
    if side and measure == "长度":
        return (side[1] or "") + "度"  # 小路长6米, 路段拓宽至4米
    if name.endswith(ends("measured")) or pattern("sided").search(name):  # 宽度每侧8米
        return ""
    alike = slots.unit == "米" and "距" not in name and pattern("sided").search(slots.state.last)
    return alike[1] if alike else measure  # 小路宽度不小于4米,支路不小于2米


def _share(slots, name):
    """完成率 of an aim, 比重 of what is said to have a share."""
    if slots.whole:
        if name.endswith("率"):  # 裁员率不超过职工总数20%
            return ""
        return f"与{slots.whole}之比" if slots.unit == "倍" else f"占{slots.whole}比例"
    if pattern("undone").search("".join([t.word for t in slots.frame.left])):
        return "未完成比例"
    if name.endswith(("计划", "任务", "目标")) and all(t.letter != "z" for t in slots.words):
        return "" if slots.frame.phrase.signs & having("set") else "完成率"  # 目标定为5%
    if slots.unit.endswith("百分点") and not name.endswith(("幅度", "差距")):
        return "幅度"  # 增速分别高于全省1和2个百分点
    if name.endswith((*ends("rate"), "倍数")):
        return ""
    if "完成" in slots.frame.phrase.signs:  # 主体工程完成八成
        return "完成率"
    listed = slots.unit == "%" and "占" in name.replace("占用", "")  # (A、B)分别占总值的4%和6%
    if listed or any(t.letter == "z" for t in slots.words):
        told = any(t.word.endswith(("比", "比重", "比例")) for t in slots.words)
        return "" if told else "比" if name.endswith("占") else "比重"
    things = ends("person", "firm", "settled", "office")
    if slots.unit == "%" and slots.change_token is None and name.endswith(things):  # 达标的茶厂达60%
        return "占比"
    # 补助六成, 补贴保费七成
    return "比例" if any({"grant", "act"} <= t.roles for t in slots.words[-2:]) else ""


def _count(slots, name):
    """数, 人数, 户数, 人次."""
    unit = slots.quantity.unit_base
    run = lexicon_content("units.yaml")["spans"]["连续"].get(unit)
    if run and "连续" in slots.quantity.marks:
        return run
    if name.endswith(ends("whole", "time")):
        return ""
    if unit in ("岁", "周岁"):
        return "" if name.endswith(("年龄", "寿命", "岁数")) else "年龄"
    if unit in ("人次", "场次", "批次") and not name.endswith(ends("person")):
        return unit
    if unit == "户" and not name.endswith(ends("firm")):
        return "户数"
    return "人数" if unit in ("人", "名") and not name.endswith(("人", "居民", "人员")) else "数"


def _duration(slots, name):
    """时限, 用时, 年限; 连续年数 of what goes on."""
    quantity, spans = slots.quantity, lexicon_content("units.yaml")["spans"]
    if name.endswith(ends("time")):
        return ""
    if "连续" in quantity.marks:
        return spans["连续"].get(quantity.unit, "连续时间")
    if slots.longest:
        return "期限"
    if set(quantity.marks) & {"内", "以内", "之内"}:
        return "时限"
    if slots.frame.phrase.signs & having("using"):
        return "用时"
    return spans["其他"].get(quantity.unit, "时间")


_BY_KIND = {"share": _share, "count": _count, "duration": _duration, "amount": _extent}
