"""Topics guided by seed words."""

import numpy as np
import pandas as pd

from govnlp.analysis.topics.building import build_model, describable, describe
from govnlp.analysis.topics.fits import place_by_likeness
from govnlp.analysis.topics.space import learn_space
from govnlp.notes import Mistake

SEEDS = 0.7
ROUNDS = 2


def guided_topics(terms, seeds):
    """Find the units that speak of given themes, by seed words and the words that keep them company.

    A theme's profile begins as its seed words, weighted by idf. Each unit is given to the profile that it is most like,
    and 70 % of the seeds plus 30 % of the mean of its units make the new profile, twice (relevance feedback: Rocchio
    1971). A unit without a seed word that is more like the mean of all units than like that of any theme's stays
    unassigned.

    Parameters
    ----------
    terms : TermMatrix
    seeds : dict of str to list of str (or words separated by blanks), or DataFrame
        Seed words of every theme; or a lexicon from `read_themes`, whose literal entries count by their weights. A word
        that was cut in two is not found: count the terms with ``Segmenter(lexicon=words)``.

    Returns
    -------
    TopicModel
        A topic per theme, in the order given, with its name; topic 0 holds what is unassigned. ``note["unknown"]``
        lists the seed words that the units lack; a theme that has no other stays without units.

    Raises
    ------
    ValueError
        No theme has any of its seed words in the units.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> texts = ["企业办税更快", "减税惠及企业", "河道清淤", "河道水质改善", "今天举行会议"] * 4
    >>> model = guided_topics(count_terms(texts), {"营商": ["企业"], "水务": ["河道"]})
    >>> model.labels["topic"].tolist()[:5]
    [1, 1, 2, 2, 0]
    """
    wanted = _weights(seeds)
    space = learn_space(terms)
    rows = space.rows(terms)
    column = {term: i for i, term in enumerate(space.terms)}
    start = np.zeros((len(wanted), len(column)))
    for topic, words in enumerate(wanted.values()):
        for word, weight in words.items():
            known = [word] if word in column else [term for term in column if word in term]
            for at in (column[term] for term in known):
                start[topic, at] = max(start[topic, at], weight * space.idf[at])
    if not start.any():
        names = "、".join(wanted) or "none given"
        raise ValueError(Mistake("no_seed_words", names=names))
    average = _length_one(np.asarray(rows.mean(axis=0)).reshape(1, -1))
    start = profiles = _length_one(start)
    for _ in range(ROUNDS):
        cosines = np.asarray(rows @ profiles.T)
        best = cosines == cosines.max(axis=1, keepdims=True)
        means = _length_one(np.asarray(rows.T @ (cosines * best)).T)
        profiles = _length_one(SEEDS * start + (1 - SEEDS) * means)
    profiles = np.vstack([profiles, means, start, average])
    everything = "\n".join(column)
    unknown = sorted({word for words in wanted.values() for word in words if word not in everything})
    note = {"method": "guided", "runs": 0, "random_state": 0, "converged": True, "unknown": unknown}
    degrees = place_by_likeness(rows, profiles)
    found = describe(describable(terms), degrees) | {"names": list(wanted)}
    return build_model(terms, space, degrees, profiles, np.full(len(wanted), np.nan), note, found)


def _weights(seeds):
    """Theme to seed word to weight."""
    if isinstance(seeds, pd.DataFrame):
        literal = seeds[seeds["kind"].eq("literal")]
        groups = literal.groupby("theme", sort=False)
        return {name: dict(zip(part["entry"], part["weight"], strict=True)) for name, part in groups}
    split = {name: words.split() if isinstance(words, str) else words for name, words in seeds.items()}
    return {name: dict.fromkeys(words, 1.0) for name, words in split.items()}


def _length_one(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
