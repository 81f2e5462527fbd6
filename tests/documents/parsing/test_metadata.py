"""Title, dates and genre of a document; all texts are invented."""

import pandas as pd
import pytest

from govnlp import parse_text

LAW = "第一条 渠要清。\n第二条 渠要修。\n第三条 渠要管。\n第四条 渠要护。\n第五条 自2022年1月1日起施行。"


def row_of(text):
    return parse_text(text).documents.iloc[0]


def day(value):
    return None if value != value else str(value.date())


def test_the_day_of_a_speech_is_not_that_of_publication():
    row = row_of(
        "政府工作报告\n——2021年1月20日在云岭市第五届人民代表大会第六次会议上\n云岭市市长 陈禾\n"
        "各位代表：\n现在报告工作。"
    )
    assert (day(row["published"]), row["year"], row["genre"]) == (None, 2021, "work_report")


def test_a_date_below_the_title_of_a_speech_or_below_a_signed_text_is_not_that_of_publication():
    row = row_of("在清渠动员会上的讲话\n望溪县委书记 林溪\n（2021年2月26日）\n同志们：\n把渠清了，把路修好。")
    assert (day(row["published"]), row["year"]) == (None, 2021)
    row = row_of("新桥通车\n2021年2月26日\n桥通了，居民出行方便多了。")
    assert day(row["published"]) == "2021-02-26"
    row = row_of("关于清渠的通知\n各镇：\n请把渠清了，把路修好。\n望溪县水务局\n2021年2月26日")
    assert (day(row["published"]), day(row["signed"])) == (None, "2021-02-26")


def test_a_day_after_that_of_the_vote_is_the_one_on_which_an_order_was_signed():
    head = (
        "望溪县人民政府令\n第5号\n《望溪县清渠办法》已经2021年3月4日县人民政府第8次常务会议通过，现予公布。\n"
    )
    row = row_of(head + "县长 林溪\n2021年3月9日\n" + LAW)
    assert (day(row["signed"]), day(row["published"])) == ("2021-03-09", None)


def test_dates_of_references_are_those_of_other_texts():
    text = "清渠制\n清渠制是管渠的制度。[1]\n参考资料\n1. 清渠十问．望溪在线．2012-03-22[引用日期2019-08-05]"
    row = row_of(text)
    assert row[["published", "year"]].isna().all()
    blocks = parse_text(text + "\n^ 清渠记. 望溪日报. 2013-05-06.").blocks
    assert blocks["kind"].tolist() == ["title", "paragraph", *["boilerplate"] * 3]


def test_an_amended_law_is_dated_by_the_version_at_hand():
    head = (
        "云岭市清渠条例\n（1998年3月4日云岭市第九届人大常委会第五次会议通过"
        "根据2021年5月6日云岭市第十四届人民代表大会常务委员会第八次会议《关于修改部分条例的决定》修正）\n"
    )
    row = row_of(head + LAW)
    assert (row["genre"], row["year"], day(row["signed"]), day(row["published"])) == (
        "law",
        2021,
        "2021-05-06",
        None,
    )


def test_a_law_is_not_dated_by_the_day_from_which_it_is_in_force():
    row = row_of("云岭市清渠条例\n2021年11月2日云岭市人民政府令第5号公布\n2022年1月1日起施行\n" + LAW)
    assert (row["year"], day(row["published"])) == (2021, "2021-11-02")


def test_the_genre_says_what_shows_it():
    assert row_of("云岭市清渠条例\n" + LAW)["genre_evidence"] == "第一条 … 5"
    assert row_of("各位代表：\n现在报告工作。")["genre_evidence"] == "各位代表："


def test_the_number_of_an_announcement_is_no_part_of_its_title():
    row = row_of(
        "云岭市人民政府公告2021年第3号\n云岭市人民政府关于修桥的通告\n各区人民政府：\n现将有关事项通告如下，请照办。"
    )
    assert (row["title"], row["doc_number"]) == ("云岭市人民政府关于修桥的通告", "2021年第3号")


