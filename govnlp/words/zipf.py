"""Zipf's law: the expected frequency of each rank."""

import numpy as np

from govnlp.arguments import takes
from govnlp.notes import Mistake, Note


@takes(table="frequency: term, n")
def zipf(table):
    """Fit Zipf's law to a frequency list: frequency in proportion to rank ** -exponent.

    Parameters
    ----------
    table : DataFrame
        From `frequency`, of all words: term, n. Without stop words the law is not to be expected at the top.

    Returns
    -------
    DataFrame
        term, n, rank (1, 2, ... without ties), expected (of the fitted law, same total); ``attrs["exponent"]``.

    Raises
    ------
    ValueError
        Fewer than three terms.

    Notes
    -----
    The exponent maximises the likelihood of the counts under the law truncated at the last rank (Zipf 1949; on why
    not by least squares on logarithms, Clauset, Shalizi & Newman 2009). In Chinese and English running text it is
    near 1.

    Examples
    --------
    >>> import pandas as pd
    >>> n = [600, 300, 200, 150, 120, 100]
    >>> round(zipf(pd.DataFrame({"term": list("的和在了是有"), "n": n})).attrs["exponent"], 3)
    1.0
    """
    from scipy.optimize import minimize_scalar

    if len(table) < 3:
        raise ValueError(Mistake("few_for_zipf", n=len(table)))
    out = table[["term", "n"]].sort_values(["n", "term"], ascending=[False, True], ignore_index=True)
    out["rank"] = np.arange(1, len(out) + 1)
    logs, n = np.log(out["rank"].to_numpy()), out["n"].to_numpy(dtype=float)

    def loss(exponent):
        return exponent * (n @ logs) + n.sum() * np.log(np.exp(-exponent * logs).sum())

    exponent = float(minimize_scalar(loss, bounds=(0, 5), method="bounded", options={"xatol": 1e-10}).x)
    law = np.exp(-exponent * logs)
    out["expected"] = n.sum() * law / law.sum()
    out.attrs = {
        "exponent": exponent,
        "note": Note("zipf", exponent=exponent, n=len(out)),
    }
    return out
