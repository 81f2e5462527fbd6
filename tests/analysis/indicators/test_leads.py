"""Times that a paragraph gives to those below it, and places that are smaller than that of a text."""

import pytest

import govnlp as gn


def column(lines, name):
    found = gn.extract_indicators(gn.parse_text("\n".join(lines)))[name]
    return found.where(found.notna(), None).tolist()


PLAN = ["望溪县茶业建设方案", "2020年3月1日"]
REPORT = ["望溪县2026年政府工作报告", "一、2025年工作回顾", "五年来，我们真抓实干，成绩显著。"]


@pytest.mark.parametrize(
    ("lines", "periods"),
    [
        ([*PLAN, "2022年，建设取得进展：", "——茶师占比达到60%。", "——建成60所茶校。"], ["2022", "2022"]),
        ([*PLAN, "2022年，建设取得进展：", "——建成60所茶校。", "全县新建3所小学。"], ["2022", "2020"]),
        ([*PLAN, "“十四五”期间，加快建设。", "主要指标：培养500名茶师。"], ["2021-2025"]),
        ([*PLAN, "“十四五”期间，加快建设。", "二、工作任务", "培养500名茶师。"], ["2020"]),
        ([*PLAN, "自2022年1月1日起，标准如下：", "——每亩补贴300元。"], ["2020"]),
        ([*REPORT, "（一）茶业振兴。茶税年均增长7%。"], ["2021-2025"]),
        ([*REPORT, "（一）茶业振兴。茶园达30万亩。"], ["2025"]),
        ([*REPORT, "2025年，新建茶厂3家。", "茶税年均增长7%。"], ["2025", "2025"]),
        ([*REPORT, "茶园细颗粒物年均浓度下降到30微克/立方米。"], ["2025"]),
        ([*REPORT, "二、2026年工作安排", "茶税年均增长7%。"], ["2026"]),
        (
            [
                "望溪县第十四个五年规划",
                "第一章 发展环境",
                "“十三五”时期，茶税年均增长8%。",
                "第二章 发展目标",
                "茶税年均增长7%。",
            ],
            ["2016-2020", None],
        ),
        (["望溪县2023年度茶业工作报告", "今年以来，建茶厂3家。", "明年将建茶厂5家。"], ["2023", "2024"]),
    ],
)
def test_period(lines, periods):
    assert column(lines, "period") == periods


def test_a_town_is_not_the_place_of_a_text_on_more():
    text = [
        "贵州省茶业发展",
        "全省茶园30万亩。",
        "来到青石镇，全镇茶园3万亩。",
        "走进柳湾村，全村茶园300亩。",
    ]
    assert column(text, "place") == ["贵州省", None, None]


def test_a_town_that_reports_of_itself_is_the_place():
    assert column(["青浦区石桥镇2022年工作总结", "2022年，全镇茶园3万亩。"], "place") == ["青浦区石桥镇"]
