"""The time that values speak of: years in Han figures, five-year plans, years that one value alone is of."""

import pytest

import govnlp as gn


def rows(text, *columns, year=None, part=None):
    corpus = gn.parse_text(text)
    corpus.documents["year"] = corpus.documents["year"] if year is None else year
    corpus.blocks["part"] = part
    return gn.extract_indicators(corpus)[list(columns)].to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九八三年全县粮食总产量达到三亿斤。", [["粮食总产量", 3.0, "1983"]]),
        ("二〇〇五年全县财政收入十二亿元。", [["财政收入", 12.0, "2005"]]),
        ("一九八○年十月底，全县存款余额二亿元。", [["存款余额", 2.0, "1980"]]),
        ("一九五三年到一九五七年，全县造林五十万亩。", [["造林面积", 50.0, "1953-1957"]]),
        ("从一九八一年至一九八五年，全县造林五十万亩。", [["造林面积", 50.0, "1981-1985"]]),
        ("一九五三和一九五四两年，全县修建水渠四百公里。", [["修建水渠长度", 400.0, "1953-1954"]]),
        ("“六五”期间，全县修建水渠四百公里。", [["修建水渠长度", 400.0, "1981-1985"]]),
        ("“六五〞期间，全县修建水渠四百公里。", [["修建水渠长度", 400.0, "1981-1985"]]),
        ("第一个五年计划期间，全县修建水渠四百公里。", [["修建水渠长度", 400.0, "1953-1957"]]),
    ],
)
def test_years_in_han_figures_and_plans_are_periods(text, expected):
    assert rows(text, "name", "value", "period") == expected


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("记者从统计局获悉，去年全县产值突破2亿元。人均收入超4万元。今年修桥3座。", ["2023", "2023", "2024"]),
        ("周明种茶20亩，去年收入30万元。村里有茶农12户。", ["2024", "2023", "2024"]),
        ("党的十八大以来，望溪县修桥3座。修渠5公里。", ["2012-2024", "2024"]),  # the congress of 2012
        ("三年前，人均收入不足8000元，如今达到2万元。", ["2021", "2024"]),
        ("以前，看病要走10公里。近年来，全县投入3亿元。", [None, None]),
        ("人均收入由去年的1万元提高到2万元。", ["2023", "2024"]),
        ("项目前期费用3亿元，为近年来最高。", ["2024"]),
        ("2023年，茶税3亿元，比历史上最好的2016年增长6%。", ["2023", "2023"]),
        ("我县成功承办了2019年全国采茶大赛，新开工项目9个。", ["2024"]),
        ("我县去年承办了2019年全国采茶大赛，接待茶客9万人。", ["2023"]),
        ("2019年全国采茶大赛在我县举行，接待茶客9万人。", ["2019"]),
        ("二是茶业回升，一季度销售额增长4%。三是餐饮业恢复，营业额达1亿元。", ["2024Q1", "2024Q1"]),
        ("茶业回升，一季度销售额增长4%。餐饮业营业额达1亿元。", ["2024Q1", "2024"]),
    ],
)
def test_times_that_are_told_of_in_news(text, periods):
    assert rows(text, "period", year=2024) == [[period] for period in periods]


def test_last_year_is_that_before_the_one_that_is_reviewed():
    text = "人口由上年3万人增加到4万人，比上年增长33%。"
    assert rows(text, "period", year=2024, part="review") == [["2022"], ["2023"], ["2023"]]


def test_report_that_plans_nothing_looks_back():
    # its last line says what was done, and none what is to be done: the parser calls it a review
    head = "政府工作报告\n——1999年2月25日在望溪县第九届人民代表大会第二次会议上\n各位代表：\n"
    text = "全县茶叶产值82亿元。\n茶叶销量超额完成9万吨。"
    assert gn.extract_indicators(gn.parse_text(head + text))["period"].tolist() == ["1998", "1998"]


