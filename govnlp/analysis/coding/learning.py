"""From codes by hand to a classifier that says how good it is, where it would guess, and what to code next."""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd

from govnlp.analysis.coding.agreement import main_codes
from govnlp.analysis.coding.classifier import fit, held_out, make_features, split
from govnlp.analysis.coding.evaluating import class_measures, lexicon_guesses, measure_guesses
from govnlp.analysis.coding.guidance import driving_words, learning_curve, next_passages
from govnlp.analysis.themes.lexicon import read_themes
from govnlp.analysis.themes.scores import placed_texts
from govnlp.arguments import WITHIN, takes, whole
from govnlp.notes import Note
from govnlp.workers import one_thread

LEAST = 60  # coded passages: with fewer, ten inner folds leave too little to set a threshold from
RARE = 5  # coded passages of a theme under which its figures say nothing


@dataclass(frozen=True)
class LearntThemes:
    """What `learn_themes` found, as tables.

    Attributes
    ----------
    results : DataFrame
        method (lexicon, words, both), measure (macro_f1, accuracy, kappa: agreement with the coders), value, ci_low,
        ci_high; held-out passages, documents kept together, intervals over documents.
    abstention : DataFrame
        One row: coverage (as asked for), covered (share of held-out passages whose theme is among the candidates),
        decided (share with a single candidate), right (share of these that are right), candidates (mean number),
        n.
    by_theme : DataFrame
        theme, n, n_documents, precision, recall, f1, enough (whether codes suffice to say anything of it).
    checked : DataFrame
        The coded passages, guessed by a model that did not see their document: unit_id, doc_id, text, given, others
        (list of further themes that coders gave), theme, probability, candidates (list), decided.
    predictions : DataFrame
        All passages, by the model of all codes: unit_id, doc_id, text, theme, probability, candidates, decided,
        coded.
    curve : DataFrame
        n (coded passages learnt from), macro_f1, kind (measured or expected); the last row is what so many more
        codes would bring, from a line on the logarithm of n.
    next_passages : DataFrame
        unit_id, doc_id, text, theme, probability: what to code next, the most useful first.
    words : DataFrame
        theme, feature, kind (word or lexicon), weight: what drives each theme, strongest first.
    """

    results: pd.DataFrame
    abstention: pd.DataFrame
    by_theme: pd.DataFrame
    checked: pd.DataFrame
    predictions: pd.DataFrame
    curve: pd.DataFrame
    next_passages: pd.DataFrame
    words: pd.DataFrame

    @property
    def wrong(self):
        """The coded passages whose held-out guess was not the coders', the surest mistakes first."""
        wrong = self.checked[self.checked["theme"] != self.checked["given"]]
        return wrong.sort_values(["probability", "unit_id"], ascending=[False, True], ignore_index=True)


@takes(codes="read_codes: unit_id, coder, theme", coverage=WITHIN, random_state=whole(0))
def learn_themes(codes, corpus, *, themes=None, coverage=0.9, random_state=0):
    """Learn themes from passages that people coded, and say how far the result can be trusted.

    A ridge regression on each theme against the rest takes the segmenter's words (tf-idf) and the scores of the theme
    lexicon. All figures come from passages whose document the model had not seen, and sharpness and threshold are
    set inside of each training part (nested cross-validation). Where more than one theme can't be excluded at the
    stated coverage, the passage is left undecided.

    Parameters
    ----------
    codes : DataFrame
        unit_id, coder, theme (None for none), from `read_codes`. A passage counts with one theme: that of most coders,
        and of several alike the one named first, which should be the main one. The others stand in `checked`.
    corpus : Corpus or DataFrame
        The passages: content blocks of a corpus, or a table with unit_id, doc_id and text. Those not coded get a theme.
    themes : DataFrame, optional
        Lexicon, from `read_themes`; its names need not be those of the codes. Default: the shipped themes.
    coverage : float
        Chance with which a passage's theme shall be among its candidates.
    random_state : int

    Returns
    -------
    LearntThemes
        Tables results, abstention, by_theme, checked, wrong, predictions, curve, next_passages, words.

    Raises
    ------
    ValueError
        The codes lack a column, fewer than 60 coded passages are in the corpus, or all have one theme; the message
        says what is missing.

    Warns
    -----
    UserWarning
        Coders gave several themes to one passage: how often, and that one of them counts.

    Examples
    --------
    >>> rows = [(f"d{i // 5}:{i}", f"d{i // 5}", "修建公路和桥梁" if i % 2 else "新办学校和幼儿园") for i in range(80)]
    >>> units = pd.DataFrame(rows, columns=["unit_id", "doc_id", "text"])
    >>> codes = pd.DataFrame({"unit_id": units["unit_id"], "coder": "甲", "theme": ["教育", "交通"] * 40}).head(60)
    >>> learnt = learn_themes(codes, units)
    >>> learnt.predictions.loc[79, ["theme", "candidates"]].tolist()
    ['交通', ['交通']]
    >>> learnt.words.loc[learnt.words["theme"] == "教育", "feature"].head(2).tolist()
    ['学校', '幼儿园']
    """
    units = placed_texts(corpus)
    given = main_codes(codes)
    coded = np.flatnonzero(units["unit_id"].isin(given.index))
    labels = units["unit_id"].iloc[coded].map(given).to_numpy()
    _check(labels)
    classes, y = np.unique(labels.astype(str), return_inverse=True)
    documents = units["doc_id"].iloc[coded].astype(str).to_numpy()
    groups = (
        documents if len(np.unique(documents)) > 1 else coded
    )  # one document: passages stand for themselves
    features = make_features(units, read_themes() if themes is None else themes)
    x = features.rows()
    with one_thread():
        model = fit(x[coded], y, groups, len(classes), coverage, random_state)
        held = _held_out_sets(x[coded], y, groups, len(classes), coverage, random_state)
        guess = held[0].argmax(axis=1)
        probabilities = model.probabilities(x)
        predictions = _said(units, probabilities, model.sets(probabilities), classes)
        predictions["coded"] = np.isin(np.arange(len(units)), coded)
        checked = _said(units.iloc[coded], *held, classes)
        checked.insert(3, "given", labels)
        checked.insert(4, "others", _others(codes, checked))
        by_theme = class_measures(y, guess, documents, classes)
        return LearntThemes(
            _compared(features, coded, y, groups, classes, guess, random_state),
            _abstention(checked, coverage),
            by_theme.assign(enough=(by_theme["n"] >= RARE) & (by_theme["n_documents"] > 1)),
            checked,
            predictions,
            learning_curve(x[coded], y, groups, len(classes), random_state),
            next_passages(x, predictions, probabilities),
            driving_words(model.weights(x[coded]), features, classes),
        )


