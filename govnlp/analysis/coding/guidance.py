"""What to do next: what more codes would bring, which passages to code, which words drive a theme."""

import numpy as np
import pandas as pd

from govnlp.analysis.coding.classifier import ridge, split

STEPS = (0.4, 0.55, 0.7, 0.85, 1.0)  # shares of the coded documents in the learning curve
REPEATS = 3  # random orders of the documents in the learning curve
MORE = 150  # further passages for which the curve says what to expect
NEXT = 30  # passages proposed for coding: an hour's work
TOP = 15  # words shown of each theme


def learning_curve(x, y, groups, n_classes, random_state):
    """Macro-F1 of held-out documents by the number of passages learnt from: n, macro_f1, kind; see `LearntThemes`."""
    from sklearn.metrics import f1_score

    chance, rows = np.random.default_rng(random_state), []
    for repeat in range(REPEATS):
        guesses = np.empty((len(STEPS), len(y)), dtype=int)
        sizes = np.zeros((len(STEPS), 0))
        for train, test in split(groups, random_state + repeat):
            names, place = np.unique(groups[train], return_inverse=True)
            order = chance.permutation(len(names))[place]
            parts = [train[order < max(1, round(share * len(names)))] for share in STEPS]
            for i, part in enumerate(parts):
                guesses[i, test] = ridge(x[part], y[part], n_classes).predict(x[test]).argmax(axis=1)
            sizes = np.column_stack([sizes, [len(part) for part in parts]])
        for n, guess in zip(sizes.mean(axis=1), guesses, strict=True):
            rows.append((n, f1_score(y, guess, average="macro", zero_division=0)))
    measured = pd.DataFrame(rows, columns=["n", "macro_f1"])
    measured = measured.groupby(np.tile(np.arange(len(STEPS)), REPEATS)).mean().reset_index(drop=True)
    slope, start = np.polyfit(np.log(measured["n"]), measured["macro_f1"], 1)
    more = pd.DataFrame({"n": [len(y) + MORE], "macro_f1": [min(1.0, start + slope * np.log(len(y) + MORE))]})
    table = pd.concat([measured.assign(kind="measured"), more.assign(kind="expected")], ignore_index=True)
    return table.assign(n=table["n"].round().astype(int))


def next_passages(x, predictions, probabilities):
    """Passages not coded that are uncertain and unlike the coded ones and each other.

    Greedily: entropy, less up to half of it where a passage is like one that is coded or chosen.
    """
    free = np.flatnonzero(~predictions["coded"].to_numpy())
    p = probabilities[free]
    entropy = -(p * np.log(np.maximum(p, 1e-12))).sum(axis=1)
    rows = x[free]
    likeness = (rows @ x[np.flatnonzero(predictions["coded"])].T).max(axis=1).toarray().ravel()
    chosen = []
    for _ in range(min(NEXT, len(free))):
        useful = entropy * (1 - likeness / max(likeness.max(), 1e-12) / 2)
        useful[chosen] = -1
        best = int(useful.argmax())
        chosen.append(best)
        likeness = np.maximum(likeness, (rows @ rows[[best]].T).toarray().ravel())
    columns = ["unit_id", "doc_id", "text", "theme", "probability"]
    return predictions.iloc[free[chosen]][columns].reset_index(drop=True)


def driving_words(weights, features, classes):
    """Words and lexicon themes that speak most for each class: theme, feature, kind, weight."""
    names = [*features.names, *features.themes]
    kinds = ["word"] * len(features.names) + ["lexicon"] * len(features.themes)
    rows = []
    for k, theme in enumerate(classes):
        column = weights[:-1, k]
        for i in sorted(np.flatnonzero(column > 0), key=lambda i: (-column[i], names[i]))[:TOP]:
            rows.append((theme, names[i], kinds[i], float(column[i])))
    return pd.DataFrame(rows, columns=["theme", "feature", "kind", "weight"])
