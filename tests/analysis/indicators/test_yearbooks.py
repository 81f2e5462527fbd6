"""Kinds met in monthly bulletins, yearbooks and answers to questions; the sentences are invented, the names by hand."""

import pytest

import govnlp as gn


def names_of(text):
    return "|".join(gn.extract_indicators(gn.parse_text(text))["name"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a branch that ends with 业 is whole; what follows it in the last one is shared
        ("农业、食品加工业增加值分别增长4%、8%。", "农业增加值增速|食品加工业增加值增速"),
        ("餐饮业、住宿业收入分别增长4%、8%。", "餐饮业收入增速|住宿业收入增速"),
        ("工业、建筑业企业分别为20家、30家。", "工业企业数|建筑业企业数"),
        (
            "国家级、省级重点实验室分别新增3家、5家。",
            "新增国家级重点实验室数|新增省级重点实验室数",
        ),
        # those that 等 sums up, as many as there are values
        ("茶叶、竹器等传统行业产值分别增长3%、2%。", "茶叶行业产值增速|竹器行业产值增速"),
        ("茶叶、竹器等老行业分别回升至3%、2%。", "茶叶行业增速|竹器行业增速"),
        ("茶叶、竹器等行业快速增长，产值分别增长3%、2%。", "茶叶行业产值增速|竹器行业产值增速"),
        # growth in per cent behind a share is that of the part; of a share a change is in points
        (
            "集体茶厂产值占茶业产值的比重30%，同比增长4%，增速加快1个百分点。",
            "集体茶厂产值占茶业产值的比重|集体茶厂产值增速|集体茶厂产值增速加快幅度",
        ),
        (
            "茶税占税收的6%，提高2个百分点，增长5%。",
            "茶税占税收比重|茶税占税收比重增幅|茶税增速",
        ),
        ("茶税增速回落至4%，占比降至20%。", "茶税增速|茶税占比"),
        ("占比40%的采茶业同比增长3%。", "采茶业占比|采茶业增速"),
        ("占全市40%的茶业增加值增长5%。", "茶业占全市比重|茶业增加值增速"),
        (
            "一产、二产、三产结构为8:50:42。与去年相比，第一产业下降1个百分点。",
            "第一产业结构|第二产业结构|第三产业结构|第一产业占比降幅",
        ),
        ("拉动税收增长3个百分点，同比提高1个百分点。", "拉动税收增幅|拉动税收增幅提高幅度"),
        # what a measure is of stands behind the next value
        (
            "投资600万元的8个茶园改造项目已完成5个，投资300万元的4座桥梁已完成2座。",
            "茶园改造项目投资|茶园改造项目数|完成茶园改造项目数|桥梁投资|桥梁数|完成桥梁数",
        ),
        ("完成老街8条、12.3公里道路改造。", "道路改造数|道路改造长度"),
        # words that are no part of a name
        ("茶税3亿元，绝对数位居全市第二。", "茶税|茶税全市排名"),
        ("人均茶叶产值3万元；按年均汇率折算为4300美元。", "人均茶叶产值|人均茶叶产值"),
        ("茶叶投资有所回落，前十个月增长9%。", "茶叶投资增速"),
        (
            "茶业增长9%，对茶税增长贡献率由去年同期的40%提高到45%。",
            "茶业增速|茶业对茶税增长贡献率(原)|茶业对茶税增长贡献率",
        ),
        ("云岭省有三个区。", "区数"),
        ("云岭镇有茶厂，其中有两家茶馆。", "茶馆数"),
        ("推广良种，亩均增产15%。", "亩均增产率"),
        ("全县900平方公里。", "面积"),
        # labels, short years and levels count nothing
        ("图32021年茶叶产值构成", ""),
        ("茶馆分为甲类、乙类两个层次。", ""),
        ("前七个月，茶税增长9%。", "茶税增速"),
    ],
)
def test_names(text, expected):
    assert names_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the month that a span ends with; the span is said again
        ("2021年1-7月，茶税当月增长2%，1-7月累计增长6%。", ["2021M07", "2021M01-07"]),
        ("2021年上半年，茶税增长7%，当月增长3%。", ["2021H1", "2021M06"]),
        # of two times that a figure is compared with none is its own
        ("2021年1-7月，茶税占比分别较1-6月份和上年同期提高1和2个百分点。", ["2021M01-07"] * 2),
        # what a paper says begins with its year, which holds on
        ("意见提出，到2030年，茶园达到3万亩。新建茶厂8所。", ["2030", "2030"]),
    ],
)
def test_periods(text, expected):
    assert gn.extract_indicators(gn.parse_text(text))["period"].tolist() == expected
