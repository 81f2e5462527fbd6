"""Quantities: numerals, units, what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govnlp as gn
from govnlp.analysis.indicators.quantities import find_quantities, narrow
from govnlp.lexicons import lexicon_content
from govnlp.numerals import to_number

LABELS = lexicon_content("quantities.yaml")["labels"]


def read(text):
    return [(q.value, q.unit, q.base) for q in find_quantities(narrow(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投资3.5亿元", [(3.5, "亿元", 3.5e8)]),
        ("筹资1,060万元", [(1060, "万元", 1.06e7)]),
        ("整合资金6000余万元", [(6000, "万元", 6e7)]),
        ("公开信息两万余条", [(2, "万条", 20000)]),
        ("收入破百亿", [(100, "亿", 1e10)]),
        ("改造三十五个小区", [(35, "个", 35)]),
        ("提高1.2个百分点", [(1.2, "个百分点", 1.2)]),
        ("参保率提高一点五个百分点。", [(1.5, "个百分点", 1.5)]),
        ("增长５．６％", [(5.6, "%", 5.6)]),
        ("增长-3.8%", [(-3.8, "%", -3.8)]),
        ("增速为－2.1%", [(-2.1, "%", -2.1)]),
        ("浓度为35-40微克", [(35, "微克", 35)]),
        ("占三分之一", [(33.33, "%", pytest.approx(100 / 3))]),
        ("占全市1/4以上", [(25, "%", 25)]),
        ("六成以上", [(6, "成", 60)]),
        ("总量翻一番", [(1, "番", 100)]),
        (
            "拉动分别为0.15、-5.64、1.34个百分点",
            [(0.15, "个百分点", 0.15), (-5.64, "个百分点", -5.64), (1.34, "个百分点", 1.34)],
        ),
        ("占比近半", [(50, "%", 50)]),
        ("面积2.5平方公里", [(2.5, "平方公里", 2.5e6)]),
        ("压缩至7个工作日以内", [(7, "个工作日", 7)]),
        ("348项、191项和498项", [(348, "项", 348), (191, "项", 191), (498, "项", 498)]),
        ("征迁3908户210万平方米", [(3908, "户", 3908), (210, "万平方米", 2.1e6)]),
        ("位居全省第二", [(2, "位", 2)]),
        ("稳居全省首位。", [(1, "位", 1)]),
        ("收入比由2.1缩小到1.86，基尼系数0.38", [(2.1, "", 2.1), (1.86, "", 1.86), (0.38, "", 0.38)]),
        ("占20、30和50%", [(20, "%", 20), (30, "%", 30), (50, "%", 50)]),
        ("由全省第80位跃居至第16位", [(80, "位", 80), (16, "位", 16)]),
    ],
)
def test_value_unit_and_base(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年5月8日上午10:30",
        "世界500强企业和5G展馆",
        "PM2.5治理",
        "拨打12345热线",
        "第一书记第一时间赶到",
        "推进四水共治和“三个圈层”",
        "实施“一号工程”",
        "云岭政发〔2020〕15号",
        "第五届论坛",
        "千家万户",
        "两个月前",
        "《十条措施》",
        "五大功能、三类问题",
        "2.0版本",
        "上半年、三季度",
        "实施阶段（2019年4月－2022年12月）",
        "公元前112年置县，距今已2100余年",
        "全国1‰人口变动抽样调查",
        "向第二个百年奋斗目标进军",
        "1季度，实行5个10大项目",
        "2017/3/30 17:06:48，3/30 9:15",
        "把安全放在首位，发展首位产业",
        "环顾四周，三五成群",
        "茶园2.5版",
    ],
)
def test_labels_dates_and_rhetoric_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize("row", LABELS, ids=[row["example"] for row in LABELS])
def test_row_of_the_lexicon_holds_of_its_example(row):
    assert bool(read(row["example"])) is not row.get("label", True)


def test_range_and_signs():
    (growth,) = find_quantities("增长5.0%—5.5%左右")
    assert (growth.value, growth.high, growth.marks) == (5.0, 5.5, ("左右",))
    (projects,) = find_quantities("挂一到两个项目")
    assert (projects.value, projects.high) == (1, 2)
    (fine,) = find_quantities("处2000元以上2万元以下罚款")
    assert (fine.value, fine.high, fine.unit, fine.marks) == (2000, 20000, "元", ())
    (fine,) = find_quantities("一万元以上三万元以下")
    assert (fine.value, fine.high, fine.base) == (1, 3, 10000)
    (share,) = find_quantities("配置千分之三至千分之五的用房")
    assert (share.value, share.high, share.end) == (0.3, 0.5, 11)
    (people,) = find_quantities("惠及近20万人")
    assert people.marks == ("近",)


@given(st.integers(min_value=2, max_value=9999))
def test_chinese_numerals_agree_with_arabic(n):
    import cn2an

    assert to_number(cn2an.an2cn(str(n))) == n == to_number(str(n))


@given(st.text(alphabet="0123456789.,万亿元%第前一二三分之成半至—余个年月“”(", max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text):
    for q in find_quantities(text):
        assert 0 <= q.start < q.end <= len(text)


@pytest.mark.parametrize(
    "text", ["三十五三十五", "投资三十五三十五亿元", "一万万三亿个", "万分之重", "翻一二番"]
)
def test_a_numeral_that_is_none_is_left_out(text):
    assert to_number("三十五三十五") is None
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "栽种面积达到百分之二十、栽种株数达到百分之三十之日起",
        "由百分之二十以上的茶农联名推荐",
        "茶苗满两个月起",
    ],
)
def test_a_threshold_is_no_value(text):
    assert find_quantities(text) == []


def test_figures_printed_apart_are_one_number_at_its_place():
    text = "1 9 9 7 年，茶叶产值完成7 4 7 亿元，增长8 ．8 ％。茶农1 , 2 3 4 户，人均收入3 0 . 5 万元。"
    table = gn.extract_indicators(gn.parse_text(text))
    values = [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)]
    assert values == ["7 4 7 亿元", "8 ．8 ％", "1 , 2 3 4 户", "3 0 . 5 万元"]
    assert table["value"].tolist() == [747, 8.8, 1234, 30.5]
    assert set(table["period"]) == {"1997"}
    assert table["quote"].iloc[1] == "增长8 ．8 ％"


@pytest.mark.parametrize("text", ["茶叶 亿元 158.5 2 2 0 %", "茶叶 158.5 3 5 亿元"])
def test_columns_of_figures_are_not_joined(text):
    assert not {220, 35} & set(gn.extract_indicators(gn.parse_text(text))["value"])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("茶叶每斤6元5角，比上年涨5%。", [("每斤茶叶", 6.5, "元"), ("每斤茶叶增速", 5, "%")]),
        ("茶价每斤6角。", [("每斤茶价", 6, "角")]),
        ("茶园1亩3分地，竹园9亩。", [("茶园面积", 1.3, "亩"), ("竹园面积", 9, "亩")]),
        ("茶农人均3分地。", []),
        ("茶艺赛石桥村得分3分，白塔村得分5分。", [("茶艺赛石桥村得分", 3, "分"), ("白塔村得分", 5, "分")]),
        ("引进长三角地区茶厂30家。", [("引进长三角地区茶厂数", 30, "家")]),
        ("发病率123.4/10万，下降12%。", [("发病率", 123.4, "/10万"), ("发病率降幅", 12, "%")]),
        ("人均预期寿命从2010年的75.5岁提高到2021年的78.9岁。",
         [("人均预期寿命(原)", 75.5, "岁"), ("人均预期寿命", 78.9, "岁")]),
        ("从16岁到60岁的茶农300人。", [("16岁到60岁的茶农人数", 300, "人")]),
        ("0—14岁人口占20%；15～59岁人口占60%。", [("0—14岁人口占比", 20, "%"), ("15~59岁人口占比", 60, "%")]),
        ("建设3+2茶业园区5个。", [("建设3+2茶业园区数", 5, "个")]),
    ],
)  # fmt: skip
def test_tenths_rates_of_a_number_and_ages(text, rows):
    table = gn.extract_indicators(gn.parse_text(text))
    assert [*table[["name", "value", "unit"]].itertuples(index=False, name=None)] == rows