def _check(labels):
    """Refuse what nothing can be learnt from, and say what is missing."""
    n = pd.Series(labels, dtype=object).value_counts()
    if len(labels) < LEAST:
        rare = "、".join(sorted(n.index[n < RARE])) or "-"
        raise ValueError(Note("too_few_codes", n=len(labels), least=LEAST, rare=rare, limit=RARE))
    if len(n) < 2:
        raise ValueError(Note("one_code", theme=n.index[0]))


def _others(codes, checked):
    """The further themes of each coded passage; several of one coder are warned of, since only one counts."""
    known = codes[codes["unit_id"].isin(checked["unit_id"])].dropna(subset=["theme"])
    n = int(known.groupby(["unit_id", "coder"])["theme"].nunique().gt(1).groupby("unit_id").any().sum())
    if n:
        warnings.warn(Note("several_themes", n=n, all=len(checked)), stacklevel=4)
    given = known.groupby("unit_id")["theme"].unique()
    pairs = zip(checked["unit_id"], checked["given"], strict=True)
    return [[theme for theme in given.get(unit_id, ()) if theme != main] for unit_id, main in pairs]


def _held_out_sets(x, y, groups, n_classes, coverage, random_state):
    """Probabilities and candidates of every coded passage, by models fitted and tuned without its document."""
    probabilities, sets = np.empty((len(y), n_classes)), np.empty((len(y), n_classes), dtype=bool)
    for train, test in split(groups, random_state):
        model = fit(x[train], y[train], groups[train], n_classes, coverage, random_state)
        probabilities[test] = model.probabilities(x[test])
        sets[test] = model.sets(probabilities[test])
    return probabilities, sets


def _said(units, probabilities, sets, classes):
    out = units[["unit_id", "doc_id", "text"]].reset_index(drop=True)
    out["theme"] = classes[probabilities.argmax(axis=1)]
    out["probability"] = probabilities.max(axis=1)
    out["candidates"] = [classes[row].tolist() for row in sets]
    return out.assign(decided=sets.sum(axis=1) == 1)


def _compared(features, coded, y, groups, classes, both, random_state):
    """Lexicon, words and both, on the same held-out passages."""
    words = features.rows(lexicon=False)[coded]
    guesses = {
        "lexicon": lexicon_guesses(
            features.lexicon[coded], features.themes, y, classes, groups, random_state
        ),
        "words": held_out(words, y, groups, len(classes), random_state).argmax(axis=1),
        "both": both,
    }
    tables = [
        measure_guesses(y, guess, groups, len(classes), random_state).assign(method=name)
        for name, guess in guesses.items()
    ]
    return pd.concat(tables, ignore_index=True)[["method", "measure", "value", "ci_low", "ci_high"]]


def _abstention(checked, coverage):
    decided = checked["decided"]
    covered = [given in some for given, some in zip(checked["given"], checked["candidates"], strict=True)]
    row = {
        "coverage": coverage,
        "covered": float(np.mean(covered)),
        "decided": float(decided.mean()),
        "right": float((checked["given"] == checked["theme"])[decided].mean()),
        "candidates": float(checked["candidates"].str.len().mean()),
        "n": len(checked),
    }
    return pd.DataFrame([row])
