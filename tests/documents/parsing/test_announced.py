"""Questions without labels in texts that say that they answer questions."""

import pytest

from govnlp import parse_text

TITLE = "云岭市水务局有关负责人就《云岭市渠道管理办法》答记者问"
QUESTIONS = ("为什么要制定这个办法？", "老渠由谁来清？", "居民有意见找谁？")
ANSWER = "过去清渠没有章法，水来了各管各的，今后由水务局统一安排。"


def kinds(lines):
    return parse_text("\n".join(lines)).blocks["kind"].tolist()


@pytest.mark.parametrize("form", ["{}", "{n}. {}", "{han}、{}"])
def test_lines_that_ask_are_questions_and_what_stands_below_answers(form):
    lines = [TITLE, "近日，有关负责人就办法回答了记者的提问。"]
    for n, question in enumerate(QUESTIONS):
        lines += [form.format(question, n=n + 1, han="一二三"[n]), ANSWER, f"第{n + 1}段渠也是如此，水清了。"]
    assert kinds(lines) == ["title", "paragraph", *["question", "answer", "answer"] * 3]


def test_a_numbered_line_among_questions_is_one_though_it_does_not_ask():
    asked = ["一、为什么要制定这个办法？", "二、请介绍清渠的安排。", "三、居民有意见找谁？"]
    lines = [TITLE, *(x for n, q in enumerate(asked) for x in (q, f"第{n}段渠。{ANSWER}"))]
    assert kinds(lines) == ["title", *["question", "answer"] * 3]


def test_the_reason_is_that_it_asks():
    lines = [TITLE, QUESTIONS[0], ANSWER, QUESTIONS[1], "老渠由两岸的村子清，新渠由县里清。"]
    blocks = parse_text("\n".join(lines)).blocks
    assert blocks.loc[blocks["kind"] == "question", "why"].unique().tolist() == [
        "it asks, and what stands below answers it"
    ]


def test_headings_that_ask_are_headings_where_nobody_answers_questions():
    lines = ["云岭市渠道管理的三个问题", *(x for q in QUESTIONS for x in (q, ANSWER + q[:3] + "。"))]
    assert not {"question", "answer"} & set(kinds(lines))


def test_one_question_alone_makes_no_interview():
    assert "question" not in kinds([TITLE, "老渠清了吗？", ANSWER, "桥也通了，居民说好。"])


def test_a_question_may_have_any_number():
    lines = [x for n in ("一", "七", "十二") for x in (f"问题{n}：渠清了吗？", f"答：第{n}段清了。")]
    assert kinds(lines) == ["question", "answer"] * 3
