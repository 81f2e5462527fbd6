"""Kinds met in texts that the rules were not written on: budgets, subsidies, press pages, communiqués of counties.

The sentences are invented; the names are what an analyst would write in a cell.
"""

import pytest

import govnlp as gn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an aim or another level
        (
            "茶业投资完成74.5亿元，完成年度任务的35.5%，同比增长24.6%。",
            "茶业投资|茶业投资年度任务完成率|茶业投资增速",
        ),
        (
            "财政收入3亿元，为调整预算数的97.7%，增长6%，是2007年的2.2倍。",
            "财政收入|财政收入调整预算数完成率|财政收入增速|财政收入与2007年之比",
        ),
        (
            "财政收入3.2亿元，完成预算数3.1亿元的103%，较上年2.9亿元增长9%。",
            "财政收入|财政收入预算数|财政收入预算数完成率|财政收入(原)|财政收入增速",
        ),
        ("人均收入8000元，相当于全国平均水平的80%。", "人均收入|人均收入与全国平均水平之比"),
        ("人均产值5万元，按年均汇率折算为7000美元，增长3%。", "人均产值|人均产值|人均产值增速"),
        ("茶园占耕地比重30%，比上年提高2个百分点。", "茶园占耕地比重|茶园占耕地比重增幅"),
        ("茶厂完成投资5亿元，超序时进度6个百分点。", "茶厂完成投资|茶厂完成投资超序时进度幅度"),
        # lists
        (
            "第二、第三产业占生产总值的比重分别回落2.2和1.7个百分点。",
            "第二产业占生产总值的比重降幅|第三产业占生产总值的比重降幅",
        ),
        (
            "城镇居民收入3万元，农民收入2万元，分别增长9%。",
            "城镇居民收入|农民收入|城镇居民收入增速|农民收入增速",
        ),
        (
            "茶叶播种面积40公顷，增长1%，产量90吨，下降2%。",
            "茶叶播种面积|茶叶播种面积增速|茶叶产量|茶叶产量降幅",
        ),
        ("种植茶树30亩，建起茶厂3个、茶馆6个。", "种植茶树面积|建起茶厂数|建起茶馆数"),
        ("其中20件实事中社区建设、管网改造等15个项目复工。", "实事数|复工项目数"),
        # grants and their cases
        (
            "对年产值首次超过50亿元、20亿元的茶企，分别给予100万元、50万元奖励。",
            "年产值首次超过50亿元的茶企奖励|年产值首次超过20亿元的茶企奖励",
        ),
        ("青槐区对首次达标的茶企，经审核，给予一次性20万元奖励。", "首次达标的茶企奖励"),
        ("“茶业十条”对扩大茶园的农户给予最高4万元奖励。", "扩大茶园的农户奖励"),
        (
            "按照小学生每生每年800元、初中生每生每年1000元的标准给予补助。",
            "小学生每生每年补助标准|初中生每生每年补助标准",
        ),
        ("授予临溪区茶业局等19个单位“先进单位”称号。", "“先进单位”称号单位数"),
        # blanks, units
        (
            "改造老旧小区 15 个，茶叶产量 50.2 万吨，增长 8.2 %。",
            "改造老旧小区数|茶叶产量|茶叶产量增速",
        ),
        ("31家储量10吨以上的制冷企业接受检查。", "储量10吨以上的制冷企业数"),
        ("空气优良率97%，较2020年同期的93%提高4个百分点。", "空气优良率|空气优良率(原)|空气优良率增幅"),
        ("茶企返还比例由30%最高提至不超过50%。", "茶企返还比例(原)|茶企返还比例"),
    ],
)
def test_names(text, expected):
    assert gn.extract_indicators(gn.parse_text(text))["name"].tolist() == expected.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "对年收入5亿元以上、研发强度5%以上的茶企予以表彰。",
        "占用土地面积在15公顷(225亩)以上(含本数,下同)的,由市主管部门审批。",
        "排在第一位的单位为牵头单位。",
        "国家外汇储备由1 9 4 亿美元开始增加。",
    ],
)
def test_conditions_are_no_rows(text):
    assert gn.extract_indicators(gn.parse_text(text)).empty


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("清渠镇围绕“茶香小镇”目标，改造茶园5处。", ["actual"]),
        ("主要目标是茶叶产量达到3万吨。", ["target"]),
        ("茶厂列入年度改造计划台账，涉及工人200名。", ["actual"]),
        ("全县计划新建茶厂5家。", ["target"]),
        ("重点项目计划投资93亿元，完成投资44亿元。", ["target", "actual"]),
        ("茶苗补贴额最高不超过3万元。", ["norm"]),
        ("茶业工作要点\n一、重点任务\n建设茶馆40家。", ["target"]),
        ("清渠镇茶业工作汇报\n一、上年工作的回顾\n努力扩大茶园，种植面积5000亩。", ["actual"]),
    ],
)
def test_status(text, status):
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == status


def test_bounds_said_with_a_ban_keep_their_direction():
    assert gn.extract_indicators(gn.parse_text("茶农代表人数不得低于六成。"))["comparator"].tolist() == [
        "不低于"
    ]


def test_a_range_of_han_numerals_has_one_base():
    row = gn.extract_indicators(gn.parse_text("逾期不改的，处五千元至一万元的罚款。")).iloc[0]
    assert (row["value"], row["value_high"], row["value_base"]) == (5000, 10000, 5000)
