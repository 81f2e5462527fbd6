"""Lists that share a verb or a head noun, and what is no indicator of its own."""

import pytest

import govnlp as gn


def names(text):
    return gn.extract_indicators(gn.parse_text(text))["name"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公园3个、广场5个。", ["新建公园数", "新建广场数"]),
        ("新增就业岗位500个、总数达8000个。", ["新增就业岗位数", "就业岗位总数"]),
        ("高技术产业、新能源发电投资分别增长33%、29%。", ["高技术产业投资增速", "新能源发电投资增速"]),
        (
            "电子、汽车、医药三大产业集群分别实现产值8亿元、9亿元、7亿元。",
            ["电子产业集群产值", "汽车产业集群产值", "医药产业集群产值"],
        ),
        ("培育全国乡村治理示范村9个、省级67个。", ["培育全国乡村治理示范村数", "培育省级乡村治理示范村数"]),
        ("排查安全隐患90处，整改88处。", ["排查安全隐患数", "安全隐患整改数"]),
        ("用这笔钱装了46盏路灯、修了9处花坛。", ["钱装路灯数", "修花坛数"]),
    ],
)
def test_what_a_list_shares(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在200人以上安置点建立工厂。",
        "建成220千伏变电站。",
        "今年前5个月进展顺利。",
        "破除城乡二元结构。",
        "打好三场硬仗。",
        "编制第十三个五年规划。",
    ],
)
def test_numbers_that_state_nothing(text):
    assert names(text) == []
