"""Topics against plain use of scikit-learn: speed, stability, and agreement with labels, each in one run.

python -m benchmarks.topics                        all three, stability with fewer samples: under three minutes
python -m benchmarks.topics speed [--size MB]      k = 20 on documents of so many megabytes
python -m benchmarks.topics stability              top terms over samples of 80 % of the paragraphs
python -m benchmarks.topics guided                 macro-F1 of guided topics, where there are labelled texts
"""

import argparse
import json
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

import govnlp as gn
from benchmarks.__main__ import write_corpus
from benchmarks.seeds import SEEDS
from govnlp.analysis.keywords.tfidf import corpus_idf
from govnlp.analysis.topics.coherence import matched_jaccard
from govnlp.analysis.topics.fits import fit_topics
from govnlp.analysis.topics.guided import guided_topics
from govnlp.analysis.topics.space import learn_space

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
SAMPLES, FEW_SAMPLES, USUAL_K = 20, 8, 8


def plain_matrices(terms):
    """Counts and length-one tf-idf rows of words of two or more characters in three or more and half of the units."""
    n = terms.shape[0]
    present = np.bincount(terms.counts.indices, minlength=terms.shape[1])
    word = np.array([len(t) > 1 and all("\u4e00" <= c <= "\u9fff" for c in t) for t in terms.terms])
    keep = np.flatnonzero(word & (present >= (3 if n > 300 else 2)) & (present <= n / 2))
    counts = csr_array(terms.counts[:, keep]).astype(float)
    counts.indices, counts.indptr = counts.indices.astype(np.int32), counts.indptr.astype(np.int32)
    rows = counts.copy()
    rows.data = (1 + np.log(rows.data)) * corpus_idf(counts)[rows.indices]
    length = np.sqrt(np.asarray(rows.power(2).sum(axis=1)).ravel())
    rows.data /= np.repeat(np.maximum(length, 1e-12), np.diff(rows.indptr))
    return counts, rows, terms.terms[keep]


def speed(megabytes):
    """Seconds of processor time to factorise documents into 20 topics, and the error that is reached."""
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), megabytes)
        terms = gn.count_terms(sorted(Path(folder).glob("*.txt")))
    rows = learn_space(terms).rows(terms)
    print(
        f"{megabytes:g} MB: {rows.shape[0]:,} documents, {rows.shape[1]:,} terms, {rows.nnz:,} entries; k = 20"
    )
    results = {}
    with threadpool_limits(1):
        wide = rows.astype(np.float64)
        began = time.process_time()
        model = NMF(20, random_state=0)
        weights = model.fit_transform(wide)
        results["scikit-learn NMF, default"] = (
            time.process_time() - began,
            _error(wide, weights, model.components_),
        )
        for name, runs in (("govnlp nmf, single start", 0), ("govnlp nmf, consensus of 100", 100)):
            began = time.process_time()
            fit = fit_topics(rows, None, 20, "nmf", runs=runs, random_state=0, n_jobs=1)
            spent = time.process_time() - began
            results[name] = spent, _error(wide, *_least_squares(wide, fit.loadings))
    first = results["scikit-learn NMF, default"]
    print(f"{'':30}{'seconds':>9}{'error':>9}{'ratio of times':>16}{'ratio of errors':>17}")
    for name, (seconds, error) in results.items():
        print(f"{name:30}{seconds:9.2f}{error:9.3f}{first[0] / seconds:16.2f}{error / first[1]:17.4f}")


def _least_squares(rows, loadings):
    """Weights that fit best with these loadings, by scikit-learn's own solver."""
    from sklearn.decomposition import non_negative_factorization

    found = non_negative_factorization(
        rows, H=loadings.astype(float), n_components=len(loadings), update_H=False
    )
    return found[0], loadings.astype(float)


def _error(rows, weights, loadings):
    """Frobenius norm of what a factorisation leaves."""
    inner = np.sum((rows @ loadings.T) * weights)
    return np.sqrt(rows.power(2).sum() - 2 * inner + np.sum((weights.T @ weights) * (loadings @ loadings.T)))


