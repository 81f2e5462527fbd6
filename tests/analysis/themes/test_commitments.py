"""Degrees of commitment in their clause, denied and reported."""

import pytest

import govnlp as gn


def commitments(text):
    return gn.extract_commitments(gn.parse_text(text, "a"))


def test_each_degree_with_its_rank_and_clause():
    table = commitments("各街道必须到场，确保全覆盖；力争年底通车，鼓励居民参与，探索新办法。")
    assert table["term"].tolist() == ["必须", "确保", "力争", "鼓励", "探索"]
    assert table["strength"].tolist() == [5, 4, 3, 2, 1]
    assert table["clause"].tolist()[2] == "力争年底通车"
    assert not table["negated"].any() and table["reported"].isna().all()


@pytest.mark.parametrize(
    "text, terms", [("不得不推迟", []), ("不得新建", ["不得"]), ("研究院落成", []), ("交纳保证金", [])]
)
def test_words_that_only_look_alike(text, terms):
    assert commitments(f"{text}。")["term"].tolist() == terms


@pytest.mark.parametrize(
    "text, said",
    [
        ("温区长表示，力争年底通车。", "表示"),
        ("温区长表示赞同。力争年底通车。", None),
        ("温区长说：“路已修好。力争年底通车。”", "说"),
        ("温区长说：“路已修好。”力争年底通车。", None),
        ("按照上级要求安排，力争年底通车。", None),
        ("会议要求，各镇确保完成。", "要求"),
    ],
)
def test_what_somebody_says_is_marked(text, said):
    assert commitments(text)["reported"].tolist() == [said]


def test_a_denied_encouragement_is_marked():
    assert commitments("本区不再鼓励新建厂房。")["negated"].tolist() == [True]


def test_a_text_without_any():
    table = commitments("溪边柳绿。")
    assert table.empty and table["block"].dtype == "Int64"
