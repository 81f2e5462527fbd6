import numpy as np
import pandas as pd
import pytest
from scipy import stats

from govnlp import Segmenter, count_terms, keyness

SPACES = Segmenter(lambda text: [w for w in text.replace(" ", "| |").split("|") if w], lexicon=False)


def counted(texts):
    return count_terms(texts, segmenter=SPACES)


def test_one_table_against_scipy_and_by_hand():
    terms = counted(["a " * 30 + "b " * 970, "a " * 5 + "b " * 995])
    row = keyness(terms, "0").set_index("term").loc["a"]
    theirs = stats.chi2_contingency([[30, 5], [970, 995]], correction=False, lambda_="log-likelihood")
    assert row["g2"] == pytest.approx(theirs.statistic, abs=1e-9)
    assert row["p"] == pytest.approx(theirs.pvalue, rel=1e-9)
    assert (row["n_target"], row["n_reference"], row["per_10k_target"]) == (30, 5, 300)
    # Monroe et al.: prior of 100 tokens, 1.75 of them a
    effect = np.log(31.75 / (1100 - 31.75)) - np.log(6.75 / (1100 - 6.75))
    error = np.sqrt(1 / 31.75 + 1 / 6.75)
    assert row["log_ratio"] == pytest.approx(effect / np.log(2), abs=1e-9)
    assert row["ci_low"] == pytest.approx((effect - 1.959963984540054 * error) / np.log(2), abs=1e-9)


def test_sign_order_and_q():
    table = keyness(counted(["a a a a b", "b b b b a", "a c", "b c"]), ["0", "2"])
    assert (table["g2"] > 0).tolist() == (table["n_target"] / 7 > table["n_reference"] / 7).tolist()
    assert table["q"].tolist() == pytest.approx(stats.false_discovery_control(table["p"]).tolist())


def test_nothing_is_infinite_missing_or_zero():
    terms = counted(["a " * 5000, "b " * 5000] * 8)
    table = keyness(terms, np.array([True, False] * 8))
    assert np.isfinite(table.select_dtypes(float)).all().all()
    assert (table["p"] > 0).all()
    assert table["log10_p"].max() < -1000


def test_small_samples_are_marked():
    table = keyness(counted(["a b", "b c", "b d"]), "0")
    assert table["p_permutation"].isna().all()
    assert "fewer than eight units" in table.attrs["note"]
    assert table["single_unit"].tolist() == sorted(table["single_unit"])


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


def test_gate_keeps_evenly_used_terms():
    terms = counted(["a b"] * 9 + ["a b c c c"] + ["d e"] * 9)
    mask = np.arange(19) < 10
    assert "c" in set(keyness(terms, mask)["term"])
    assert "c" not in set(keyness(terms, mask, max_dp=0.6)["term"])


def test_p_is_uniform_where_labels_mean_nothing():
    rng = np.random.default_rng(7)
    texts = [" ".join(rng.choice(list("abcdefgh"), 60)) for _ in range(24)]
    terms, values = counted(texts), []
    for seed in range(60):
        mask = np.zeros(24, dtype=bool)
        mask[rng.permutation(24)[:12]] = True
        table = keyness(terms, mask, permutations=99, random_state=seed).set_index("term")
        values.append(table.loc["abcdefgh"[seed % 8], "p_permutation"])
    assert stats.kstest(values, "uniform").pvalue > 0.01


def test_p_of_g2_is_uniform_for_independent_tokens():
    from govnlp.words.association import g2, log10_p, p_value

    rng = np.random.default_rng(1)
    a, b = rng.binomial(2000, 0.3, (2, 400))
    assert stats.kstest(p_value(log10_p(g2(a, b, 2000 - a, 2000 - b))), "uniform").pvalue > 0.01
