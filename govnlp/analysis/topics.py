"""Topics of units: how they are found."""

from warnings import warn

import numpy as np
import pandas as pd

from govnlp.analysis.bootstrap import resampled_sums
from govnlp.analysis.coherence import exclusivity, matched_jaccard, npmi_coherence
from govnlp.analysis.topic_fits import METHODS, fit_topics
from govnlp.analysis.topic_model import TopicModel
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
FEW_IN_DOCUMENT = 5
DRAWS = 1000


def cluster_topics(terms, k=None, *, method="nmf", runs=60, random_state=0, n_jobs=1):
    """Find topics of units, and which units agree on them under resampling.

    Parameters
    ----------
    terms : TermMatrix
        Of paragraphs, sections, articles or documents.
    k : int, optional
        Number of topics; default: what `choose_k` recommends.
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
    if k is None:
        from govnlp.analysis.topic_choice import choose_k, usual_range

        k = recommended_k(choose_k(terms, usual_range(terms), random_state=random_state, n_jobs=n_jobs))
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
    degrees = np.zeros((len(known), k))
    degrees[some] = fit.degrees
    return _model(
        terms, space, degrees, fit, some, {"method": method, "runs": runs, "random_state": random_state}
    )


def recommended_k(table):
    """The k that `choose_k` recommends; 1 where it recommends none."""
    chosen = table.loc[table["recommended"], "k"]
    return int(chosen.iloc[0]) if len(chosen) else 1


def _model(terms, space, degrees, fit, some, note):
    """Number the topics by their share of text and describe them."""
    k = degrees.shape[1]
    tokens = terms.units["n_tokens"].to_numpy()
    total = tokens @ degrees
    order = np.lexsort((np.arange(k), -total))
    degrees = degrees[:, order]
    found = describe(terms, degrees)
    topics = pd.DataFrame(
        {
            "topic": np.arange(1, k + 1),
            "name": found["names"],
            "share": total[order] / max(tokens.sum(), 1),
            "n_units": np.bincount(hard(degrees), minlength=k + 1)[1:],
            "support": fit.support[order],
            "stability": run_stability(terms, found["top"], some, fit).mean(axis=0) if fit.labels else np.nan,
            "coherence": found["coherence"],
            "exclusivity": found["exclusivity"],
        }
    )
    note = note | {
        "k": k,
        "converged": bool(fit.converged),
        "units": len(degrees),
        "counted": terms.describe(),
    }
    labels = label_table(terms.units, degrees)
    return TopicModel(
        topics,
        found["top_terms"],
        labels,
        document_shares(terms.units, degrees),
        space,
        fit.loadings[order],
        note,
    )


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


def hard(degrees):
    """Number of the strongest topic, from 1; 0 for rows of zeros."""
    return np.where(degrees.max(axis=1) > 0, degrees.argmax(axis=1) + 1, 0)


def label_table(units, degrees):
    """unit_id, topic, strength (degree of membership), doc_id."""
    return pd.DataFrame(
        {
            "unit_id": units["unit_id"].to_numpy(),
            "topic": hard(degrees),
            "strength": degrees.max(axis=1),
            "doc_id": units["doc_id"].to_numpy(),
        }
    )


def document_shares(units, degrees, random_state=0):
    """Share of every topic in the text of every document, with bootstrap intervals over its units.

    Parameters
    ----------
    units : DataFrame
        doc_id, n_tokens.
    degrees : array
        Units by topics.

    Returns
    -------
    DataFrame
        doc_id, topic, share, ci_low, ci_high, n_units. Topic 0 is text in no topic; it has rows where there
        is any. Intervals are percentiles of 1,000 draws; NaN in documents of fewer than five units.
    """
    tokens = units["n_tokens"].to_numpy()
    none = np.where(degrees.max(axis=1) > 0, 0.0, 1.0)
    sizes = np.column_stack([none, degrees]) * tokens[:, None]
    topics = np.arange(sizes.shape[1]) if none.any() else np.arange(1, sizes.shape[1])
    rng = np.random.default_rng(random_state)
    out = []
    for doc_id, numbers in units.groupby("doc_id", sort=False).indices.items():
        rows = np.column_stack([sizes[numbers], tokens[numbers]])
        total = max(rows[:, -1].sum(), 1)
        low = high = np.full(len(topics), np.nan)
        if len(numbers) >= FEW_IN_DOCUMENT:
            sums = resampled_sums(rows, np.zeros(len(rows)), DRAWS, rng)
            shares = sums[:, topics] / np.maximum(sums[:, -1:], 1)
            low, high = np.percentile(shares, [2.5, 97.5], axis=0)
        out.append(
            pd.DataFrame(
                {
                    "doc_id": doc_id,
                    "topic": topics,
                    "share": rows[:, topics].sum(axis=0) / total,
                    "ci_low": low,
                    "ci_high": high,
                    "n_units": len(numbers),
                }
            )
        )
    return pd.concat(out, ignore_index=True)
