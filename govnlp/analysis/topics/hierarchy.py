"""Hierarchical clustering: who resembles whom, where there are too few units for topics."""

import numpy as np
import pandas as pd

from govnlp.analysis.keywords.tfidf import background_idf
from govnlp.analysis.topics.terms import describing
from govnlp.arguments import gives


@gives(str="left right", float64="distance", int64="n")
def cluster_hierarchy(terms, by="doc_id"):
    """Join the most similar documents or units, step by step (average linkage; Sokal & Michener 1958).

    Parameters
    ----------
    terms : TermMatrix
    by : str, sequence or None
        What is joined: a column of ``terms.units`` or ``terms.documents``; None: each unit.

    Returns
    -------
    DataFrame
        One row per step: left, right (a document, or #n for the group that step n made), distance (mean over
        all pairs of one minus the cosine of root term frequencies times background idf: 0 the same words, 1
        none in common), n (documents in the new group). Empty for fewer than two.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> steps = cluster_hierarchy(count_terms(["治理河道", "河道治理", "服务企业"]))
    >>> steps[["left", "right"]].to_numpy().tolist()
    [['0', '1'], ['2', '#1']]
    """
    from scipy.cluster.hierarchy import linkage

    groups = terms if by is None else terms.group(by)
    names = groups.units["unit_id" if by is None else groups.units.columns[1]].astype(str).tolist()
    if len(names) < 2:
        return pd.DataFrame(columns=["left", "right", "distance", "n"])
    keep = np.flatnonzero(describing(groups.terms))
    rows = np.sqrt(groups.counts[:, keep].toarray()) * background_idf(groups.terms[keep])
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    distance = np.clip(1 - rows @ rows.T, 0, 1).round(9)
    steps = linkage(distance[np.triu_indices(len(names), 1)], "average")
    names += [f"#{i + 1}" for i in range(len(steps))]
    return pd.DataFrame(
        {
            "left": [names[int(i)] for i in steps[:, 0]],
            "right": [names[int(i)] for i in steps[:, 1]],
            "distance": steps[:, 2],
            "n": steps[:, 3].astype(int),
        }
    )


def tree_order(table):
    """Documents of a tree from `cluster_hierarchy` in an order that keeps those of a group together.

    Examples
    --------
    >>> tree_order(pd.DataFrame({"left": ["甲", "乙"], "right": ["丙", "#1"]}))
    ['乙', '甲', '丙']
    """
    groups = {}
    for step, (left, right) in enumerate(zip(table["left"], table["right"], strict=True), 1):
        groups[f"#{step}"] = groups.pop(left, [left]) + groups.pop(right, [right])
    return [name for group in groups.values() for name in group]
