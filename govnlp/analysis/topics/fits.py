"""Fits of a topic model: non-negative matrix factorisation, latent Dirichlet allocation, k-means."""

from contextlib import contextmanager
from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

import numpy as np

from govnlp.analysis.topics.consensus import consensus, latent_space
from govnlp.workers import one_thread

METHODS = ("nmf", "lda", "kmeans")
MOST_UNITS = 5000
MEMBER = 0.3
ITERATIONS = 200
CLOSE, ROUGH = 0.01, 0.05
"""To what the projected gradient has fallen where a factorisation stops: the error is then within 0.1 % of its
minimum; and where only texts are compared: the agreement of halves (`choose_k`) moves by 0.01 to 0.02, in half the
time."""


@dataclass
class Fit:
    """Result of a fit.

    Attributes
    ----------
    degrees : array
        Units by topics, rows adding to one, or all 0 for a unit without a known term.
    agreement : array
        Units by topics: how far the runs agree that a unit belongs to a topic, without a threshold; the degrees
        themselves without runs. Terms that describe a topic are taken from it.
    loadings : array
        Topics by terms of the space.
    support : array
        Per topic, the share of resampled runs in which it came back; NaN without runs.
    samples, labels : list of array
        Numbers of the units of each run, and their clusters.
    converged : bool
    """

    degrees: np.ndarray
    agreement: np.ndarray
    loadings: np.ndarray
    support: np.ndarray
    samples: list
    labels: list
    converged: bool


@contextmanager
def _quietly():
    """Within a ``with`` block, one thread and no warning of fits that did not converge: `converged` says so.

    What is given to hundreds of small fits is not looked through each time, which takes a tenth of theirs.
    """
    from sklearn import config_context
    from sklearn.exceptions import ConvergenceWarning

    unchecked = config_context(assume_finite=True, skip_parameter_validation=True)
    # invalid: the root of an error that rounding put below zero
    with one_thread(), catch_warnings(), np.errstate(invalid="ignore"), unchecked:
        simplefilter("ignore", ConvergenceWarning)
        yield


def fit_topics(rows, counts, k, method, *, runs, random_state, n_jobs):
    """Fit one of the methods; see `cluster_topics` for what they do."""
    with _quietly():
        if method == "nmf" and runs and k > 1:
            space = latent_space(rows[evenly_spaced(rows.shape[0])], 3 * k)
            agreed = consensus(space, k, runs=runs, random_state=random_state, n_jobs=n_jobs)
            return _consensus_nmf(rows, k, agreed)
        fit = {"nmf": _nmf, "lda": _lda, "kmeans": _kmeans}[method]
        degrees, loadings, converged = fit(rows, counts, k, random_state)
    return Fit(degrees, degrees, loadings, np.full(k, np.nan), [], [], converged)


def agreed_topics(space, k, *, runs, random_state, n_jobs):
    """What `choose_k` looks at of the nmf that `fit_topics` makes of k topics: no factorisation changes it.

    Returns
    -------
    (array, list of array, list of array)
        agreement, samples, labels: see `Fit`.
    """
    with _quietly():
        agreed = consensus(space, k, runs=runs, random_state=random_state, n_jobs=n_jobs)
    return agreed.degrees, agreed.samples, _labels_of_samples(agreed)


def evenly_spaced(n):
    """Numbers of the units that resampled clusterings see: all of n, or so many evenly spaced ones.

    >>> len(evenly_spaced(4)), len(evenly_spaced(9000))
    (4, 5000)
    """
    return np.unique(np.linspace(0, n - 1, MOST_UNITS).astype(int)) if n > MOST_UNITS else np.arange(n)


def _labels_of_samples(agreed):
    return [label[sample] for label, sample in zip(agreed.labels, agreed.samples, strict=True)]


def place(rows, loadings):
    """Degrees of units in topics with these loadings: non-negative least squares, rows adding to one."""
    from sklearn.decomposition import non_negative_factorization

    with _quietly():
        weights, _, _ = non_negative_factorization(
            rows,
            H=loadings.astype(rows.dtype),
            n_components=len(loadings),
            update_H=False,
            max_iter=ITERATIONS,
        )
    return _shares(weights, loadings)


