"""Topics against nothing: the same text with its tokens shuffled."""

from dataclasses import replace

import numpy as np
import pandas as pd

from govnlp.analysis.topics.coherence import npmi_coherence
from govnlp.analysis.topics.fits import fit_topics
from govnlp.analysis.topics.space import learn_space
from govnlp.analysis.topics.terms import describing, strongest, term_weights

SHUFFLES = 3  # shuffled texts; their spread is pooled over the numbers of topics
RUNS = 10  # resampled clusterings of a shuffled text; more change its coherence by less than its spread
LONG = 8  # units of a document on average, from which tokens stay in their documents
BEYOND = 3.0  # standard deviations of shuffled texts; with one k one in some hundreds of them comes so high


def beyond_shuffled(terms, table, *, random_state=0, n_jobs=1):
    """How far the topics of a text cohere beyond those of the same text with its tokens shuffled.

    Tokens change places within their documents, where those are long, so that what differs from document to document
    stays, and goes what stands in the same paragraphs; else over the whole.

    Parameters
    ----------
    terms : TermMatrix
    table : DataFrame
        k, coherence_npmi.
    random_state, n_jobs
        As for `choose_k`.

    Returns
    -------
    DataFrame
        The table, with coherence_null, the mean of three shuffled texts, and beyond, the difference in their standard
        deviations (within k, pooled over k).
    """
    rng = np.random.default_rng(random_state)
    dealt = [shuffled(terms, rng) for _ in range(SHUFFLES)]
    null = np.array([_coherences(one, table["k"], random_state, n_jobs) for one in dealt])
    mean, spread = null.mean(axis=0), np.sqrt(null.var(axis=0, ddof=1).mean() * (1 + 1 / SHUFFLES))
    beyond = (table["coherence_npmi"] - mean) / max(spread, 1e-9)
    return table.assign(coherence_null=mean, beyond=beyond)


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


def _coherences(terms, ks, random_state, n_jobs):
    """Mean coherence of the topics that are found in a text, for every k."""
    space = learn_space(terms)
    rows = space.rows(terms)
    some = np.flatnonzero(np.diff(rows.indptr) > 0)
    counts = terms.counts[some][:, np.flatnonzero(describing(terms.terms))]
    out = []
    for k in ks:
        k = min(k, len(some))
        fit = fit_topics(rows[some], None, k, "nmf", runs=RUNS, random_state=random_state, n_jobs=n_jobs)
        found = npmi_coherence(strongest(term_weights(counts, fit.agreement)), counts)
        out.append(np.nanmean(found) if np.isfinite(found).any() else 0.0)
    return out
