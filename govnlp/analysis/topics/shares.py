"""Where topics are: topic of every unit, and shares of groups of units with intervals."""

import numpy as np
import pandas as pd

from govnlp.analysis.intervals import share_intervals


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


def topic_shares(units, degrees, groups, name="doc_id"):
    """Share of every topic in the text of every group of units, with intervals over its units.

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

    Returns
    -------
    DataFrame
        The group, topic, share, ci_low, ci_high, n_units. Topic 0 is text in no topic; it has rows where there is any.
        Intervals as `share_intervals` makes them; NaN in groups of fewer than eight units.

    Examples
    --------
    >>> units = pd.DataFrame({"n_tokens": [30, 10]})
    >>> topic_shares(units, np.eye(2), ["a", "a"])["share"].tolist()
    [0.75, 0.25]
    """
    tokens = units["n_tokens"].to_numpy()
    none = (degrees.max(axis=1) <= 0).astype(float)
    degrees = np.column_stack([none, degrees])
    topics = np.arange(0 if none.any() else 1, degrees.shape[1])
    codes, values = pd.factorize(pd.Series(list(groups), dtype=object))
    out = [pd.DataFrame(columns=[name, "topic", "share", "ci_low", "ci_high", "n_units"])]
    for code, value in enumerate(values):
        rows = np.flatnonzero(codes == code)
        found = share_intervals(tokens[rows], degrees[rows][:, topics], np.zeros(len(rows)))
        table = dict(zip(("share", "ci_low", "ci_high"), found, strict=True))
        out.append(pd.DataFrame({name: value, "topic": topics, **table, "n_units": len(rows)}))
    return pd.concat(out[1:] or out, ignore_index=True)  # an empty table where no unit has a value
