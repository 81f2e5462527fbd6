import json

import pandas as pd
import pytest

from govnlp import extract_indicators, parse_text, read_corpus
from govnlp.documents.parsing.years import infer_year, year_of_report


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("预计2021年全区完成投资10亿元，二期预计2022年建成。", 2021),
        ("2021年度计划修三座桥，比2019年多一座。", 2021),
        ("厂长念了名单，从1958年到2019年，共三百人。", 2019),
        ("2022年12月6日，通水了。1998年村里没有水。", 2022),
        ("新桥通车，到2025年再修两座。", None),
        ("2018年力争建成省级生态市，明年再修两座桥。", None),
        ("2021年修桥三座。2021年修路两条。2025年全区力争再修两座。", 2021),
        ("今年是实施“十三五”规划开局之年。2018年力争建成省级生态市。", 2016),
        ("今年是“十四五”规划的收官之年。", 2025),
        ("2020年是望溪县再出发的关键之年。今年要新建学校。", 2020),
        ("2025年是“十四五”收官之年，要谋划好明年的工作。", None),
        ("【概况】 2003年，全县生产总值9.5亿元。", 2003),
        ("【沿革】 1949年设县，2003年改区。", None),
        ("去年是“十三五”开局之年，明年是“十三五”收官之年。", None),
        ("加强“十四五”水利规划编制，今年再修两座桥。", 2020),
        ("预计2021年修桥两座，编制“十五五”规划。", 2021),
        ("编制了《“十四五”水利规划》。", None),
        ("炉子1964年点火，今年熄了。", None),
        ("青槐区庆祝改革开放40周年音乐会举行。", 2018),
        ("学习在庆祝改革开放40周年大会上的讲话。", None),
        ("迎来建党100周年，预计2022年修桥两座。", 2022),
        ("接待游客恢复到2019年同期的九成。", None),
        ("2020年6月成立议事会以来，纠纷少了。", None),
        ("2021年修桥三座。2021年修路两条。", 2021),
        ("2018年修桥三座，去年修路两条，2018年还栽了树。", None),
        ("2016年5月3日开工，2018年有人搬走。", None),
        ("２０２２年１２月６日，通水了。", 2022),
        ("二〇二二年十二月六日，通水了。", 2022),
        ("2 0 2 1 年修桥三座。2021年修路两条。", 2021),
        ("刚刚过去的2012年，修桥九座，去年修路两条。", 2013),
        ("在刚刚过去的2024年国庆假期，游人如织。", 2024),
        ("谈及2013年工作思路，今年要修桥九座。", 2013),
        ("[概况]1998年，临溪市修渠三十里。", 1998),
        ("刚刚过去的“十五”时期，修桥九座。", 2006),  # it ended in 2005
        ("刚刚过去的“十三五”时期，修桥九座。", 2021),
        ("回望“十三五”时期，修桥九座。", None),
        ("代表们审查“十五五”规划纲要草案。", 2026),
        ("“2013望溪书展”明天开幕。", 2013),
        ("“2013望溪书展”办得好。", None),
        ("区政府召开2021年《政府工作报告》解读会，今年再修两座桥。", 2021),
        ("落实2021年《政府工作报告》，今年再修两座桥。", None),
        ("2022年末有桥九座，比上年多一座。2022年全年降雨三十天。", 2022),
        ("2022年末有桥九座，上年多一座。2022年全年降雨三十天。", None),
    ],
)
def test_year_is_that_in_which_the_text_speaks(text, year):
    assert infer_year([text])[0] == year


def test_stated_dates_come_before_inference():
    text = "新桥通车\n来源：望溪日报 2021年3月4日\n桥是2019年5月1日开工的，预计2022年再修一座。"
    row = parse_text(text).documents.iloc[0]
    assert (row["year"], row["year_evidence"], row["outlet"]) == (2021, "2021-03-04", "望溪日报")


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["2022年两桥先后通车，面对大旱，全县上下同心。", "全年修桥三座。"], 2022),
        (["2022年两桥先后通车，面对大旱，全县上下同心。", "修桥三座。"], None),
        (["全年修桥三座。", "图1：2017—2021年桥梁座数", "图2：2017—2021年道路长度"], 2021),
        (["全年修桥三座。", "图1：2017—2021年桥梁座数", "图2：2017—2020年道路长度"], None),
        (["全年修桥三座。", "图1：2017—2021年桥梁座数"], None),
    ],
)
def test_year_of_a_text_about_a_whole_year(texts, year):
    assert infer_year(texts)[0] == year


