"""Targets of two years in invented reports."""

import govnlp as gn

OLD = "2021年主要目标：地区生产总值增长5%左右；城镇调查失业率控制在5.5%以内；"
OLD += "新建高标准农田3万亩；改造老旧小区20个；植树造林8万亩。"
NEW = (
    "2021年，地区生产总值增长4.6%，城镇调查失业率5.2%，改造老旧小区17个。\n"
    "2022年主要目标：地区生产总值增长5%以上；城镇调查失业率控制在5.5%以内；建设高标准农田4万亩；新增停车位900个。"
)


def table():
    return gn.compare_targets(*(gn.extract_indicators(gn.parse_text(text, "x")) for text in (OLD, NEW)))


def test_changes_of_targets():
    found = table().set_index("name")["change"]
    expected = {
        "地区生产总值": "requalified",
        "失业率": "same",
        "农田": "raised",
        "老旧小区": "given_up",
        "造林": "not_mentioned",
        "停车位": "new",
    }
    for word, change in expected.items():
        assert found[found.index.str.contains(word)].tolist() == [change], word


def test_results_of_the_earlier_targets():
    """4.6 is within a tenth of 5; 5.2 lies under the ceiling of 5.5; 17 of 20 is missed; the rest is not reported."""
    found = table().set_index("name")["result"]
    expected = {"地区生产总值": "met", "失业率": "met", "农田": "not_reported", "老旧小区": "missed"}
    for word, result in expected.items():
        assert found[found.index.str.contains(word)].tolist() == [result], word


def test_a_fall_does_not_meet_a_rise():
    a = gn.extract_indicators(gn.parse_text("2021年目标：固定资产投资增长3%左右。", "a"))
    b = gn.extract_indicators(gn.parse_text("2021年固定资产投资下降3.3%。", "b"))
    assert gn.compare_targets(a, b)["result"].tolist() == ["missed"]


def test_no_targets():
    empty = gn.extract_indicators(gn.parse_text("溪水很清。", "a"))
    assert gn.compare_targets(empty, empty).empty


def _compared(older, newer):
    a, b = (gn.extract_indicators(gn.parse_text(text, name)) for text, name in ((older, "a"), (newer, "b")))
    return gn.compare_targets(a, b)


def test_targets_of_five_years_are_not_those_of_one():
    older = "2021年目标：地区生产总值增长5%左右，城镇新增就业2万人。"
    newer = "“十四五”目标：地区生产总值年均增长6%，城镇新增就业10万人。\n"
    newer += "2022年目标：地区生产总值增长5%以上，城镇新增就业3万人。"
    found = _compared(older, newer).set_index("name")["said_b"]
    assert found["地区生产总值增速"].iloc[0] == "5% 以上" and found["城镇新增就业人数"].iloc[0] == "3万人"


def test_a_result_far_from_its_target_is_of_another_period():
    found = _compared("2021年目标：新改建农村公路50公里。", "五年成效显著。新改建农村公路400公里。")
    assert found["result"].tolist() == ["not_reported"]


def test_a_target_of_a_later_year_is_not_judged():
    found = _compared("2021年目标：到2025年，地区生产总值突破800亿元。", "2021年地区生产总值548亿元。")
    assert found["result"].tolist() == ["not_reported"]


def test_contraries_are_not_paired():
    older, newer = "2021年目标：赤字率低于预算0.4个百分点。", "2022年目标：赤字率高于预算0.2个百分点。"
    assert "lowered" not in _compared(older, newer)["change"].tolist()


def test_what_was_done_is_not_given_up():
    """Two of two were built: no new target is owed; one of two is a target given up."""
    older = "2023年目标：新建污水处理厂2座。"
    done, short = (_compared(older, f"2023年新建污水处理厂{n}座。") for n in (2, 1))
    assert done[["change", "result"]].values.tolist() == [["not_mentioned", "met"]]
    assert short[["change", "result"]].values.tolist() == [["given_up", "missed"]]


def test_schools_of_another_level_are_not_paired():
    """Places in primary and secondary schools are no earlier places in secondary schools alone."""
    found = _compared("2021年目标：新增中小学学位2万个。", "2022年目标：新增中学学位1万个。")
    assert found["change"].tolist() == ["not_mentioned", "new"]
