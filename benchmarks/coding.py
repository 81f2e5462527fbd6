"""Themes learnt from codes by hand against plain use of scikit-learn, on two labelled sets of real passages.

    python -m benchmarks.coding [FOLDER]    with the sets; beside the checkout unless given

Codes are those of documents drawn at random; all other passages are the test. Figures are means over draws, with
the middle 95 % of the draws: most of that spread is the luck of which passages were coded.
The lexicon's themes are not the sets' classes: each stands for the class that it goes with most often among the codes.
Topics have the number of classes, see no codes, and each stands for the class of most of its coded passages.
Before the sets, simulated coders: two who err independently in 7 % of passages, in documents that differ in how often
they have the theme; how often the 95 % interval over documents holds the true alpha, and the true kappa.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

import govnlp as gn
from govnlp.analysis.coding.agreement import theme_agreement
from govnlp.analysis.coding.classifier import fit, make_features

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
SETS = {"plan_sentences": ("sentences.jsonl", "id"), "policy_topics": ("paragraphs.jsonl", "url")}
SIZES = (60, 120, 240)
DRAWS = 30
ERROR, SIMULATIONS = 0.07, 400  # of each simulated coder; per setting
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


def coders(documents, passages, share, chance):
    """Yes or no of two simulated coders for every passage, and the document of each."""
    often = chance.beta(share * 4, (1 - share) * 4, documents)
    true = chance.random((documents, passages)) < often[:, None]
    both = [(true ^ (chance.random(true.shape) < ERROR)).ravel() for _ in range(2)]
    return pd.DataFrame(both, index=["甲", "乙"]).T, np.repeat(np.arange(documents), passages)


def interval_coverage(documents, passages, share):
    """Share of simulations whose intervals hold the true alpha and kappa, which are the same for coders alike."""
    yes = share * (1 - ERROR) + (1 - share) * ERROR
    true = 1 - (2 * ERROR * (1 - ERROR)) / (2 * yes * (1 - yes))
    chance, held = np.random.default_rng(0), np.zeros(2)
    for seed in range(SIMULATIONS):
        given, of = coders(documents, passages, share, chance)
        long = given.rename_axis("unit_id").reset_index().melt("unit_id", var_name="coder", value_name="yes")
        codes = long.assign(theme=long["yes"].map({True: "水", False: None}))
        units = pd.DataFrame({"unit_id": given.index, "doc_id": of})
        row = theme_agreement(codes, units, random_state=seed).iloc[0]
        held += [row[f"{name}_low"] <= true <= row[f"{name}_high"] for name in ("alpha", "kappa")]
    return dict(zip(("true", "alpha", "kappa"), (true, *held / SIMULATIONS), strict=True))


if __name__ == "__main__":
    for documents, passages in ((10, 6), (20, 6), (40, 6), (80, 4)):
        for share in (0.15, 0.4):
            found = interval_coverage(documents, passages, share)
            found = {name: round(float(value), 3) for name, value in found.items()}
            print(
                f"{documents} documents of {passages} passages, a theme in {share:.0%}: {found}", flush=True
            )
    folder = sys.argv[1] if len(sys.argv) > 1 else CORPORA
    for name in SETS:
        print(f"{name}: mean of {DRAWS} draws [2.5 %, 97.5 %]", measure(name, folder).to_string(), sep="\n")