def test_a_title_that_says_what_it_is_makes_an_official_document():
    """Whatever is issued with a notice, and whoever signed it: an annex makes it no law, a credit no news."""
    annexed = "云岭市人民政府办公室关于印发《清渠办法》的通知\n" + LAW
    assert row_of(annexed)["genre"] == "policy_document"
    assert (
        row_of("云岭市教育局印发《教师活动方案》的通知\n各学校：\n现印发给你们。")["genre"]
        == "policy_document"
    )
    assert row_of("云岭市人民政府关于废止《采砂办法》的决定\n现予公布。")["genre"] == "policy_document"
    assert row_of("云岭市清渠条例\n" + LAW)["genre"] == "law"


def test_what_is_issued_is_of_the_year_of_its_signing_or_number():
    """Sites publish what was issued years before; a number alone shows the year too."""
    text = "云岭市人民政府关于清渠的批复\n云政函〔2005〕7号\n发布时间：2018-05-06\n望溪县人民政府：\n同意清渠。\n"
    assert row_of(text)["year"] == 2005
    assert row_of(text + "云岭市人民政府\n2005年3月4日")["year"] == 2005


def test_a_short_notice_of_an_office_is_an_official_document():
    text = "云岭市水务局转发清渠方案\n各县区：\n请照办。\n云岭市水务局\n2021年3月4日"
    assert row_of(text)["genre"] == "policy_document"


def test_a_few_articles_below_the_title_of_a_law_are_one():
    text = "青槐区清渠办法\n第一条　为清渠，制定本办法。\n第二条　本办法自2021年3月4日起施行。"
    assert parse_text(text).documents["genre"][0] == "law"
    assert parse_text(text.replace("办法\n", "纪实\n")).documents["genre"][0] is None


def test_the_column_of_a_newspaper_is_no_whole_title():
    text = "今年全区疏浚老渠三十里，两岸都绿了。"
    assert (
        parse_text(f"专家解读｜清渠方案的三大看点\n{text}").documents["title"][0]
        == "专家解读｜清渠方案的三大看点"
    )
    assert parse_text(f"清渠方案的三大看点｜专家解读\n{text}").documents["title"][0] == "清渠方案的三大看点"


def test_signatures_in_any_form_of_date_are_no_publication():
    for date in (
        "2021.02.26",
        "2021-2-26",
        "2021年 2月 26日",
        "二〇二一年二月二十六日",
        "二〇二一年四月○八日",
    ):
        row = row_of(f"关于清渠的通知\n各镇：\n请把渠清了，把路修好。\n望溪县水务局\n{date}")
        assert (day(row["published"]), row["signed"].year) == (None, 2021), date


def test_a_date_in_brackets_below_the_title_of_a_policy_is_that_of_its_signature():
    row = row_of("望溪县人民政府关于清渠的意见\n（2021年2月26日）\n为把渠清了，现提出如下意见。")
    assert (day(row["published"]), day(row["signed"])) == (None, "2021-02-26")


def test_the_time_of_a_meeting_is_no_publication():
    row = row_of(
        "清渠例会纪要\n时间：2021年2月24日下午\n地点：三楼会议室\n会议研究了清渠的办法，议定先清老渠。"
    )
    assert day(row["published"]) is None


def test_years_of_titles_and_of_brackets_below_them():
    text = "全县人民修渠铺路，渠清了，路也通了。"
    assert row_of(f"望溪县一九五六年工作总结\n{text}")["year"] == 1956
    assert row_of(f"关于望溪县2020年计划执行情况与2021年计划草案的报告\n{text}")["year"] == 2021
    assert row_of(f"清渠动员会发言\n（二〇一七年三月二十一日，根据录音整理）\n{text}")["year"] == 2017
    assert row_of(f"1998，那年的水\n{text}")[["year"]].isna().all()  # nothing says that it is about one year


