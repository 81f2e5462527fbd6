"""Topics against nothing: do both halves of a passage speak of one topic, more than when its words are shuffled?"""

from dataclasses import replace

import numpy as np
import pandas as pd

from govnlp.analysis.topics.fits import place, rough_topics

SHUFFLES = 3  # shuffled texts; their spread is pooled over the numbers of topics
LONG = 8  # units of a document on average, from which tokens stay in their documents
MOST_UNITS = (
    1500  # that are compared: their mean is known to a hundredth, and every text is factorised for every k
)
BEYOND = 3.0  # standard deviations of shuffled texts; with one k one in some hundreds of them comes so high


def halves_of_units(terms, space, random_state=0):
    """The tokens of every unit divided at random, in a text and in three shuffled ones.

    Shuffled, tokens change places within their documents, where those are long, so that what differs from document to
    document stays, and goes what belongs to a paragraph; else over the whole.

    Parameters
    ----------
    terms : TermMatrix
    space : TopicSpace
    random_state : int

    Returns
    -------
    list of (sparse array, sparse array)
        Rows in the space of the units that have words in both halves, at most 1,500 evenly spaced ones; the text first.
    """
    rng = np.random.default_rng(random_state)
    return [_halves(terms, space, rng), *(_halves(shuffled(terms, rng), space, rng) for _ in range(SHUFFLES))]


def agreement_of_halves(halves, ks):
    """Whether the words of one half of a unit tell the topic of the other half, in a text and when it is shuffled.

    Topics are found in the first halves, by a single factorisation, and the second halves are placed in them. Agreement
    is the chance-corrected probability that both have the same topic (Cohen's kappa, with degrees for classes): 0 where
    one half says nothing of the other, and where there are fewer halves than topics.

    Parameters
    ----------
    halves : list
        From `halves_of_units`.
    ks : sequence of int

    Returns
    -------
    dict of int to array
        For each k the agreement in the text, then in the shuffled ones; it does not depend on the other ks.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> from govnlp.analysis.topics.space import learn_space
    >>> terms = count_terms(["河道治理，河道水质，治理水质", "企业减税，企业办税，减税办税"] * 20)
    >>> real, *null = agreement_of_halves(halves_of_units(terms, learn_space(terms)), [2])[2]
    >>> bool(real > 0.8 > 0.3 > max(null))
    True
    """
    return {
        k: np.array([_kappa(one, other, k) if k <= one.shape[0] else 0.0 for one, other in halves])
        for k in ks
    }


def beyond_shuffled(agreements):
    """How far texts are beyond shuffled ones.

    Parameters
    ----------
    agreements : dict
        From `agreement_of_halves`.

    Returns
    -------
    DataFrame
        k, agreement, agreement_null (mean of the shuffled texts), beyond (the difference, in standard deviations of
        shuffled texts: within k, pooled over k).
    """
    real, *null = np.transpose(list(agreements.values()))
    mean = np.mean(null, axis=0)
    spread = np.sqrt(np.var(null, axis=0, ddof=1).mean() * (1 + 1 / SHUFFLES))
    beyond = (real - mean) / max(spread, 1e-9)
    return pd.DataFrame({"k": list(agreements), "agreement": real, "agreement_null": mean, "beyond": beyond})


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


def _halves(terms, space, rng):
    """Rows of the first and of the second halves of units that have words of the space in both."""
    first = terms.counts.copy()
    first.data = rng.binomial(terms.counts.data.astype(int), 0.5)
    halves = [space.rows(replace(terms, counts=half)) for half in (first, terms.counts - first)]
    both = np.flatnonzero(np.all([np.diff(half.indptr) > 0 for half in halves], axis=0))
    if len(both) > MOST_UNITS:
        both = both[np.linspace(0, len(both) - 1, MOST_UNITS).astype(int)]
    used = np.unique(halves[0][both].indices)  # what no first half has is in no topic
    return tuple(half[both][:, used] for half in halves)


def _kappa(one, other, k):
    degrees, loadings = rough_topics(one, k)
    placed = place(other, loadings)
    observed, expected = (degrees * placed).sum(axis=1).mean(), degrees.mean(axis=0) @ placed.mean(axis=0)
    return (observed - expected) / max(1 - expected, 1e-9)
