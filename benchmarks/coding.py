"""Themes learnt from codes by hand against plain use of scikit-learn, on two labelled sets of real passages.

    python -m benchmarks.coding [FOLDER]    with the sets; beside the checkout unless given

Codes are those of documents drawn at random; all other passages are the test. Figures are means over draws, with
the middle 95 % of the draws: most of that spread is the luck of which passages were coded.
The lexicon's themes are not the sets' classes: each stands for the class that it goes with most often among the codes.
Topics have the number of classes, see no codes, and each stands for the class of most of its coded passages.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

import govnlp as gn
from govnlp.analysis.coding.classifier import fit, make_features

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
SETS = {"plan_sentences": ("sentences.jsonl", "id"), "policy_topics": ("paragraphs.jsonl", "url")}
SIZES = (60, 120, 240)
DRAWS = 30
LEFT = 40  # passages that a test has at least


def labelled(name, folder):
    """Units of a set with their labels; passages of one document share their doc_id."""
    file, document = SETS[name]
    rows = [
        json.loads(line) for line in (Path(folder) / name / file).read_text(encoding="utf-8").splitlines()
    ]
    units = pd.DataFrame([(row["id"], row[document], row["text"]) for row in rows])
    return units.set_axis(["unit_id", "doc_id", "text"], axis=1), np.array([row["label"] for row in rows])


def draw(groups, n, chance):
    """Places of about n passages of whole documents, and of all others."""
    order = chance.permutation(groups.max() + 1)[groups].argsort(kind="stable")
    while 0 < n < len(order) and groups[order[n]] == groups[order[n - 1]]:
        n += 1
    return order[:n], order[n:]


def stands_for(things, y, train, test, n_classes):
    """Class of the test passages, by the class that each thing goes with most often among the coded ones."""
    seen = np.zeros((things.max() + 1, n_classes), dtype=int)
    np.add.at(seen, (things[train], y[train]), 1)
    usual = np.where(seen.any(axis=1), seen.argmax(axis=1), seen.sum(axis=0).argmax())
    return usual[things[test]]


def plain_svc(texts, y, train, test):
    """tf-idf of jieba's words and LinearSVC, as the tutorials have it."""
    import jieba
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectors = TfidfVectorizer(tokenizer=jieba.lcut, token_pattern=None)
    known = vectors.fit_transform(texts[train])
    return LinearSVC().fit(known, y[train]).predict(vectors.transform(texts[test]))


def one_draw(units, y, groups, prepared, train, test):
    """Macro-F1 of every way, and what abstention does, for one draw of codes."""
    from sklearn.metrics import f1_score

    features, themes, topics = prepared
    n_classes, texts = y.max() + 1, units["text"].to_numpy()
    out = {}
    for name, lexicon in (("words", False), ("words and lexicon", True)):
        x = features.rows(lexicon=lexicon)
        model = fit(x[train], y[train], groups[train], n_classes)
        p = model.probabilities(x[test])
        out[name] = p.argmax(axis=1)
    sets, right = model.sets(p), p.argmax(axis=1) == y[test]
    alone = sets.sum(axis=1) == 1
    out["lexicon"] = stands_for(themes, y, train, test, n_classes)
    out["topics"] = stands_for(topics, y, train, test, n_classes)
    out["tf-idf + LinearSVC"] = plain_svc(texts, y, train, test)
    row = {name: f1_score(y[test], guess, average="macro", zero_division=0) for name, guess in out.items()}
    row["gain over LinearSVC"] = row["words and lexicon"] - row["tf-idf + LinearSVC"]
    return row | {
        "covered (stated .90)": sets[np.arange(len(test)), y[test]].mean(),
        "candidates": sets.sum(axis=1).mean(),
        "decided": alone.mean(),
        "right of decided": right[alone].mean() if alone.any() else np.nan,
        "right of all": right.mean(),
        "mean probability": p.max(axis=1).mean(),
    }


def measure(name, folder):
    """A table: measure, and for every number of codes mean and interval over draws."""
    units, labels = labelled(name, folder)
    y = np.unique(labels, return_inverse=True)[1]
    groups = np.unique(units["doc_id"], return_inverse=True)[1]
    features = make_features(units, gn.read_themes())
    scores = features.lexicon.toarray()
    themes = np.where(scores.any(axis=1), scores.argmax(axis=1), scores.shape[1])
    model = gn.cluster_topics(gn.count_terms(units), k=int(y.max()) + 1, random_state=0)
    found = model.labels.set_index("unit_id")["topic"].reindex(units["unit_id"])
    topics = np.unique(found.fillna(-1).astype(int), return_inverse=True)[1]
    columns = {}
    for n in sorted({min(n, len(y) - LEFT) for n in SIZES}):
        chance = np.random.default_rng(0)
        rows = [
            one_draw(units, y, groups, (features, themes, topics), *draw(groups, n, chance))
            for _ in range(DRAWS)
        ]
        table = pd.DataFrame(rows)
        low, mean, high = table.quantile(0.025), table.mean(), table.quantile(0.975)
        columns[f"{n} codes"] = [
            f"{m:.3f} [{a:.3f}, {b:.3f}]" for m, a, b in zip(mean, low, high, strict=True)
        ]
    return pd.DataFrame(columns, index=table.columns)


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else CORPORA
    for name in SETS:
        print(f"{name}: mean of {DRAWS} draws [2.5 %, 97.5 %]", measure(name, folder).to_string(), sep="\n")