def test_numbers_behind_titles_and_of_announcements():
    row = row_of("临溪区水务局关于清渠的通知（临水﹝2020﹞18号）\n各镇：\n请把渠清了。")
    assert (row["title"], row["doc_number"]) == ("临溪区水务局关于清渠的通知", "临水〔2020〕18号")
    row = row_of(
        "云岭市人民代表大会常务委员会公告\n〔十五届〕第二十号\n《云岭市清渠条例》已经批准，现予公布。"
    )
    assert row["doc_number"] == "〔十五届〕第二十号"


def test_who_issues_an_order_and_what_a_text_calls_itself():
    assert row_of("望溪县人民政府令\n第5号\n现予公布，自公布之日起施行。")["issuer"] == "望溪县人民政府"
    assert row_of("望溪县清渠规划\n为把渠清了，编制本规划。")["genre"] == "policy_document"
    assert row_of("渠清了\n记者从水务局获悉，老渠已经疏浚三十里。")["genre"] == "news"


def test_a_masthead_with_wide_blanks_names_the_outlet():
    head = "望溪晚报" + " " * 40 + "2016.9.23 星期五  7"
    assert row_of(f"{head}\n清渠三十里\n本报记者 林溪\n渠清了，鱼来了。")["outlet"] == "望溪晚报"


def test_the_title_of_a_card_that_the_text_prints_comes_before_names_of_columns():
    lines = [
        "政府信息公开",
        "索引号: 11/2021-3 发布日期: 2021-03-04",
        "名 称: 临溪区水务局关于清渠的答复",
        "文号: 关键字:",
        "",
    ]
    corpus = parse_text("\n".join([*lines, "临溪区水务局关于清渠的答复", "", "渠已经清了,水也绿了。"]))
    assert corpus.documents.loc[0, "title"] == "临溪区水务局关于清渠的答复"


def test_a_button_above_an_address_is_no_title():
    lines = [
        "朗读",
        "各镇人民政府,区府各部门:",
        "2017年,我区渠清水绿,现予表彰。",
        "临溪区人民政府",
        "2018年1月18日",
    ]
    assert parse_text("\n".join(lines)).documents.loc[0, "title"] is None


def test_of_a_column_and_a_title_printed_twice_the_title_is_taken():
    lines = [
        "清渠知识",
        "临溪区清渠工程举行开工仪式",
        "临溪区清渠工程举行开工仪式",
        "近日,临溪区清渠工程举行开工仪式,区长到会。",
    ]
    assert parse_text("\n".join(lines)).documents.loc[0, "title"] == lines[1]


def test_the_office_above_a_date_at_the_head_signs():
    lines = ["临溪区统计局", "(2018年4月16日)", "2017年,全区上下同心,稳中有进,渠清水绿。", "全年清渠三十里。"]
    document = parse_text("\n".join(lines)).documents.loc[0]
    assert (document["title"], document["issuer"]) == (None, "临溪区统计局")


def test_mastheads_with_a_date_and_sources_in_brackets_name_the_outlet():
    lines = ["临溪区清渠公告", "《 云岭日报 》( 2023年01月20日 第 02 版 )", "渠清了,水也绿了。"]
    document = parse_text("\n".join(lines)).documents.loc[0]
    assert (document["outlet"], str(document["published"].date())) == ("云岭日报", "2023-01-20")
    lines = ["6月8日,渠清了,水也绿了。", "渠边种了树。", "(来源:云岭日报)"]
    assert parse_text("\n".join(lines)).documents.loc[0, "outlet"] == "云岭日报"


def test_what_sums_up_a_year_is_of_it_whenever_it_was_published():
    for title, year in (
        ("2021年望溪县国民经济和社会发展统计公报", 2021),
        ("2021年望溪县国民经济和社会发展\n统计公报", 2021),
        ("望溪县国民经济和社会发展统计公报 2021", 2021),
        ("望溪县水务局2021年度部门决算", 2021),
        ("柳湾街道办事处2020年工作总结和2021年工作安排", 2021),
    ):
        for text in (f"{title}\n渠清了，路修好了。", f"{title}\n发布日期：2022-06-15\n渠清了，路修好了。"):
            assert row_of(text)["year"] == year


