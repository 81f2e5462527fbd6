"""Trends and change points in generated series: what was planted is known."""

import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.versions.breaks import _best_splits, _split, change_points, year_bursts
from govnlp.analysis.versions.years import term_years, year_trends

YEARS, WORDS = 20, 20_000


def series(n_null=400, n_planted=100, seed=0, shuffled=False):
    """Counts of terms with a spread between years beyond Poisson; planted ones rise or fall 2.5-fold."""
    random = np.random.default_rng(seed)
    rows = []
    for k in range(n_null + n_planted):
        mean = random.uniform(10, 60)
        slope = 0 if k < n_null else np.log(2.5) * (1 if k % 2 else -1)
        trend = np.exp(slope * np.linspace(-0.5, 0.5, YEARS))
        if shuffled:
            random.shuffle(trend)
        n = random.poisson(mean * trend * random.gamma(25, 1 / 25, YEARS))
        rows += [(f"词{k:03}", 2000 + i, x, WORDS, x * 10_000 / WORDS) for i, x in enumerate(n)]
    return pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k"])


def test_planted_trends_are_found_at_the_stated_rate():
    found = year_trends(series()).dropna(subset=["trend"])
    planted = {f"词{k:03}" for k in range(400, 500)}
    right = found["term"].isin(planted)
    assert right.sum() >= 90 and (~right).sum() <= 0.1 * len(found)
    rising = set(found[found["trend"].eq("rising")]["term"]) & planted
    assert {int(term[1:]) % 2 for term in rising} == {1}


def test_shuffled_years_name_hardly_a_term():
    table = year_trends(series(n_null=500, n_planted=0, seed=1))
    assert table["trend"].notna().mean() <= 0.05
    assert year_trends(series(seed=2, shuffled=True))["trend"].notna().mean() <= 0.05


def test_fewer_years_say_why_not():
    few = series(3, 0)
    few = few[few["year"] < 2007]
    table = year_trends(few)
    assert table.empty and "7 years" in table.attrs["note"]
    assert change_points(few, ["词000"]).empty


def test_a_step_is_found_where_it_is():
    pytest.importorskip("ruptures")
    n = np.r_[np.full(9, 20), np.full(11, 60)] + np.tile([-2, 2], 10)
    rows = [("渠", 2000 + i, x, WORDS, x / 2) for i, x in enumerate(n)]
    rows += [("柳", 2000 + i, x, WORDS, x / 2) for i, x in enumerate(np.tile([20, 24, 19, 23], 5))]
    found = change_points(
        pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k"]), ["渠", "柳"]
    )
    assert found["found"].tolist() == [True, False] and found["year"].iloc[0] == 2009
    assert found["p"].iloc[0] == 1 / 1000


def planted(kind, seed=0, n_null=400, n_planted=100, years=30):
    """Counts with a spread between years of a quarter; planted ones have another level from a year on, or one year."""
    random = np.random.default_rng(seed)
    rates = np.tile(random.uniform(10, 60, n_null + n_planted)[:, None], years)
    for row in rates[n_null:]:
        at = random.integers(years // 4, 3 * years // 4)
        row[at : None if kind == "step" else at + 1] *= 3 if kind == "step" else 5
    n = random.poisson(rates * random.gamma(16, 1 / 16, rates.shape) * WORDS / 10_000)
    table = pd.DataFrame({"term": np.repeat([f"词{k:03}" for k in range(len(n))], years), "n": n.ravel()})
    return table.assign(
        year=np.tile(np.arange(1990, 1990 + years), len(n)),
        per_10k=table["n"] / WORDS * 10_000,
        n_words=WORDS,
    )


@pytest.mark.parametrize(("kind", "find"), [("step", change_points), ("burst", year_bursts)])
def test_planted_breaks_are_found_at_the_stated_rate(kind, find):
    pytest.importorskip("ruptures")
    found = find(planted(kind))
    named = found[found["found"]]
    right = named["term"].ge("词400")
    assert right.sum() >= 90 and (~right).sum() <= 0.1 * len(named)
    none = find(planted(kind, seed=1, n_planted=0))
    assert none["found"].mean() <= 0.05


def test_shuffled_series_are_split_by_the_criterion_of_ruptures():
    pytest.importorskip("ruptures")
    signals = np.random.default_rng(0).normal(size=(20, 15))
    within = [
        sum(part.var() * len(part) for part in np.split(signal, [_split(signal)])) for signal in signals
    ]
    assert _best_splits(signals) == pytest.approx(1 - np.array(within) / (signals.var(axis=1) * 15))


def test_rates_by_year_are_of_one_genre():
    rows = [
        ("a", 2020, "work_report", "清淤清淤"),
        ("b", 2021, "work_report", "种柳"),
        ("c", 2021, "news", "清淤"),
    ]
    documents = pd.DataFrame(rows, columns=["doc_id", "year", "genre", "text"])
    terms = gn.count_terms(documents.assign(unit_id=documents["doc_id"]))
    table = term_years(terms, documents, ["清淤"])
    assert table[["year", "n"]].to_numpy().tolist() == [[2020, 2], [2021, 0]]
    assert (table["ci_low"] <= table["per_10k"]).all() and (table["ci_high"] > table["per_10k"]).all()


def test_a_year_of_one_notice_is_no_year_of_a_trend():
    """Notices come when there is a matter: 2021 has three, 2020 one. Reports come every year."""
    ids = list("abcd")
    terms = gn.count_terms(pd.DataFrame({"unit_id": ids, "doc_id": ids, "text": ["清淤"] * 4}))
    documents = pd.DataFrame({"doc_id": ids, "year": [2020, 2021, 2021, 2021], "genre": "policy_document"})
    assert gn.term_years(terms, documents)["year"].tolist() == [2021]
    assert gn.term_years(terms, documents.assign(genre="work_report"))["year"].tolist() == [2020, 2021]


def test_the_genre_that_covers_most_years_is_followed():
    """Six pieces of news in two years, three reports in three: the reports make the course."""
    years = [2020] * 3 + [2021] * 3 + [2020, 2021, 2022]
    ids = list("abcdefghi")
    genres = ["news"] * 6 + ["work_report"] * 3
    documents = pd.DataFrame({"doc_id": ids, "year": years, "genre": genres})
    terms = gn.count_terms(pd.DataFrame({"unit_id": ids, "doc_id": ids, "text": ["清淤"] * 9}))
    table = gn.term_years(terms, documents)
    assert table["year"].tolist() == [2020, 2021, 2022]
    assert table.attrs == {"genre": "work_report", "n_documents": 3}


def test_a_term_is_one_string_in_all_its_years():
    """By hand: two terms over three years are six rows, and no more than two strings are held for them."""
    units = pd.DataFrame(
        {"unit_id": [1, 2, 3], "doc_id": list("甲乙丙"), "text": ["环境", "发展", "环境发展"]}
    )
    documents = pd.DataFrame({"doc_id": list("甲乙丙"), "year": [2020, 2021, 2022], "genre": None})
    with pd.option_context("mode.string_storage", "python"):
        table = term_years(gn.count_terms(units), documents, ["环境", "发展"])
    assert table["n"].tolist() == [1, 0, 1, 0, 1, 1]
    assert len(set(map(id, table["term"].to_numpy(dtype=object)))) == 2
