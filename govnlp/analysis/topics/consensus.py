"""Consensus clustering: what many clusterings of resampled units agree on."""

from dataclasses import dataclass

import numpy as np

from govnlp.workers import one_thread

SHARE = 0.8


@dataclass
class Consensus:
    """What the runs agree on.

    Attributes
    ----------
    degrees : array of float
        Units by clusters, in the order of their first units; rows adding to one.
    support : array of float
        Per cluster, the share of runs in which it came back.
    samples, labels : list of array of int
        Per run, the numbers of the units that it saw, and the cluster of every unit.
    """

    degrees: np.ndarray
    support: np.ndarray
    samples: list
    labels: list


def latent_space(rows, dimensions):
    """Units in the space of the strongest singular vectors, scaled by the singular values (Deerwester et al.
    1990).

    Parameters
    ----------
    rows : sparse array
        Units by terms.
    dimensions : int

    Returns
    -------
    array
        Units by at most `dimensions` columns, strongest first.
    """
    from scipy.sparse.linalg import svds

    dimensions = min(dimensions, min(rows.shape) - 1)
    with one_thread():
        if dimensions < 2:
            left, values, _ = np.linalg.svd(rows.toarray(), full_matrices=False)
        else:
            left, values, _ = svds(rows, dimensions, v0=np.ones(min(rows.shape)))
    order = np.argsort(-values, kind="stable")
    return np.ascontiguousarray(left[:, order] * values[order])


def consensus(space, k, *, runs=60, random_state=0, n_jobs=1):
    """Degrees to which units belong to the clusters that resampled runs agree on.

    Each run draws 80 % of the units and a number of dimensions (from k to 3 k), and finds k clusters of
    directions in the latent space by k-means; the other units go to the nearest centre.
    The memberships of all runs, side by side, are factorised into k non-negative factors (ensemble
    factorisation: Strehl & Ghosh 2002; Belford, Mac Namee & Greene 2018), which needs no matrix of units by
    units.

    Parameters
    ----------
    space : array
        Units by dimensions, from `latent_space`; the first 3 k count.
    k : int
    runs : int
    random_state : int
    n_jobs : int
        Processes; the result does not depend on it.

    Returns
    -------
    Consensus
        A cluster came back in a run that has one with at least half of the units of both in common (Jaccard;
        Hennig 2007).

    Examples
    --------
    >>> space = np.repeat(np.eye(2), [6, 4], axis=0)
    >>> consensus(space, 2, runs=5).degrees.argmax(axis=1)
    array([0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
    """
    from joblib import Parallel, delayed
    from scipy.sparse import csr_array, hstack

    with one_thread():
        space = space[:, : 3 * k]
        plans = list(_plans(len(space), k, space.shape[1], runs, random_state))
        if (
            n_jobs == 1
        ):  # the limit holds here, and setting it anew for every run would cost more than the run
            labels = [_one_run(space, *plan) for plan in plans]
        else:
            labels = Parallel(n_jobs=n_jobs)(delayed(_one_run_alone)(space, *plan) for plan in plans)
        number, one = np.arange(len(space)), np.ones(len(space), dtype=np.float32)
        members = csr_array(hstack([csr_array((one, (number, label))) for label in labels]))
        degrees = _in_order_of_units(_factor(members, k))
    support = _support(degrees.argmax(axis=1), labels, k)
    return Consensus(degrees, support, [plan[0] for plan in plans], labels)


def _plans(n, k, dimensions, runs, random_state):
    """What each run draws: units, dimensions and seed; and its number of clusters."""
    rng = np.random.default_rng(random_state)
    for _ in range(runs):
        some = np.sort(rng.permutation(n)[: max(min(k, n), round(SHARE * n))])
        few = int(rng.integers(min(k, dimensions), dimensions + 1))
        yield some, few, min(k, len(some)), int(rng.integers(2**31))


def _one_run(space, some, dimensions, clusters, seed):
    """Cluster of every unit; the run sees only some of them."""
    from warnings import catch_warnings, simplefilter

    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    points = space[:, :dimensions]
    points = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-12)
    with catch_warnings():
        simplefilter("ignore", ConvergenceWarning)  # fewer distinct units than clusters
        return KMeans(clusters, n_init=1, random_state=seed).fit(points[some]).predict(points)


def _one_run_alone(*arguments):
    """A run in a process of its own, on one thread there too."""

    with one_thread():
        return _one_run(*arguments)


def _factor(members, k):
    """Non-negative factorisation of the memberships; rows add to one."""
    from warnings import catch_warnings, simplefilter

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    if k == 1:
        return np.ones((members.shape[0], 1))
    k_possible = min(k, *members.shape)
    with catch_warnings():
        simplefilter("ignore", ConvergenceWarning)
        model = NMF(k_possible, init="nndsvd", max_iter=200, random_state=0)
        degrees = model.fit_transform(members) * np.linalg.norm(model.components_, axis=1)
    degrees = np.pad(degrees, ((0, 0), (0, k - k_possible)))
    return degrees.astype(float) / np.maximum(degrees.sum(axis=1, keepdims=True), 1e-12)


def _in_order_of_units(degrees):
    """Clusters numbered by their first unit: the factors of units that mirror each other come in any order."""
    final = degrees.argmax(axis=1)
    first = [np.flatnonzero(final == c)[:1] for c in range(degrees.shape[1])]
    return degrees[:, np.argsort([x[0] if len(x) else len(final) for x in first], kind="stable")]


def _support(final, labels, k):
    """Share of runs with a cluster of at least half the units in common."""
    wanted = np.bincount(final, minlength=k)
    found = np.zeros(k)
    for label in labels:
        both = np.zeros((k, label.max() + 1))
        np.add.at(both, (final, label), 1)
        union = wanted[:, None] + np.bincount(label)[None] - both
        found += (both / np.maximum(union, 1)).max(axis=1) >= 0.5
    return found / max(len(labels), 1)
