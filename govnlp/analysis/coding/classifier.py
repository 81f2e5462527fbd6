"""A linear classifier of passages for few codes: words and lexicon hits, probabilities, sets that hold the truth."""

from dataclasses import dataclass

import numpy as np

ALPHA = 3.0  # penalty; rows have length one. From 1 to 3 macro-F1 on two sets of real passages moved by .01
LEXICON = 0.5  # length of the lexicon's part of a row, that of words being 1: the words must stay able to overrule it
FOLDS = 10  # with fewer, models of inner folds know too little and sets come out too large
SHARPEST, FLATTEST = 50.0, 0.01  # bounds of the factor that makes decision values to probabilities


@dataclass(frozen=True)
class Features:
    """Rows of passages: words (tf-idf, length one) and lexicon (themes' scores, length one half), with their names."""

    words: object
    lexicon: object
    names: list
    themes: list

    def rows(self, words=True, lexicon=True):
        """Sparse matrix of the chosen parts and a constant, which is the model's intercept."""
        from scipy.sparse import csr_array, hstack

        n = self.words.shape[0]
        parts = [self.words] * words + [self.lexicon] * lexicon
        return hstack([*parts, csr_array(np.ones((n, 1)))], format="csr")


def make_features(units, themes):
    """Features of units (unit_id, text). No code is seen, so idf may come from all of them, coded or not."""
    from scipy.sparse import csr_array
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.preprocessing import normalize

    from govnlp.analysis.themes.scores import score_themes
    from govnlp.words.terms import count_terms

    terms = count_terms(units, stopwords="medium")
    words = TfidfTransformer(sublinear_tf=True).fit_transform(terms.counts.astype(float))
    order = list(dict.fromkeys(themes["theme"]))
    row = {unit_id: i for i, unit_id in enumerate(units["unit_id"])}
    scores = np.zeros((len(units), len(order)))
    found = score_themes(units, themes).dropna(subset=["theme"])
    scores[found["unit_id"].map(row), found["theme"].map(order.index)] = found["score"]
    lexicon = csr_array(LEXICON * normalize(np.sqrt(scores)))
    return Features(words, lexicon, list(terms.terms), order)


def split(groups, random_state=0):
    """Training and test places of each fold; a group (document) is never on both sides.

    Not stratified by class: that would show every held-out passage more of its own class than a new passage finds,
    and sets made from such values hold the truth less often than stated (.875 for .90 on real passages).
    """
    from sklearn.model_selection import GroupKFold

    folds = min(FOLDS, len(np.unique(groups)))
    return list(GroupKFold(folds, shuffle=True, random_state=random_state).split(groups, groups=groups))


def ridge(x, y, n_classes):
    """Ridge regression on +1 for the class and -1 for the others, every class weighing the same."""
    from sklearn.kernel_ridge import KernelRidge

    n = np.bincount(y, minlength=n_classes)
    weight = len(y) / np.count_nonzero(n) / n[y]
    return KernelRidge(alpha=ALPHA).fit(x, 2.0 * np.eye(n_classes)[y] - 1, sample_weight=weight)


def softmax(decision, factor):
    """Probabilities from decision values; the factor says how sharp."""
    from scipy.special import softmax

    return softmax(factor * decision, axis=1)


def sharpness(decision, y):
    """The factor with the least log loss on held-out values: temperature scaling (Guo et al. 2017)."""
    from scipy.optimize import minimize_scalar
    from scipy.special import log_softmax

    def loss(log_factor):
        return -log_softmax(np.exp(log_factor) * decision, axis=1)[np.arange(len(y)), y].mean()

    return float(np.exp(minimize_scalar(loss, bounds=np.log([FLATTEST, SHARPEST]), method="bounded").x))


def held_out(x, y, groups, n_classes, random_state=0):
    """Decision values of every row, by a model that saw nothing of its group."""
    out = np.empty((len(y), n_classes))
    for train, test in split(groups, random_state):
        out[test] = ridge(x[train], y[train], n_classes).predict(x[test])
    return out


@dataclass(frozen=True)
class Classifier:
    """What was learnt from coded rows: the model, its sharpness, and the least probability that a set admits."""

    model: object
    factor: float
    least: float

    def probabilities(self, x):
        """A row per passage, a column per class."""
        return softmax(self.model.predict(x), self.factor)

    def sets(self, probabilities):
        """The classes that can't be excluded; never none."""
        top = probabilities == probabilities.max(axis=1, keepdims=True)
        return (probabilities >= self.least) | top

    def weights(self, x):
        """Weight of every column for every class, from the rows that the model was fitted on."""
        return x.T @ self.model.dual_coef_


def fit(x, y, groups, n_classes, coverage=0.9, random_state=0):
    """Fit a classifier; its sharpness and its sets come from inner folds that keep documents together.

    Sets are conformal: a class is admitted where its probability is not below that of the true class of all but
    1 - coverage of the held-out passages (Sadinle, Lei & Wasserman 2019; held-out values of all folds together,
    Vovk 2015). Whatever the model is worth, a new passage's true class is in its set with about the stated chance,
    as long as new passages are drawn as the coded ones were.
    """
    decision = held_out(x, y, groups, n_classes, random_state)
    factor = sharpness(decision, y)
    true = np.sort(softmax(decision, factor)[np.arange(len(y)), y])
    place = int(np.floor((1 - coverage) * (len(y) + 1)))
    return Classifier(ridge(x, y, n_classes), factor, true[place - 1] if place else 0.0)