def test_han_year_is_no_quantity():
    assert rows("一九八五年以来，望溪县同一九六二年相比有了变化。", "name") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年的目标是：支出（扣除2022年专项资金）增长3%；投资增长6%；收入增长9%。", ["2023"] * 3),
        ("工业投资（不含去年结转的项目）5亿元，旅游收入3亿元。", ["2023"] * 2),
        ("2023年修渠5公里（2022年修渠4公里），修桥3座。", ["2023", "2022", "2023"]),
        ("主要指标（2022年1月）：工业投资5亿元，旅游收入3亿元。", ["2022M01"] * 2),
    ],
)
def test_time_among_other_words_in_brackets_holds_within_them(text, expected):
    assert rows(text, "period", year=2023) == [[period] for period in expected]


def test_plan_that_values_are_a_multiple_of_is_not_theirs():
    text = "过去五年，经济壮大。“十一五”期末，工业投资9亿元，是“十五”期末的1.9倍，年均增长15%。"
    assert rows(text, "period", year=2013) == [["2006-2010"]] * 3
    text = "“十一五”期间共完成工业投资178亿元，是“十五”期间的5.1倍，年均增长45.6%。"
    assert rows(text, "period", year=2013) == [["2006-2010"]] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年一季度和上半年茶叶产值分别增长7%、8%。",
            [["茶叶产值增速", "2018Q1"], ["茶叶产值增速", "2018H1"]],
        ),
        (
            "1至2月、1至5月，茶叶产值分别增长7%和8%。",
            [["茶叶产值增速", "2018M01-02"], ["茶叶产值增速", "2018M01-05"]],
        ),
        (
            "2016年和2017年，茶叶、烟叶产值分别增长7%、8%。",
            [["茶叶产值增速", "2017"], ["烟叶产值增速", "2017"]],
        ),
    ],
)
def test_values_of_one_name_given_for_several_times(text, expected):
    assert rows(text, "name", "period", year=2018) == expected


@pytest.mark.parametrize(
    ("to", "periods"), [("到2005年的", ["2000"] * 3 + ["2005"] * 3), ("为", ["2000"] * 3 + ["2006"] * 3)]
)
def test_year_that_owns_a_ratio_holds_for_all_its_parts(to, periods):
    text = f"三次产业结构由2000年的30.5:40.2:29.3调整{to}20.1:45.4:34.5。"
    parts = [f"第{n}产业结构" for n in "一二三"]
    names = [*(part + "(原)" for part in parts), *parts]
    expected = [list(row) for row in zip(names, periods, strict=True)]
    assert rows(text, "name", "period", year=2006) == expected


def test_year_that_owns_a_value_holds_for_this_alone():
    text = "2021年全县茶园面积4万亩，比2016年的3万亩增长33.3%。"
    assert rows(text, "name", "period", "direction") == [
        ["茶园面积", "2021", None],
        ["茶园面积(原)", "2016", None],
        ["茶园面积增速", "2021", "增长"],
    ]
    text = "机采率由2015年的40%提高到2020年的52%。"
    assert rows(text, "name", "period", year=2022) == [["机采率(原)", "2015"], ["机采率", "2020"]]
    text = "2022年，茶叶产量由2017年的6万吨增加到9万吨。"
    assert rows(text, "name", "period") == [["茶叶产量(原)", "2017"], ["茶叶产量", "2022"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第六个五年计划期间要发展茶业。五年内，全县新建茶厂十二座。", "1981-1985"),
        ("五年内，全县新建茶厂十二座。", "1977-1981"),
        ("“六五”计划是好的。" * 10 + "\n五年内，全县新建茶厂十二座。", "1981-1985"),
    ],
)
def test_five_years_are_those_of_the_plan_that_the_text_is_about(text, expected):
    assert rows(text, "period", year=1982) == [[expected]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有达到绿化覆盖率42%的要求。", [["绿化覆盖率", 42.0, "target"]]),
        ("没有实现茶叶出口增长8%的预期目标。", [["茶叶出口增速", 8.0, "target"]]),
        ("实现了茶叶出口增长8%的预期目标。", [["茶叶出口增速", 8.0, "actual"]]),
        ("人均预期寿命达到80岁。", [["人均预期寿命", 80.0, "actual"]]),
        (
            "茶税支出预算3亿元，茶税收入预期增长4%。",
            [["茶税支出预算", 3.0, "target"], ["茶税收入增速", 4.0, "target"]],
        ),
        ("假设入住率达到80%，可安置1200人。", [["安置人数", 1200.0, "estimate"]]),
        ("审批环节由12个减为5个。", [["审批环节数(原)", 12.0, "actual"], ["审批环节数", 5.0, "actual"]]),
        ("贷款利率降为4.1%。", [["贷款利率", 4.1, "actual"]]),
    ],
)
def test_goals_missed_and_suppositions_are_no_facts(text, expected):
    assert rows(text, "name", "value", "status") == expected


