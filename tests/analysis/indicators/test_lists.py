"""Lists that share a verb or a head noun, and what is no indicator of its own."""

import pytest

import govnlp as gn


def names(text):
    return gn.extract_indicators(gn.parse_text(text))["name"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公园3个、广场5个。", ["新建公园数", "新建广场数"]),
        # 各 before a noun gives no value to each of those named
        ("茶税、酒税各增长5%。", ["茶税增速", "酒税增速"]),
        ("新增就业岗位500个、总数达8000个。", ["新增就业岗位数", "就业岗位总数"]),
        ("茶叶加工、竹木家具投资分别增长33%、29%。", ["茶叶加工投资增速", "竹木家具投资增速"]),
        (
            "钟表、茶叶、竹器三大产业集群分别实现产值8亿元、9亿元、7亿元。",
            ["钟表产业集群产值", "茶叶产业集群产值", "竹器产业集群产值"],
        ),
        ("培育全国乡村治理示范村9个、省级67个。", ["培育全国乡村治理示范村数", "培育省级乡村治理示范村数"]),
        ("排查安全隐患90处，整改88处。", ["排查安全隐患数", "安全隐患整改数"]),
        ("用这笔钱装了46盏路灯、修了9处花坛。", ["钱装路灯数", "修花坛数"]),
        (
            "推进3个独立省级茶园项目、8个市级茶园项目建设，力争分别完成投资2亿元、7亿元。",
            ["独立省级茶园项目数", "市级茶园项目建设数", "独立省级茶园项目投资", "市级茶园项目建设投资"],
        ),
        ("新建3个比的。", ["新建数"]),
        ("新建步道44公里、绿道9公里。", ["新建步道长度", "新建绿道长度"]),
        ("新签约甲材料、乙装备等7个80亿元以上项目。", ["新签约80亿元以上项目数"]),
        (
            "引进2个50亿元以上、5个10亿元以上茶叶项目。",
            ["引进50亿元以上茶叶项目数", "引进10亿元以上茶叶项目数"],
        ),
        ("国控、省控断面优良比例分别为98%、96%。", ["国控断面优良比例", "省控断面优良比例"]),
        ("花生种植、收获机械化率分别达65%和55%。", ["花生种植机械化率", "花生收获机械化率"]),
        ("受理网民留言57件，其中省长信箱19件。", ["受理网民留言数", "受理省长信箱数"]),
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
        "参观九台区的企业。",
        "按照《关于评选10家企业的通知》办理。",
        "申报材料一式3份。",
        "每招用1人给予补助。",
        "清乾隆五十七年（1792）刻本三十八卷。",
        "不满16周岁的未成年人。",
        "面试满分100分。",
    ],
)
def test_numbers_that_state_nothing(text):
    assert names(text) == []


