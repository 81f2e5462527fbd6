"""Names by kind of quantity: shares, sums, durations, places in an order."""

import pytest

import govnlp as gn


def first(text, *columns):
    return gn.extract_indicators(gn.parse_text(text)).loc[0, list(columns)].tolist()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("85%的村庄建成文化广场。", "村庄建成文化广场占比"),
        ("七成的茶厂基本完成清洁能源改造。", "茶厂清洁能源改造占比"),
        ("坚持把六成以上的财政支出用于民生领域。", "财政支出用于民生领域占比"),
        ("处五百元以上五千元以下的罚款。", "罚款金额"),
        ("并处违法所得二倍以上四倍以下罚款。", "罚款倍数"),
        ("可按每人800元的标准给予一次性返乡创业补贴。", "返乡创业补贴标准"),
        ("对示范茶厂优先供地并给予最高不超过60万元专项技改经费支持。", "专项技改经费支持"),
        ("打造20分钟便民生活圈。", "便民生活圈用时"),
        ("推广30个以上可复制、可推广的典型茶园。", "推广典型茶园数"),
        ("大力培育五大百亿特色产业，茶叶产量达9万吨。", "茶叶产量"),
        ("打造一批百亿级茶叶产业链。", "茶叶产业链规模"),
        ("组建12个由镇长为组长的采茶专班。", "组建采茶专班数"),
        ("承办3项大中型展览展示的布展任务。", "承办大中型展览展示的布展任务数"),
        ("新建5家市、县级茶叶检验中心。", "新建市、县级茶叶检验中心数"),
        ("近两年茶叶单产增幅居全省第3位。", "茶叶单产增幅全省排名"),
        ("青溪镇在2023年采茶技能竞赛中居全省第2位。", "青溪镇采茶技能竞赛全省排名"),
        ("规划编制时安排不少于6%建设用地指标。", "建设用地指标占比"),
        ("按规定给予700元采茶补贴。", "采茶补贴"),
        ("开工6座90万吨以上和老旧茶厂改造项目。", "开工90万吨以上和老旧茶厂改造项目数"),
    ],
)
def test_name(text, name):
    assert first(text, "name") == [name]


def test_a_rate_of_some_of_them():
    table = gn.extract_indicators(gn.parse_text("全区诉求办结率达到95%，其中乡镇98%。"))
    assert table["name"].tolist() == ["诉求办结率", "乡镇诉求办结率"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("青溪镇成为全市第3个千亿级园区。", "全市千亿级园区次序", 3),
        ("这是落户青溪的第二家外资茶厂。", "外资茶厂次序", 2),
        ("我区成为全省第4个茶叶产值突破50亿元的县区。", "全省县区次序", 4),
    ],
)
def test_a_place_in_an_order_is_no_count(text, name, value):
    assert first(text, "name", "value", "unit") == [name, value, "位"]


def test_values_of_unlike_units_are_shared_out():
    table = gn.extract_indicators(gn.parse_text("肉牛、土鸡饲养量分别达到3万头、90万只。"))
    assert table["name"].tolist() == ["肉牛饲养量", "土鸡饲养量"]


@pytest.mark.parametrize(
    "text",
    [
        "面向2023届毕业生。",
        "推进三个“一号茶园”。",
        "在第12个茶农节来临之际。",
        "从第4个月起停发津贴。",
        "凡是能办的，不设第二个窗口。",
    ],
)
def test_a_number_in_a_row_of_events_is_no_indicator(text):
    assert gn.extract_indicators(gn.parse_text(text)).empty
