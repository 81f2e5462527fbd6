"""Structure inside a line: turns and paragraphs that a page has set in one line."""

import pytest

from govnlp import concordance, parse_text

TURNS = "记者：渠清了吗？林溪：清了。下一步：再清一条。记者：什么时候？林溪：明年。"


def rows(text, *columns):
    return parse_text(text).blocks[list(columns)].to_numpy().tolist()


def test_an_interview_on_one_line_has_its_turns():
    assert rows(TURNS, "kind", "speaker", "text") == [
        ["question", "记者", "渠清了吗？"],
        ["answer", "林溪", "清了。下一步：再清一条。"],  # what is said once behind a colon is no speaker
        ["question", "记者", "什么时候？"],
        ["answer", "林溪", "明年。"],
    ]


def test_spans_cover_the_line_with_the_labels():
    spans = [x[0] for x in parse_text(TURNS).blocks["spans"]]
    assert [TURNS[start:end] for _, start, end in spans] == [
        "记者：渠清了吗？",
        "林溪：清了。下一步：再清一条。",
        "记者：什么时候？",
        "林溪：明年。",
    ]


def test_questions_and_answers_of_several_lines():
    text = "政策问答\n问：多少钱？答：不收费。\n问：去哪里办？答：政务中心。带身份证。"
    assert [x[0] for x in rows(text, "kind")] == ["title", "question", "answer", "question", "answer"]


@pytest.mark.parametrize(
    "text",
    [
        "清渠问答\nQ1：谁清渠？\nA1：村民。\nQ2：何时？ A2：明年。",
        "清渠问答\nQ1. 谁清渠？\nA1. 村民。\nQ2. 何时？ A2. 明年。",
    ],
)
def test_questions_may_be_counted(text):
    assert rows(text, "kind", "speaker", "text")[1:] == [
        ["question", "Q", "谁清渠？"],
        ["answer", "A", "村民。"],
        ["question", "Q", "何时？"],
        ["answer", "A", "明年。"],
    ]


def test_who_answers_twice_on_the_line_of_the_question_is_known_by_the_name():
    text = "清渠问答\n问：谁清渠？　　望溪大学教授仲 夏：村民。\n问：何时？　　仲 夏：明年。"
    assert [x for x in rows(text, "speaker") if x[0]] == [["问"], ["望溪大学教授仲夏"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "主要问题：一是水少。原因：雨少。对策：修渠。",
        "来源：望溪发布 作者：林溪 记者：周渠",
        "会上，记者：林溪、周渠受到表扬。县长：沈青禾颁奖。",
    ],
)
def test_colons_of_prose_and_credits_open_no_turn(text):
    assert len(parse_text(text).blocks) == 1


def test_a_report_on_one_line_has_its_paragraphs():
    first, second = "去年，全县修了三座桥。" + "渠水清了。" * 14, "今年，要再修两座桥。"
    text = f"政府工作报告  县长　周渠  　　一、去年工作回顾  　　{first}  　　二、今年工作安排  　　{second}"
    assert rows(text, "kind", "part", "text") == [
        ["title", None, "政府工作报告"],
        ["byline", None, "县长　周渠"],
        ["heading", "review", "一、去年工作回顾"],
        ["paragraph", "review", first],
        ["heading", "plan", "二、今年工作安排"],
        ["paragraph", "plan", second],
    ]


def test_blanks_of_short_lines_part_nothing():
    assert len(parse_text("本报记者 林溪　　通讯员 周渠").blocks) == 1


def test_spans_lead_to_what_was_printed_and_texts_say_what_was_meant():
    printed = "\u3000\u3000营商\u200b环境⻓期向好。"
    corpus = parse_text(printed)
    (row,) = corpus.blocks.itertuples()
    assert row.text == "营商环境长期向好。" and row.spans == [[1, 2, 12]]
    assert len(concordance(corpus, "营商环境")) == len(concordance(corpus, "长期")) == 1


