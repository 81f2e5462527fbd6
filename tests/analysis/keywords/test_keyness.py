import numpy as np
import pandas as pd
import pytest
from scipy import stats

from govnlp import Segmenter, count_terms, keyness
from govnlp.analysis.keywords.rates import Side, rate_ratio

pytestmark = pytest.mark.slow

SPACES = Segmenter(lambda text: [w for w in text.replace(" ", "| |").split("|") if w], lexicon=False)


def counted(texts):
    return count_terms(texts, segmenter=SPACES)


def even(n):
    """A side of 1,000 tokens in 50 units with counts that vary like independent tokens."""
    n = np.array(n, dtype=float)
    return Side(n, n, 1000, 50)


def test_one_table_against_scipy_and_by_hand():
    terms = counted(["a " * 30 + "b " * 970, "a " * 5 + "b " * 995])
    row = keyness(terms, "0").set_index("term").loc["a"]
    theirs = stats.chi2_contingency([[30, 5], [970, 995]], correction=False, lambda_="log-likelihood")
    assert row["g2"] == pytest.approx(theirs.statistic, abs=1e-9)
    assert (row["n_target"], row["n_reference"], row["per_10k_target"]) == (30, 5, 300)
    # one occurrence in all 2,000 tokens is added to both rates: 30.5 and 5.5 in 1,000
    assert row["log_ratio"] == pytest.approx(np.log2(30.5 / 5.5), abs=1e-9)


def test_the_interval_is_the_middle_of_a_beta_prime_distribution():
    _, low, high, _ = rate_ratio(even([20]), even([10]))
    assert [*low, *high] == pytest.approx(np.log2(stats.betaprime(20.5, 10.5).ppf([0.025, 0.975])))


def test_p_is_that_of_the_exact_binomial_test():
    *_, p = rate_ratio(even([12, 0, 3]), even([3, 9, 3]))
    theirs = [stats.binomtest(a, a + b, 0.5).pvalue for a, b in ((12, 3), (0, 9), (3, 3))]
    assert p.tolist() == pytest.approx(theirs)


def test_effects_near_the_ratio_finite_and_ordered_where_one_side_has_none():
    effect, low, high, _ = rate_ratio(even([400, 22, 3]), even([200, 0, 0]))
    assert effect[0] == pytest.approx(1, abs=0.01)
    assert effect[1:].tolist() == pytest.approx(np.log2([45, 7]).tolist())
    assert np.isfinite([low, high]).all() and low[1] > low[2]


def test_the_design_effect_is_the_variance_over_that_of_independent_tokens():
    """Ten units of ten tokens, all ten occurrences in one: the variance is 10 / 9 * (9**2 + 9) = 100, ten times ten."""
    row = keyness(counted(["a " * 10] + ["b " * 10] * 19), np.arange(20) < 10).set_index("term").loc["a"]
    _, low, high, p = rate_ratio(
        Side(np.array([1.0]), np.ones(1), 10, 10), Side(np.zeros(1), np.zeros(1), 10, 10)
    )
    assert row[["ci_low", "ci_high"]].tolist() == pytest.approx([*low, *high])
    assert row["p"] == pytest.approx(p[0]) and not row["supported"]


