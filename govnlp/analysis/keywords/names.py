"""Words that tell where a text comes from rather than what it is about: names, and words of one document."""

from functools import lru_cache

import numpy as np
import pandas as pd

from govnlp.analysis.keywords.tfidf import in_background
from govnlp.lexicons import lexicon_path
from govnlp.words.dictionaries import read_lexicon

OWNED = 0.8  # share of a word's occurrences in one document from which the word is that document's
CHANCE = 0.05  # probability of so many there, were the word spread by length, above which it is not


def without_names(terms):
    """A matrix without names of places and persons and without words that one document owns; its note counts them.

    Parameters
    ----------
    terms : TermMatrix

    Returns
    -------
    TermMatrix

    Examples
    --------
    >>> from govnlp import count_terms
    >>> kept = without_names(count_terms(["云南省的徐小丽种植水稻", "水稻种植"]))
    >>> list(kept.terms)
    ['水稻', '的', '种植']
    """
    terms = terms._columns(~is_name(terms.terms), "names of places and persons")
    return terms._columns(~owned(terms), "words of one document")


def is_name(words):
    """Whether words are names of places of the official list, or persons' names that no dictionary has.

    jieba's own tags take 城市 for a place and 高水平 for a person; what its dictionary knows is left to it.

    Parameters
    ----------
    words : sequence of str

    Returns
    -------
    array of bool

    Examples
    --------
    >>> is_name(["武汉市", "武汉", "城市", "徐小丽", "高水平", "林长制"]).tolist()
    [True, True, False, True, False, False]
    """
    import rjieba

    places, surnames, phrases = _places(), _surnames(), _phrases()

    def tags(word):
        return [tag for _, tag in rjieba.tag(word)]

    def one(word):
        if word in places:
            return len(word) > 2 or tags(word) == ["ns"]  # 振兴 and 延长 are districts too
        if not (2 <= len(word) <= 3 and word[0] in surnames) or in_background(word) or word in phrases:
            return False
        given = (
            word[1:] if len(word) == 3 else ""
        )  # a given name is no thing (白|名单), nor is a place with a letter
        return tags(word) == ["nr"] and word[:2] not in places and tags(given) != ["n"]

    return np.fromiter(map(one, words), dtype=bool, count=len(words))


def owned(terms):
    """Which terms one of several documents owns: it has four fifths of them, and more than chance would give it.

    Parameters
    ----------
    terms : TermMatrix

    Returns
    -------
    array of bool
    """
    from scipy.stats import binom

    documents = terms.group("doc_id")
    n, tokens = terms.totals(), documents.units["n_tokens"].to_numpy(dtype=float)
    if documents.shape[0] < 2:
        return np.zeros(len(n), dtype=bool)
    counts = documents.counts.tocsc()
    most, owner = counts.max(axis=0).toarray().ravel(), np.asarray(counts.argmax(axis=0)).ravel()
    chance = binom.sf(most - 1, n, tokens[owner] / max(tokens.sum(), 1))
    return (most >= OWNED * np.maximum(n, 1)) & (chance < CHANCE) & (n > 1)


@lru_cache(maxsize=1)
def _places():
    """Names of administrative divisions, whole, and without their kind where that is no everyday word.

    Those of one character and a kind are left out: more often they are cut from elsewhere (市政府|和县|委).
    """
    table = pd.read_csv(lexicon_path("regions.csv"), comment="#", dtype=str, keep_default_na=False)
    whole = table["name"].str.rsplit("/", n=1).str[-1]
    return frozenset(whole[whole.str.len() > 2]) | frozenset(table.loc[table["word"].ne("1"), "short"]) - {""}


@lru_cache(maxsize=1)
def _surnames():
    """Common surnames; 惠 and 明 are words too."""
    text = lexicon_path("surnames.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n[common]\n")[2].partition("[")[0].split())


@lru_cache(maxsize=1)
def _phrases():
    return frozenset(read_lexicon()["term"])
