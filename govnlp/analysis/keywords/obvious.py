"""Words that a list of keywords is better without: the corpus's own places, persons, units of numbers, cut words."""

import re

import numpy as np
import pandas as pd

from govnlp.analysis.indicators.units import unit_pattern
from govnlp.analysis.keywords.names import is_name
from govnlp.analysis.keywords.tfidf import all_in_background
from govnlp.documents.parsing.speakers import plain_label
from govnlp.words.dictionaries import read_lexicon
from govnlp.words.segmenting import default_segmenter

KIND = re.compile(r"[省市区县旗州盟镇乡]$")
QUANTITY = "(?!多[元方头层]|余款)[多余几][万亿千百十]*(?:{unit})|第?[一二三四五六七八九十]+届"
"""An amount without its number (300|多公里), and the how-manieth time; 多元 and 多层 are words of their own."""
JOINED = re.compile("[和与及][省市区县乡镇村]")
"""Two characters of which the first joins what the second begins (市政府|和县|委)."""
ELSEWHERE = (
    2  # times as often as the rarest piece of a name: then half of its occurrences at least are in the name
)
REASONS = ("own place", "name", "unit", "cut")


def obvious_terms(terms):
    """Terms that say where, who or how much rather than what, or that are pieces of words, with the reason.

    Parameters
    ----------
    terms : TermMatrix
        With the documents that it was counted in, whose place and region are their own places.

    Returns
    -------
    pandas.DataFrame
        term, n, why: own place (the place or region of a document, or a piece of it that hardly occurs elsewhere),
        name (of another place, a person or a speaker), unit (that counts or measures, with 万, 亿 or 多), cut (one
        character, two that no dictionary has, or an own place with one more, as a segmenter leaves them at the border
        of words that it does not know); most frequent first.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> obvious_terms(count_terms(["武汉市接待游客3万人次", "武汉市很美"]))[["term", "why"]].values.tolist()
    [['武汉市', 'name'], ['3', 'cut'], ['万人次', 'unit'], ['很', 'cut'], ['美', 'cut']]
    """
    words = terms.terms.tolist()
    own = _own_places(terms.documents, dict(zip(words, terms.totals().tolist(), strict=True)))
    unit = re.compile(f"[万亿千百]*(?:{unit_pattern()})|{QUANTITY.format(unit=unit_pattern())}")
    known = _phrases()

    def is_cut(word, whole):
        return (
            len(word) == 1 or (not whole and (len(word) == 2 or word[:-1] in own)) or JOINED.fullmatch(word)
        )

    speakers = set(terms.units["speaker"].dropna()) if "speaker" in terms.units else set()
    speakers |= set(map(plain_label, speakers))  # 水务局局长林溪
    names = is_name(words)
    why = [
        "own place" if word in own
        else "name" if name or word in speakers
        else "unit" if unit.fullmatch(word)
        else "cut" if is_cut(word, listed or word in known)
        else None
        for word, name, listed in zip(words, names, all_in_background(words), strict=True)
    ]  # fmt: skip
    table = pd.DataFrame({"term": words, "n": terms.totals(), "why": why}).dropna(subset=["why"])
    return table.sort_values(["n", "term"], ascending=[False, True], ignore_index=True)


def without_obvious(terms, found=None):
    """The matrix without `obvious_terms`, which are sought unless they are given; its note counts them.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> without_obvious(count_terms(["接待游客3万人次"])).terms.tolist()
    ['接待', '游客']
    """
    gone = (obvious_terms(terms) if found is None else found).set_index("term")["why"].to_dict()
    for why in REASONS:
        keep = np.array([gone.get(term) != why for term in terms.terms], dtype=bool)
        terms = terms._columns(keep, f"obvious: {why}")
    return terms


def _own_places(documents, counts):
    """Names of the documents' places, whole, in parts and without their kind, and the pieces that they are cut in."""
    if documents is None:
        return frozenset()
    found, cut = set(), default_segmenter().cut
    for column in ("place", "region"):
        for name in documents.get(column, pd.Series(dtype=object)).dropna().unique():
            parts = re.findall(r".+?(?:省|市|区|县|旗|州|盟|镇|乡|$)", name)
            found |= {name, *parts} | {KIND.sub("", part) for part in parts if len(part) > 2}
    for pieces in map(cut, found - {""}):
        often = ELSEWHERE * min(counts.get(piece, 0) for piece in pieces)
        found |= {piece for piece in pieces if counts.get(piece, 0) <= often}
    return frozenset(found - {""})


def _phrases():
    return frozenset(read_lexicon()["term"])
