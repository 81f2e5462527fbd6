"""Review and plan of a work report: by headings, by sentences, and by tense alone."""

import pytest

from govnlp import parse_text
from govnlp.documents.parsing.lines import Line
from govnlp.documents.parsing.parts import set_labels

DONE = ["去年，修了三座桥。", "群众满意度明显提升，老渠全线通了水。", "新增绿地五处，同比增长6%。"]
AHEAD = ["要再修两座桥。", "将建成新渠，力争增长7%左右。", "要确保老渠不断水。", "我们必须努力。"]


def parts(*lines):
    blocks = parse_text("\n".join(["政府工作报告", "各位代表：", *lines])).blocks
    return blocks["part"].tolist()[2:]


@pytest.mark.parametrize(
    "review, plan",
    [
        ("一、2020年工作回顾", "二、2021年工作安排"),
        ("一、二〇二〇年工作回顾", "二、二〇二一年工作"),
        ("一、过去五年的成就", "二、今后五年的奋斗目标"),
        ("过去一年工作回顾", "今年的工作安排"),
        ("一、2025年工作回顾", "二、“十五五”时期发展的主要考虑"),
    ],
)
def test_headings_show_the_border(review, plan):
    assert parts(review, *DONE, plan, *AHEAD) == ["review"] * 4 + ["plan"] * 5


def test_a_heading_that_names_the_plan_but_reviews_opens_none():
    wanted = ["review"] * 4 + ["plan"] * 5
    assert parts("一、2020年目标任务完成情况", *DONE, "二、2021年重点工作", *AHEAD) == wanted


def test_targets_of_five_years_and_of_one_are_one_plan():
    found = parts(
        "一、2025年工作回顾", *DONE, "二、“十五五”时期主要目标", *AHEAD, "三、2026年重点工作", *AHEAD
    )
    assert found == ["review"] * 4 + ["plan"] * 10


def test_the_sentence_that_states_the_aims_shows_the_border():
    found = parts(*DONE, "2021年工作的总体要求是：稳中求进。", *AHEAD)
    assert found[len(DONE) :] == ["plan"] * 5 and found[0] == "review"


def test_tense_alone_shows_the_border():
    found = parts(*DONE * 2, *AHEAD * 2)
    assert found[:6] == ["review"] * 6 and found[6:] == ["plan"] * 8


def test_texts_without_tense_have_no_parts():
    assert set(parts("水利局负责修渠。", "林业局负责种树。")) == {None}


def test_a_report_whose_plan_opens_with_what_the_year_is():
    text = (
        "在望溪县第五届人民代表大会上的报告\n各位代表：\n2005年，完成了各项任务，产值达到31亿元，增长11%。\n"
        "成绩的取得是全县努力的结果，困难还有不少。\n2006年是新渠开工之年。\n要修渠三十里，力争通到各村。\n要把路修好，力争通车。"
    )
    blocks = parse_text(text).blocks.set_index("text")["part"]
    assert [x for x in blocks.tolist()[-4:]] == ["review", "plan", "plan", "plan"]


@pytest.mark.parametrize(
    ("review", "plan"),
    [
        ("2019年主要工作", "2020年工作安排"),
        ("一、2019年的主要工作", "二、2020年的主要工作"),
        ("一、主要工作", "二、下步安排"),
        ("一、今年主要工作", "二、明年工作打算"),
    ],
)
def test_work_that_stands_above_that_of_the_next_year_is_done(review, plan):
    head = "清渠工作报告\n各位代表：\n现在报告工作。\n"
    blocks = parse_text(
        f"{head}{review}\n清渠三十里，修桥三座。\n{plan}\n力争再清十里，努力把路修好。"
    ).blocks
    part = blocks.set_index("text")["part"]
    assert (part["清渠三十里，修桥三座。"], part["力争再清十里，努力把路修好。"]) == ("review", "plan")


def test_a_review_without_a_plan_has_no_plan():
    facts = [f"{n}.路网更密。新建道路{n}条。" for n in range(1, 4)] + [
        "4.专利申请量93件。",
        "5.新建学校2所。",
    ]
    text = ["望溪县政府工作报告", "各位代表：", "一、2013年工作回顾", "2013年，我们圆满完成了任务。", *facts]
    corpus = parse_text("\n".join(text), doc_id="a")
    assert set(corpus.blocks["part"].dropna()) == {"review"}