def test_a_budget_is_audited_in_the_year_after_it():
    title = "关于望溪县2020年度县级预算执行和其他财政收支的审计工作报告"
    assert row_of(f"{title}\n主任、各位副主任：\n我报告审计情况。")["year"] == 2021


def test_a_site_issues_nothing():
    row = row_of("发文机构：县政府网站\n发文字号：望政发〔2021〕7号\n望溪县清渠规则\n渠要清。")
    assert (row["issuer"], row["doc_number"]) == (None, "望政发〔2021〕7号")


@pytest.mark.parametrize(
    "line",
    [
        "21-03-06 09:34 来源：望溪日报 编辑：吕芳",
        "编辑：吕芳 来源：望溪日报 2021-03-06 09:34",
        "2021年03月06日 星期六 出版 上一期 下一期",
        "望溪日报/2021年/3月/6日/第001版",
        "2021-03-06T09:34:00",
        "二〇二一年三月六日发布",
    ],
)
def test_dates_that_systems_print_say_when_a_text_was_published(line):
    text = f"渠清鱼跃惠民生\n{line}\n青槐河治理工程近日完工，沿岸居民都说好。"
    assert str(row_of(text)["published"].date()) == "2021-03-06"


def test_the_day_of_a_site_is_not_that_of_a_law():
    articles = "\n".join(f"第{x}条 渠长清渠。" for x in "一二三四五")
    law = f"云岭市清渠条例\n时间:2024-07-22 05:16:06 浏览:9436 来源:法律资料网\n{articles}"
    assert pd.isna(row_of(law)["year"])
    notice = "云岭市水务局关于清渠的通知\n时间:2024-07-22 来源:{}\n各区：\n请清渠。"
    assert pd.isna(row_of(notice.format("法律资料网"))["year"])
    assert row_of(notice.format("云岭市人民政府网"))["year"] == 2024


def test_a_column_before_the_title_of_a_document_is_no_part_of_it():
    row = row_of("惠民丨云岭市人民政府关于清渠的意见\n云政发〔2021〕3号\n各区：\n请清渠。")
    found = [row[x] for x in ("title", "issuer", "place")]
    assert found == ["云岭市人民政府关于清渠的意见", "云岭市人民政府", "云岭市"]


def test_a_paper_that_a_site_names_is_the_outlet():
    text = "渠清鱼跃惠民生\n{}\n青槐河治理工程近日完工，沿岸居民都说好。"
    assert row_of(text.format("编辑：吕芳 来源：望溪日报 2021-03-06"))["outlet"] == "望溪日报"


def test_the_lines_of_a_plan_or_a_bulletin_are_one_title_and_its_horizon_dates_nothing():
    text = "望溪县清渠工作\n第十三个五年规划和2030年\n远景目标纲要\n\n二〇三〇年远景目标是渠清水秀。"
    document = row_of(text)
    assert document["title"] == "望溪县清渠工作第十三个五年规划和2030年远景目标纲要"
    assert document["year"] is pd.NA


def test_a_title_that_opens_with_a_year_and_names_a_document_is_of_that_year():
    assert row_of("2017年望溪高新区支持清渠若干政策措施\n\n对清渠的企业给予奖励。")["year"] == 2017


def test_news_and_pages_are_signed_by_nobody():
    text = "云岭日报\n清渠三十里\n本报记者 林溪\n望溪县水务局\n2021年3月4日\n本报讯 3月3日，渠水清了，居民都来看。"
    document = row_of(text)
    assert (document["genre"], document["signed"] is pd.NaT) == ("news", True)


def test_a_headline_about_the_figures_of_a_report_is_none():
    text = "望溪政府工作报告2022年数据速读\n发布时间：2022-01-06\n1月6日，县长林溪向大会报告。"
    assert row_of(text)["genre"] == "news"


def test_a_county_whose_name_is_a_word_is_one_before_its_economy():
    assert row_of("2019年长顺县国民经济和社会发展统计公报\n\n全年清渠三条。")["place"] == "长顺县"