@pytest.mark.parametrize(
    ("text", "year", "part", "expected"),
    [
        ("今年一月至九月，全县查处案件三千二百件，已结案一千件。", 1982, "plan", [["1982", "actual"]] * 2),
        ("茶厂的劳动生产率已提高百分之二十九。", 1955, "plan", [["1955", "actual"]]),
        ("持续推进已批建的3家茶叶研究所建设。", 2025, "plan", [["2025", "target"]]),
        ("茶厂建成后，年产茶叶将达500万吨。", 2015, None, [["2015", "target"]]),
        ("明年计划从今年预计的1.2比1改为1比1，可以节约茶籽50万吨。", 1980, None, [["1981", "target"]]),
    ],
)
def test_status_in_plans_is_that_of_the_clause(text, year, part, expected):
    assert rows(text, "period", "status", year=year, part=part) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年上半年，全县茶叶产值44亿元。", ["2023H1"]),
        ("2023年，一季度开门红，半年度预计茶叶产值44亿元。", ["2023H1"]),
        ("2022年一季度，茶叶产值44亿元；前三季度146亿元；全年201亿元。", ["2022Q1", "2022M01-09", "2022"]),
        ("2023年5月，茶叶产值2.6亿元，去年同期2.4亿元；1-5月累计12.9亿元。", ["2023M05", None, "2023M01-05"]),
        ("截至2023年6月30日，全县收茶1203吨。", ["2023M01-06"]),
        ("2023年，开工率一季度达到40%、二季度达到60%。", ["2023Q1", "2023Q2"]),
        ("2023年10月底前，新建茶厂3所。", ["2023"]),
        ("2023年，茶叶产值增速比一季度提高3个百分点。", ["2023"]),
        ("2023年1-12月，茶叶产值146亿元。", ["2023"]),
        ("2015年的茶厂已改造。1-5月，茶叶产值3亿元。", ["2015M01-05"]),
        ("茶厂于2015年建成，规模不大。1-5月，茶叶产值3亿元。", ["2021M01-05"]),
    ],
)
def test_parts_of_a_year_are_told_in_the_period(text, expected):
    year = 2021 if "于2015年" in text else None
    assert [period for (period,) in rows(text, "period", year=year)] == expected


def test_the_title_of_a_quarter_holds_for_what_has_no_time_of_its_own():
    text = (
        "望溪县2023年一季度经济运行情况\n发布时间：2023-04-20\n"
        "今年以来，茶叶产值达到44.7亿元。全年茶叶产值目标200亿元。"
    )
    assert rows(text, "period") == [["2023Q1"], ["2023"]]