def test_headings_that_review_one_year_and_plan_the_next_show_the_parts_of_any_text():
    text = "临溪区预算公开的说明\n一、2022年预算执行情况\n收入12亿元。\n二、2023年预算草案\n收入13亿元。"
    corpus = parse_text(text, doc_id="a")
    assert corpus.blocks["part"].tolist() == [None, "review", "review", "plan", "plan"]
    assert corpus.documents["genre"].tolist() == [None]


def test_news_that_tell_what_a_report_says_have_its_parts():
    text = (
        "望溪县开会\n县长周雨作政府工作报告。\n去年新建道路9条，增长3%。\n今年主要预期目标是：再建道路4条。"
    )
    corpus = parse_text(text, doc_id="a")
    assert corpus.blocks["part"].tolist()[-2:] == ["review", "plan"]
    assert corpus.documents["genre"].tolist() != ["work_report"]


def test_a_text_that_begins_with_the_plan_of_a_report():
    text = "2023年政府工作总体要求是：稳中求进，推动发展。\n围绕上述目标，着重抓好六个方面的工作。\n大抓项目建设。"
    assert parse_text(text).blocks["part"].tolist() == ["plan"] * 3


@pytest.mark.parametrize(
    ("head", "review"),
    [
        ("清渠工作报告", "一、过去一年主要工作"),
        ("清渠工作报告", "一、五年来的工作"),
        ("清渠工作报告\n2023年2月3日在临溪区第八届人民代表大会第二次会议上", "一、2022年主要工作"),
    ],
)
def test_a_heading_that_reviews_without_another_that_plans(head, review):
    text = f"{head}\n各位代表：\n我代表清渠委员会报告工作。\n{review}\n清渠三十里，修桥三座。"
    part = parse_text(text).blocks.set_index("text")["part"]
    assert part["清渠三十里，修桥三座。"] == "review"
    assert part.iloc[:-2].isna().all()  # nothing above the first heading has a part


def test_main_work_alone_opens_no_plan():
    text = "清渠工作报告\n各位代表：\n我代表清渠委员会报告工作。\n一、2022年主要工作\n清渠三十里。"
    assert parse_text(text).blocks["part"].isna().all()


def test_main_work_below_what_was_done_opens_the_plan():
    assert parts(*DONE, "2021年重点工作", *AHEAD) == ["review"] * 3 + ["plan"] * 5


def test_what_was_striven_for_is_no_plan():
    text = (
        "清渠审计工作报告\n各位委员：\n我受区政府委托报告审计。\n2020年以来，收入稳升。\n区里争取支持3亿元。"
    )
    assert "plan" not in parse_text(text).blocks["part"].tolist()


def test_a_column_and_a_title_that_plan_have_no_part():
    text = (
        "发展规划\n临溪区2020年清渠计划执行情况与2021年清渠计划草案的报告\n2021年4月2日在临溪区第八届人民代表大会第五次会议上\n"
        "各位代表：\n现将报告提请大会审议。\n一、2020年工作回顾\n新建学校3所。"
    )
    assert parse_text(text).blocks["part"].dropna().tolist() == ["review", "review"]


def test_works_of_two_years_above_what_the_third_intends():
    text = "一、2021年工作\n修渠3条。\n二、2022年工作\n修渠4条。\n三、2023年打算\n修渠5条。"
    assert parse_text(text).blocks["part"].tolist() == ["review"] * 4 + ["plan"] * 2


def test_a_draft_that_is_explained_has_no_parts():
    text = (
        "关于《临溪区清渠条例（草案）》的说明\n主任、各位委员：\n现作说明。\n一、立法的必要性\n全区有渠62条。"
    )
    assert parse_text(text).blocks["part"].isna().all()


def test_what_stands_above_no_plan_is_review():
    text = "政府工作报告\n各位代表：\n一、经济实力增强\n新建学校3所，增长13.1%。"
    assert parse_text(text).blocks["part"].tolist() == [None] + ["review"] * 3
    assert parse_text(text.replace("，增长13.1%", "")).blocks["part"].isna().all()  # no word says it


def test_only_the_line_that_says_so_intends():
    text = "审计工作报告\n各位委员：\n审计发现问题3个。\n整改情况将在年底前报告。"
    assert parse_text(text).blocks["part"].tolist() == [None, None, None, "plan"]


def test_a_report_whose_title_plans_too_is_not_all_review():
    text = "云岭市2023年预算执行情况和2024年预算草案的报告\n各位代表：\n2023年收入98亿元，增长3%。\n2024年支出320亿元。"
    assert set(parse_text(text).blocks["part"]) == {None}