def test_eight_documents_are_units_and_the_paragraphs_of_fewer():
    units = pd.DataFrame({"unit_id": [str(i) for i in range(48)], "doc_id": [str(i // 3) for i in range(48)]})
    terms = count_terms(units.assign(text="a b"), segmenter=SPACES)
    assert "variance over 8 and 8 units" in keyness(terms, [str(i) for i in range(8)]).attrs["note"]
    assert "variance over 3 and 15 units" in keyness(terms, "0").attrs["note"]


def test_sign_order_and_q():
    terms = counted(["a a a a b", "b b b b a", "a c", "b c"] * 8)
    table = keyness(terms, np.arange(32) % 4 < 1)
    assert (table["g2"] > 0).tolist() == (table["n_target"] / 40 > table["n_reference"] / 72).tolist()
    assert (np.sign(table["log_ratio"]) == np.sign(table["g2"])).all()
    assert table["q"].tolist() == pytest.approx(stats.false_discovery_control(table["p"]).tolist())
    assert table.set_index("term")["supported"].to_dict() == {"a": True, "b": True, "c": True}


def test_nothing_is_infinite_or_zero_where_counts_are_large():
    terms = counted(["a " * 5000, "b " * 5000] * 8)
    table = keyness(terms, np.array([True, False] * 8))
    assert np.isfinite(table.select_dtypes(float)).all().all()
    assert (table["p"] > 0).all() and table["supported"].all()


def test_neither_p_nor_support_with_seven_units_or_four_occurrences():
    assert keyness(counted(["a a b"] * 7 + ["b b c"] * 20), np.arange(27) < 7)["p"].isna().all()
    table = keyness(counted(["b b"] * 20 + ["a b"] * 4 + ["b b"] * 16), np.arange(40) >= 20).set_index("term")
    assert np.isnan(table.loc["a", "p"]) and table.loc["b", "p"] <= 1
    small = keyness(counted(["a b", "b c", "b d"]), "0")
    assert "fewer than eight units" in small.attrs["note"] and not small["supported"].any()
    assert small["single_unit"].tolist() == sorted(small["single_unit"])


def test_references():
    terms = counted(["经济 经济 发展", "环境 发展"])
    listed = keyness(terms, "0", {"经济": 1, "发展": 9})
    assert listed.set_index("term").loc["经济", "n_reference"] == 1
    table = pd.DataFrame({"term": ["经济", "发展"], "n": [1, 9]})
    assert keyness(terms, "0", table)["g2"].tolist() == listed["g2"].tolist()
    assert keyness(terms, [True, True], "background").loc[0, "n_reference"] > 0
    other = keyness(terms, "0", terms.subset("1"))
    assert other["g2"].tolist() == pytest.approx(keyness(terms, "0")["g2"].tolist())
    with pytest.raises(ValueError, match="whole corpus"):
        keyness(terms, [True, True])
    with pytest.raises(ValueError, match="unknown reference 'backgrund'"):
        keyness(terms, "0", "backgrund")


def test_a_phrase_that_a_list_of_words_cannot_hold_has_no_effect():
    terms = count_terms(["优化营商环境，服务企业"])
    table = keyness(terms, [True], "background").set_index("term")
    assert pd.isna(table.loc["营商环境", "n_reference"]) and np.isnan(table.loc["营商环境", "log_ratio"])
    assert table.loc["企业", "n_reference"] > 0 and "1 terms have no effect" in table.attrs["note"]


def test_matrices_of_different_words_are_compared_term_by_term():
    mine, other = counted(["甲 乙"] * 9), counted(["乙 丙"] * 9)
    table = keyness(mine, np.ones(9, dtype=bool), other).set_index("term")
    assert table[["n_target", "n_reference"]].loc[["甲", "乙", "丙"]].to_numpy().tolist() == [
        [9, 0],
        [9, 9],
        [0, 9],
    ]


def test_gate_keeps_evenly_used_terms():
    terms = counted(["a b"] * 9 + ["a b c c c"] + ["d e"] * 9)
    mask = np.arange(19) < 10
    assert "c" in set(keyness(terms, mask)["term"])
    assert "c" not in set(keyness(terms, mask, max_dp=0.6)["term"])


def test_random_halves_name_no_word():
    """Words in bursts of three, dealt to units whose halves mean nothing: two of forty divisions may name a word."""
    rng = np.random.default_rng(7)
    words = [f"w{i}" for i in range(200)]
    texts = [" ".join(np.repeat(rng.choice(words, 30), 3)) for _ in range(60)]
    terms, named = counted(texts), 0
    for _ in range(40):
        named += keyness(terms, np.isin(np.arange(60), rng.permutation(60)[:30]))["supported"].any()
    assert named <= 2
