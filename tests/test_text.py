"""The ground floor: widths, what is not seen, dates in every written form, alternations."""

import unicodedata

import pytest

from govnlp.text import (
    CHARACTERS,
    RADICALS,
    either,
    find_dates,
    finder,
    fold,
    half_width,
    longest_first,
    normalise,
    origins,
    squeeze,
)


@pytest.mark.parametrize(
    "written, iso",
    [
        ("二〇二一年", ["2021"]),
        ("一九八○年", ["1980"]),
        ("二○○八", ["2008"]),
        ("２００８年", ["2008"]),
        ("1 9 9 3 年", ["1993"]),
        ("2021 年 3 月 4 日", ["2021-03-04"]),
        ("二OO九年十月一日", ["2009-10-01"]),
        ("二〇二五年十二月三十一日", ["2025-12-31"]),
        ("二〇二五年廿一日", ["2025"]),
        ("2021/3/10 10:20", ["2021-03-10"]),
        ("2021.3.4", ["2021-03-04"]),
        ("20210308", ["2021-03-08"]),
        ("一九五七—一九五八年", ["1957", "1958"]),
        ("2021-13-40", []),  # no month, no day
        ("2021年2月30日", []),
        ("电话057021210304", []),  # longer than a date
        ("增长2021", []),  # a bare number
        ("2020.5亿元", []),
        ("一九四〇〇", []),
    ],
)
def test_dates_in_every_written_form(written, iso):
    assert [x.iso for x in find_dates(written)] == iso


def test_a_date_knows_where_it_stands():
    text = "于二〇〇八年三月五日通过"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "二〇〇八年三月五日"


def test_widths_keep_the_length_and_fold_knows_labels():
    text = "（１）記者：５％　﹪"
    assert half_width(text) == "(1)記者:5% %" and len(half_width(text)) == len(text)
    assert fold(text) == "(1)记者:5% %"
    assert half_width("“柳湾〞〝望溪〞") == fold("“柳湾〞〝望溪〞") == "“柳湾”“望溪”"


@pytest.mark.parametrize(
    "printed, meant",
    [
        ("⼈⺠⻓江", "人民长江"),
        ("\uf97e\uf98a", "量力"),
        ("云政发﹝2021﹞5号", "云政发〔2021〕5号"),
        ("营\u200b商\u00ad环\ufeff境", "营商环境"),
        ("政　府　工　作　报　告", "政府工作报告"),
        ("通　　知", "通　　知"),  # two letters may be a name
        ("周　渠", "周　渠"),
        ("县长 林溪 周渠", "县长 林溪 周渠"),
        ("①㎡№３．５％", "①㎡№３．５％"),  # units and widths stay as they were printed
    ],
)
def test_normalised_text_is_what_was_meant(printed, meant):
    assert normalise(printed) == meant
    assert "".join((printed + "\n")[i] for i in origins(printed)) == _left(printed, meant) + "\n"


def _left(printed, meant):
    """Printed characters that are left in the meant text: each stands for the one at its place."""
    kept, rest = [], iter(printed)
    for char in meant:
        kept.append(next(x for x in rest if normalise(x) == char))
    return "".join(kept)


def test_radicals_stand_for_the_characters_that_unicode_names():
    assert len(RADICALS) == len(CHARACTERS)
    assert all(unicodedata.name(x).startswith("CJK RADICAL") for x in RADICALS)
    assert [CHARACTERS[RADICALS.index(x)] for x in "⻓⻛⻢"] == ["长", "风", "马"]


def test_blanks_of_every_kind_go():
    assert squeeze(" 通　\u00a0知\n\u200b。") == "通知。"


def test_longest_first_and_ties_by_their_characters():
    assert longest_first(["区", "市", "区县", "县区"]) == ["区县", "县区", "区", "市"]
    assert either(["a", "a.b"]) == r"a\.b|a"


def test_words_are_found_inside_one_another_and_beside_each_other():
    """By hand, in the order of the starts; a word longer than what is left of the text is none."""
    find = finder(["渠", "临溪", "临溪区", "溪区长"])
    assert find("临溪区长渠") == [(0, "临溪"), (0, "临溪区"), (1, "溪区长"), (4, "渠")]
    assert find("在临") == finder([])("临溪") == []
