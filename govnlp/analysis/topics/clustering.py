"""Topics of units: how they are found."""

from warnings import warn

import numpy as np

from govnlp.analysis.keywords.names import without_names
from govnlp.analysis.topics.building import FEW, build_model, describable, describe, run_stability
from govnlp.analysis.topics.choice import choose_k
from govnlp.analysis.topics.fits import METHODS, fit_topics
from govnlp.analysis.topics.space import learn_space
from govnlp.arguments import JOBS, takes, whole
from govnlp.notes import Mistake, Note


@takes(terms="TermMatrix", k=whole(1), runs=whole(0), random_state=whole(0), n_jobs=JOBS)
def cluster_topics(terms, k=None, *, method="nmf", names=False, runs=100, random_state=0, n_jobs=1):
    """Find topics of units, and which units agree on them under resampling.

    Parameters
    ----------
    terms : TermMatrix
        Of paragraphs, sections, articles or documents.
    k : int, optional
        Number of topics; default: what `choose_k` recommends; ``note["choice"]`` of the model says why.
    method : {"nmf", "lda", "kmeans"}
        nmf: non-negative matrix factorisation of the tf-idf of units (Lee & Seung 2001), started from, and
        limited to, the memberships that resampled clusterings agree on; lda: latent Dirichlet allocation of
        counts (Blei, Ng & Jordan 2003); kmeans: k-means of tf-idf, ten starts. The last two are there to
        compare.
    names : bool
        False leaves out what would make a topic of a document: names of places and persons, and words of which four
        fifths stand in one of several documents; the model's note counts them.
    runs : int
        Resampled clusterings, each of 80 % of the units; 0 for a single factorisation from a deterministic
        start.
    random_state : int
        The same number gives the same result, to the byte.
    n_jobs : int
        Processes for the resampled clusterings; the result does not depend on it.

    Returns
    -------
    TopicModel
        Topics are numbered by their share of text, the largest first; topic 0 holds units without a known
        term.

    Raises
    ------
    ValueError
        The method is unknown, or there are more topics than units, or no usable term.

    Warns
    -----
    UserWarning
        There are fewer than 30 units.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> texts = ["优化营商环境", "企业减税，营商环境向好", "河道治理", "治理黑臭河道"] * 10
    >>> model = cluster_topics(count_terms(texts), 2)
    >>> model.labels["topic"].tolist()[:4]
    [1, 1, 2, 2]
    """
    if method not in METHODS:
        raise ValueError(Mistake("argument_unknown", what="method", value=method, known=", ".join(METHODS)))
    terms, why = terms if names else without_names(terms), {}
    if k is None:
        choice = choose_k(terms, names=True, random_state=random_state, n_jobs=n_jobs)
        k, why = recommended_k(choice), {"choice": choice.attrs["reason"]}
    space = learn_space(terms)
    rows = space.rows(terms)
    known = np.diff(rows.indptr) > 0
    if k > known.sum():
        raise ValueError(Note("too_many_topics", k=k, n=int(known.sum()), all=len(known)))
    if known.sum() < FEW:
        warn(Note("few_for_topics", n=int(known.sum())), stacklevel=3)
    some = np.flatnonzero(known)
    fit = fit_topics(
        rows[some], space.counts(terms)[some], k, method, runs=runs, random_state=random_state, n_jobs=n_jobs
    )
    degrees, agreement = np.zeros((2, len(known), k))
    degrees[some], agreement[some] = fit.degrees, fit.agreement
    tokens = np.round(terms.units["n_tokens"].to_numpy() @ degrees, 6)  # topics of one size keep their order
    order = np.argsort(-tokens, kind="stable")
    degrees, support, loadings = degrees[:, order], fit.support[order], fit.loadings[order]
    note = {"method": method, "runs": runs, "random_state": random_state, "converged": bool(fit.converged)}
    note |= why
    shown = describable(terms)
    found = describe(shown, agreement[:, order])
    model = build_model(terms, space, degrees, loadings, support, note, found)
    if fit.labels:
        samples = [some[sample] for sample in fit.samples]
        model.topics["stability"] = run_stability(shown, found["top"], samples, fit.labels).mean(axis=0)
    return model


def recommended_k(table):
    """The k that `choose_k` recommends; 1 where it recommends none."""
    chosen = table.loc[table["recommended"], "k"]
    return int(chosen.iloc[0]) if len(chosen) else 1
