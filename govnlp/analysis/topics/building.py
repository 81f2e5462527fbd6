"""Topic models put together: names, coherence, stability and shares of topics that were found."""

from dataclasses import replace

import numpy as np
import pandas as pd

from govnlp.analysis.topics.coherence import exclusivity, matched_jaccard, npmi_coherence
from govnlp.analysis.topics.model import TopicModel
from govnlp.analysis.topics.shares import hard, label_table, topic_shares
from govnlp.analysis.topics.terms import (
    describing,
    distinctiveness,
    name_topics,
    strongest,
    term_weights,
    top_term_table,
    weights_of_sums,
)

FEW = 30
LOCAL = 0.8  # share of a topic from one of several documents or places, above which it is about that


def build_model(terms, space, degrees, loadings, support, note, found):
    """A topic model with its tables, from degrees of membership.

    Parameters
    ----------
    terms : TermMatrix
    space : TopicSpace
    degrees : array
        Units by topics, in the order of their numbers.
    loadings : array
        Topics by terms of the space.
    support : array
    note : dict
    found : dict
        From `describe`.

    Returns
    -------
    TopicModel
    """
    k, tokens = degrees.shape[1], terms.units["n_tokens"].to_numpy()
    topics = pd.DataFrame(
        {
            "topic": np.arange(1, k + 1),
            "name": found["names"],
            "share": tokens @ degrees / max(tokens.sum(), 1),
            "n_units": np.bincount(hard(degrees), minlength=k + 1)[1:],
            "support": support,
            "stability": np.nan,
            "coherence": found["coherence"],
            "exclusivity": found["exclusivity"],
        }
    )
    for thing, column in (("document", "doc_id"), ("place", "place")):
        topics[f"top_{thing}"], topics[f"{thing}_share"] = _largest_part(terms, degrees, column)
    topics["local"] = topics[["document_share", "place_share"]].gt(LOCAL).any(axis=1)
    labels = label_table(terms.units, degrees)
    by_document = topic_shares(terms.units, degrees, terms.units["doc_id"])
    note = note | {"k": k, "counted": terms.describe()}
    return TopicModel(topics, found["top_terms"], labels, by_document, space, loadings, degrees, note)


def _largest_part(terms, degrees, column):
    """Of each topic's text the part with one value (a document, a place) that is largest, and its share.

    None and NaN where that is not known of the units, or where all of them have the same value.
    """
    known = column in terms.units or (terms.documents is not None and column in terms.documents)
    codes, values = pd.factorize(terms.values(column)) if known else ([], [])
    if len(values) < 2:
        return None, np.nan
    there = codes >= 0
    tokens = terms.units["n_tokens"].to_numpy()[:, None] * degrees
    parts = np.column_stack([np.bincount(codes[there], weights) for weights in tokens[there].T])
    whole = np.maximum(tokens.sum(axis=0), 1e-12)
    return np.asarray(values, dtype=object)[parts.argmax(axis=0)], parts.max(axis=0) / whole


def describable(terms):
    """The matrix with the terms that may describe a topic: what `describe` and `run_stability` look at."""
    keep = np.flatnonzero(describing(terms.terms))
    return replace(terms, counts=terms.counts[:, keep], terms=terms.terms[keep])


def describe(shown, degrees):
    """Top terms, names and measures of topics given by the degrees of units; `shown` is from `describable`."""
    counts, words = shown.counts, shown.terms
    weights = term_weights(counts, degrees)
    top = strongest(weights)
    return {
        "top": [set(words[columns]) for columns in top],
        "top_terms": top_term_table(words, weights, counts, degrees),
        "names": name_topics(words, weights, distinctiveness(counts, degrees)),
        "coherence": npmi_coherence(top, counts),
        "exclusivity": exclusivity(weights, top),
    }


def run_stability(shown, top, samples, labels):
    """Matched Jaccard of the topics' top terms and those of every run's clusters: runs by topics.

    Parameters
    ----------
    shown : TermMatrix
        From `describable`.
    top : list of set
        Top terms of the topics.
    samples, labels : list of array
        Numbers of the units of each run, and their clusters.
    """
    counts, words = shown.counts, shown.terms
    (n_units, n_terms), out = counts.shape, []
    unit, n = np.repeat(np.arange(n_units), np.diff(counts.indptr)), counts.data.astype(float)
    for sample, label in zip(samples, labels, strict=True):
        k = label.max() + 1
        first = np.full(n_units, k * n_terms)  # of units that the run did not see, in a row that goes
        first[sample] = label * n_terms
        sums = np.bincount(first[unit] + counts.indices, n, (k + 1) * n_terms).reshape(k + 1, n_terms)
        weights = weights_of_sums(sums[:k])
        out.append(matched_jaccard(top, [words[columns] for columns in strongest(weights)]))
    return np.array(out)
