"""Tables of indicators: invented rows, expected names and values written down by hand."""

import pytest

import govnlp as gn
from govnlp.documents.files import corpus_from_sources
from govnlp.documents.reading.source import Source


def rows(lines, *columns):
    roles = [None] + ["table"] * len(lines)
    source = Source("a", lines=["茶山完成情况", *("\t".join(cells) for cells in lines)], roles=roles)
    corpus = corpus_from_sources([source])
    return corpus, gn.extract_indicators(corpus)[list(columns)].to_numpy().tolist()


def test_unit_column_periods_and_growth():
    lines = [
        ["指标", "单位", "2020年", "2021年", "增长"],
        ["茶叶产值", "亿元", "30.5", "32.1", "5.2%"],
        ["采茶人数", "万人", "5.2", "4.9", "-5.8"],
    ]
    corpus, found = rows(lines, "name", "value", "unit", "period", "direction")
    assert found == [
        ["茶叶产值", 30.5, "亿元", "2020", None],
        ["茶叶产值", 32.1, "亿元", "2021", None],
        ["茶叶产值增速", 5.2, "%", "2021", "增长"],
        ["采茶人数", 5.2, "万人", "2020", None],
        ["采茶人数", 4.9, "万人", "2021", None],
        ["采茶人数增速", -5.8, "%", "2021", "下降"],
    ]
    texts = corpus.blocks.set_index("block")["text"]
    table = gn.extract_indicators(corpus)
    assert [texts[r.block][r.start : r.end] for r in table.itertuples()][:3] == ["30.5", "32.1", "5.2%"]


def test_a_measure_in_the_header_is_part_of_the_name_and_a_plan_is_a_target():
    lines = [
        ["项目名称", "单位名称", "总投资（万元）", "2021年计划投资（万元）", "开工时间"],
        ["茶山步道", "林场", "12000", "3500", "2021年3月"],
    ]
    _, found = rows(lines, "name", "value_base", "status", "period")
    assert found[-2:] == [
        ["茶山步道总投资", 1.2e8, "actual", "2021"],
        ["茶山步道计划投资", 3.5e7, "target", "2021"],
    ]


def test_a_part_has_the_name_of_its_parent():
    lines = [["指标", "单位", "2021年"], ["茶园面积", "亩", "900"], ["其中：有机", "亩", "200"]]
    assert rows(lines, "name")[1] == [["茶园面积"], ["茶园面积有机"]]


def test_lines_without_a_header_are_no_table():
    assert rows([["12", "30亿元"], ["13", "40亿元"]], "name")[1] == []


def test_rows_may_be_numbered_and_years_say_what_is_aimed_at():
    lines = [
        ["序号", "指标名称", "计量单位", "2020年（现状）", "2025年（目标）", "属性"],
        ["1", "茶园面积", "亩", "900", "≥1200", "约束性"],
        ["2", "茶叶产值", "亿元", "30.5", "累计7", "预期性"],
    ]
    assert rows(lines, "name", "value", "unit", "comparator", "period", "status")[1] == [
        ["茶园面积", 900, "亩", None, "2020", "actual"],
        ["茶园面积", 1200, "亩", "≥", "2025", "target"],
        ["茶叶产值", 30.5, "亿元", None, "2020", "actual"],
        ["茶叶产值", 7, "亿元", "累计", "2025", "target"],
    ]


def test_the_last_year_of_binding_aims_is_one_to_come():
    lines = [["指标", "单位", "2020年", "2025年", "属性"], ["茶园面积", "亩", "900", "1200", "约束性"]]
    assert rows(lines, "period", "status")[1] == [["2020", "actual"], ["2025", "target"]]


def test_the_unit_may_stand_in_the_name_or_above_the_table():
    lines = [["指标", "2020年", "增长%"], ["茶叶产值（亿元）", "30.5", "4.7"]]
    expected = [["茶叶产值", 30.5, "亿元"], ["茶叶产值增速", 4.7, "%"]]
    assert rows(lines, "name", "value", "unit")[1] == expected
    lines[1][0] = "茶叶产值"
    for caption in ([["单位：亿元"]], [["表1", "", "单位：亿元、%"]], [["茶山"], ["（单位：亿元）"]]):
        assert rows(caption + lines, "name", "value", "unit")[1] == expected
    assert rows([["单位：亿元、人"], *lines], "name")[1] == [["茶叶产值增速"]]  # which of both, nobody says


