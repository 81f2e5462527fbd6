"""Terms over many years: rates with intervals, risers and fallers, change points beside what shuffled years give."""

import numpy as np
import pandas as pd

from govnlp.notes import Note

LEAST = 8
"""Years from which on a trend is tested: with seven, the smallest p of a rank test is hardly under a corrected .05, and
one odd year makes a trend."""
SEEN = 3
"""Years in which a term must occur."""
RATE = 0.05
"""False-discovery rate at which terms are named (Benjamini & Hochberg 1995)."""
SHUFFLES = 199
"""Shuffled series per term behind the p of a change point: its smallest value is .005."""
SPAN = 2
"""Years that a stretch between change points has at least."""


def term_years(terms, documents, words=None):
    """Rates of terms by year, over documents of one genre.

    Parameters
    ----------
    terms : TermMatrix
    documents : DataFrame
        ``corpus.documents``: doc_id, year, genre. Documents without a year, and those of another genre than the most
        common one, are left out: genres differ more than years.
    words : list of str, optional
        Terms to follow; all of them unless given.

    Returns
    -------
    DataFrame
        A row per term and year of the documents: term, year, n, n_words (all words of that year), per_10k, ci_low,
        ci_high (95 %, exact interval of a Poisson count, Garwood 1936).

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

    documents = documents.dropna(subset=["year"])
    genres = documents["genre"].dropna()
    if len(genres):
        documents = documents[documents["genre"].eq(genres.mode()[0])]
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
            "term": np.repeat([names[i] for i in kept], len(years)),
            "year": np.tile(years, len(kept)),
            "n": n.astype(int),
            "n_words": np.tile(totals, len(kept)).astype(int),
        }
    )
    scale = 10_000 / table["n_words"].clip(lower=1)
    table["per_10k"] = table["n"] * scale
    table["ci_low"] = np.nan_to_num(chi2.ppf(0.025, 2 * table["n"]) / 2) * scale
    table["ci_high"] = chi2.ppf(0.975, 2 * table["n"] + 2) / 2 * scale
    return table


def year_trends(table, rate=RATE):
    """Terms that rise or fall over the years, at a stated false-discovery rate.

    The square root of a term's rate, whose spread does not grow with it (Anscombe 1948), is correlated with the year;
    the p of the correlation (t with years - 2 degrees of freedom) holds whatever the spread between years, as a test on
    counts would not. Years weigh alike, and a year's length is in the rate.

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
    from scipy.stats import false_discovery_control, t

    columns = ["term", "n", "years", "first", "last", "r", "p", "q", "trend"]
    wide = table.pivot_table(index="term", columns="year", values="per_10k", aggfunc="sum")
    size = wide.shape[1]
    if size < LEAST:
        out = pd.DataFrame(columns=columns)
        out.attrs["note"] = Note("few_years", n=size, least=LEAST)
        return out
    wide = wide[wide.gt(0).sum(axis=1) >= SEEN]
    r = _correlation(np.sqrt(wide.to_numpy()), wide.columns.to_numpy(float))
    p = 2 * t.sf(np.abs(r) * np.sqrt((size - 2) / np.maximum(1 - r**2, 1e-15)), size - 2)
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


def _correlation(rows, x):
    """Pearson's r of each row with x; 0 where a row does not vary."""
    rows, x = rows - rows.mean(axis=1, keepdims=True), x - x.mean()
    norm = np.sqrt((rows**2).sum(axis=1) * (x**2).sum())
    return np.divide(rows @ x, norm, out=np.zeros(len(rows)), where=norm > 0)


def change_points(table, terms, random_state=0):
    """The year from which on a term's rate is another, beside what shuffled years give.

    The split of the series of least squared error (Binseg of ruptures, Truong et al. 2020) is compared with that of
    shuffled series: its p is the share of shuffles that are split as well.

    Parameters
    ----------
    table : DataFrame
        From `term_years`.
    terms : list of str
        Such as the first of `year_trends`.
    random_state : int

    Returns
    -------
    DataFrame
        term, year (the first of the new level), before, after (rates per 10,000 words), explained (share of the
        variance, 0 to 1), null (its 95th percentile in shuffled years), p, found (bool: explained is above the null).
        Empty with fewer than eight years.

    Raises
    ------
    RuntimeError
        The optional package is not installed.
    """
    columns = ["term", "year", "before", "after", "explained", "null", "p", "found"]
    wide = table.pivot_table(index="term", columns="year", values="per_10k", aggfunc="sum")
    if wide.shape[1] < LEAST:
        out = pd.DataFrame(columns=columns)
        out.attrs["note"] = Note("few_years", n=wide.shape[1], least=LEAST)
        return out
    random, rows = np.random.default_rng(random_state), []
    for term in terms:
        rates = wide.loc[term].to_numpy()
        at, explained = _split(np.sqrt(rates))
        null = _best_splits(np.sqrt([random.permutation(rates) for _ in range(SHUFFLES)]))
        p = (1 + int((null >= explained).sum())) / (SHUFFLES + 1)
        limit = float(np.quantile(null, 0.95))
        year = int(wide.columns[at])
        rows.append(
            (term, year, rates[:at].mean(), rates[at:].mean(), explained, limit, p, explained > limit)
        )
    return pd.DataFrame(rows, columns=columns)


def _split(signal):
    """Where the best split lies, and the share of the variance that it explains."""
    try:
        from ruptures import Binseg
    except ImportError:
        raise RuntimeError("change points need a package: pip install 'govnlp[years]'") from None
    total = ((signal - signal.mean()) ** 2).sum()
    at = Binseg(model="l2", min_size=SPAN, jump=1).fit(signal).predict(n_bkps=1)[0]
    within = sum(((part - part.mean()) ** 2).sum() for part in (signal[:at], signal[at:]))
    return at, float(1 - within / total) if total > 0 else 0.0


def _best_splits(signals):
    """What the best split of each row explains, by the same criterion as `_split`, for many rows at once."""
    signals = signals - signals.mean(axis=1, keepdims=True)
    total, size = (signals**2).sum(axis=1), signals.shape[1]
    at = np.arange(SPAN, size - SPAN + 1)
    head = signals.cumsum(axis=1)[:, at - 1]
    between = head**2 * (1 / at + 1 / (size - at))  # of a row whose mean is 0
    return np.divide(between.max(axis=1), total, out=np.zeros(len(signals)), where=total > 0)