@pytest.mark.parametrize(
    ("lead", "part"),
    [
        ("1月6日，县长林溪向大会提出2022年主要任务：", "plan"),
        ("1月6日，大会确定了今年的预期目标，数据如下。", "plan"),
        ("1月6日，县长林溪对照年初提出的主要任务，说了这些。", None),
        ("1月6日，县长林溪提出问题。", None),
    ],
)
def test_list_of_tasks_that_news_introduce(lead, part):
    items = ["◆修桥三座，都在东渠。", "◆清渠九里，都在西渠。"]
    blocks = parse_text("\n".join(["望溪县的数字", lead, *items, "居民都说好。"])).blocks
    listed = blocks["text"].isin(items)
    assert blocks.loc[listed, "part"].tolist() == [part, part]
    assert blocks.loc[~listed, "part"].isna().all()


@pytest.mark.parametrize(
    ("label", "items", "planned"),
    [
        ("全年主要目标", ["■税收增长6%", "■清渠三十里"], 2),
        ("会议提出全年的主要目标是：", ["税收增长6%", "新建学校3所"], 2),
        ("今年目标", ["税收增长6%。", "去年，全县清渠三十里。"], 1),
        ("冲刺全年目标", ["上半年，税收增长6%。"], 0),
        ("全年目标完成情况", ["税收增长6%。"], 0),
    ],
)
def test_items_below_the_label_of_targets_are_planned(label, items, planned):
    text = ["清渠三十里", "本报讯 3月5日，县里开会。", label, *items, "会议还听取了清渠工作的汇报。"]
    found = parse_text("\n".join(text)).blocks["part"].tolist()
    assert found[-1 - len(items) : -1] == ["plan"] * planned + [None] * (len(items) - planned)


def test_work_below_a_list_of_targets_is_planned():
    text = ["清渠三十里", "{}", "■税收增长6%", "■清渠三十里", "全年重点工作", "■建桥3座", "■建校3所"]
    planned = parse_text("\n".join(text).format("全年主要目标")).blocks["part"].tolist()
    assert planned[-2:] == ["plan", "plan"]
    assert parse_text("\n".join(text).format("老渠")).blocks["part"].tolist()[-2:] == [None, None]


def test_one_item_below_a_label_of_targets_is_enough():
    text = ["清渠三十里", "全年主要目标", "■税收增长6%", "全年重点工作", "■建桥3座", "■建校3所"]
    assert parse_text("\n".join(text)).blocks["part"].tolist() == [None, None, "plan", None, "plan", "plan"]


@pytest.mark.parametrize(
    ("title", "headings", "planned"),
    [
        ("望溪县水务局2021年度工作总结", ["一、主要工作", "二、存在问题", "三、下一步工作"], [0, 0, 1]),
        ("望溪县水务局工作总结", ["一、主要工作", "二、2022年工作打算"], [0, 1]),
        ("望溪县水务局2021年上半年工作总结", ["一、主要工作", "二、下一步工作"], [0, 0]),
        ("望溪县水务局2021年度工作总结", ["一、下一步工作早谋划", "二、主要工作"], [0, 0]),
        ("望溪县水务局清渠纪实", ["一、主要工作", "二、下一步工作"], [0, 0]),
        ("望溪县水务局工作总结", ["一、主要成效", "二、工作思路", "三、经验做法"], [0, 0, 0]),
    ],
)
def test_what_comes_next_in_the_summary_of_a_year_is_planned(title, headings, planned):
    text = [title, "一年来，全局上下同心。", *(x for y in headings for x in (y, "清渠三十里。"))]
    blocks = parse_text("\n".join(text)).blocks
    parts = blocks.loc[blocks["text"].eq("清渠三十里。"), "part"]
    assert parts.eq("plan").astype(int).tolist() == planned


def test_news_of_a_report_in_marks_of_a_title_have_its_parts():
    told = "县长代表县政府向大会作了《政府工作报告》。报告分两部分。"
    text = ["县人代会开幕", told, "去年，全县清渠三十里，增长5%。", "今年，要修桥三座。"]
    assert parse_text("\n".join(text)).blocks["part"].tolist()[2:] == ["review", "plan"]


@pytest.mark.parametrize(
    ("label", "below", "kind"),
    [
        ("今年预期目标", "■税收增长6%", "heading"),
        ("今年预期目标", "去年，税收增长6%", "head"),
        ("老渠新韵", "■税收增长6%", "head"),
    ],
)
def test_the_label_of_targets_opens_no_article(label, below, kind):
    lines = [Line(1, "清渠三十里", "title"), Line(2, "县里开会。"), Line(3, label, "head"), Line(4, below)]
    set_labels(lines)
    assert lines[2].kind == kind
