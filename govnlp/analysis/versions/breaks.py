"""Where a term's course breaks: change points beside what shuffled years give, and single years that stand out."""

import numpy as np
import pandas as pd

from govnlp.analysis.versions.years import LEAST, RATE, SEEN, TINY, rates_by_year, too_few
from govnlp.arguments import WITHIN, takes, whole
from govnlp.notes import Mistake

SHUFFLES = 999
"""Shuffled series behind the p of a change point: its smallest value is .001, which a correction over all terms leaves
below .05 where one in fifty has changed."""
POISSON = 10_000 / 4
"""Variance of the square root of a rate per 10,000 words, times the words, where counts are Poisson (Anscombe 1948)."""
SPAN = 2
"""Years that a stretch between change points has at least."""


@takes(table="term_years: term, year, per_10k", rate=WITHIN, random_state=whole(0))
def change_points(table, terms=None, rate=RATE, random_state=0):
    """The year from which on a term's rate is another, at a stated false-discovery rate.

    The split of the series of least squared error (Binseg of ruptures, Truong et al. 2020) is compared with that of
    shuffled series: its p is the share of shuffles that are split as well, and q is over all terms that were tested. A
    term that was chosen for its trend is no longer a random one: give all terms, and look up the chosen ones.

    Parameters
    ----------
    table : DataFrame
        From `term_years`.
    terms : list of str, optional
        Those to be tested; unless given, all that occur in three years.
    rate : float
        Of false discoveries among the change points that are found (Benjamini & Hochberg 1995).
    random_state : int

    Returns
    -------
    DataFrame
        term, year (the first of the new level), before, after (rates per 10,000 words; NA unless found), explained
        (share of the variance, 0 to 1), null (its 95th percentile in shuffled years), p, q, found (bool: q is at most
        `rate`); ordered by q, then by explained. Empty with fewer than eight years.

    Raises
    ------
    RuntimeError
        The optional package is not installed.

    Examples
    --------
    >>> rows = [("渠", 2000 + i, 0, 10_000, 10.0 + i % 2 + 40 * (i > 5)) for i in range(12)]
    >>> table = pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k"])
    >>> change_points(table)[["term", "year", "found"]].values.tolist()
    [['渠', 2006, True]]
    """
    from scipy.stats import false_discovery_control

    wide = rates_by_year(table)
    if wide.shape[1] < LEAST:
        return too_few(
            ["term", "year", "before", "after", "explained", "null", "p", "q", "found"], wide.shape[1]
        )
    wide = wide[wide.gt(0).sum(axis=1) >= SEEN] if terms is None else wide.loc[list(terms)]
    orders = np.random.default_rng(random_state).permuted(
        np.tile(np.arange(wide.shape[1]), (SHUFFLES, 1)), axis=1
    )
    roots = np.sqrt(wide.to_numpy())
    explained = _best_splits(roots)
    null, n = np.empty((2, len(roots)))
    for row, (root, own) in enumerate(zip(roots, explained, strict=True)):
        shuffled = _best_splits(root[orders])
        null[row], n[row] = np.quantile(shuffled, 0.95), (shuffled >= own - TINY).sum()
    out = pd.DataFrame(
        {"term": wide.index, "year": pd.NA, "before": np.nan, "after": np.nan, "explained": explained}
    )
    out["null"] = null
    out["p"] = (1 + n) / (SHUFFLES + 1)
    out["q"] = false_discovery_control(out["p"]) if len(out) else []
    out["found"] = out["q"].le(rate)
    for row in np.flatnonzero(out["found"]):
        at, rates = _split(roots[row]), wide.to_numpy()[row]
        out.loc[row, ["year", "before", "after"]] = wide.columns[at], rates[:at].mean(), rates[at:].mean()
    out = out.astype({"year": "Int64"})
    return out.sort_values(["q", "explained", "term"], ascending=[True, False, True]).reset_index(drop=True)


def year_bursts(table, rate=RATE):
    """Years in which a term stands out from its other years, at a stated false-discovery rate.

    The largest externally studentised residual of the square root of the rate (Grubbs 1950), upwards only; its p is
    that of t with years - 2 degrees of freedom, times the number of years. The other years are taken to spread at least
    as Poisson counts do: a rare word that turns up is no burst.

    Parameters
    ----------
    table : DataFrame
        From `term_years`.
    rate : float
        Of false discoveries among the bursts that are found (Benjamini & Hochberg 1995).

    Returns
    -------
    DataFrame
        term, year, per_10k, others (mean rate of the other years), p, q, found (bool); ordered by q, then by the
        difference. Empty with fewer than eight years.

    Examples
    --------
    >>> rows = [("渠", 2000 + i, 0, 10_000, 10.0 + i % 3 + 60 * (i == 5)) for i in range(12)]
    >>> table = pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k"])
    >>> year_bursts(table)[["term", "year", "found"]].values.tolist()
    [['渠', 2005, True]]
    """
    from scipy.stats import false_discovery_control, t

    wide = rates_by_year(table)
    size = wide.shape[1]
    if size < LEAST:
        return too_few(["term", "year", "per_10k", "others", "p", "q", "found"], size)
    wide = wide[wide.gt(0).sum(axis=1) >= SEEN]
    least = POISSON / table.groupby("year")["n_words"].max().to_numpy()
    rates = wide.to_numpy()
    roots = np.sqrt(rates)
    at, line = roots.argmax(axis=1), np.arange(len(roots))
    top = roots[line, at]
    mean = (roots.sum(axis=1) - top) / (size - 1)
    spread = ((roots**2).sum(axis=1) - top**2 - (size - 1) * mean**2) / (size - 2)
    distance = (top - mean) / np.sqrt(np.maximum(spread, least[at]) * size / (size - 1))
    p = np.minimum(size * t.sf(distance, size - 2), 1)
    others = (rates.sum(axis=1) - rates[line, at]) / (size - 1)
    out = pd.DataFrame(
        {
            "term": wide.index,
            "year": wide.columns.to_numpy()[at],
            "per_10k": rates[line, at],
            "others": others,
            "p": p,
        }
    )
    out["q"] = false_discovery_control(p) if len(p) else []
    out["found"] = out["q"].le(rate)
    gap = out.assign(gap=out["per_10k"] - out["others"])
    order = gap.sort_values(["q", "gap", "term"], ascending=[True, False, True]).index
    return out.loc[order].reset_index(drop=True)


def _split(signal):
    """Where the best split lies."""
    try:
        from ruptures import Binseg
    except ImportError:
        raise RuntimeError(Mistake("install_years")) from None
    # by default only every fifth point can be one
    return Binseg(model="l2", min_size=SPAN, jump=1).fit(signal).predict(n_bkps=1)[0]


def _best_splits(signals):
    """Share of the variance that the best split of each row explains, by the criterion of `_split`."""
    signals = signals - signals.mean(axis=1, keepdims=True)
    total, size = (signals**2).sum(axis=1), signals.shape[1]
    at = np.arange(SPAN, size - SPAN + 1)
    head = signals.cumsum(axis=1)[:, at - 1]
    between = head**2 * (1 / at + 1 / (size - at))  # of a row whose mean is 0
    return np.divide(between.max(axis=1), total, out=np.zeros(len(signals)), where=total > 0)
