"""How good guesses are: macro-F1, accuracy and kappa with bootstrap intervals over documents."""

import numpy as np
import pandas as pd

from govnlp.analysis.coding.classifier import split

DRAWS = 1000  # resamples; the ends of an interval then move by less than .01 with the seed


def resample(sums, documents, statistic, random_state=0, level=0.95):
    """A statistic of sums over rows, with its interval over documents drawn with replacement.

    The percentile interval, expanded for few documents as a t interval is (Hesterberg 2015, section 3.3); without
    that, 95 % intervals of alpha from ten documents held the truth in 89 %.

    Parameters
    ----------
    sums : array
        Rows by quantities whose sums make the statistic.
    documents : array
        Document of each row.
    statistic : callable
        From an array of sums, its last axis the quantities, to a value for each of the others.
    random_state : int
    level : float

    Returns
    -------
    value, low, high : float
        The ends are NaN where there is one document only.
    """
    from scipy.stats import norm, t

    names, place = np.unique(documents, return_inverse=True)
    n = len(names)
    by_document = np.array(
        [np.bincount(place, column, minlength=n) for column in np.asarray(sums, float).T]
    ).T
    value = float(statistic(by_document.sum(axis=0)))
    if n < 2:
        return value, np.nan, np.nan
    drawn = np.random.default_rng(random_state).multinomial(n, np.full(n, 1 / n), size=DRAWS)
    values = statistic(drawn @ by_document)
    values = values[np.isfinite(values)]
    if not len(values):
        return value, np.nan, np.nan
    tail = norm.sf(np.sqrt(n / (n - 1)) * t.isf((1 - level) / 2, n - 1))
    low, high = np.quantile(values, [tail, 1 - tail])
    return value, float(min(low, value)), float(max(high, value))


def _macro_f1(sums):
    right, true, guessed = np.split(sums, 3, axis=-1)
    f1 = 2 * right / np.maximum(true + guessed, 1)
    there = true > 0
    return (f1 * there).sum(axis=-1) / np.maximum(there.sum(axis=-1), 1)


def _accuracy(sums):
    right, true, _ = np.split(sums, 3, axis=-1)
    return right.sum(axis=-1) / true.sum(axis=-1)


def _kappa(sums):
    right, true, guessed = np.split(sums, 3, axis=-1)
    n = true.sum(axis=-1)
    chance = (true * guessed).sum(axis=-1) / n**2
    with np.errstate(divide="ignore", invalid="ignore"):
        return (right.sum(axis=-1) / n - chance) / (1 - chance)


MEASURES = {"macro_f1": _macro_f1, "accuracy": _accuracy, "kappa": _kappa}


def measure_guesses(true, guess, documents, n_classes, random_state=0):
    """Macro-F1, accuracy and Cohen's kappa of guesses: measure, value, ci_low, ci_high.

    Macro-F1 is the mean over the classes that occur among the true ones.
    """
    one = np.eye(n_classes)
    right = one[true] * (true == guess)[:, None]
    sums = np.hstack([right, one[true], one[guess]])
    rows = [(name, *resample(sums, documents, measure, random_state)) for name, measure in MEASURES.items()]
    return pd.DataFrame(rows, columns=["measure", "value", "ci_low", "ci_high"])


def class_measures(true, guess, documents, classes):
    """How each class fared: theme, n, n_documents, precision, recall, f1."""
    rows = []
    for i, name in enumerate(classes):
        said, was = guess == i, true == i
        right = int((said & was).sum())
        precision = right / said.sum() if said.any() else np.nan
        recall = right / was.sum() if was.any() else np.nan
        f1 = 2 * right / max(1, int(said.sum() + was.sum()))
        rows.append([name, int(was.sum()), len(np.unique(documents[was])), precision, recall, f1])
    return pd.DataFrame(rows, columns=["theme", "n", "n_documents", "precision", "recall", "f1"])


def lexicon_guesses(lexicon, names, y, classes, groups, random_state=0):
    """Class of each coded passage by the lexicon's strongest theme alone.

    A theme with the name of a class is that class; another stands for the class that it goes with most often in
    the training part, as does the lack of any theme.
    """
    scores = lexicon.toarray()
    top = np.where(scores.any(axis=1), scores.argmax(axis=1), len(names))
    same = {i: int(np.flatnonzero(classes == name)[0]) for i, name in enumerate(names) if name in classes}
    out = np.empty(len(y), dtype=int)
    for train, test in split(groups, random_state):
        seen = np.zeros((len(names) + 1, len(classes)), dtype=int)
        np.add.at(seen, (top[train], y[train]), 1)
        stands_for = np.where(seen.any(axis=1), seen.argmax(axis=1), seen.sum(axis=0).argmax())
        for i, k in same.items():
            stands_for[i] = k
        out[test] = stands_for[top[test]]
    return out
