"""Terms that describe topics: typical ones, and the most distinctive as a name."""

import numpy as np
import pandas as pd

from govnlp.analysis.topics.space import topical
from govnlp.words.dictionaries import read_stopwords

TOP = 10


def term_weights(counts, degrees):
    """Class-based tf-idf: share of a topic's text times ln(1 + mean size of a topic / count of the term).

    After Grootendorst (2022), with units counted by their degree of membership.

    Parameters
    ----------
    counts : sparse array
        Units by terms.
    degrees : array
        Units by topics.

    Returns
    -------
    array of float
        Topics by terms.
    """
    return weights_of_sums(np.asarray((counts.T @ degrees).T, dtype=float))


def weights_of_sums(sums):
    """As `term_weights`, of how often each topic has each term: topics by terms."""
    sizes, totals = sums.sum(axis=1), sums.sum(axis=0)
    return sums / np.maximum(sizes, 1e-12)[:, None] * np.log1p(sizes.mean() / np.maximum(totals, 1e-12))


def describing(terms):
    """Which terms may describe a topic: those that may tell of one, and no word that every report repeats.

    >>> describing(["营商环境", "推进", "第一条", "GDP"]).tolist()
    [True, False, False, False]
    """
    stop = read_stopwords("strong")
    good = (t not in stop and topical(t) for t in terms)
    return np.fromiter(good, dtype=bool, count=len(terms))


def strongest(weights, top=TOP):
    """Columns of the largest positive weights of each topic, ties in the order of columns."""
    found = []
    for row in weights:
        columns = np.flatnonzero(row > 0)  # most terms are in few topics
        values = row[columns]
        if len(columns) > top:
            large = values >= np.partition(values, -top)[-top]
            columns, values = columns[large], values[large]
        found.append(columns[np.argsort(-values, kind="stable")][:top])
    return found


def distinctiveness(counts, degrees):
    """Correlation (phi) of having the term and belonging to the topic, over units.

    Parameters
    ----------
    counts, degrees
        As for `term_weights`.

    Returns
    -------
    array of float
        Topics by terms, -1 to 1.
    """
    present = counts.astype(bool).astype(float)
    n = max(len(degrees), 1)
    both = np.asarray((present.T @ degrees).T) / n
    topic = degrees.mean(axis=0)[:, None]
    term = np.bincount(counts.indices, minlength=counts.shape[1]) / n
    spread = np.sqrt(topic * (1 - topic)) * np.sqrt(term * (1 - term))
    return np.where(spread > 0, (both - topic * term) / np.maximum(spread, 1e-12), 0.0)


def name_topics(terms, weights, phi, words=3):
    """Name of each topic: the most distinctive of its top terms.

    A term names only the topic of which it is most distinctive, and no word stands beside one that it is part
    of.

    Parameters
    ----------
    terms : array of str
    weights, phi : array
        Topics by terms, from `term_weights` and `distinctiveness`.
    words : int

    Returns
    -------
    list of str
    """
    names = []
    best = phi.argmax(axis=0)
    for topic, columns in enumerate(strongest(weights)):
        chosen = []
        for column in sorted(columns, key=lambda c: (best[c] != topic, -phi[topic, c], terms[c])):
            term = terms[column]
            if len(chosen) < words and not any(term in other or other in term for other in chosen):
                chosen.append(term)
        names.append("、".join(chosen))
    return names


def marked_names(topics, documents=None):
    """Names of topics, those of a single place or document with it in brackets.

    Parameters
    ----------
    topics : DataFrame
        topic, name, local, top_place, place_share, top_document, document_share.
    documents : dict, optional
        Short names of documents.

    Returns
    -------
    dict

    Examples
    --------
    >>> columns = ["topic", "name", "local", "top_place", "place_share", "top_document", "document_share"]
    >>> rows = [[1, "河道", True, "临溪区", 0.9, "d1", 0.5], [2, "企业", False, "临溪区", 0.6, "d1", 0.3]]
    >>> marked_names(pd.DataFrame(rows, columns=columns))
    {1: '河道（临溪区）', 2: '企业'}
    """
    out = {}
    for row in topics.itertuples():
        document = (documents or {}).get(row.top_document, row.top_document)
        where = row.top_place if row.place_share >= row.document_share else document
        where = document if pd.isna(row.place_share) else where
        out[row.topic] = f"{row.name}（{where}）" if row.local else row.name
    return out


def top_term_table(terms, weights, counts, degrees, top=TOP):
    """topic (from 1), term, weight, n (expected count within the topic), strongest first."""
    sums = np.asarray((counts.T @ degrees).T, dtype=float)
    parts = [
        pd.DataFrame({"topic": i + 1, "term": terms[c], "weight": weights[i, c], "n": sums[i, c].round(1)})
        for i, c in enumerate(strongest(weights, top))
    ]
    return pd.concat(parts, ignore_index=True)
