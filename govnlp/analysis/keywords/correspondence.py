"""Correspondence analysis: documents and terms on one map."""

import numpy as np
import pandas as pd

from govnlp.arguments import takes, whole
from govnlp.notes import Mistake, Note, joined


@takes(terms="TermMatrix", dimensions=whole(1))
def correspondence(terms, by="doc_id", *, dimensions=2):
    """Correspondence analysis of groups and terms (Benzécri 1973; Greenacre 2017).

    Parameters
    ----------
    terms : TermMatrix
        Trim it first (say, to terms of two units or more): rare terms stretch the map.
    by : str or sequence
        What makes a row: a column of ``terms.units`` or ``terms.documents``.
    dimensions : int

    Returns
    -------
    DataFrame
        One row per group and term: kind (document | term), name, n, mass, dim1, dim2, ... (principal
        coordinates), quality (share of the point's inertia that these dimensions show). ``attrs["inertia"]``
        lists the share of the total inertia per dimension. The sign of a dimension is fixed by its farthest
        term, which lies on the right.

    Raises
    ------
    ValueError
        Fewer than three groups or terms: there is no plane to draw.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> points = correspondence(count_terms(["企业服务企业", "企业防汛", "防汛抗旱防汛"]))
    >>> points["kind"].value_counts().to_dict()["document"]
    3
    """
    groups = terms.group(by)
    table = groups.counts.toarray().astype(float)
    rows, columns = np.flatnonzero(table.sum(axis=1)), np.flatnonzero(table.sum(axis=0))
    table = table[np.ix_(rows, columns)]
    if min(table.shape) < 3:
        raise ValueError(Mistake("few_for_plane", groups=table.shape[0], terms=table.shape[1]))
    n_row, n_column = table.sum(axis=1), table.sum(axis=0)
    table /= table.sum()  # in place: groups by terms are the largest array of a run
    mass_row, mass_column = table.sum(axis=1), table.sum(axis=0)
    expected = np.outer(mass_row, mass_column)
    table -= expected
    table /= np.sqrt(expected, out=expected)
    del expected
    left, strength, right = np.linalg.svd(table, full_matrices=False)
    k = min(dimensions, min(table.shape) - 1)
    sign = np.array([np.sign(axis[np.abs(axis).argmax()]) for axis in right])
    inertia = strength**2
    sides = (
        ("document", groups.units["unit_id"].to_numpy()[rows], n_row, mass_row, left),
        ("term", groups.terms[columns], n_column, mass_column, right.T),
    )
    parts = []
    for kind, names, n, mass, axes in sides:
        points = axes * strength * sign / np.sqrt(mass)[:, None]
        part = pd.DataFrame({"kind": kind, "name": names, "n": n.astype(int), "mass": mass})
        for d in range(k):
            part[f"dim{d + 1}"] = points[:, d]
        square = np.square(points, out=points)
        whole = square.sum(axis=1)
        part["quality"] = np.divide(
            square[:, :k].sum(axis=1), whole, out=np.zeros(len(whole)), where=whole > 0
        )
        parts.append(part)
    out = pd.concat(parts, ignore_index=True)
    total = inertia.sum()
    out.attrs["inertia"] = [float(x / total) if total else 0.0 for x in inertia[:k]]
    out.attrs["note"] = joined(groups.describe(), Note("inertia", share=sum(out.attrs["inertia"])))
    return out
