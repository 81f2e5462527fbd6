"""Lists of things that share words; the expected members were written down by hand."""

import pytest

from govnlp.analysis.indicators.members import members_of
from govnlp.analysis.indicators.quantities import find_quantities
from govnlp.analysis.indicators.tokens import tokenize
from govnlp.lexicons import lexicon_content

ROWS = lexicon_content("members.yaml")


def tokens(text):
    return tokenize(text, 0, len(text), find_quantities(text))


@pytest.mark.parametrize("row", [*ROWS["heads"], *ROWS["fronts"]], ids=lambda row: row["example"])
def test_row_of_the_lexicon_gives_what_it_says(row):
    assert members_of(tokens(row["example"])) == row["gives"].split("、")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("城镇和农村居民收入", ["城镇居民收入", "农村居民收入"]),
        ("肉牛、土鸡饲养量", ["肉牛饲养量", "土鸡饲养量"]),
        ("茶机、竹器产业产值", ["茶机产业产值", "竹器产业产值"]),
        ("限额以上住宿业、餐饮业营业额", ["限额以上住宿业营业额", "限额以上餐饮业营业额"]),
        ("存、贷款余额", ["存款余额", "贷款余额"]),
        ("茶叶企业产值、利润", ["茶叶企业产值", "茶叶企业利润"]),
        ("单位面积用水量、能耗", ["单位面积用水量", "单位面积能耗"]),
        ("茶机产销量", ["茶机产量", "茶机销量"]),
        ("城乡居民收入", ["城镇居民收入", "农村居民收入"]),
    ],
)
def test_members(text, members):
    assert members_of(tokenize(text, 0, len(text), []), len(members)) == members


def test_no_list_of_as_many():
    text = "茶叶产量"
    assert members_of(tokenize(text, 0, len(text), []), 2) is None
