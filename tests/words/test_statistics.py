import numpy as np
import pandas as pd
import pytest
from scipy import stats

from govnlp import (
    Segmenter,
    collocations,
    concordance,
    cooccurrence,
    count_terms,
    dispersion,
    frequency,
    parse_text,
)
from govnlp.documents import corpus as tables
from govnlp.words.association import g2, log10_p, p_value
from govnlp.words.collocations import compare_collocates
from govnlp.words.concordance import COLUMNS
from govnlp.words.diversity import diversity
from govnlp.words.sensitivity import rank_agreement, rank_terms

SPACES = Segmenter(lambda text: [w for w in text.replace(" ", "| |").split("|") if w], lexicon=False)


def counted(*texts):
    return count_terms(list(texts), segmenter=SPACES)


def small_corpus(text, lines=(1,), starts=(0,)):
    row = ["d", 0, 0, "paragraph", pd.NA, None, None, None, text, list(lines), list(starts)]
    row += [None] * (len(tables.BLOCK_COLUMNS) - len(row))
    blocks = pd.DataFrame([row], columns=tables.BLOCK_COLUMNS)
    return tables.Corpus(pd.DataFrame({"doc_id": ["d"]}), pd.DataFrame(), blocks)


def test_frequency_by_hand():
    table = frequency(counted("a a b", "a c"))
    assert table[["term", "n", "n_units", "rank"]].to_numpy().tolist() == [
        ["a", 3, 2, 1],
        ["b", 1, 1, 2],
        ["c", 1, 1, 2],
    ]
    assert table["per_10k"].tolist() == [6000, 2000, 2000]
    by = frequency(counted("a a b", "a c"), by="doc_id")
    assert by[["doc_id", "term", "n"]].to_numpy().tolist() == [
        ["0", "a", 2],
        ["0", "b", 1],
        ["1", "a", 1],
        ["1", "c", 1],
    ]


def test_the_columns_are_there_where_no_unit_is():
    """A file with numbers only has no paragraph."""
    terms = count_terms(parse_text("123 456", "a"))
    assert list(frequency(terms, by="doc_id")) == ["doc_id", *frequency(terms)]


def test_dispersion_of_the_example_of_gries():
    # Gries (2008): 1, 2, 3, 4 and 5 occurrences in parts of 9, 10, 10, 10 and 11 words
    sizes, counts = np.array([9, 10, 10, 10, 11]), np.array([1, 2, 3, 4, 5])
    texts = [" ".join(["a"] * n + ["x"] * (size - n)) for size, n in zip(sizes, counts, strict=True)]
    row = dispersion(counted(*texts)).set_index("term").loc["a"]
    assert row["range"] == 5
    assert row["dp"] == pytest.approx(0.18, abs=1e-9)
    assert row["dp_norm"] == pytest.approx(0.18 / (1 - 9 / 50), abs=1e-9)
    rates = counts / sizes
    assert row["juilland_d"] == pytest.approx(1 - rates.std() / rates.mean() / 2, abs=1e-9)


def test_dispersion_counts_parts_without_the_term():
    row = dispersion(counted("a b", "b b", "b b", "b b")).set_index("term").loc["a"]
    assert row["dp"] == pytest.approx(0.75)
    assert row["dp_norm"] == pytest.approx(1)
    assert row["juilland_d"] == pytest.approx(0, abs=1e-12)
    assert np.isfinite(dispersion(counted("a b")).select_dtypes(float)).all().all()


def test_g2_and_p_agree_with_scipy():
    rng = np.random.default_rng(0)
    for table in rng.integers(1, 60, (40, 2, 2)):
        theirs = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        ours = g2(*table.ravel())
        assert abs(ours) == pytest.approx(theirs.statistic, abs=1e-9)
        assert p_value(log10_p(ours)) == pytest.approx(theirs.pvalue, rel=1e-9)


def test_far_tails_are_not_zero():
    assert log10_p(490.0) == pytest.approx(np.log10(stats.chi2.sf(490.0, 1)), abs=1e-9)
    assert 0 < p_value(log10_p(1e6)) < 1e-300
    assert log10_p(1e6) == pytest.approx(-217150.4, abs=1)


def test_collocations_by_hand_and_against_scipy():
    units = pd.DataFrame({"text": ["a n b c", "b n a a", "c c d d d d"]})
    table = collocations(units, "n", window=1, min_count=1, segmenter=SPACES).set_index("collocate")
    assert table.loc["a", ["n", "n_left", "n_right", "n_total"]].tolist() == [2, 1, 1, 3]
    # four places in the windows, twelve words that are no node
    assert table.loc["a", "expected"] == pytest.approx(1)
    theirs = stats.chi2_contingency([[2, 1], [2, 7]], correction=False, lambda_="log-likelihood").statistic
    assert table.loc["a", "g2"] == pytest.approx(theirs, abs=1e-9)
    assert table.loc["a", "p"] == pytest.approx(
        stats.fisher_exact([[2, 1], [2, 7]], "greater").pvalue, abs=1e-12
    )
    assert table.loc["a", "pmi"] == pytest.approx(1)
    assert table.loc["a", "npmi"] == pytest.approx(1 / np.log2(6))
    assert table.loc["a", "t"] == pytest.approx(1 / np.sqrt(2))
    assert table.loc["a", "log_dice"] == pytest.approx(14 + np.log2(4 / 5))
    assert table.loc["a", "delta_p_collocate"] == pytest.approx(2 / 4 - 1 / 8)
    assert table.loc["a", "delta_p_node"] == pytest.approx(2 / 3 - 2 / 9)