def test_cells_of_a_header_are_merged_over_two_rows():
    lines = [
        ["指标", "2022年", "", "2021年"],
        ["", "绝对额（亿元）", "增长（%）", "绝对额（亿元）"],
        ["茶叶产值", "30.5", "-4.7", "32"],
    ]
    assert rows(lines, "name", "value", "unit", "period")[1] == [
        ["茶叶产值", 30.5, "亿元", "2022"],
        ["茶叶产值增速", -4.7, "%", "2022"],
        ["茶叶产值", 32, "亿元", "2021"],
    ]


def test_the_column_of_units_heads_no_other_one():
    lines = [["指标", "单位", "", ""], ["", "", "完成", "增长（%）"], ["茶叶产值", "亿元", "30.5", "-4.7"]]
    assert rows(lines, "name", "value", "unit")[1] == [
        ["茶叶产值", 30.5, "亿元"],
        ["茶叶产值增速", -4.7, "%"],
    ]


def test_a_level_without_a_year_among_several_has_no_period():
    lines = [
        ["学校", "2020年人数", "扩招", "任务", ""],
        ["", "", "", "2021年", "2022年"],
        ["东校", "9", "3", "4", "5"],
    ]
    _, found = rows([["单位：人"], *lines], "name", "value", "period", "status")
    assert found == [
        ["东校人数", 9, "2020", "actual"],
        ["东校扩招", 3, None, "actual"],
        ["东校任务", 4, "2021", "target"],
        ["东校任务", 5, "2022", "target"],
    ]


def test_last_year_has_a_column_of_its_own_and_shares_have_not_the_unit_of_the_table():
    lines = [
        ["指标", "本年", "上年", "预算数", "为预算%", "占比"],
        ["一、茶叶产值", "30", "28", "31", "97", "12"],
        ["采茶率", "40", "", "", "", ""],
    ]
    _, found = rows([["2021年度 单位：万元"], *lines], "name", "value", "unit", "period", "status")
    year = found[0][3]
    assert found == [
        ["茶叶产值", 30, "万元", year, "actual"],
        ["茶叶产值", 28, "万元", str(int(year) - 1), "actual"],
        ["茶叶产值预算数", 31, "万元", year, "target"],
        ["茶叶产值为预算", 97, "%", year, "actual"],
    ]


def test_a_column_of_growth_is_of_the_measure_beside_it():
    lines = [
        ["产品", "单位", "产量", "比上年增长%"],
        ["发电量", "亿千瓦时", "6.7", "4"],
        ["水泥", "万吨", "9", "-2"],
    ]
    assert rows(lines, "name")[1] == [["发电量"], ["发电量增速"], ["水泥产量"], ["水泥产量增速"]]


@pytest.mark.parametrize(
    ("title", "period"),
    [("临溪县统计月报（2024年第4期）", None), ("临溪县2024年1—4月主要经济指标", "2024M01-04")],
)
def test_what_is_counted_up_to_a_month_is_no_year(title, period):
    text = f"{title}\n指标\t单位\t本月止累计\t同比增长（%）\n茶叶产量\t吨\t41.8\t5.2\n"
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["name", "value", "period"]].to_numpy().tolist() == [
        ["茶叶产量", 41.8, period],
        ["茶叶产量增速", 5.2, period],
    ]


def test_what_is_due_by_a_deadline_is_a_target_of_its_year():
    lines = [
        ["村", "新建步道（公里）", "2021年步道（公里）", "完成时限"],
        ["茶山村", "12", "5", "2023年3月"],
        ["溪口村", "8", "4", "2024年10月底"],
        ["合计", "20", "9", ""],
    ]
    _, found = rows(lines, "name", "value", "period", "status")
    assert found == [
        ["茶山村新建步道", 12, "2023", "target"],
        ["茶山村步道", 5, "2021", "actual"],
        ["溪口村新建步道", 8, "2024", "target"],
        ["溪口村步道", 4, "2021", "actual"],
        ["合计新建步道", 20, "2024", "target"],
        ["合计步道", 9, "2021", "actual"],
    ]


def test_blanks_within_a_head_are_no_part_of_it():
    lines = [["指 标", "绝 对 数（亿元）", "比上年 增长（%）"], ["茶叶产值", "5.2", "6"]]
    _, found = rows(lines, "name", "value", "unit")
    assert found == [["茶叶产值", 5.2, "亿元"], ["茶叶产值增速", 6, "%"]]
