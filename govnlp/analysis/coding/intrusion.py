"""Are topics meant? Sheets on which people look for the word, or the passage, that does not belong."""

import numpy as np
import pandas as pd

from govnlp.analysis.coding.sheets import write_sheets
from govnlp.notes import Mistake

WORDS, PASSAGES = 5, 3  # of the topic itself, beside the intruder (Chang et al. 2009)
HEAD = 10  # top terms of another topic from which an intruder comes: a word that is at home somewhere
RATING, MEANS = "rating", 3  # sheet of ratings, and the best of them: 1 no sense, 2 some, 3 clear
CHARACTERS = 160  # of a passage: four are read in half a minute


def intrusion_questions(model, units=None, *, random_state=0):
    """A question per topic: which word, and which passage, does not belong?

    Parameters
    ----------
    model : TopicModel
        From `cluster_topics`.
    units : DataFrame, optional
        unit_id and text of the units of the model, for questions on passages.
    random_state : int

    Returns
    -------
    DataFrame
        question, kind (words or passages), topic, shown (list of the choices), intruder (number of the choice), choices
        (how many). A topic with fewer than five words, or three passages, of its own has no question.

    Raises
    ------
    ValueError
        The model has fewer than two topics: nothing can intrude.
    """
    if len(model.topics) < 2:
        raise ValueError(Mistake("no_intruder"))
    chance, rows = np.random.default_rng(random_state), []
    for topic in model.topics["topic"]:
        asked = [("words", WORDS, *_words(model.top_terms, topic, chance))]
        if units is not None:
            asked.append(("passages", PASSAGES, *_passages(model.labels, units, topic, chance)))
        for kind, least, own, foreign in asked:
            if len(own) < least or foreign is None:
                continue
            choices = [*own, foreign]
            order = chance.permutation(len(choices))
            number = int(np.flatnonzero(order == len(own))[0]) + 1
            shown = [choices[i] for i in order]
            rows.append((f"q{len(rows) + 1}", kind, topic, shown, number, len(choices)))
    return pd.DataFrame(rows, columns=["question", "kind", "topic", "shown", "intruder", "choices"])


def export_intrusion(model, path, units=None, *, people=("person_1", "person_2"), random_state=0):
    """Write a spreadsheet with the questions of `intrusion_questions`, and with the topics to be rated.

    Parameters
    ----------
    model : TopicModel
        From `cluster_topics`.
    path : str or path
        Ends in .xlsx. People write into their column the number of the intruder, and on the last sheet how much sense a
        topic makes: 1 none, 2 some, 3 clear.
    units : DataFrame, optional
        unit_id and text of the units of the model, for questions on passages.
    people : sequence of str
        A column for each.
    random_state : int

    Returns
    -------
    DataFrame
        The key, to be kept from them: question, kind, topic, intruder, choices.

    Raises
    ------
    ValueError
        The model has fewer than two topics.
    """
    asked = intrusion_questions(model, units, random_state=random_state)
    sheets, answers = {}, dict.fromkeys(people, "")
    for kind, part in asked.groupby("kind", sort=False):
        shown = pd.DataFrame(part["shown"].tolist())
        shown.columns = [f"choice_{i + 1}" for i in shown]
        sheets[kind] = pd.concat([part[["question"]].reset_index(drop=True), shown], axis=1).assign(**answers)
    terms = model.top_terms.groupby("topic", sort=False)["term"].agg(lambda x: "、".join(x.head(HEAD)))
    sheets[RATING] = terms.rename("terms").reset_index().assign(**answers)
    write_sheets(sheets, path)
    return asked.drop(columns="shown")


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
    sheets = pd.read_excel(path, sheet_name=None, dtype=str)
    answers = pd.concat([sheet for name, sheet in sheets.items() if name != RATING], ignore_index=True)
    given = _given(answers, "question").merge(key, on="question")
    if given.empty:
        raise ValueError(Mistake("no_answers", path=path))
    return score_answers(_numbers(given, "question", "choices"))


def score_answers(given):
    """Score answers (kind, topic, choices, intruder, answer); see `score_intrusion`."""
    given = given.assign(right=given["answer"].astype(int) == given["intruder"])
    parts = [(kind, pd.NA, part) for kind, part in given.groupby("kind", sort=False)]
    parts += [(*names, part) for names, part in given.groupby(["kind", "topic"], sort=False)]
    rows = [(kind, topic, *_share(part["right"]), 1 / part["choices"].iloc[0]) for kind, topic, part in parts]
    columns = ["kind", "topic", "n", "right", "share", "ci_low", "ci_high", "chance"]
    return pd.DataFrame(rows, columns=columns).astype({"topic": "Int64"})


def score_ratings(path):
    """Score the ratings on the last sheet of `export_intrusion`: how much sense do topics make (Newman et al. 2010)?

    Parameters
    ----------
    path : str or path
        The spreadsheet, filled in.

    Returns
    -------
    DataFrame
        topic, terms, n (ratings), mean (1 to 3), clear (share of 3), ci_low, ci_high (of that share, 95 %, Wilson),
        spread (largest less smallest rating: where people differ, read the passages together); best first.

    Raises
    ------
    ValueError
        There is no rating, or one that is no number from 1 to 3; the message names it.
    """
    rated = pd.read_excel(path, sheet_name=RATING, dtype=str)
    given = _given(rated.drop(columns="terms"), "topic")
    if given.empty:
        raise ValueError(Mistake("no_ratings", path=path))
    given = _numbers(given.assign(choices=MEANS), "topic", "choices")
    rows = []
    for topic, part in given.groupby("topic", sort=False):
        n, _, clear, low, high = _share(part["answer"] == MEANS)
        spread = part["answer"].max() - part["answer"].min()
        rows.append((topic, n, part["answer"].mean(), clear, low, high, spread))
    columns = ["topic", "n", "mean", "clear", "ci_low", "ci_high", "spread"]
    table = rated[["topic", "terms"]].merge(pd.DataFrame(rows, columns=columns), on="topic")
    return table.astype({"topic": int}).sort_values(
        ["mean", "topic"], ascending=[False, True], ignore_index=True
    )


def _given(table, key):
    """Answers that people wrote: the key, person, answer; empty cells are none."""
    people = [name for name in table if name != key and not name.startswith("choice_")]
    given = table.melt(key, people, var_name="person", value_name="answer").dropna(subset=["answer"])
    given["answer"] = given["answer"].str.strip()
    return given[given["answer"] != ""]


def _numbers(given, key, most):
    """Answers as numbers from 1; what is none is named."""
    for person, at, answer, top in given[["person", key, "answer", most]].itertuples(index=False):
        if not (answer.isdecimal() and 1 <= int(answer) <= top):
            raise ValueError(Mistake("answer_no_choice", person=person, answer=answer, at=at, top=top))
    return given.astype({"answer": int})


def _share(right):
    from scipy.stats import binomtest

    found = binomtest(int(right.sum()), len(right))
    interval = found.proportion_ci(method="wilson")
    return len(right), int(right.sum()), found.statistic, interval.low, interval.high
