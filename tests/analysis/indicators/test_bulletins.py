"""Bulletins by month and quarter, price reports, and digests of reports in the press.

The sentences are invented; names, values and periods are what a reader would put in a table.
"""

import pytest

import govnlp as gn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another month or quarter that a value is set beside is no part of its name
        ("库存率为8%，比上月上升2个百分点。", "库存率=8|库存率增幅=2"),
        ("茶税3亿元，比上月末增加2亿元、比上季度减少1亿元。", "茶税=3|茶税增加额=2|茶税减少额=1"),
        ("茶价由上月上涨4%转为下降1%。", "茶价增速(原)=4|茶价降幅=1"),
        ("24个品种中15个实现上涨，上涨面为62%。", "品种数=24|上涨品种数=15|上涨面=62"),
        ("销售产值增长5%，产销率达97%。", "销售产值增速=5|产销率=97"),
        # points after a fall
        ("茶税下降6%，较上月回落9个百分点。", "茶税降幅=6|茶税增速回落幅度=9"),
        ("茶税下降6%，降幅较上月扩大2个百分点。", "茶税降幅=6|茶税降幅扩大幅度=2"),
        (
            "茶税下降5%，高于全市平均水平2个百分点，居全市第6位。",
            "茶税降幅=5|茶税增速高于全市平均水平幅度=2|茶税增速全市排名=6",
        ),
        # ranks of the level and of the pace
        (
            "茶税达到8亿元，增长7%，总量全市第四，增速全市第二。",
            "茶税=8|茶税增速=7|茶税总量全市排名=4|茶税增速全市排名=2",
        ),
        (
            "东镇、西镇茶税分别达到3亿元、2亿元，增长4%、6%，总量全县第一、第三。",
            "东镇茶税=3|西镇茶税=2|东镇茶税增速=4|西镇茶税增速=6|东镇茶税总量全县排名=1|西镇茶税总量全县排名=3",
        ),
        (
            "望溪县位居全省十强县工业潜力第2、城镇质量第5。",
            "工业潜力全省排名=2|城镇质量全省排名=5",
        ),
        ("望溪县位居全省第2位。", "望溪县全省排名=2"),
        ("茶税增速位列全市第三，西五县第二。", "茶税增速全市排名=3|茶税增速西五县排名=2"),
        ("茶税增速位列全市第三，石桥镇第二。", "茶税增速全市排名=3"),
        # each member its own
        (
            "茶、竹产业产值分别增长14%、9%，分别高于农业产值8个和3个百分点。",
            "茶产业产值增速=14|竹产业产值增速=9|茶产业产值增速高于农业产值幅度=8|竹产业产值增速高于农业产值幅度=3",
        ),
        (
            "红茶产值下降3%，绿茶产值增长5%，分别比上月回落2个和提高1个百分点。",
            "红茶产值降幅=3|绿茶产值增速=5|红茶产值增速回落幅度=2|绿茶产值增速提高幅度=1",
        ),
        (
            "茶税增速8%，高于全国0.5、全省1.3个百分点。",
            "茶税增速=8|茶税增速高于全国幅度=0.5|茶税增速高于全省幅度=1.3",
        ),
        (
            "茶税增速全省第5位，分别高于全国（4.1%）、全省（3.8%）0.6和0.9个百分点。",
            "茶税增速全省排名=5|茶税增速高于全国幅度=0.6|茶税增速高于全省幅度=0.9",
        ),
        ("茶业、竹业2个行业产值分别增长8%、5%。", "茶业行业产值增速=8|竹业行业产值增速=5"),
        ("茶馆、茶厂2个茶业中心分别开工、获批。", "开工茶业中心数=2"),
        ("茶业占比较上年提高2个百分点。", "茶业占比增幅=2"),
        ("茶业、竹业占比均下降1个百分点。", "茶业占比降幅=1|竹业占比降幅=1"),
        (
            "种植业，养殖业，木材、竹材及林产加工业分别增长3%、下降5%和增长2%。",
            "种植业增速=3|养殖业降幅=5|木材、竹材及林产加工业增速=2",
        ),
        (
            "人均产量和人均收入分别为500公斤和800元，均比上年增加10%。",
            "人均产量=500|人均收入=800|人均产量增速=10|人均收入增速=10",
        ),
        # what moves another figure; gaps of nobody
        ("茶叶产值增长8%，上拉农业增速1个百分点。", "茶叶产值增速=8|茶叶产值上拉农业增速=1"),
        ("四季度，高于全国0.2个百分点，快于全省1个百分点。", ""),
        # what is due and what was done, weights, areas
        ("村民大会应到代表88人，实到79人。", "村民大会应到代表人数=88|实到人数=79"),
        ("会议应到代表172人，出席会议的代表155人。", "会议应到代表人数=172|出席会议的代表人数=155"),
        ("河道护坡宽度每侧为8米。", "河道护坡宽度每侧=8"),
        ("全镇应拆茶棚300个，已拆280个。", "应拆茶棚数=300|拆数=280"),
        ("收购黄金30余万两。", "收购黄金=30"),
        ("三万两千人参会。", "参会人数=3.2"),
        ("全市辖3个街道、5个镇，总面积500平方公里。", "辖街道数=3|辖镇数=5|总面积=500"),
        ("茶税9亿元，其中4月当月2亿元。", "茶税=9|茶税(4月当月)=2"),
        ("茶税9亿元，增长6%，其中4月份增长11%。", "茶税=9|茶税增速=6|茶税增速(4月份)=11"),
    ],
)
def test_names_and_values(text, expected):
    table = gn.extract_indicators(gn.parse_text(text))
    assert "|".join(f"{n}={v:g}" for n, v in table[["name", "value"]].to_numpy()) == expected


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("报告建议：2011年全县茶税增长9%左右，失业率控制在3%左右。", "2011", "target"),
        ("调研报告提出，2011年茶税增长9%。", "2011", "actual"),
        ("村民大会应到代表88人，实到79人。", None, "actual"),
        ("每个班应配教师2名。", None, "norm"),
        ("他说并村对未来的发展有好处，茶园有60公顷。", None, "actual"),
        ("周明在报告中提到，2020年全县稳步发展。全年完成茶税5亿元。", "2020", "actual"),
        ("“十三五”前两年，茶税年均增长15%。", "2016-2017", "actual"),
        ("三次产业结构分别由上年的12%、48%和40%调整为2006年的11%、49%和40%。", "2006", "actual"),
    ],
)
def test_period_and_status_of_the_last_value(text, period, status):
    last = gn.extract_indicators(gn.parse_text(text)).iloc[-1]
    assert (last["period"], last["status"]) == (period, status)


def test_a_value_of_a_list_keeps_its_own_direction():
    table = gn.extract_indicators(gn.parse_text("前三年茶税分别增长4%、5%、下降1%。"))
    assert table["direction"].tolist() == ["增长", "增长", "下降"]


def test_values_of_as_many_years_as_a_span_has():
    text = "“十三五”前两年，造林投入分别达到3亿元和4亿元。"
    assert gn.extract_indicators(gn.parse_text(text))["period"].tolist() == ["2016", "2017"]


def test_a_plan_that_runs_goes_on_to_the_year_of_the_text():
    corpus = gn.parse_text("2018年工作总结\n“十三五”以来，茶税累计3亿元。")
    corpus.documents["year"] = 2018
    table = gn.extract_indicators(corpus)
    assert table[["period", "status"]].to_numpy().tolist() == [["2016-2018", "actual"]]
