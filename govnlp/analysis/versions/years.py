"""Terms over many years: rates with intervals, risers and fallers."""

import numpy as np
import pandas as pd

from govnlp.arguments import WITHIN, gives, takes
from govnlp.notes import Note

LEAST = 8
"""Years from which on a trend is tested: with seven, the smallest p of a rank test is hardly under a corrected .05, and
one odd year makes a trend."""
SEEN = 3
"""Years in which a term must occur."""
SERIES = ("work_report",)
"""Genres that come every year, on the same matters."""
FEWEST = 3
"""Documents of a year, of another genre."""
TOGETHER = 30
"""Terms from which on a common spread can be told from them."""
MOST_DEGREES = 1000
"""Degrees of freedom that a common spread adds at the most: more change nothing."""
TINY = 1e-9
RATE = 0.05
"""False-discovery rate at which terms are named (Benjamini & Hochberg 1995)."""


@takes(terms="TermMatrix", documents="corpus.documents: doc_id, year")
@gives(str="term", int64="year")
def term_years(terms, documents, words=None):
    """Rates of terms by year, over documents of one genre.

    Parameters
    ----------
    terms : TermMatrix
    documents : DataFrame
        ``corpus.documents``: doc_id, year, genre. Documents without a year are left out, and so are those of other
        genres than the one that covers most years: genres differ more than years. Of a genre that comes at no fixed
        time, years with fewer than three documents do not count: what one of them is about is no trend.
    words : list of str, optional
        Terms to follow; all of them unless given.

    Returns
    -------
    DataFrame
        A row per term and year of the documents: term, year, n, n_words (all words of that year), per_10k, ci_low,
        ci_high (95 %, exact interval of a Poisson count, Garwood 1936). ``attrs`` has genre (None where none is
        known) and n_documents.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> units = pd.DataFrame({"unit_id": [1, 2], "doc_id": ["甲", "乙"], "text": ["清淤清淤", "种柳清淤"]})
    >>> documents = pd.DataFrame({"doc_id": ["甲", "乙"], "year": [2020, 2021], "genre": None})
    >>> table = term_years(count_terms(units), documents, ["清淤"])
    >>> table[["year", "n"]].values.tolist()
    [[2020, 2], [2021, 1]]
    """
    from scipy.sparse import csr_matrix
    from scipy.stats import chi2

    documents = _of_one_genre(documents.dropna(subset=["year"]))
    year = terms.units["doc_id"].map(documents.set_index("doc_id")["year"])
    years = sorted(int(x) for x in year.dropna().unique())
    at = np.flatnonzero(year.notna().to_numpy())
    place = np.searchsorted(years, year.iloc[at].astype(int))
    to_year = csr_matrix((np.ones(len(at)), (place, at)), shape=(len(years), terms.counts.shape[0]))
    counts = np.asarray((to_year @ terms.counts).todense())
    totals = to_year @ terms.units["n_tokens"].to_numpy()  # stop words too, as in every rate
    names = list(terms.terms)
    kept = range(len(names)) if words is None else [names.index(word) for word in words if word in set(names)]
    n = counts[:, list(kept)].T.ravel()
    table = pd.DataFrame(
        {
            # one string a term
            "term": np.repeat(np.array([names[i] for i in kept], dtype=object), len(years)),
            "year": np.tile(years, len(kept)),
            "n": n.astype(int),
            "n_words": np.tile(totals, len(kept)).astype(int),
        }
    )
    scale = 10_000 / table["n_words"].clip(lower=1)
    table["per_10k"] = table["n"] * scale
    found, place = np.unique(table["n"], return_inverse=True)  # few numbers, each of many rows
    table["ci_low"] = (np.nan_to_num(chi2.ppf(0.025, 2 * found)) / 2)[place] * scale
    table["ci_high"] = (chi2.ppf(0.975, 2 * found + 2) / 2)[place] * scale
    genre = documents["genre"].dropna().unique()
    table.attrs |= {"genre": genre[0] if len(genre) else None, "n_documents": len(documents)}
    return table


def _of_one_genre(documents):
    """Documents of the genre that covers most years, and of those the one with most documents."""
    several = documents.groupby(["genre", "year"])["doc_id"].transform("size").ge(FEWEST)
    kept = documents[documents["genre"].isin(SERIES) | several]
    if documents["genre"].isna().all():
        return documents
    size = kept.groupby("genre").agg(years=("year", "nunique"), n=("doc_id", "size")).reset_index()
    best = size.sort_values(["years", "n", "genre"], ascending=[False, False, True]).head(1)
    return kept[kept["genre"].isin(best["genre"])]


