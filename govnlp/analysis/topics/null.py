"""Topics against nothing: the same text with its tokens shuffled."""

from dataclasses import replace

import numpy as np
import pandas as pd

from govnlp.analysis.topics.coherence import npmi_coherence
from govnlp.analysis.topics.fits import fit_topics
from govnlp.analysis.topics.space import learn_space
from govnlp.analysis.topics.terms import describing, strongest, term_weights

SHUFFLES = 5
MOST_UNITS = 1000  # evenly spaced; more would only cost time
LONG = 8  # units of a document on average from which tokens stay in their documents
BEYOND = 3.0  # standard deviations of shuffled texts; with one k one in some 300 of them comes so high


def against_shuffled(terms, ks, random_state=0):
    """Coherence of a single factorisation for every k, and of the same text with its tokens shuffled.

    Tokens change places within their documents, where those are long, so that what differs from document to document
    stays, and goes what stands in the same paragraphs; else over the whole.

    Parameters
    ----------
    terms : TermMatrix
    ks : list of int
    random_state : int

    Returns
    -------
    DataFrame
        k; coherence_npmi; coherence_null, the mean of five shuffles; beyond, the difference in standard deviations of
        shuffled texts (within k, pooled over k).
    """
    if terms.shape[0] > MOST_UNITS:
        some = np.unique(np.linspace(0, terms.shape[0] - 1, MOST_UNITS).astype(int))
        terms = terms.subset(np.isin(np.arange(terms.shape[0]), some))
    rng = np.random.default_rng(random_state)
    real = _coherences(terms, ks)
    null = np.array([_coherences(shuffled(terms, rng), ks) for _ in range(SHUFFLES)])
    spread = np.sqrt(np.nanmean(null.var(axis=0, ddof=1)) * (1 + 1 / SHUFFLES)) if len(ks) else np.nan
    mean = null.mean(axis=0)
    table = {
        "k": ks,
        "coherence_npmi": real,
        "coherence_null": mean,
        "beyond": (real - mean) / max(spread, 1e-9),
    }
    return pd.DataFrame(table)


def shuffled(terms, rng):
    """The tokens of a matrix dealt anew to its units, which keep their sizes.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> terms = count_terms(["河道治理", "企业减税"])
    >>> dealt = shuffled(terms, np.random.default_rng(0))
    >>> (dealt.totals() == terms.totals()).all(), (dealt.counts.sum(axis=1) == terms.counts.sum(axis=1)).all()
    (np.True_, np.True_)
    """
    from scipy.sparse import csr_array

    documents = pd.factorize(terms.units["doc_id"])[0]
    if len(documents) < LONG * (documents.max() + 1):
        documents = np.zeros(len(documents), dtype=int)
    times = terms.counts.data.astype(int)
    unit = np.repeat(np.repeat(np.arange(terms.shape[0]), np.diff(terms.counts.indptr)), times)
    term = np.repeat(terms.counts.indices, times)
    place = np.argsort(documents[unit], kind="stable")
    drawn = np.lexsort((rng.random(len(term)), documents[unit]))
    ones = np.ones(len(term), dtype=terms.counts.dtype)
    counts = csr_array((ones, (unit[place], term[drawn])), shape=terms.shape)
    counts.sum_duplicates()
    return replace(terms, counts=counts)


def _coherences(terms, ks):
    """Mean coherence over the topics of a single factorisation, for every k; NaN where there are too few units."""
    space = learn_space(terms)
    rows = space.rows(terms)
    some = np.flatnonzero(np.diff(rows.indptr) > 0)
    counts = terms.counts[some][:, np.flatnonzero(describing(terms.terms))]
    out = []
    for k in ks:
        if k > len(some):
            out.append(np.nan)
            continue
        fit = fit_topics(rows[some], None, k, "nmf", runs=0, random_state=0, n_jobs=1)
        found = npmi_coherence(strongest(term_weights(counts, fit.degrees)), counts)
        out.append(np.nanmean(found) if np.isfinite(found).any() else np.nan)
    return np.array(out)
