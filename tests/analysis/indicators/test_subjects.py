"""Noun phrases before and after a number."""

import pytest

from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.subjects import subject_of


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("努力实现养老总床位达", "养老总床位"),
        ("临溪区里筹资", "筹资"),
        ("综合窗口平均等候时间由", "综合窗口平均等候时间"),
        ("打造美丽乡村示范片带", "美丽乡村示范片带"),
        ("采集单位总数较“四经普”增长", "采集单位总数"),
        ("为企业提供应急周转资金", "提供应急周转资金"),
        ("失业保险返还", "失业保险返还"),
        ("国有资产由1997年的", "国有资产"),
        ("成功率", "成功率"),
    ],
)
def test_subject(before, subject):
    assert subject_of(before)[0] == subject


@pytest.mark.parametrize(
    ("after", "noun"),
    [
        ("社会治理创新现场推进会。", "社会治理创新现场推进会"),
        ("“高效办成一件事”上线运行", "高效办成一件事"),
        ("针对居民教育、养老的社会企业入驻", "社会企业"),
        ("村实现通水", "村"),
        ("贫困群众如期脱贫", "贫困群众"),
    ],
)
def test_object(after, noun):
    assert object_of(after)[0] == noun


def test_object_of_a_verb_before_the_value_is_taken_whole():
    assert object_of("小型水库除险加固，", whole=True)[0] == "小型水库除险加固"
