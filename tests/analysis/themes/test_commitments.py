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
    "text, terms",
    [
        ("不得不推迟", []),
        ("不得新建", ["不得"]),
        ("研究院落成", []),
        ("交纳保证金", []),
        ("完善政策支持", []),  # nouns
        ("健全保障机制", []),
        ("扩大试点的范围", []),
        ("继续支持企业", ["支持"]),  # verbs
        ("保障群众权益", ["保障"]),
        ("国家鼓励创新", ["鼓励"]),
        ("已经研究制定了办法", []),  # done
        ("依据《关于支持青槐区的意见》", []),
        ("落实“五个必须”", []),
    ],
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


def test_the_reviewing_part_of_a_report_commits_to_nothing():
    report = "云岭市政府工作报告\n一、2020年工作回顾\n确保了供水，鼓励企业参与。\n二、2021年工作安排\n力争年底通车。"
    table = commitments(report)
    assert table["term"].tolist() == ["力争"]