def test_a_kind_of_document_set_letter_by_letter_ends_the_title():
    corpus = parse_text("关于做好清渠工作的\n通　　知\n各镇人民政府：\n请清渠。")
    assert corpus.documents["title"][0] == "关于做好清渠工作的通知"
    assert corpus.blocks["spans"][1] == [[2, 0, 4]]


def test_a_report_on_one_line_without_blanks():
    head = "望溪县政府工作报告2021年1月9日在望溪县第五届人民代表大会第三次会议上望溪县县长　林 溪各位代表："
    body = "一、2020年工作回顾过去一年，全县修渠三十里。（一）水更清。清了老渠。二、2021年主要任务今年要再修三十里，"
    found = rows(
        head + body + "把路修到各村。各位代表！让我们把渠清了，" + "把路修好。" * 9, "kind", "part", "text"
    )
    assert [x for x in found if x[0] == "title"] == [["title", None, "望溪县政府工作报告"]]
    headings = [["heading", "review", "一、2020年工作回顾"], ["heading", "plan", "二、2021年主要任务"]]
    assert [x for x in found if x[0] == "heading"] == headings


def test_markup_at_the_ends_of_a_line_is_no_text():
    assert rows("## 渠的由来\n渠清了。", "kind", "text")[:2] == [["boilerplate", "##"], ["title", "渠的由来"]]
    found = rows('<font size="4">清渠三十里</font>\n渠清了。', "kind", "text")
    assert found[0] == ["title", "清渠三十里"]
    assert [x[0] for x in found] == ["title", "paragraph"]


def test_a_title_without_a_line_end_above_the_address():
    text = "区长在全区清渠会议上的讲话同志们：今天会议的任务是清渠，请大家努力。"
    assert rows(text, "kind", "text") == [
        ["title", "区长在全区清渠会议上的讲话"],
        ["paragraph", "同志们："],
        ["paragraph", "今天会议的任务是清渠，请大家努力。"],
    ]


def test_title_and_source_or_session_in_one_line():
    text = "青槐清渠记：老渠三十里 2022-10-11 来源：云岭新闻\n渠清了，居民都来看水里的鱼。"
    assert rows(text, "kind", "text")[:2] == [
        ["title", "青槐清渠记：老渠三十里"],
        ["dateline", "2022-10-11 来源：云岭新闻"],
    ]
    text = "政府工作报告（摘要）--2023年1月12日在望溪县第十八届人民代表大会第三次会议上\n各位代表：\n渠清了。"
    assert rows(text, "kind", "text")[0] == ["title", "政府工作报告（摘要）"]
    text = "政务服务丨望溪县人民政府关于清渠工作的意见\n各乡镇：\n渠要清，桥要通，大家都要出力。"
    assert rows(text, "kind", "text")[1] == ["title", "望溪县人民政府关于清渠工作的意见"]


@pytest.mark.parametrize("who", [("主持人 林禾", "县长 周渠"), ("记者 林禾", "望溪县委书记 县长 周渠")])
def test_a_label_that_recurs_is_not_cut_at_its_blank(who):
    said = [f"{who[n % 2]}：{text}" for n, text in enumerate(("渠清了吗？", "清了。", "桥呢？", "通了。"))]
    assert parse_text("\n".join(["清渠访谈", *said])).blocks["lines"].tolist() == [[1], [2], [3], [4], [5]]


def test_a_text_that_goes_on_behind_an_author_without_a_name():
    text = "渠水价格要调整\n2012-08-21 来源：望溪晚报 作者：佚名水价由水厂测算，再由县里审定。"
    assert rows(text, "kind", "text")[1:] == [
        ["dateline", "2012-08-21 来源：望溪晚报 作者：佚名"],
        ["paragraph", "水价由水厂测算，再由县里审定。"],
    ]
    assert parse_text(text).documents.loc[0, "outlet"] == "望溪晚报"
