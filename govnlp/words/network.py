"""Which terms stand in the same units: the edges of a co-occurrence network."""

import numpy as np
import pandas as pd

from govnlp.arguments import gives, takes, whole
from govnlp.notes import Note, joined
from govnlp.words.association import g2


@takes(terms="TermMatrix", top=whole(1), min_units=whole(0))
@gives(str="source target")
def cooccurrence(terms, *, top=60, min_units=2):
    """Pairs of terms that share units.

    Parameters
    ----------
    terms : TermMatrix
        Its units are the places where two terms meet: sentences or paragraphs.
    top : int
        Only pairs of these most frequent terms.
    min_units : int
        Least number of units with both.

    Returns
    -------
    DataFrame
        One row per pair: source, target (source first in code-point order), n (units with both), n_source,
        n_target, expected, g2 (signed), log_dice (Rychlý 2008). Ordered by log_dice, source, target.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> table = cooccurrence(count_terms(["优化服务", "优化服务", "增加收入"]))
    >>> table[["source", "target", "n", "log_dice"]].values.tolist()
    [['优化', '服务', 2, 14.0]]
    """
    some = terms.trim(top=top)
    here = some.counts.copy()
    here.data = np.ones(len(here.data), dtype=np.int64)
    both = (here.T @ here).toarray()
    alone = np.diag(both)
    a, b = np.nonzero(np.triu(both, 1) >= max(1, min_units))
    n, n_a, n_b, units = both[a, b], alone[a], alone[b], some.shape[0]
    table = pd.DataFrame(
        {
            "source": some.terms[a],
            "target": some.terms[b],
            "n": n,
            "n_source": n_a,
            "n_target": n_b,
            "expected": n_a * n_b / max(1, units),
            "g2": g2(n, n_a - n, n_b - n, units - n_a - n_b + n),
            "log_dice": 14 + np.log2(2 * n / (n_a + n_b)),
        }
    )
    table = table.sort_values(
        ["log_dice", "source", "target"], ascending=[False, True, True], ignore_index=True
    )
    table.attrs["note"] = joined(some.describe(), Note("pairs_in", n=min_units))
    return table