def place_by_likeness(rows, profiles):
    """Degrees of units in guided topics by the cosine with their profiles.

    Parameters
    ----------
    rows : sparse array
        Units by terms, rows of length one.
    profiles : array
        Rows of length one over the terms: of every topic, of the mean of its units, and of its seed words; the last is
        the mean of all units.

    Returns
    -------
    array
        Units by topics, rows adding to one; all 0 for a unit that has no seed word and is more like the mean of all
        units than like that of any topic.
    """
    k = len(profiles) // 3
    cosines = np.asarray(rows @ profiles.T, dtype=float)
    likeness, means, seeds = cosines[:, :k], cosines[:, k : 2 * k], cosines[:, 2 * k : -1]
    return _row_shares(likeness * ((means > cosines[:, -1:]) | (seeds > 0)))


def _consensus_nmf(rows, k, agreed):
    """NMF started from, and limited to, the memberships that resampled clusterings agree on."""
    from sklearn.decomposition import NMF

    some = evenly_spaced(rows.shape[0])
    start = np.where(agreed.degrees >= MEMBER, agreed.degrees, 0)
    first = agreed.degrees.argmax(axis=1)
    start[np.arange(len(start)), first] = np.maximum(agreed.degrees.max(axis=1), 1e-3)
    seen = rows[some].astype(np.float64)  # in single precision, what shrinks towards zero would underflow
    profiles = np.asarray(seen.T @ start).T / np.maximum(start.sum(axis=0), 1e-6)[:, None] + 1e-6
    # multiplicative updates leave the zeros of the start at zero (Lee & Seung 2001)
    model = NMF(k, init="custom", solver="mu", max_iter=ITERATIONS, random_state=0)
    with np.errstate(over="ignore", invalid="ignore"):  # a topic may shrink until its steps are no numbers
        weights = model.fit_transform(seen, W=start.copy(), H=np.array(profiles, order="C"))
    loadings, converged = model.components_, model.n_iter_ < ITERATIONS
    if not np.isfinite(weights).all() or not np.isfinite(loadings).all():
        weights, loadings, converged = start, profiles, False  # what the clusterings agree on, as it is
    degrees, agreement = _shares(weights, loadings), agreed.degrees
    if len(some) < rows.shape[0]:
        everyone = place(rows, loadings)
        everyone[some] = degrees
        degrees = agreement = everyone
    samples = [some[sample] for sample in agreed.samples]
    labels = _labels_of_samples(agreed)
    return Fit(degrees, agreement, loadings, agreed.support, samples, labels, converged)


def rough_topics(rows, k):
    """Degrees and loadings of a single factorisation that stops early."""
    with _quietly():
        return _nmf(rows, None, k, 0, ROUGH)[:2]


def _nmf(rows, counts, k, random_state, tol=CLOSE):
    """Coordinate descent from the deterministic start of Boutsidis & Gallopoulos (2008)."""
    from sklearn.decomposition import NMF

    init = "nndsvd" if k <= min(rows.shape) else "random"
    model = NMF(k, init=init, tol=tol, max_iter=ITERATIONS, random_state=random_state)
    weights = model.fit_transform(rows)
    return _shares(weights, model.components_), model.components_, model.n_iter_ < ITERATIONS


def _lda(rows, counts, k, random_state):
    from sklearn.decomposition import LatentDirichletAllocation

    model = LatentDirichletAllocation(k, max_iter=20, random_state=random_state)
    degrees = model.fit_transform(counts)
    degrees[np.diff(counts.indptr) == 0] = 0
    return degrees, _profiles(rows, degrees), model.n_iter_ < 20


def _kmeans(rows, counts, k, random_state):
    from sklearn.cluster import KMeans

    model = KMeans(k, n_init=10, max_iter=ITERATIONS, random_state=random_state).fit(rows)
    degrees = np.eye(k)[model.labels_]
    degrees[np.diff(rows.indptr) == 0] = 0
    return degrees, model.cluster_centers_, model.n_iter_ < ITERATIONS


def _profiles(rows, degrees):
    return np.asarray(rows.T @ degrees).T / np.maximum(degrees.sum(axis=0), 1e-12)[:, None]


def _shares(weights, loadings):
    return _row_shares(weights * np.linalg.norm(loadings, axis=1))


def _row_shares(sizes):
    total = sizes.sum(axis=1, keepdims=True)
    return np.divide(sizes, total, out=np.zeros(sizes.shape), where=total > 0)