def test_the_year_that_a_heading_states_goes_before_that_of_publication():
    text = (
        "青槐街道2016年工作总结和2017年工作安排\n发布日期：2018-06-15\n一、2016年主要工作回顾\n新建茶厂3所。\n"
        "二、2017年工作安排\n新建茶厂5所。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["period", "status"]].to_numpy().tolist() == [["2016", "actual"], ["2017", "target"]]


@pytest.mark.parametrize(
    ("heading", "opening"),
    [("上半年计划执行情况", ""), ("关于2007年1—6月计划执行情况", "今年上半年，茶业兴旺。")],
)
def test_a_report_on_half_a_year_speaks_of_the_year_in_its_title(heading, opening):
    text = (
        "关于望溪县2007年上半年计划执行情况的报告\n——2007年7月24日在望溪县人民代表大会常务委员会第三次会议上\n"
        f"各位委员：\n我受县政府委托，向会议报告上半年计划执行情况。\n一、{heading}\n{opening}新建茶厂3所。\n"
        "二、下半年工作安排\n全年新建茶厂9所。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["period", "status"]].to_numpy().tolist() == [["2007H1", "actual"], ["2007", "target"]]


def test_last_year_in_a_heading_dates_what_stands_below_it_in_its_article():
    text = (
        "2003年03月07日 10:20 来源：望溪日报\n望溪两会报告摘登\n本报讯 望溪县人民代表大会第一次会议开幕。\n"
        "去年计划执行情况\n茶叶产值102亿元。\n今年计划草案\n主要目标：新建茶厂5所。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    assert table["period"].tolist() == ["2002", "2003"]


def test_aims_under_the_heading_of_a_five_year_plan_are_of_its_years():
    text = (
        "政府工作报告\n——2026年1月20日在望溪县第十八届人民代表大会第六次会议上\n各位代表：\n"
        "一、2025年工作回顾\n新建茶厂3所。\n二、“十五五”时期主要目标任务\n茶叶产值年均增长5%左右。\n"
        "三、2026年工作安排\n今年要新建茶厂7所。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    assert table["period"].tolist() == ["2025", "2026-2030", "2026"]


def test_what_was_really_done_is_no_plan():
    text = "原计划新建茶厂5所，实际建成3所。目标任务为新增就业3000人，实际完成3260人。"
    assert rows(text, "status") == [["target"], ["actual"], ["target"], ["actual"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一年来，我们努力增加茶农收入，茶农人均收入达到3133元。", ["actual"]),
        ("过去五年，全县确保粮食安全，粮食总产量达到30万吨。", ["actual"]),
        ("2021年，全县奋力拼搏，茶叶产值达到120亿元。", ["actual"]),
        ("2022年，全县奋力拼搏，茶叶产值达到120亿元。", ["target"]),
        ("去年新建茶厂5所，今年确保新建茶厂8所。", ["actual", "target"]),
        ("党的二十大以来，茶业兴旺，到2025年确保新建茶厂8所。", ["target"]),
    ],
)
def test_what_was_striven_for_in_a_time_gone_by_was_done(text, expected):
    assert rows(text, "status", year=2022) == [[status] for status in expected]


def test_a_bulletin_tells_what_was_striven_for():
    text = "望溪县2022年国民经济和社会发展统计公报\n2022年，全县奋力拼搏，茶叶产值达到120亿元。"
    assert gn.extract_indicators(gn.parse_text(text))["status"].tolist() == ["actual"]


def test_growth_of_five_years_and_of_one_have_names_of_their_own():
    assert rows("五年来，茶叶产值增长40%，平均每年递增7%。", "name") == [
        ["茶叶产值增速"],
        ["茶叶产值年均增速"],
    ]


def test_undated_values_under_a_title_that_looks_back_on_a_year_are_of_it():
    text = "2023“两会”解读政府工作报告之一：2022年工作回顾\n这一年，我们迎难而上。\n工业投资完成157.5亿元。"
    corpus = gn.parse_text(text)
    assert list(corpus.documents.year) == [2023]
    assert gn.extract_indicators(corpus)[["name", "period"]].to_numpy().tolist() == [["工业投资", "2022"]]


def test_what_holidays_did_is_said_and_contradicts_no_year():
    text = "2021年，茶乡接待游客520万人次。国庆七天接待游客61万人次。中秋假期，茶乡接待游客9万人次。"
    table = gn.extract_indicators(gn.parse_text(text))
    assert table["comparator"].tolist() == [None, "国庆七天", "假期"]
    assert gn.find_conflicts(table).empty


def test_a_part_that_reviews_a_plan_is_of_its_years():
    text = (
        "政府工作报告\n2011年3月5日在临溪县第三届人民代表大会第一次会议上\n各位代表：\n"
        "一、“十一五”时期经济社会发展的回顾\n加强水利建设。新建渠道300公里。\n"
        "二、2011年工作安排\n新建渠道20公里。"
    )
    table = gn.extract_indicators(gn.parse_text(text))
    assert table[["value", "period"]].to_numpy().tolist() == [[300, "2006-2010"], [20, "2011"]]