def test_year_that_opens_the_title_of_measures():
    assert infer_year(["渠清了。"], "2021年望溪县护渠政策措施")[0] == 2021
    assert infer_year(["渠清了。"], "望溪县护渠政策措施（2019年—2021年）")[0] is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("望溪日报 2021年3月4日 星期四 要闻 2版", "望溪日报"),
        ("●望溪日报记者 林溪", "望溪日报"),
        ("望溪县融媒体中心记者 林溪", "望溪县融媒体中心"),
        ("来源：县委宣传部 2021-03-04", "县委宣传部"),
        ("发表于：2018-09-23 12:32|来源：望溪日报", "望溪日报"),
        ("来源：本报", None),
    ],
)
def test_outlet_is_what_the_text_states(head, outlet):
    assert parse_text(f"新桥通车\n{head}\n桥通了，居民出行方便多了。").documents["outlet"][0] == outlet


@pytest.mark.parametrize(
    ("title", "headings", "head", "review", "texts", "year"),
    [
        # the day of the speech comes before the headings, and the title's year before both
        (None, ["一、2019年工作回顾"], ["——二〇二一年一月二十日在云岭市人民代表大会上"], [], [], 2021),
        ("2021年政府工作报告", ["一、2019年工作回顾"], [], [], [], 2021),
        ("2023“两会”解读政府工作报告之一：2022年工作回顾", [], [], [], [], 2023),
        ("2022年政府工作总结", [], [], [], [], 2022),
        (None, ["一、２０２０年国内工作回顾和今后的打算"], [], [], [], 2021),
        (None, ["首先报告1 9 8 6年的工作"], [], [], [], 1987),
        (None, ["一、过去五年工作回顾", "二、2021年重点任务"], [], [], [], 2021),
        (None, ["到2035年的远景目标"], [], [], [], None),
        # in December the year that is nearly over is reviewed, and the next one planned
        (None, ["一、2019年工作回顾"], ["2019年12月30日在临溪区人民代表大会上"], [], [], 2020),
        (
            None,
            ["一、稳中求进", "二、2020年主要任务"],
            ["2019年12月30日在临溪区人民代表大会上"],
            [],
            [],
            2020,
        ),
        (None, ["二、2020年及今后五年工作"], ["2019年12月30日在临溪区人民代表大会上"], [], [], 2020),
        (None, [], ["2019年12月30日在临溪区人民代表大会上"], [], ["预计全年修桥三座。"], 2020),
        (None, [], ["2019年12月30日在临溪区人民代表大会上"], [], ["明年政府工作的总体要求是修渠。"], 2020),
        (None, [], ["2019年12月30日在临溪区人民代表大会上"], [], ["五年来修桥三座，今后再修。"], 2019),
        (None, [], ["2019年7月30日在临溪区人民代表大会上"], [], ["预计全年修桥三座。"], 2019),
        # the session before which it speaks, not one that it looks back on
        (None, [], [], [], ["现在向第六届全国人民代表大会第三次会议作报告。"], 1985),
        (None, [], [], [], ["现在报告。根据1984年五月第六届全国人民代表大会第二次会议的决议，修渠。"], None),
        # the congress as a whole, before its first session is over; a session that it calls last year's
        (None, [], [], [], ["现在，我向第六届全国人民代表大会作报告。"], 1983),
        (None, [], [], [], ["按照去年六届人大三次会议的精神修渠。"], 1986),
        (None, [], [], ["2020年修桥，2020年修路。", "2018年开工。"], [], 2021),
        (None, [], [], [], ["一九八五年粮食比上年增长三成，一九九〇年将比上年增长两成。"], 1986),
    ],
)
def test_year_of_a_report_by_what_it_says_of_itself(title, headings, head, review, texts, year):
    assert year_of_report(title, headings, head, review, texts)[0] == year


@pytest.mark.real
def test_years_of_national_reports(shared):
    folder = shared / "corpora" / "national_reports"
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    years = read_corpus([folder / row["file"] for row in rows]).documents["year"]
    right = sum(pd.notna(year) and year in row["year_accept"] for year, row in zip(years, rows, strict=True))
    assert right >= 0.9 * len(rows)