def test_a_title_is_without_dashes_and_years_printed_again():
    interview = row_of("——中央电视台对长顺县县长林溪的采访\n记者：渠清了吗？\n林溪：清了。")
    assert interview[["title", "place"]].tolist() == ["中央电视台对长顺县县长林溪的采访", "长顺县"]
    assert row_of("2019年望溪县清渠公报 2019\n\n全年清渠三条。")["title"] == "2019年望溪县清渠公报"
    assert row_of("2019年望溪县清渠公报 2020\n\n全年清渠三条。")["title"] == "2019年望溪县清渠公报 2020"


def test_a_text_without_a_title_has_the_name_of_the_file_that_a_site_offers():
    offer = "《望溪县清渠总结.docx》由会员分享，可在线阅读，更多相关《望溪县清渠总结.docx（6页）》请在文库网上搜索"
    for line in (offer, offer + "，另有图纸、模型、课程设计、论文" * 6):  # short and long
        corpus = parse_text(f"{line}。\n一年来，全县清渠三条，居民都来看水里的鱼。")
        assert corpus.documents.loc[0, "title"] == "望溪县清渠总结"
        assert corpus.blocks["kind"].tolist() == ["boilerplate", "paragraph"]


def test_a_title_stands_below_any_length_of_navigation():
    marks = [f"第{n:02}版：要闻" for n in range(1, 22)]
    text = "\n".join([*marks, "清渠三十里的老故事", "本报记者 林溪", "渠水清了，居民都来看水里的鱼。"])
    assert parse_text(text).documents["title"][0] == "清渠三十里的老故事"


def test_the_day_on_which_a_report_was_uploaded_is_not_its_year():
    card = "望溪镇报告.doc\n- 文档编号：77120\n- 上传时间：2021-06-08\n- 格式：DOC\n望溪镇政府工作报告\n各位代表：\n"
    assert pd.isna(row_of(card + "五年来，修渠五条。")["year"])
    assert row_of(card + "一、2005年工作情况\n修渠五条。\n二、今后打算\n再修一条。")["year"] == 2006


def test_a_site_that_copies_laws_is_no_outlet_and_its_stamp_no_day_of_publication():
    stamp = "来源：望溪法规资料网 时间：2022-03-05 11:20:07"
    law = f"望溪市清渠办法\n{stamp}\n{LAW}\n望溪市人民政府\n"
    row = row_of(law + "1998年3月10日")
    assert (row["outlet"], day(row["published"]), row["year"]) == (None, None, 1998)
    row = row_of(law + "2021年12月10日")  # not a year ago
    assert (row["outlet"], day(row["published"]), row["year"]) == (None, "2022-03-05", 2021)
    news = f"新渠通水\n{stamp}\n3月4日，新渠通水，居民都来看。"
    assert (row_of(news)["outlet"], day(row_of(news)["published"])) == ("望溪法规资料网", "2022-03-05")


def test_what_an_order_puts_into_force_is_the_title_of_its_document():
    head = "{}令\n第12号\n现公布《望溪清渠条例》，自2022年1月1日起施行。\n{}\n2021年3月10日\n望溪清渠条例\n"
    row = row_of("国务院\n" + head.format("中华人民共和国国务院", "总理林溪") + LAW)
    assert (row["title"], row["issuer"], day(row["signed"])) == ("望溪清渠条例", "国务院", "2021-03-10")
    row = row_of(head.format("望溪市人民政府", "市长林溪") + "第一章 总则\n第一条 渠要清。")
    assert (row["genre"], row["issuer"], row["title"]) == ("law", "望溪市人民政府", "望溪清渠条例")


def test_outlet_behind_an_address_or_a_call():
    assert (
        row_of("新渠通水\nhttp://www.wangxi.com.cn  2010年04月02日06:12  望溪日报\n渠通了。")["outlet"]
        == "望溪日报"
    )
    assert row_of("点击望溪日报\n关注望溪新闻\n新渠通水\n记者 林溪\n渠通了。")["outlet"] == "望溪日报"
    assert row_of("新渠通水\n望溪新闻记者 林溪\n渠通了。")["outlet"] == "望溪新闻"
    assert row_of("新渠通水\n首席新闻记者 林溪\n渠通了。")["outlet"] is None