def test_only_the_clauses_near_its_first_value_are_tagged(monkeypatch):
    from govnlp.analysis.indicators import tokens

    read, tag = [], tokens.tag
    monkeypatch.setattr(tokens, "tag", lambda text: read.append(len(text)) or tag(text))
    gn.extract_indicators(gn.parse_text("茶叶丰收，" * 500 + "分别达3万吨、5万人次"))
    assert read and max(read) <= 30  # two clauses of five characters and that of the values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("茶税、酒税分别增长6%和下降2%。", [("茶税增速", 6, "增长"), ("酒税降幅", 2, "下降")]),
        (
            "收入24亿元，支出36亿元，同比分别下降6%、增长2%。",
            [("收入降幅", 6, "下降"), ("支出增速", 2, "增长")],
        ),
        (
            "小麦、玉米、水稻产量分别增长6%、5%和下降2%。",
            [("小麦产量增速", 6, "增长"), ("玉米产量增速", 5, "增长"), ("水稻产量降幅", 2, "下降")],
        ),
        ("进口额、出口额分别增长6%，下降2%。", [("进口额增速", 6, "增长"), ("出口额降幅", 2, "下降")]),
        (
            "茶税9亿元、酒税8亿元，分别完成预算的101%、98%，分别增长3%、下降1%。",
            [
                ("茶税预算完成率", 101, None),
                ("酒税预算完成率", 98, None),
                ("茶税增速", 3, "增长"),
                ("酒税降幅", 1, "下降"),
            ],
        ),
        (
            "茶税、酒税分别增收3亿元、减收1亿元，分别增长3%、下降1%。",
            [
                ("茶税增收额", 3, "增长"),
                ("酒税减收额", 1, "下降"),
                ("茶税增速", 3, "增长"),
                ("酒税降幅", 1, "下降"),
            ],
        ),
        ("茶税与酒税分别增长6%和下降2%。", [("茶税增速", 6, "增长"), ("酒税降幅", 2, "下降")]),
        ("存款、贷款分别增加6亿元、减少2亿元。", [("存款增加额", 6, "增长"), ("贷款减少额", 2, "下降")]),
    ],
)
def test_each_value_of_a_list_has_its_own_verb_or_the_one_before(text, expected):
    rows = gn.extract_indicators(gn.parse_text(text))[["name", "value", "direction"]]
    assert list(rows.itertuples(index=False, name=None))[-len(expected) :] == expected


def test_a_tier_lacks_no_half_of_a_word():
    assert names("柳湾镇、青槐镇产值分别为3亿元、4亿元。") == ["柳湾镇产值", "青槐镇产值"]


def test_a_bound_is_of_the_last_member_alone():
    ages = ["0-17岁常住人口", "18-59岁常住人口", "60岁及以上常住人口"]
    assert names("0-17岁、18-59岁、60岁及以上常住人口分别为3万人、5万人和2万人。") == ages


def test_a_bare_measure_owns_no_other():
    rows = gn.extract_indicators(gn.parse_text("收入总计612万元，支出总计612万元。"))
    assert rows["name"].tolist() == ["收入总计", "支出总计"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("税收8亿元，比上年减收500万元，下降6%。", [("税收减收额", 500, "下降"), ("税收降幅", 6, "下降")]),
        ("茶税8亿元，较预算短收300万元。", [("茶税短收额", 300, "下降")]),
        ("茶税8亿元，增收200万元。", [("茶税增收额", 200, "增长")]),
        ("支出9亿元，同比减支500万元。", [("支出减支额", 500, "下降")]),
    ],
)
def test_more_and_less_money_is_of_what_was_named(text, expected):
    rows = gn.extract_indicators(gn.parse_text(text))[["name", "value", "direction"]]
    assert list(rows.itertuples(index=False, name=None))[-len(expected) :] == expected


def test_a_time_of_the_former_value_says_nothing_of_what_follows():
    text = "产值由2016年的3亿元增长到5亿元，增长66%。酒税2亿元。"
    rows = gn.extract_indicators(gn.parse_text("2021年工作总结\n" + text))
    assert rows["period"].tolist() == ["2016", "2021", "2021", "2021"]


def test_the_change_may_stand_behind_a_comma():
    assert names("茶税由1亿元，增长到了2亿元。") == ["茶税(原)", "茶税"]


def test_a_value_below_nought_may_stand_in_a_list():
    rows = gn.extract_indicators(gn.parse_text("茶税、酒税、水税分别增长2%、-3%和4%。"))
    assert rows["value"].tolist() == [2, -3, 4]


def test_what_was_given_up_has_a_verb_of_its_own():
    table = gn.extract_indicators(gn.parse_text("关闭小茶厂12个、退出产能80万吨。"))
    assert table["name"].tolist() == ["关闭小茶厂数", "退出产能"]


def test_numbers_of_a_list_of_items_of_a_rule_count_nothing():
    text = "违反本办法第十条第一、二、三项规定，处五百元罚款。"
    assert gn.extract_indicators(gn.parse_text(text))["unit"].tolist() == ["元"]