def test_a_title_of_two_years_is_of_the_later_one_and_a_span_of_none():
    title = "关于2020年预算执行情况和2021年预算草案的报告"
    assert infer_year(["渠清了。"], title)[0] == 2021
    assert infer_year(["渠清了。"], "清渠行动计划（2020—2022年）")[0] != 2022
    assert infer_year(["渠清了。"], "望溪县大事记（2006）")[0] == 2006


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2021年1-5月望溪县经济运行情况", 2021),
        ("临溪区2021年4月财政收支简况", 2021),
        ("望溪县主要经济指标（2021年1—5月份）", 2021),
        ("回望1919年5月那一天", None),  # history
    ],
)
def test_a_title_about_the_state_of_some_months_names_its_year(title, year):
    assert infer_year([title, "渠清了。"], title)[0] == year


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["截至2021年1月20日17时，大会收到提案84件。"], 2021),
        (["一、截至2021年8月底，收入6亿元。", "二、截至8月底，支出8亿元。"], 2021),
        (["截至2021年12月底，全县有学校86所。"], None),  # the bulletin of a year comes later
        (["截至2017年8月底，全县有学校86所。", "2021年有90所。"], None),
        (["全县有学校86所。", "截至2021年8月底，有90所。"], None),
    ],
)
def test_the_first_sentence_tells_the_month_up_to_which_it_counts(texts, year):
    assert infer_year(texts)[0] == year


def test_a_report_on_one_line_is_of_the_year_that_opens_it():
    text = "2024年政府工作报告：全区生产总值331亿元，增长6.1%。"
    assert parse_text(text).documents["year"].tolist() == [2024]


def test_an_anniversary_that_nobody_has_seen_dates_nothing():
    assert infer_year(["今年是建党100周年。"])[0] == 2021
    assert infer_year(["今年是建党972周年。"])[0] is None


def test_a_number_is_no_outlet():
    text = "发布时间：2021-11-16 来源： sp20211116\n清渠三十里\n渠清了，鱼来了，居民出行方便多了。"
    assert parse_text(text).documents["outlet"][0] is None


@pytest.mark.parametrize(
    ("above", "year"),
    [
        (["大小：15 KB", "页数：4页"], None),
        (["《护渠纪实.docx》由会员上传分享"], None),
        (["附件大小：15 KB"], 2018),  # a file below a page is not the page
        ([], 2018),
    ],
)
def test_the_day_of_an_upload_dates_no_text(above, year):
    text = [*above, "时间：2018-07-07", "护渠纪实", "渠清了，居民都来看。", "鱼也回来了，孩子们高兴。"]
    row = parse_text("\n".join(text)).documents.iloc[0]
    assert (row["year"] if pd.notna(row["year"]) else None) == year
    assert row["published"] == pd.Timestamp("2018-07-07")


def test_a_dateline_of_an_agency_goes_before_the_day_of_its_page():
    text = "渠清了\n发布时间：2023-07-29 14:59\n新华社临溪1998年3月6日电 渠水清了，居民都来看水里的鱼。"
    row = parse_text(text).documents.iloc[0]
    assert (row["year"], row["published"]) == (1998, pd.Timestamp("2023-07-29"))


def test_an_old_telegram_that_a_text_tells_of_does_not_date_it():
    text = "一封电报\n2024-05-06 来源：望溪网\n新华社临溪1954年6月1日电讯稿，如今陈列在县档案馆。"
    assert parse_text(text).documents["year"].tolist() == [2024]


def test_the_site_before_a_day_is_the_outlet():
    text = "渠清了\n望溪网5月30日 临溪县的渠水清了，居民都来看水里的鱼。"
    assert parse_text(text).documents.loc[0, ["outlet", "genre"]].tolist() == ["望溪网", "news"]
    text = "路通了\n全县路网5月30日 全线贯通，居民都来看新桥。"
    assert parse_text(text).documents["outlet"].tolist() == [None]


def test_a_report_is_of_the_year_after_the_one_that_it_estimates_and_compares():
    texts = ["本届政府自2004年3月组成以来，修渠三条。", "2008年预计产茶60吨，是2003年的1.8倍。"]
    assert year_of_report(None, [], [], texts, texts)[0] == 2009
    assert year_of_report(None, [], [], [], ["2012年预计产茶60吨。"]) == (None, None)


def test_the_year_of_a_question_about_a_subsidy_and_days_by_which_works_end():
    assert infer_year(["每亩五十元。"], "2021年种粮补贴有多少钱？")[0] == 2021
    assert infer_year(["每亩五十元。"], "2035年的城市什么样？") == (None, None)
    assert infer_year(["一期2024年12月30日前完工。"]) == (None, None)


