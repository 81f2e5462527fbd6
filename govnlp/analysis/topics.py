"""Topics of units: how they are found."""

from warnings import warn

import numpy as np
import pandas as pd

from govnlp.analysis.coherence import exclusivity, matched_jaccard, npmi_coherence
from govnlp.analysis.topic_fits import METHODS, fit_topics
from govnlp.analysis.topic_model import TopicModel
from govnlp.analysis.topic_shares import hard, label_table, topic_shares
from govnlp.analysis.topic_space import learn_space
from govnlp.analysis.topic_terms import (
    describing,
    distinctiveness,
    name_topics,
    strongest,
    term_weights,
    top_term_table,
)

FEW = 30


def cluster_topics(terms, k=None, *, method="nmf", runs=100, random_state=0, n_jobs=1):
    """Find topics of units, and which units agree on them under resampling.

    Parameters
    ----------
    terms : TermMatrix
        Of paragraphs, sections, articles or documents.
    k : int, optional
        Number of topics; default: what `choose_k` recommends of 2 to 15, and of no more than one for ten units;
        ``note["choice"]`` of the model says why.
    method : {"nmf", "lda", "kmeans"}
        nmf: non-negative matrix factorisation of the tf-idf of units (Lee & Seung 2001), started from, and
        limited to, the memberships that resampled clusterings agree on; lda: latent Dirichlet allocation of
        counts (Blei, Ng & Jordan 2003); kmeans: k-means of tf-idf, ten starts. The last two are there to
        compare.
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
        raise ValueError(f"unknown method {method!r}; one of: {', '.join(METHODS)}")
    why = {}
    if k is None:
        from govnlp.analysis.topic_choice import choose_k, usual_range

        choice = choose_k(terms, usual_range(terms), random_state=random_state, n_jobs=n_jobs)
        k, why = recommended_k(choice), {"choice": choice.attrs["reason"]}
    space = learn_space(terms)
    rows = space.rows(terms)
    known = np.diff(rows.indptr) > 0
    if not 1 <= k <= known.sum():
        raise ValueError(
            f"k = {k}, but {known.sum()} of {len(known)} units have known terms; give 1 to {known.sum()}"
        )
    if known.sum() < FEW:
        warn(f"{known.sum()} units with known terms: too few to tell topics from chance", stacklevel=2)
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
    found = describe(terms, agreement[:, order])
    model = build_model(terms, space, degrees, loadings, support, note, found)
    if fit.labels:
        model.topics["stability"] = run_stability(terms, found["top"], some, fit).mean(axis=0)
    return model


def recommended_k(table):
    """The k that `choose_k` recommends; 1 where it recommends none."""
    chosen = table.loc[table["recommended"], "k"]
    return int(chosen.iloc[0]) if len(chosen) else 1


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
    labels = label_table(terms.units, degrees)
    by_document = topic_shares(terms.units, degrees, terms.units["doc_id"])
    note = note | {"k": k, "counted": terms.describe()}
    return TopicModel(topics, found["top_terms"], labels, by_document, space, loadings, degrees, note)


def describe(terms, degrees):
    """Top terms, names and measures of topics given by the degrees of units."""
    keep = np.flatnonzero(describing(terms.terms))
    counts, words = terms.counts[:, keep], terms.terms[keep]
    weights = term_weights(counts, degrees)
    top = strongest(weights)
    return {
        "top": [set(words[columns]) for columns in top],
        "top_terms": top_term_table(words, weights, counts, degrees),
        "names": name_topics(words, weights, distinctiveness(counts, degrees)),
        "coherence": npmi_coherence(top, counts),
        "exclusivity": exclusivity(weights, top),
    }


def run_stability(terms, top, some, fit):
    """Matched Jaccard of the topics' top terms and those of every run's clusters: runs by topics."""
    keep = np.flatnonzero(describing(terms.terms))
    counts, words = terms.counts[some][:, keep], terms.terms[keep]
    out = []
    for sample, label in zip(fit.samples, fit.labels, strict=True):
        weights = term_weights(counts[sample], np.eye(label.max() + 1)[label])
        out.append(matched_jaccard(top, [words[columns] for columns in strongest(weights)]))
    return np.array(out)
