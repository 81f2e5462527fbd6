"""Where topics are: topic of every unit, and shares of groups of units with intervals."""

import numpy as np
import pandas as pd

from govnlp.analysis.bootstrap import resampled_sums

FEW = 5
DRAWS = 1000


def hard(degrees):
    """Number of the strongest topic, from 1; 0 for rows of zeros."""
    return np.where(degrees.max(axis=1) > 0, degrees.argmax(axis=1) + 1, 0)


def label_table(units, degrees):
    """unit_id, topic, strength (degree of membership), doc_id."""
    return pd.DataFrame(
        {
            "unit_id": units["unit_id"].to_numpy(),
            "topic": hard(degrees),
            "strength": degrees.max(axis=1),
            "doc_id": units["doc_id"].to_numpy(),
        }
    )


def topic_shares(units, degrees, groups, name="doc_id", random_state=0):
    """Share of every topic in the text of every group of units, with bootstrap intervals over its units.

    Parameters
    ----------
    units : DataFrame
        n_tokens.
    degrees : array
        Units by topics.
    groups : sequence
        One value per unit (its document, its year); units without a value are left out.
    name : str
        Of the column for the groups.
    random_state : int

    Returns
    -------
    DataFrame
        The group, topic, share, ci_low, ci_high, n_units. Topic 0 is text in no topic; it has rows where there is any.
        Intervals are percentiles of 1,000 draws; NaN in groups of fewer than five units.

    Examples
    --------
    >>> units = pd.DataFrame({"n_tokens": [30, 10]})
    >>> topic_shares(units, np.eye(2), ["a", "a"])["share"].tolist()
    [0.75, 0.25]
    """
    tokens = units["n_tokens"].to_numpy()
    none = (degrees.max(axis=1) <= 0).astype(float)
    sizes = np.column_stack([none, degrees]) * tokens[:, None]
    topics = np.arange(0 if none.any() else 1, sizes.shape[1])
    rng = np.random.default_rng(random_state)
    codes, values = pd.factorize(pd.Series(list(groups), dtype=object))
    out = []
    for code, value in enumerate(values):
        rows = np.column_stack([sizes, tokens])[codes == code]
        low = high = np.full(len(topics), np.nan)
        if len(rows) >= FEW:
            sums = resampled_sums(rows, np.zeros(len(rows)), DRAWS, rng)
            low, high = np.percentile(sums[:, topics] / np.maximum(sums[:, -1:], 1), [2.5, 97.5], axis=0)
        share = rows[:, topics].sum(axis=0) / max(rows[:, -1].sum(), 1)
        table = {
            name: value,
            "topic": topics,
            "share": share,
            "ci_low": low,
            "ci_high": high,
            "n_units": len(rows),
        }
        out.append(pd.DataFrame(table))
    return pd.concat(out, ignore_index=True)
