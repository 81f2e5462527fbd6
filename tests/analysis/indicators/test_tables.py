"""Tables of indicators: invented rows, expected names and values written down by hand."""

import govnlp as gn


def rows(lines, *columns):
    corpus = gn.parse_text("茶山完成情况\n" + "\n".join("\t".join(cells) for cells in lines))
    corpus.blocks["kind"] = "paragraph"
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