@pytest.mark.parametrize(
    ("lines", "title", "year"),
    [
        (["柳湾镇年终总结一、2009年总结今年以来，我镇清渠。"], None, 2009),
        (["柳湾镇2017年上半年总结2017年，我镇清渠。今年再清。"], None, 2017),
        (["2017年总结了经验，今年再清渠。"], None, None),
        (["2013年，水务局推进清渠。", "今年汛期，渠水平稳。"], "水务局工作总结", 2013),
        (["2013年，水务局推进清渠。", "今年汛期，渠水平稳。"], "老渠故事", None),
        (["1986年，望溪县清渠三十里。", "渠工300人，比上年增长6%。"], "老渠故事", 1986),
        (["报告分两部分：2018年工作回顾；2019年主要任务。", "全年清渠三十里。"], "会议开幕", 2019),
        (["报告分两部分：2018年工作回顾；2025年主要任务。", "全年清渠三十里。"], "会议开幕", None),
        (["2015年，清渠三十里。2015年建桥三座。"], "望溪县人代会开幕", None),
        (["2015年，清渠三十里。2015年建桥三座。"], "望溪县清渠", 2015),
        (["2016年你们有哪些打算？"], "清渠访谈", 2016),
        (["2016年你们建了三座桥。"], "清渠访谈", None),
    ],
)
def test_years_of_summaries_and_sessions(lines, title, year):
    assert infer_year(lines, title)[0] == year


def test_another_rule_in_force_dates_nothing():
    head = "清渠办法\n第一条 为了清渠，制定本办法。\n"
    text = head + "第二条 原办法自2015年6月1日起施行。\n第三条 本办法自2023年7月1日起施行。"
    assert parse_text(text).documents["year"].tolist() == [2023]
    text = "关于加强清渠的通知\n《清渠条例》自2015年6月1日起施行以来，成效明显。"
    assert parse_text(text).documents["year"].isna().all()


@pytest.mark.parametrize(
    ("lead", "told", "year"),
    [
        ("3月2日，望溪县第六届人民代表大会会议开幕。", "在回顾2020年工作时，县长说水清了。", 2021),
        ("12月2日，望溪县第六届人民代表大会会议开幕。", "在回顾2020年工作时，县长说水清了。", None),
        ("3月2日，望溪县第六届人民代表大会会议开幕。", "县长回顾2016年以来的工作。", None),
        ("3月2日，老干部座谈会召开。", "大家回顾2008年工作时的情景。", None),
        (
            "3月2日，望溪县第六届人民代表大会会议开幕。",
            "报告分两部分：2020年工作回顾；2021年主要工作。",
            2021,
        ),
    ],
)
def test_news_of_a_session_are_of_the_year_after_the_one_looked_back_on(lead, told, year):
    assert infer_year([lead, told], "县人代会开幕")[0] == year


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (
            ["12月2日，望溪县第六届人民代表大会会议闭幕。", "2020年，共清渠30里。", "2021年，县里将再修桥。"],
            2020,
        ),
        (["3月2日，望溪县第六届人民代表大会会议闭幕。", "2020年，共清渠30里。2020年很忙。"], 2021),
        (["近日，区教育局发布《2020年教育统计公报》。", "全区共有教师3000人。"], 2020),
        (["11月5日，市统计局召开2020年前三季度发布会。", "税收增长5%。"], 2020),
        (["区检察院工作报告指出，2020年，全区受理案件300件。", "全年起诉200人。"], 2020),
        (["一、2020年上半年工作总结", "上半年，全镇清渠30里。"], 2020),
        (["近日，区里召开2020年老兵的聚会。", "大家都来了。"], None),
    ],
)
def test_years_of_which_the_first_sentence_of_news_tells(texts, year):
    assert infer_year(texts)[0] == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("我代表**乡人民政府报告工作。\n**村清渠30里，XX镇修桥三座。", None),
        ("我代表柳湾乡人民政府报告工作。\n柳湾村清渠30里，修桥三座。", 2022),
    ],
)
def test_the_stamp_above_a_sample_with_masked_names_dates_nothing(text, year):
    found = parse_text(f"柳湾乡政府工作报告\n时间：2022-03-02 12:16:17\n各位代表：\n{text}").documents.loc[
        0, "year"
    ]
    assert (None if pd.isna(found) else found) == year


def test_half_a_year_in_a_heading_and_years_above_the_entries_of_a_chronicle():
    text = "法院工作\n一、2017年上半年工作情况\n上半年，共结案300件。\n二、下一步打算\n加强宣传。"
    assert parse_text(text).documents.loc[0, "year"] == 2017
    text = "七十年，我们这样走来\n【1949】\n全县人口18万人。\n【1978】\n全县产粮3万吨。"
    corpus = parse_text(text)
    assert corpus.blocks["kind"].tolist() == ["title", *["heading", "paragraph"] * 2]
    assert extract_indicators(corpus)["period"].tolist()[-2:] == ["1949", "1978"]
