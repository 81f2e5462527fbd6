"""Longest first, without overlaps, exclusions and negations seen."""

import pandas as pd
import pytest

from govnlp.analysis.themes.matching import Matcher, choose, find_all, find_hits, is_negated


def entries(*rows):
    table = pd.DataFrame(rows, columns=["entry", "kind", "not_in"])
    return Matcher(table)


def found(matcher, text):
    return [(text[start:end], rows, negated) for start, end, rows, negated in matcher.hits(text)]


def test_the_longest_of_nested_entries_counts_alone():
    matcher = entries(("环境", "literal", []), ("生态环境", "literal", []), ("生态", "literal", []))
    assert found(matcher, "生态环境与环境") == [("生态环境", [1], False), ("环境", [0], False)]


def test_one_span_counts_for_every_entry_that_has_it():
    matcher = entries(("整治", "literal", []), ("整治", "literal", []))
    assert found(matcher, "整治河道") == [("整治", [0, 1], False)]


def test_an_excluded_string_is_no_hit_wherever_it_begins():
    matcher = entries(("环境", "literal", ["营商环境", "环境优美奖"]))
    assert found(matcher, "营商环境好，环境好，环境优美奖") == [("环境", [0], False)]


def test_patterns_and_literals_share_the_text():
    matcher = entries(("投资", "literal", []), ("投资[0-9.]+亿", "pattern", []))
    assert found(matcher, "投资3.5亿元，再投资") == [("投资3.5亿", [1], False), ("投资", [0], False)]


def test_full_width_forms_are_found():
    assert [text for text, *_ in found(entries(("5G", "literal", [])), "建５Ｇ基站")] == ["５Ｇ"]


@pytest.mark.parametrize(
    "text, term, negated",
    [
        ("没有疫情", "疫情", True),
        ("未发生事故", "事故", True),
        ("杜绝形式主义", "形式主义", False),
        ("不断优化环境", "优化", False),
        ("坚定不移推进改革", "推进", False),
        ("能不办的坚决取消", "坚决", False),
        ("不得不停工", "停工", False),
        ("疫情没有了。环境更好", "环境", False),
        ("昼夜不打烊服务", "服务", False),
    ],
)
def test_what_a_negation_governs(text, term, negated):
    assert is_negated(text, text.index(term)) is negated


def test_without_an_entry_what_lies_within_it_comes_to_count():
    matcher = entries(("营商环境", "literal", []), ("环境", "literal", []))
    spans = matcher.spans("优化营商环境")
    assert choose(spans) == [(2, 6, [0])]
    assert choose(spans, without=0) == [(4, 6, [1])]


def test_hits_of_equal_lexicons_in_equal_texts_are_found_once():
    table = pd.DataFrame({"entry": ["营商环境"], "kind": "literal", "not_in": [[]]})
    texts = ["优化营商环境", "修好了渠"]
    assert find_all(table, texts) is find_all(table.copy(), list(texts))
    assert list(find_hits(table, texts)) == [Matcher(table).hits(text) for text in texts]


def test_a_word_that_names_an_office_is_no_hit():
    matcher = entries(*((word, "literal", []) for word in ("教育", "教育部", "信息", "信息化")))
    text = "省教育厅、省工业和信息化厅办好教育，报教育部。"
    assert [term for term, *_ in found(matcher, text)] == ["教育", "教育部"]


def test_words_of_many_matters_count_in_company():
    """By hand: 落实 beside 作风, not beside another theme's word or a denied one; 考核 and 检查 support each other,
    考核 itself does not, and the weak 会议 supports nothing."""
    rows = [("甲", "作风", False, 2), ("甲", "落实", True, 0.5), ("乙", "河道", False, 2)]
    rows += [("甲", "考核", True, 1), ("甲", "检查", True, 1), ("甲", "会议", True, 0.5)]
    table = pd.DataFrame(rows, columns=["theme", "entry", "company", "weight"])
    table = table.assign(kind="literal", not_in=[[]] * len(table))
    texts = ["作风转变，狠抓落实。河道清淤落实。没有作风，落实", "考核，考核会议；考核、检查；检查会议"]
    found = [
        [(start, table["entry"][rows[0]]) for start, _, rows, _ in hits] for hits in find_hits(table, texts)
    ]
    assert found[0] == [(0, "作风"), (7, "落实"), (10, "河道"), (19, "作风")]
    assert found[1] == [(8, "考核"), (11, "检查")]
    assert len(next(iter(find_hits(table.drop(columns="company"), texts)))) == 6
