"""Openings that stand above the text itself; all texts are invented."""

import pytest

from govnlp import parse_text

OPENING = "6月26日，望溪县的居民来到渠边，看清渠工程完工。"
BODY = "渠有三十里长，沿岸的村子都能用上水了。"


def kept(*lines):
    corpus = parse_text("\n".join(lines))
    assert sum(len(x) for x in corpus.blocks["text"]) == sum(map(len, lines))
    return corpus.units("paragraph")["text"].tolist()


@pytest.mark.parametrize(
    "teaser",
    [[OPENING], [f"摘要：{OPENING}"], [f"导读：{OPENING[:-5]}……"], [OPENING, BODY]],
    ids=["same", "abstract", "cut off", "two paragraphs"],
)
def test_opening_counts_once(teaser):
    assert kept("清渠三十里", *teaser, OPENING, BODY, "鱼也回来了。") == [OPENING, BODY, "鱼也回来了。"]


def test_opening_above_the_headline_counts_once():
    assert kept(OPENING, "清渠三十里的故事", OPENING + BODY, "鱼也回来了。") == [
        OPENING + BODY,
        "鱼也回来了。",
    ]


def test_questions_of_a_teaser_are_no_turns():
    turns = ["问：渠清了吗？", "答：清了，沿岸的村子都能用上水。"]
    blocks = parse_text(
        "\n".join(["清渠问答", OPENING, *turns, OPENING, *turns, "问：鱼呢？", "答：回来了。"])
    ).blocks
    assert blocks["speaker"].dropna().tolist() == ["问", "答", "问", "答"]


@pytest.mark.parametrize(
    "lines",
    [
        [OPENING, BODY, OPENING],  # a refrain with another text between
        ["渠清了。", "渠清了。", BODY],  # too short to be no chance
    ],
)
def test_what_is_said_twice_for_another_reason_stays(lines):
    assert kept("清渠三十里", *lines) == lines