def test_collocations_of_the_sentence_and_of_nothing():
    units = pd.DataFrame({"text": ["增加收入。优化营商环境服务企业", "服务群众"]})
    table = collocations(units, "营商环境", window="sentence", min_count=1).set_index("collocate")
    assert set(table.index) == {"优化", "服务", "企业"}
    assert (table.loc["优化", "n_left"], table.loc["服务", "n_right"]) == (1, 1)
    assert collocations(units, "云岭模式").empty
    with pytest.raises(ValueError, match="window is 0"):
        collocations(units, "服务", window=0)


def test_no_p_is_zero_in_a_large_table():
    units = pd.DataFrame({"text": ["n a"] * 900 + ["b c d e f"] * 2000})
    table = collocations(units, "n", segmenter=SPACES)
    assert (table["p"] > 0).all()
    assert np.isfinite(table.drop(columns="collocate").to_numpy(dtype=float)).all()


def test_changes_of_company():
    old = pd.DataFrame({"collocate": ["a", "b", "c"], "n": [1, 2, 3], "log_dice": [9.0, 8.0, 7.0]})
    new = pd.DataFrame({"collocate": ["b", "c", "d"], "n": [2, 3, 4], "log_dice": [9.5, 6.9, 5.0]})
    table = compare_collocates(old, new).set_index("collocate")["status"].to_dict()
    assert table == {"a": "gone", "b": "strengthened", "c": "unchanged", "d": "appeared"}


def test_pairs_of_terms():
    table = cooccurrence(counted("a b", "a b c", "a c", "d")).set_index(["source", "target"])
    assert table.loc[("a", "b"), "n"] == 2
    assert table.loc[("a", "b"), "log_dice"] == pytest.approx(14 + np.log2(4 / 5))
    assert ("b", "c") not in table.index
    theirs = stats.chi2_contingency([[2, 1], [0, 1]], correction=False, lambda_="log-likelihood").statistic
    assert table.loc[("a", "b"), "g2"] == pytest.approx(theirs, abs=1e-9)


def test_variety_ignores_length():
    units = pd.DataFrame({"doc_id": ["s", "l"], "text": ["a b " * 10, "a b " * 100]})
    table = diversity(units, window=10, segmenter=SPACES)
    assert table["mattr"].tolist() == pytest.approx([0.2, 0.2])
    assert table["yule_k"].tolist() == pytest.approx([4500, 4950])
    assert diversity(units, window=50, segmenter=SPACES)["mattr"].isna().tolist() == [True, False]


def test_ranks_and_their_agreement():
    units = pd.DataFrame({"text": ["a b", "a b", "a c"]})
    other = Segmenter(lambda text: [text] if "b" in text else text.partition(" "), lexicon=False)
    ranks = rank_terms(units, {"one": SPACES, "other": other}, stopwords=None)
    assert ranks.query("segmenter == 'other' and term == 'b'")[["n", "rank"]].to_numpy().tolist() == [[0, 3]]
    wide = ranks.pivot_table(index="term", columns="segmenter", values="rank")
    assert rank_agreement(ranks)["tau"].tolist() == [
        pytest.approx(stats.kendalltau(wide["one"], wide["other"]).statistic)
    ]


def test_concordance_counts_as_str_count():
    text = "服务服务服务企业"
    assert len(concordance(small_corpus(text), "服务服务")) == text.count("服务服务") == 1


def test_concordance_gives_the_source_line():
    table = concordance(small_corpus("一二三四五六三", lines=(4, 6), starts=(0, 4)), "三", width=2)
    assert table[["line", "left", "match", "right"]].to_numpy().tolist() == [
        [4, "一二", "三", "四五"],
        [6, "五六", "三", ""],
    ]
    assert concordance(small_corpus("一二三", lines=(4, 6), starts=(0, 2)), "二三")["line"].tolist() == [4]


def test_concordance_patterns_order_and_errors():
    corpus = small_corpus("乙服务甲，甲服务乙")
    assert concordance(corpus, "服务.", regex=True)["match"].tolist() == ["服务甲", "服务乙"]
    assert concordance(corpus, "服务", sort="right")["right"].str[0].tolist() == ["乙", "甲"]
    assert concordance(corpus, "服务", sort="left")["left"].str[-1].tolist() == ["乙", "甲"]
    assert concordance(corpus, "没有").columns.tolist() == COLUMNS
    for bad, message in (
        ({"phrase": ""}, "empty"),
        ({"phrase": "(", "regex": True}, "no regular expression"),
    ):
        with pytest.raises(ValueError, match=message):
            concordance(corpus, **bad)
