"""Are topics meant? Sheets on which people look for the word, or the passage, that does not belong."""

import numpy as np
import pandas as pd

from govnlp.analysis.coding.sheets import write_sheets

WORDS, PASSAGES = 5, 3  # of the topic itself, beside the intruder (Chang et al. 2009)
HEAD = 10  # top terms of another topic from which an intruder comes: a word that is at home somewhere
CHARACTERS = 160  # of a passage: four are read in half a minute


def export_intrusion(model, path, units=None, *, people=("person_1", "person_2"), random_state=0):
    """Write a spreadsheet with a question per topic: which word, and which passage, does not belong?

    Parameters
    ----------
    model : TopicModel
        From `cluster_topics`.
    path : str or path
        Ends in .xlsx. People write the number of the intruder into their column.
    units : DataFrame, optional
        unit_id and text of the units of the model, for questions on passages.
    people : sequence of str
        A column for each.
    random_state : int

    Returns
    -------
    DataFrame
        The key, to be kept from them: question, kind (words or passages), topic, intruder (number of the choice),
        choices (how many). A topic with fewer than five words, or three passages, of its own has no question.

    Raises
    ------
    ValueError
        The model has fewer than two topics: nothing can intrude.
    """
    if len(model.topics) < 2:
        raise ValueError("an intruder comes from another topic: the model has fewer than two")
    chance, asked = np.random.default_rng(random_state), []
    for topic in model.topics["topic"]:
        asked.append(("words", topic, *_words(model.top_terms, topic, chance)))
        if units is not None:
            asked.append(("passages", topic, *_passages(model.labels, units, topic, chance)))
    questions, keys = [], []
    for kind, topic, own, foreign in asked:
        if len(own) < (WORDS if kind == "words" else PASSAGES) or foreign is None:
            continue
        choices = [*own, foreign]
        order = chance.permutation(len(choices))
        number = f"q{len(keys) + 1}"
        shown = {f"choice_{i + 1}": choices[j] for i, j in enumerate(order)}
        questions.append((kind, {"question": number} | shown | dict.fromkeys(people, "")))
        keys.append((number, kind, topic, int(np.flatnonzero(order == len(own))[0]) + 1, len(choices)))
    tables = {
        kind: pd.DataFrame([row for k, row in questions if k == kind])
        for kind in dict.fromkeys(k for k, _ in questions)
    }
    write_sheets(tables, path)
    return pd.DataFrame(keys, columns=["question", "kind", "topic", "intruder", "choices"])


def _words(top_terms, topic, chance):
    """The topic's first words, and a first word of another topic that is none of its own."""
    mine = top_terms.loc[top_terms["topic"] == topic, "term"].tolist()
    others = top_terms[top_terms["topic"] != topic].groupby("topic", sort=True).head(HEAD)
    strange = sorted(set(others["term"]) - set(mine))
    return mine[:WORDS], chance.choice(strange) if strange else None


def _passages(labels, units, topic, chance):
    """The topic's strongest passages, and a strong one of another topic."""
    texts = units.drop_duplicates("unit_id").set_index("unit_id")["text"]
    ranked = labels[labels["topic"] > 0].sort_values(["strength", "unit_id"], ascending=[False, True])
    mine = ranked.loc[ranked["topic"] == topic, "unit_id"].head(PASSAGES)
    others = ranked[ranked["topic"] != topic].groupby("topic", sort=True).head(PASSAGES)["unit_id"]
    own = [texts[unit][:CHARACTERS] for unit in mine]
    return own, texts[chance.choice(others)][:CHARACTERS] if len(others) else None


def score_intrusion(path, key):
    """Score the answers on a sheet of `export_intrusion`.

    Parameters
    ----------
    path : str or path
        The spreadsheet, filled in.
    key : DataFrame
        From `export_intrusion`.

    Returns
    -------
    DataFrame
        kind, topic (NA for all topics together), n (answers), right, share, ci_low, ci_high (95 %, Wilson; answers of
        one topic are few, so the interval is wide), chance (share that guessing gets); totals first. A topic whose
        interval begins above chance is one that people see.

    Raises
    ------
    ValueError
        There is no answer, or one that is no number of a choice; the message names it.
    """
    answers = pd.concat(pd.read_excel(path, sheet_name=None, dtype=str).values(), ignore_index=True)
    people = [name for name in answers if name != "question" and not name.startswith("choice_")]
    given = answers.melt("question", people, var_name="person", value_name="answer").dropna(subset=["answer"])
    given["answer"] = given["answer"].str.strip()
    given = given[given["answer"] != ""].merge(key, on="question")
    if given.empty:
        raise ValueError(f"no answers in {path}: write the number of the choice that does not belong")
    for row in given.itertuples():
        if not (row.answer.isdecimal() and 1 <= int(row.answer) <= row.choices):
            raise ValueError(
                f"{row.person} has {row.answer!r} at {row.question}; a number from 1 to {row.choices}"
            )
    given["right"] = given["answer"].astype(int) == given["intruder"]
    parts = [(kind, pd.NA, part) for kind, part in given.groupby("kind", sort=False)]
    parts += [(*names, part) for names, part in given.groupby(["kind", "topic"], sort=False)]
    rows = [(kind, topic, *_share(part["right"]), 1 / part["choices"].iloc[0]) for kind, topic, part in parts]
    columns = ["kind", "topic", "n", "right", "share", "ci_low", "ci_high", "chance"]
    return pd.DataFrame(rows, columns=columns).astype({"topic": "Int64"})


def _share(right):
    from scipy.stats import binomtest

    found = binomtest(int(right.sum()), len(right))
    interval = found.proportion_ci(method="wilson")
    return len(right), int(right.sum()), found.statistic, interval.low, interval.high