def test_the_division_above_a_title_is_the_place():
    text = "{}\n清渠三十里\n本报记者 林溪\n渠清了，居民都来看水里的鱼。"
    assert row_of(text.format("西城区"))["place"] == "西城区"
    assert row_of(text.format("西城区要闻"))["place"] is None


def test_the_day_of_an_upload_is_not_that_of_the_session():
    card = "2023-03-05\n500+\n30KB\n12 页\n分享\n举报\n"
    report = "柳湾镇半年工作报告\n{}半年政府工作报告\n——2019年7月6日在镇第十五届人民代表大会第三次会议上\n"
    report += "各位代表：\n渠清了。"
    assert row_of(report.format(card))["year"] == 2019
    row = row_of("镇清渠细则\n如题所述\n第1个回答  2021-03-09\n" + LAW)
    assert (row["title"], day(row["published"])) == ("镇清渠细则", None)


def test_a_speech_on_a_year_long_before_the_day_of_its_page():
    speech = "在全县清渠会议上的讲话\n时间：2021-05-11 09:12:33\n同志们：\n"
    speech += "一、{}年工作成绩\n渠清了。\n二、今年的任务\n再清十里。"
    row = row_of(speech.format(2010))
    assert (row["genre"], row["year"], day(row["published"])) == ("speech", 2011, None)
    row = row_of(speech.format(2020))
    assert (row["year"], day(row["published"])) == (2021, "2021-05-11")


def test_dates_with_dots_and_those_of_a_forum():
    row = row_of("老渠清了\n07.03.2014  10:12\n一季度，全县清渠三十里。")
    assert (row["year"], day(row["published"])) == (2014, "2014-03-07")
    forum = "• 9阅读\n• 0回复\n老渠清了鱼也来 [复制链接]\n上一主题 下一主题\n只看楼主 倒序阅读 0 发表于： 1994-05-06\n"
    row = row_of(forum + "老渠清了鱼也来\n本报讯 望溪县清渠三十里，居民都来看鱼。\n快速回复\n上一个 下一个")
    assert (row["title"], day(row["published"])) == ("老渠清了鱼也来", "1994-05-06")
    card = "【日期】= 1990.03.06\n【标题】= 老渠清了鱼也来\n【作者】= 周渠\n【正文】=\n望溪县清渠三十里，居民都来看鱼。"
    assert day(row_of(card)["published"]) == "1990-03-06"
    kinds = ["dateline", "dateline", "byline", "boilerplate", "paragraph"]
    assert parse_text(card).blocks["kind"].tolist() == kinds


def test_what_is_no_title():
    text = "渠水清了，鱼也回来了，居民十分满意。"
    by = "望临编辑 望临记者 周渠 林禾 发自望溪"
    assert row_of(f"{by}\n老渠清了鱼也来\n{by}\n{text}")["title"] == "老渠清了鱼也来"
    site = "望溪网・云岭网 网络支持：望溪网络传媒有限公司"
    assert row_of(f"{site}\n老渠清了鱼也来\n记者 周渠/文 林禾/摄\n{text}")["title"] == "老渠清了鱼也来"
    session = "——2012年5月8日在县十五届人大常委会第2次会议上"
    assert (
        row_of(f"{session}\n主任、各位副主任、各位委员：\n我受县人民政府委托，报告清渠工作。")["title"]
        is None
    )
    page = f"2020年03月06日 星期五\n2\n综合\n老渠清了鱼也来\n{text}"
    assert row_of(page)["title"] == "老渠清了鱼也来"
    assert row_of(f"综合\n{text}")["title"] == "综合"


