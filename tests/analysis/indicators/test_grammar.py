"""The rules of the grammar: each names the last value of its example as its row says, and each decides there."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govnlp as gn
from govnlp.analysis.indicators.grammar import _pattern, read_rules
from govnlp.analysis.indicators.quantities import find_quantities, narrow
from govnlp.analysis.indicators.sentences import name_all
from govnlp.lexicons import lexicon_content

ROWS = lexicon_content("grammar.yaml")["rules"]


@pytest.mark.parametrize("row", ROWS, ids=[row["rule"] for row in ROWS])
def test_a_rule_names_its_example(row):
    assert gn.extract_indicators(gn.parse_text(row["example"]))["name"].iloc[-1] == row["gives"]


@pytest.mark.parametrize("row", ROWS, ids=[row["rule"] for row in ROWS])
def test_a_rule_decides_on_its_example(row):
    text = narrow(row["example"])
    named = name_all(text, 0, len(text), find_quantities(text))
    assert named[-1].rule == row["rule"]


def test_rules_have_names_of_their_own():
    names = [rule.rule for rule in read_rules()]
    assert len(set(names)) == len(names)


def test_an_unknown_role_is_named():
    with pytest.raises(ValueError, match="unknown role 'nuon'"):
        _pattern("nuon+")


PIECES = (
    "新建 公园 3个 、 广场 5户 20人 和 分别 增长 5% 的 其中 ， 位居全省 第2位 由 到 项目 "
    "等 开工率 占 均 。 企业 投入 2亿元 用于 率 ： 30日内 罚款 百亿级 标准 给予 补贴 比 高 2个百分点"
)


SENTENCES = st.lists(st.sampled_from(PIECES.split()), max_size=30).map("".join)


@given(st.lists(SENTENCES, min_size=10, max_size=10))
@example(["新建和位居全省均3个"])  # nothing stands behind 和
@settings(max_examples=60, deadline=None)
def test_any_sentence_is_named(sentences):
    text = "".join(f"\n\n{sentence}。" for sentence in sentences)
    for row in gn.extract_indicators(gn.parse_text("今日要闻" + text)).itertuples():
        assert row.name and row.start < row.end


def test_every_letter_of_a_word_is_any_words():
    # the last rules take every word: a letter that they do not know would leave a value without a rule
    content = lexicon_content("grammar.yaml")
    kinds = content["letters"]
    assert {*kinds["roles"].values(), *kinds["tags"].values(), *kinds["atoms"].values()} <= {
        *content["roles"]["any"]
    }
    assert len(gn.extract_indicators(gn.parse_text("全县超收3亿元用于补充基金。"))) == 1
