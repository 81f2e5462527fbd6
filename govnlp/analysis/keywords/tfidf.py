"""TF-IDF with an inverse document frequency from outside, so that five documents suffice."""

import csv
from bisect import bisect_left
from functools import lru_cache

import numpy as np
import pandas as pd

from govnlp.arguments import gives, takes
from govnlp.lexicons import shipped_by_jieba
from govnlp.notes import Mistake, Note, joined, name_of
from govnlp.words.segmenting import Segmenter

IDFS = ("background", "corpus")
NORMS = ("tokens", "l2", "none")


@lru_cache(maxsize=1)
def _table():
    """Words of jieba's table in order, the idf of each, and its median; a dict would take three times the memory."""
    with shipped_by_jieba("analyse/idf.txt").open(encoding="utf-8") as file:
        table = pd.read_csv(
            file, sep=" ", names=["word", "idf"], quoting=csv.QUOTE_NONE, keep_default_na=False
        )
    words, idf = table["word"].to_numpy(dtype=str), table["idf"].to_numpy()
    order = words.argsort(kind="stable")
    return words[order], idf[order], float(np.median(idf))


def _known(terms):
    """idf of each term from the table; NaN where it is not there."""
    words, idf, _ = _table()
    terms = np.asarray(terms, dtype=str)
    place = np.searchsorted(
        words, terms.astype(words.dtype)
    )  # of another width, the whole table would be copied
    place = np.minimum(place, len(words) - 1)
    return np.where(words[place] == terms, idf[place], np.nan)


@lru_cache(maxsize=1)
def plain_segmenter():
    """The segmenter without the policy phrases, loaded once."""
    return Segmenter(lexicon=False)


def in_background(term):
    """Whether jieba's table of idf has the term.

    >>> in_background("环境"), in_background("境营")
    (True, False)
    """
    words = _table()[0]
    place = bisect_left(words, term)  # numpy's search takes ten times as long for one term
    return place < len(words) and bool(words[place] == term)


def all_in_background(terms):
    """`in_background` of many terms at once: a tenth of the time.

    >>> all_in_background(["环境", "境营"])
    [True, False]
    """
    return (~np.isnan(_known(terms))).tolist()


def background_idf(terms):
    """Inverse document frequency from jieba's table of some 270,000 words.

    Parameters
    ----------
    terms : iterable of str

    Returns
    -------
    array of float
        A term that the table lacks has the largest idf among its parts, as they are cut without the lexicon
        (a phrase stands in no more documents than its rarest part); without known parts, the table's median.

    Examples
    --------
    >>> phrase, part, other = background_idf(["营商环境", "环境", "的"])
    >>> bool(phrase >= part)
    True
    """
    terms = list(terms)
    idf = _known(terms)
    for i in np.flatnonzero(np.isnan(idf)):
        parts = _known([part for word in terms[i].split("_") for part in plain_segmenter().cut(word)])
        idf[i] = np.nanmax(parts) if np.isfinite(parts).any() else _table()[2]
    return idf


def corpus_idf(counts):
    """Smoothed idf over the rows of a count matrix: ln((1 + rows) / (1 + rows with the term)) + 1."""
    present = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.log((1 + counts.shape[0]) / (1 + present)) + 1


@takes(terms="TermMatrix")
@gives(str="doc_id term")
def tfidf(terms, by="doc_id", idf="background", *, sublinear=False, norm="tokens"):
    """Term frequency times inverse document frequency (Spärck Jones 1972).

    Parameters
    ----------
    terms : TermMatrix
    by : str, sequence or None
        What counts as a document: a column of ``terms.units`` or ``terms.documents``; None: each unit.
    idf : {"background", "corpus"} or dict of str to float
        background: `background_idf`; corpus: scikit-learn's smoothed idf over the groups; or the user's own
        (a term that it lacks has its largest value).
    sublinear : bool
        1 + ln n instead of n.
    norm : {"tokens", "l2", "none"}
        Divide by the group's tokens, or scale each group's tf_idf to length one, or neither.

    Returns
    -------
    DataFrame
        One row per group and term: the group's column (doc_id), term, n, tf, idf, tf_idf; ordered by group
        (first appearance), then tf_idf, then term.

    Examples
    --------
    >>> from govnlp import count_terms
    >>> table = tfidf(count_terms(["优化营商环境的办法", "种植水稻的办法"]))
    >>> table[table["doc_id"] == "0"]["term"].tolist()[0]
    '营商环境'
    """
    if isinstance(idf, str) and idf not in IDFS:
        raise ValueError(
            Mistake("argument_unknown", what="idf", value=idf, known=f"{', '.join(IDFS)}, {{…}}")
        )
    if norm not in NORMS:
        raise ValueError(Mistake("argument_unknown", what="norm", value=norm, known=", ".join(NORMS)))
    groups = terms if by is None else terms.group(by)
    name = "unit_id" if by is None else groups.units.columns[1]
    counts = groups.counts
    if isinstance(idf, dict):
        weight = np.array([idf.get(term, max(idf.values())) for term in groups.terms])
    else:
        weight = background_idf(groups.terms) if idf == "background" else corpus_idf(counts)
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    n = counts.data.astype(float)
    tf = 1 + np.log(n) if sublinear else n
    if norm == "tokens":
        tf = tf / groups.units["n_tokens"].to_numpy()[row]
    product = tf * weight[counts.indices]
    if norm == "l2":
        product = product / np.sqrt(np.bincount(row, product**2, minlength=counts.shape[0]))[row]
    table = pd.DataFrame(
        {
            "row": row,
            name: groups.units[name].to_numpy()[row],
            "term": groups.terms[counts.indices],
            "n": counts.data.astype(int),
            "tf": tf,
            "idf": weight[counts.indices],
            "tf_idf": product,
        }
    )
    table = table.sort_values(["row", "tf_idf", "term"], ascending=[True, False, True], ignore_index=True)
    table = table.drop(columns="row")
    source = Note("own_idf") if isinstance(idf, dict) else name_of(idf)
    tf = Note("tf", tf="1 + ln n" if sublinear else "n", norm=name_of(norm))
    table.attrs["note"] = joined(groups.describe(), Note("idf", source=source), tf)
    return table