@takes(table="term_years: term, year, per_10k", rate=WITHIN)
def year_trends(table, rate=RATE):
    """Terms that rise or fall over the years, at a stated false-discovery rate.

    The square root of a term's rate, whose spread does not grow with it (Anscombe 1948), is regressed on the year. The
    spread about the line is that of the term, drawn towards that of all terms (moderated t, Smyth 2004): with ten
    years a term by itself tells little of its spread. Years weigh alike, and a year's length is in the rate.

    Parameters
    ----------
    table : DataFrame
        From `term_years`.
    rate : float
        Of false discoveries among the terms that are named (Benjamini & Hochberg 1995).

    Returns
    -------
    DataFrame
        term, n, years (in which it occurs), first, last (rates per 10,000 words of the first and the last third of the
        years), r (correlation), p, q, trend (rising, falling, or None), ordered by q, then by n. Terms that occur in
        fewer than three years are left out. With fewer than eight years the table is empty, and the note says why.

    Examples
    --------
    >>> rows = [("渠", 2000 + i, 10 + 9 * i, 10_000, 10.0 + 9 * i) for i in range(8)]
    >>> table = pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k"])
    >>> year_trends(table)[["term", "trend"]].values.tolist()
    [['渠', 'rising']]
    """
    from scipy.stats import false_discovery_control

    wide = rates_by_year(table)
    size = wide.shape[1]
    if size < LEAST:
        return too_few(["term", "n", "years", "first", "last", "r", "p", "q", "trend"], size)
    wide = wide[wide.gt(0).sum(axis=1) >= SEEN]
    r, p = _regression(np.sqrt(wide.to_numpy()), wide.columns.to_numpy(float))
    q = false_discovery_control(p) if len(p) else p
    third = max(size // 3, 1)
    out = pd.DataFrame(
        {
            "term": wide.index,
            "n": table.groupby("term")["n"].sum().reindex(wide.index).to_numpy(),
            "years": wide.gt(0).sum(axis=1).to_numpy(),
            "first": wide.iloc[:, :third].mean(axis=1).to_numpy(),
            "last": wide.iloc[:, -third:].mean(axis=1).to_numpy(),
            "r": r,
            "p": p,
            "q": q,
        }
    )
    named = np.where(out["r"] > 0, "rising", "falling")
    out["trend"] = pd.Series(np.where(out["q"] <= rate, named, None), dtype=object)
    out = out.sort_values(["q", "n", "term"], ascending=[True, False, True]).reset_index(drop=True)
    found = int(out["trend"].notna().sum())
    out.attrs["note"] = Note("trends", n=found, tested=len(out), years=size, rate=rate)
    return out


def _regression(rows, x):
    """Pearson's r of each row with x, 0 where a row does not vary, and the p of its slope by a moderated t."""
    from scipy.stats import t

    rows, x = rows - rows.mean(axis=1, keepdims=True), x - x.mean()
    slope, degrees = rows @ x / (x @ x), len(x) - 2
    rest = ((rows - slope[:, None] * x) ** 2).sum(axis=1) / degrees
    spread, more = _drawn_together(rest, degrees)
    size = np.sqrt((rows**2).sum(axis=1) * (x @ x))
    r = np.divide(rows @ x, size, out=np.zeros(len(rows)), where=size > 0)
    statistic = np.abs(slope) * np.sqrt(x @ x) / np.sqrt(np.maximum(spread, TINY))
    return r, 2 * t.sf(statistic, degrees + more)


def _drawn_together(variances, degrees):
    """Variances drawn towards their common one, and the degrees of freedom gained (Smyth 2004, 6.2)."""
    from scipy.optimize import brentq
    from scipy.special import digamma, polygamma

    if len(variances) < TOGETHER:
        return variances, 0
    logs = np.log(np.maximum(variances, TINY)) - digamma(degrees / 2) + np.log(degrees / 2)
    excess = logs.var(ddof=1) - polygamma(1, degrees / 2)
    most = polygamma(1, MOST_DEGREES / 2)
    more = (
        MOST_DEGREES
        if excess <= most
        else 2 * brentq(lambda y: polygamma(1, y) - excess, 1e-3, MOST_DEGREES / 2)
    )
    common = np.exp(logs.mean() + digamma(more / 2) - np.log(more / 2))
    return (more * common + degrees * variances) / (more + degrees), more


def too_few(columns, n):
    """An empty table, with a note that n years are too few to say anything of them."""
    out = pd.DataFrame(columns=columns)
    out.attrs["note"] = Note("few_years", n=n, least=LEAST)
    return out


def rates_by_year(table):
    """A row per term, a column per year."""
    return table.pivot_table(index="term", columns="year", values="per_10k", aggfunc="sum")
