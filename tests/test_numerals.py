"""The one numeral grammar: values worked out by hand, Han numerals against cn2an."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govnlp.numerals import read_numeral, spoken_range, to_number, to_year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,060", 1060), ("1, 234.5", 1234.5), ("3 000", 3000), ("１２．５", 12.5), ("三十五", 35), ("十", 10),
        ("百", 100), ("千五百", 1500), ("三百五", 350), ("一百零八点五", 108.5), ("两", 2), ("二〇二一", 2021),
        ("伍拾万", 500000), ("一万五", 15000), ("一万五千", 15000), ("四百二十七亿四千万", 42740000000),
        ("8亿3000万", 830000000), ("3千", 3000), ("1.2万亿", 1.2e12), ("零", 0),
        ("零点五", 0.5), ("〇点〇八", 0.08), ("3亿零200万", 302000000), ("3万零50", 30050), ("一万零五", 10005),
    ],
)  # fmt: skip
def test_value_of_a_numeral(text, value):
    assert to_number(text) == value


@pytest.mark.parametrize("text", ["", "三十五三十五", "三四", "十百", "点五", "元", "三点", "3万50000"])
def test_what_is_no_numeral(text):
    assert to_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [  # end, value, high, scale, signs of vagueness
        ("427亿4000万元", (9, 427.4, None, "亿", "")),
        ("四百二十七亿四千万元", (9, 427.4, None, "亿", "")),
        ("九点五亿元", (4, 9.5, None, "亿", "")),
        ("1亿2千万元", (5, 1.2, None, "亿", "")),
        ("3万5000元", (6, 3.5, None, "万", "")),
        ("一万五千人", (4, 1.5, None, "万", "")),
        ("3 000万斤", (6, 3000, None, "万", "")),
        ("6000余万元", (6, 6000, None, "万", "余")),
        ("300多个", (4, 300, None, "", "多")),
        ("两三万人", (3, 2, 3, "万", "")),
        ("二三十个", (3, 20, 30, "", "")),
        ("5千瓦", (1, 5, None, "", "")),
        ("3千元", (2, 3, None, "千", "")),
        ("108万8月", (4, 108, None, "万", "")),
        ("零点八亿元", (4, 0.8, None, "亿", "")),
        ("3亿零200万元", (7, 3.02, None, "亿", "")),
        ("3万零500人", (6, 3.05, None, "万", "")),
        ("1亿零1个", (2, 1, None, "亿", "")),
    ],
)
def test_a_numeral_in_a_text(text, expected):
    assert tuple(read_numeral(text))[1:] == expected


def test_a_numeral_is_read_where_it_begins():
    assert read_numeral("投资", 0) is None
    assert read_numeral("投资3.5亿元", 2) == (2, 6, 3.5, None, "亿", "")
    assert read_numeral("投资3.5亿元", 2).factor == 1e8


def test_spoken_ranges():
    assert spoken_range("三四百") == (300, 400)
    assert spoken_range("三五") == (3, 5)
    assert spoken_range("三七") == spoken_range("三十") == (None, None)


def test_years():
    assert [to_year(x) for x in ("2021", "二○二一", "2 0 2 1", "三〇二一", "二十")] == [
        2021,
        2021,
        2021,
        None,
        None,
    ]


@given(st.integers(min_value=0, max_value=99_999_999))
def test_han_numerals_agree_with_cn2an(n):
    import cn2an

    assert to_number(cn2an.an2cn(str(n))) == n


@given(st.text(alphabet="0123456789., 万亿千百十一二两三零〇点余多个", max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text):
    for at in range(len(text)):
        numeral = read_numeral(text, at)
        assert numeral is None or at < numeral.end <= len(text)
