"""Indicators: names, periods, status, lists."""

import pytest

import govnlp as gn


def rows(text, *columns):
    return gn.extract_indicators(gn.parse_text(text))[list(columns)].to_numpy().tolist()


def test_list_of_values_is_shared_out():
    text = "“马上办、网上办、一次办”事项分别达到348项、191项和498项。"
    assert [r[0] for r in rows(text, "name")] == ["马上办事项数", "网上办事项数", "一次办事项数"]


def test_urban_and_rural_incomes_are_named_apart():
    text = "2022年城乡居民人均可支配收入分别增长5%和7%左右。"
    assert rows(text, "name", "value", "comparator") == [
        ["城镇居民人均可支配收入增速", 5.0, "左右"],
        ["农村居民人均可支配收入增速", 7.0, "左右"],
    ]


def test_subject_is_inherited_and_direction_read():
    text = "2021年，云岭区完成工业投资20亿元，同比增长8.5%。办证时间缩短至7个工作日。"
    assert rows(text, "name", "direction") == [
        ["工业投资", None],
        ["工业投资增速", "增长"],
        ["办证时间", "下降"],
    ]


def test_size_of_what_is_counted_is_no_indicator():
    assert rows("2021年引进10亿元以上现代服务业项目25个。", "value") == [[25.0]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2021年完成固定资产投资478亿元。", "actual"),
        ("预计2021年实现地区生产总值790亿元。", "estimate"),
        ("2021年，力争固定资产投资增长3%。", "target"),
        ("2021年工作会议提出，到2025年，绿地面积达到300公顷。", "target"),
    ],
)
def test_status(text, status):
    assert rows(text, "status") == [[status]]


def test_relative_year_is_resolved_with_its_evidence():
    text = "2021年12月10日，区里通报：去年改造老旧小区193个。"
    assert rows(text, "period", "period_evidence") == [["2020", "去年"]]


def test_place_of_the_value():
    text = "2021年新建公园12个，面积3.5公顷。"
    table = gn.extract_indicators(gn.parse_text(text))
    assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == ["12个", "3.5公顷"]
    assert table["line"].tolist() == [1, 1]
    assert all(q in text for q in table["quote"])


def test_no_indicator_gives_an_empty_table():
    assert rows("全区持续优化营商环境。", "name") == []


def test_same_fact_in_three_wordings_and_a_contradiction():
    text = (
        "2017年水务工程投资总额达10.08亿元。\n\n2017年水务工程总投资100811万元。\n\n2017年投入10亿元改善水环境。"
        "\n\n2017年绿地面积20公顷。\n\n2017年绿地面积30公顷。"
    )
    table = gn.find_conflicts(gn.extract_indicators(gn.parse_text(text)))
    assert table.groupby("relation")["said"].apply(sorted).to_dict() == {
        "differs": ["20公顷", "30公顷"],
        "rounded": ["10.08亿元", "100811万元", "10亿元"],
    }


def test_unknown_indicator_names_what_there_is():
    table = gn.extract_indicators(gn.parse_text("2021年绿地面积20公顷。"))
    with pytest.raises(ValueError, match="绿地面积"):
        gn.compare_indicators(table, "发电量")


def test_growth_targets_of_a_real_report(shared):
    table = gn.extract_indicators(gn.read_corpus(shared / "corpora" / "local_reports" / "2025_福建省.txt"))
    growth = table[(table["name"] == "地区生产总值增速") & (table["status"] == "target")]
    assert growth[["value", "value_high"]].to_numpy().tolist() == [[5.0, 5.5]]
