"""One indicator over documents and years."""

import pytest

import govnlp as gn


def test_unknown_indicator_names_what_there_is():
    table = gn.extract_indicators(gn.parse_text("2021年绿地面积20公顷。"))
    with pytest.raises(ValueError, match="绿地面积"):
        gn.compare_indicators(table, "发电量")


def test_qualifiers_stay_visible_side_by_side():
    text = "2021年，工业投资增长5%以上。\n\n2021年，工业投资增长5%左右。"
    table = gn.compare_indicators(gn.extract_indicators(gn.parse_text(text)), "工业投资")
    assert table["said"].tolist() == ["5% 以上", "5% 左右"]


def test_an_indicator_is_found_by_any_of_its_names():
    table = gn.extract_indicators(
        gn.parse_text("2021年，全区GDP增长6%。2022年，全区生产总值增长5%。2023年，茶园增长4%。")
    )
    for name in ("GDP", "地区生产总值"):
        assert gn.compare_indicators(table, name)["value"].tolist() == [6, 5]
