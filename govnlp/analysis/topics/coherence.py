"""Measures of topics: coherence and exclusivity of their top terms, agreement between two sets."""

import numpy as np


def npmi_coherence(columns, present):
    """Mean normalised pointwise mutual information of a topic's terms, pair by pair, over units (Lau et al.
    2014).

    Parameters
    ----------
    columns : sequence of array of int
        Per topic, the columns of its top terms.
    present : sparse array
        Units by terms; a term is in a unit or not.

    Returns
    -------
    array of float
        Per topic, from -1 (never together) to 1 (always together); NaN for fewer than two terms.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> present = csr_array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 0, 1]])
    >>> npmi_coherence([[0, 1], [0, 2]], present).tolist()
    [1.0, -1.0]
    """
    n = present.shape[0]
    found = [np.unique(column) for column in columns]
    out = []
    for column in found:
        seen = (present[:, column].toarray() > 0).astype(float)
        both = seen.T @ seen / n
        alone = np.diag(both)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = np.log(both / np.outer(alone, alone)) / -np.log(both)
        value = np.where(both == 0, -1.0, np.where(both == 1, 1.0, value))
        pairs = value[np.triu_indices(len(column), 1)]
        out.append(pairs.mean() if len(pairs) else np.nan)
    return np.array(out)


def exclusivity(weights, columns):
    """Mean share of a top term's weight that is the topic's.

    Parameters
    ----------
    weights : array
        Topics by terms.
    columns : sequence of array of int
        Per topic, the columns of its top terms.

    Returns
    -------
    array of float
        Per topic, up to 1 where no other topic has its terms.

    Examples
    --------
    >>> exclusivity(np.array([[3.0, 1.0, 0.0], [1.0, 0.0, 2.0]]), [[0, 1], [2]]).tolist()
    [0.875, 1.0]
    """
    share = weights / np.maximum(weights.sum(axis=0), 1e-12)
    return np.array(
        [share[topic, column].mean() if len(column) else np.nan for topic, column in enumerate(columns)]
    )


def matched_jaccard(these, those):
    """Jaccard of the top terms of each topic and its partner, topics paired one to one for the largest sum.

    The measure of Greene, O'Callaghan & Cunningham (2014), pairs found by the Hungarian method.

    Parameters
    ----------
    these, those : sequence of collections
        Top terms of each topic.

    Returns
    -------
    array of float
        Per topic of `these`; 0 for one that is left without a partner.

    Examples
    --------
    >>> matched_jaccard(["ab", "cd"], ["cx", "ab"]).round(2).tolist()
    [1.0, 0.33]
    """
    from scipy.optimize import linear_sum_assignment

    values, others = np.zeros((len(these), len(those))), [set(b) for b in those]
    for i, a in enumerate(map(set, these)):
        for j, b in enumerate(others):
            both = len(a & b)
            values[i, j] = both / max(len(a) + len(b) - both, 1)
    out = np.zeros(len(these))
    left, right = linear_sum_assignment(-values)
    out[left] = values[left, right]
    return out
