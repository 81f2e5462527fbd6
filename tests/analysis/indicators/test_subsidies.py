"""Subsidies, fees and fines: what is paid for, per what, to whom, by which size; and values that are no indicators.

All sentences are invented; the names are what an analyst would write in a cell.
"""

import pytest

import govnlp as gn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the case of each grant of a list
        ("对新评定的茶厂给予3万元奖励，通过复评的茶厂给予1万元奖励。", "新评定的茶厂奖励|通过复评的茶厂奖励"),
        ("采取后补助的方式给予20%的补助。", "补助比例"),
        ("鼓励茶馆提档升级，一次性给予6万元奖励。", "茶馆提档升级奖励"),
        ("茶艺学会支持茶馆开业，茶馆达6家。", "茶馆数"),
        # sizes that select, one for each grant
        (
            "年产量达到100吨、200吨的茶场，分别给予2万元、5万元奖励。",
            "年产量达到100吨的茶场奖励|年产量达到200吨的茶场奖励",
        ),
        (
            "年销售额首次突破100万元、300万元的茶社，分别给予3万元、8万元奖励。",
            "年销售额首次突破100万元的茶社奖励|年销售额首次突破300万元的茶社奖励",
        ),
        (
            "茶叶、果品企业年销售增量在300万元及以上、500万元及以上的，分别给予6万元、9万元奖励。",
            "茶叶、果品企业年销售增量在300万元及以上的奖励|茶叶、果品企业年销售增量在500万元及以上的奖励",
        ),
        # what is paid for one of them
        ("每介绍1名茶师，给予中介机构2000元奖励。", "每介绍1名茶师中介机构奖励"),
        ("每培训1人补贴800元。", "每培训1人补贴"),
        ("每年培训1人。", "培训人数"),
        ("对茶企给予奖励，每个茶企最高奖补20万元。", "每个茶企最高奖补"),
        # bounds
        ("擅自改建的，处以不超过违法所得3倍的罚款。", "擅自改建的违法所得罚款倍数上限"),
        ("小路宽度不小于4米，支路不小于2米。", "小路宽度|支路宽度"),
        ("堤坝宽度每侧为8米，有条件的地段加宽到12米。", "堤坝宽度每侧|有条件的地段宽度"),
        ("大坝高度9米，桥墩间距30米。", "大坝高度|桥墩间距"),
    ],
)
def test_what_is_paid_for(text, expected):
    assert "|".join(gn.extract_indicators(gn.parse_text(text))["name"]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "实现“时间过半、任务过半”。",
        "促进茶业“双过半”。",
        "再经过半个世纪的奋斗。",
        "参加过半年以上采茶实习的毕业生。",
        "青槐船厂5万吨散货船下水，自主研制的3万吨浮吊交付。",
        "方案共分三个部分。",
        "临溪成为全市首个茶叶产值超千亿元的县。",
        "接待了镇长带队的一行15余人。",
    ],
)
def test_what_is_no_indicator(text):
    assert gn.extract_indicators(gn.parse_text(text)).empty


def test_halves_that_say_how_much():
    assert gn.extract_indicators(gn.parse_text("水库建设进度过半。"))["value"].tolist() == [50]


def test_the_reporters_in_front_are_no_part_of_a_name():
    text = "●本报记者 陈平 本报河口记者站 林芳 去年河口县综合竞争力保持在全省第20位。"
    assert gn.extract_indicators(gn.parse_text(text))["name"].tolist() == ["河口县综合竞争力全省排名"]
