"""Rates of phrases over the years."""

import pytest

from govnlp import parse_text, phrase_life


def test_counts_rates_and_exact_intervals():
    corpus = parse_text("四水共治见成效，四水共治。", doc_id="甲")
    corpus.documents["year"] = 2021
    row = phrase_life(corpus, ["四水共治", "四水共治", "三清"]).set_index("phrase").loc["四水共治"]
    assert (row["n"], row["n_documents"], row["n_chars"]) == (2, 1, 13)
    # Garwood's interval of a count of 2: 0.2422 to 7.2247
    assert [row["ci_low"] * 13 / 1e4, row["ci_high"] * 13 / 1e4] == pytest.approx([0.2422, 7.2247], abs=1e-4)


def test_a_year_without_the_phrase_has_a_rate_of_zero_and_an_upper_bound():
    corpus = parse_text("渠清了。", doc_id="甲")
    corpus.documents["year"] = 2021
    row = phrase_life(corpus, ["三清"]).iloc[0]
    assert (row["n"], row["per_10k"], row["ci_low"]) == (0, 0, 0)
    assert row["ci_high"] * 4 / 1e4 == pytest.approx(3.6889, abs=1e-4)  # the rule of three, exactly


def test_documents_without_a_year_are_left_out():
    assert phrase_life(parse_text("三清。"), ["三清"]).empty
