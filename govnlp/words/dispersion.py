"""How evenly a term is spread over the parts of a corpus."""

import numpy as np
import pandas as pd

from govnlp.arguments import gives, takes
from govnlp.notes import Note, joined


@takes(terms="TermMatrix")
@gives(str="term")
def dispersion(terms, by=None):
    """Range, Juilland's D and Gries' deviation of proportions.

    Parameters
    ----------
    terms : TermMatrix
    by : str or sequence, optional
        The parts: a column of ``terms.units`` or ``terms.documents``; default: the units themselves.

    Returns
    -------
    DataFrame
        One row per term: term, n, range (parts with the term), juilland_d (1 = even, on the rates of the
        parts), dp (0 = even, towards 1 = all in one small part), dp_norm (dp scaled so that 1 can be
        reached). Ordered by count, then term. With a single part there is no dispersion: D is 1 and dp 0 by
        definition.

    Notes
    -----
    Juilland & Chang-Rodríguez (1964); Gries (2008), DP = half the sum of |observed - expected shares|;
    Lijffijt & Gries (2012), DPnorm = DP / (1 - smallest expected share).

    Examples
    --------
    >>> from govnlp import count_terms
    >>> table = dispersion(count_terms(["优化服务", "优化环境"])).set_index("term")
    >>> table.loc[["优化", "服务"], "dp"].tolist()
    [0.0, 0.5]
    """
    parts = terms if by is None else terms.group(by)
    sizes = parts.units["n_tokens"].to_numpy(dtype=float)
    full = np.flatnonzero(sizes > 0)
    counts, sizes = parts.counts[full].tocoo(), sizes[full]
    n = np.asarray(parts.counts[full].sum(axis=0)).ravel().astype(int)
    row, column, k = counts.coords[0], counts.coords[1], len(sizes)

    def total(values):
        return np.bincount(column, values, minlength=len(n))

    with np.errstate(divide="ignore", invalid="ignore"):
        share = sizes / sizes.sum()
        expected = share[row]
        dp = (total(np.abs(counts.data / n[column] - expected)) + 1 - total(expected)) / 2
        rate = counts.data / sizes[row]
        mean = total(rate) / k
        # the squared deviations of parts with the term, and of those without it, whose rate is 0
        squares = total((rate - mean[column]) ** 2) + (k - total(np.ones(len(row)))) * mean**2
        spread = np.sqrt(squares / k) / mean / np.sqrt(max(1, k - 1))
    table = pd.DataFrame(
        {
            "term": parts.terms,
            "n": n,
            "range": total(np.ones(len(row))).astype(int),
            "juilland_d": np.clip(1 - spread, 0, 1),
            "dp": np.clip(dp, 0, 1),
            "dp_norm": np.clip(dp / (1 - share.min()) if k > 1 else dp, 0, 1),
        }
    )
    table = table[table["n"] > 0].sort_values(["n", "term"], ascending=[False, True], ignore_index=True)
    table.attrs["note"] = joined(parts.describe(), Note("parts_with_text", k=k))
    return table