def test_a_law_is_of_the_year_in_which_it_is_in_force_but_in_january():
    law = LAW.rsplit("第五条", 1)[0] + "第五条 本办法自2016年{}月1日起施行。"
    assert row_of("望溪清渠办法\n" + law.format(3))["year"] == 2016
    assert pd.isna(row_of("望溪清渠办法\n" + law.format(1))["year"])


def test_the_paper_in_brackets_before_the_first_words():
    assert row_of("老渠清了\n（望溪晨报）到年底，全县清渠三十里。")["outlet"] == "望溪晨报"
    assert row_of("老渠清了\n到年底，全县清渠三十里。（望溪晨报）")["outlet"] is None


def test_the_opening_of_another_page_names_no_outlet():
    news = "老渠清了\n（记者 林禾）3月6日，望溪县水务局清渠三十里。\n"
    assert row_of(news + "望溪网云岭5月3日电 渠水清了，望溪网")["outlet"] is None
    assert (
        row_of(news + "红红草莓\n望溪网云岭5月3日电 渠水，望溪网\n老桥通车\n望溪网云岭5月4日电 桥")["outlet"]
        is None
    )
    assert row_of("老渠清了\n望溪网云岭5月3日电 渠水清了。")["outlet"] == "望溪网"


def test_a_lead_in_brackets_is_one():
    lead = "近日，望溪县出台清渠办法，给护渠的居民奖励，居民得知后十分高兴"
    page = f"望溪县出台清渠办法\n来源：望溪县水务局\n【导读】{lead}...\n{lead}，都说好。"
    assert parse_text(page).blocks["kind"].tolist()[2:] == ["boilerplate", "paragraph"]
    assert row_of(page)["genre"] == "news"


@pytest.mark.parametrize(
    ("line", "day"), [("13.2.2023", "2023-02-13"), ("7.3.2023 10:12", "2023-03-07"), ("1.2.2023", "NaT")]
)
def test_three_short_numbers_are_no_date_of_themselves(line, day):
    row = row_of(f"望溪县月报\n{line}\n全县清渠三十里。")
    assert str(row["published"])[:10] == day


def test_who_answers_or_what_is_kept_is_furniture_beside_buttons_only():
    text = "望溪县志提要\n收藏《望溪县志》\n{}望溪县志有三卷，记述了全县的历史。"
    alone, beside = (parse_text(text.format(x)).blocks["kind"].tolist() for x in ("", "分享\n打印\n"))
    assert "boilerplate" not in alone and beside[1:4] == ["boilerplate"] * 3


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("3月4日，《每日临溪新闻》记者专访了区长。", "每日临溪新闻"),
        ("区长接受《临溪日报》记者采访时说，渠清了。", None),
    ],
)
def test_a_paper_that_tells_of_its_own_reporter_is_the_outlet(text, outlet):
    assert row_of(f"老渠新韵\n{text}\n全县清渠三十里。")["outlet"] == outlet


def test_the_title_that_a_field_names_above_a_text_without_one():
    row = row_of(
        "【日期】= 1990.03.06\n【标题】= 老渠新韵\n【作者】= 周渠\n【正文】=\n去年，全县清渠三十里。"
    )
    assert (row["title"], row["year"]) == ("老渠新韵", 1990)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("渠水清了\n望溪新闻网3月5日电 （记者林禾）渠水清了。", "望溪新闻网"),
        ("渠水清了\n望溪新闻网 2010-04-08 09:20:00 望溪日报\n渠水清了，鱼也来了。", "望溪日报"),  # reprinted
        ("渠水清了\n望溪县消息 今年清渠三十里。", None),
        ("望溪日报·国庆特刊\n2019年10月1日\n七十年，我们这样走来\n渠水清了，鱼也来了。", "望溪日报"),
        ("望溪周报\n第812期 今日四版\n中共望溪县委主管主办\n渠水清了\n本报讯 渠水清了。", "望溪周报"),
    ],
)
def test_the_outlet_of_news(text, outlet):
    corpus = parse_text(text)
    assert corpus.documents.loc[0, "outlet"] == outlet
    assert sum(corpus.blocks["kind"] == "title") == 1
