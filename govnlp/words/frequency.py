"""Term frequencies with rates and ranks."""

import numpy as np
import pandas as pd

from govnlp.arguments import gives, takes
from govnlp.notes import Note, joined

COLUMNS = ["term", "n", "per_10k", "n_units", "rank"]


@takes(terms="TermMatrix")
@gives(str="doc_id term", int64="n n_units rank", float64="per_10k")
def frequency(terms, by=None):
    """How often each term occurs.

    Parameters
    ----------
    terms : TermMatrix
    by : str or sequence, optional
        One list per value of this column of ``terms.units`` or ``terms.documents``; default: one for all.

    Returns
    -------
    DataFrame
        One row per term: (the column `by`,) term, n, per_10k (of all tokens of the selection), n_units (units
        with the term), rank (1 = most frequent; equal counts share a rank). Ordered by count, then term.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> table = frequency(count_terms(["优化服务，优化环境", "服务企业"]))
    >>> table[["term", "n", "n_units", "rank"]].values.tolist()
    [['优化', 2, 1, 1], ['服务', 2, 2, 1], ['企业', 1, 1, 3], ['环境', 1, 1, 3]]
    """
    if by is None:
        table = _one(terms.counts, terms.terms, terms.n_tokens)
    else:
        name = by if isinstance(by, str) else "group"
        values = terms.values(by)
        parts = []
        for value in values.dropna().unique():
            rows = np.flatnonzero((values == value).fillna(False).to_numpy(dtype=bool))
            part = _one(terms.counts[rows], terms.terms, int(terms.units["n_tokens"].to_numpy()[rows].sum()))
            part.insert(0, name, value)
            parts.append(part)
        table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[name, *COLUMNS])
    table.attrs["note"] = joined(terms.describe(), Note("rate_base"))
    return table


def _one(counts, terms, n_tokens):
    n, n_units = (np.bincount(counts.indices, x, len(terms)).astype(int) for x in (counts.data, None))
    found = np.flatnonzero(n)  # one document has few of the terms of all
    n = n[found]
    table = pd.DataFrame(
        {"term": terms[found], "n": n, "per_10k": n / max(1, n_tokens) * 10_000, "n_units": n_units[found]}
    )
    table = table.sort_values(["n", "term"], ascending=[False, True], ignore_index=True)
    table["rank"] = table["n"].rank(method="min", ascending=False).astype(int)
    return table
