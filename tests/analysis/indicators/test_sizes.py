"""Sizes of what is counted, and conditions, are no rows; all sentences are invented."""

import pytest

import govnlp as gn


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("监测能耗超3000吨标准煤重点茶厂企业。", []),
        ("监测能耗超3000吨标准煤重点茶厂企业5家。", [5]),
        ("全县能耗超3000吨标准煤。", [3000]),
        ("雇工50人以上200人以下的企业，应当登记。", []),
        ("参会50人以上。", [50]),
    ],
)
def test_what_a_size_selects_has_no_row_of_its_own(text, values):
    assert gn.extract_indicators(gn.parse_text(text))["value"].tolist() == values