def stability(k=None, samples=SAMPLES):
    """Matched Jaccard of the ten top terms of all units and of samples of 80 %, for three methods."""
    folder = CORPORA / "national_reports"
    corpus = gn.read_corpus(folder if folder.is_dir() else SAMPLE)
    terms = gn.count_terms(corpus.units("paragraph"))
    if k is None:
        choice = gn.choose_k(terms)
        print(choice.round(3).to_string(index=False), choice.attrs["reason"], sep="\n")
        k = int(choice.loc[choice["recommended"], "k"].iloc[0])
    rng = np.random.default_rng(1)
    n = terms.shape[0]
    masks = [np.isin(np.arange(n), rng.permutation(n)[: round(0.8 * n)]) for _ in range(samples)]
    print(f"{n} paragraphs, k = {k}, {samples} samples of 80 %")
    scores = {}
    for name, top in (("govnlp", _ours), ("scikit-learn NMF", _plain_nmf), ("scikit-learn LDA", _plain_lda)):
        whole = top(terms, k)
        values = [matched_jaccard(whole, top(terms.subset(mask), k)).mean() for mask in masks]
        scores[name] = np.mean(values)
        ratio = scores["govnlp"] / scores[name]
        error = np.std(values, ddof=1) / np.sqrt(samples)
        print(f"{name:20}{scores[name]:8.3f} (standard error {error:.3f}){ratio:8.2f} x", flush=True)


def _ours(terms, k):
    return gn.cluster_topics(terms, k).top_terms.groupby("topic")["term"].agg(set).tolist()


def _plain_nmf(terms, k):
    _, rows, words = plain_matrices(terms)
    model = NMF(k, init="nndsvda", random_state=0, max_iter=300).fit(rows)
    return [set(words[np.argsort(-row, kind="stable")[:10]]) for row in model.components_]


def _plain_lda(terms, k):
    counts, _, words = plain_matrices(terms)
    model = LatentDirichletAllocation(k, random_state=0).fit(counts)
    return [set(words[np.argsort(-row, kind="stable")[:10]]) for row in model.components_]


def guided():
    """Macro-F1 over classes of guided topics, unguided ones, k-means, and a classifier that has seen the labels."""
    if not CORPORA.is_dir():
        print(f"skipped: no labelled texts in {CORPORA}")
        return
    print(f"{'macro-F1':38}{'plan_sentences':>15}{'policy_topics':>15}")
    columns = [
        _macro_f1(name, file)
        for name, file in (("plan_sentences", "sentences"), ("policy_topics", "paragraphs"))
    ]
    for method in columns[0]:
        print(f"{method:38}" + "".join(f"{column[method]:15.3f}" for column in columns))


def _macro_f1(name, file):
    from sklearn.cluster import KMeans
    from sklearn.metrics import f1_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.svm import LinearSVC

    lines = (CORPORA / name / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines if line.strip()]
    labels = np.array([item["label"] for item in items])
    terms = gn.count_terms([item["text"] for item in items])
    rows, k = plain_matrices(terms)[1], len(set(labels))
    model = guided_topics(terms, SEEDS[name])
    pulled = model.labels["topic"].map(model.names).fillna("").to_numpy()
    seen = cross_val_predict(
        LinearSVC(),
        learn_space(terms).rows(terms),
        labels,
        cv=StratifiedKFold(5, shuffle=True, random_state=0),
    )
    kmeans = KMeans(k, n_init=5, random_state=0).fit_predict(rows)
    found = {
        "guided topics": pulled,
        "unguided topics, best pairing": _best_pairing(labels, gn.cluster_topics(terms, k).labels["topic"]),
        "tf-idf + k-means, best pairing": _best_pairing(labels, kmeans),
        "supervised (linear SVM, 5 folds)": seen,
    }
    scores = {
        method: f1_score(labels, guess, average="macro", labels=sorted(set(labels)), zero_division=0)
        for method, guess in found.items()
    }
    return scores | {"guided topics: share assigned": np.mean(pulled != "")}


def _best_pairing(labels, clusters):
    """Name clusters by the pairing with labels that has most units in common."""
    from pandas import crosstab
    from scipy.optimize import linear_sum_assignment

    table = crosstab(np.asarray(clusters), labels)
    left, right = linear_sum_assignment(-table.to_numpy())
    names = dict(zip(table.index[left], table.columns[right], strict=True))
    return np.array([names.get(cluster, "") for cluster in np.asarray(clusters)])


def main():
    """Run one of the comparisons, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.topics", description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="?", choices=("speed", "stability", "guided"), help="default: all")
    parser.add_argument("--size", type=float, default=10, metavar="MB", help="default: 10")
    parser.add_argument("--k", type=int, help="number of topics for stability; default: the recommended one")
    options = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    if options.what in (None, "speed"):
        speed(options.size)
    if options.what is None:
        stability(options.k or USUAL_K, FEW_SAMPLES)
    elif options.what == "stability":
        stability(options.k)
    if options.what in (None, "guided"):
        guided()


if __name__ == "__main__":
    main()
