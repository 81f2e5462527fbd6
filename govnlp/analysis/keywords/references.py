"""What a text is compared with: other units, a frequency list, jieba's dictionary, or the genre of work reports."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd

from govnlp.analysis.keywords.tfidf import plain_segmenter
from govnlp.lexicons import lexicon_path, shipped_by_jieba
from govnlp.notes import Mistake
from govnlp.words.matrix import TermMatrix, load_terms

LEVELS = ("country", "province", "city", "district")


@lru_cache(maxsize=1)
def _background():
    """Counts of jieba's dictionary, as a frequency list."""
    text = shipped_by_jieba("dict.txt").read_text(encoding="utf-8")
    return {word: int(n) for word, n, *_ in (line.split(" ") for line in text.splitlines() if line)}


def work_reports(level=None, years=None):
    """Counts of 156 official work reports of 1955 to 2026, to compare a report with its genre.

    Parameters
    ----------
    level : {"country", "province", "city", "district"}, optional
    years : int or collection of int, optional
        The years in which the reports were given.

    Returns
    -------
    TermMatrix
        A row per report; `documents` has level, region, year and source. Terms occur twice or more in all reports, or
        are phrases of the lexicon, which were counted whole: a phrase without an occurrence was looked for.

    Raises
    ------
    ValueError
        The level is unknown, or there is no report of that level and those years.

    Examples
    --------
    >>> work_reports("city").shape[0], sorted(set(work_reports("province", range(2024, 2027)).documents["year"]))
    (67, [2025, 2026])
    """
    matrix = load_terms(lexicon_path("work_reports.zip"))
    documents = matrix.documents
    if level is not None and level not in LEVELS:
        raise ValueError(Mistake("argument_unknown", what="level", value=level, known=", ".join(LEVELS)))
    keep = pd.Series(True, documents.index) if level is None else documents["level"].eq(level)
    if years is not None:
        keep &= documents["year"].isin([years] if isinstance(years, int) else list(years))
    if not keep.any():
        known = documents.groupby("level", sort=False)["year"].agg(["min", "max"])
        there = ", ".join(f"{name} {row['min']} to {row['max']}" for name, row in known.iterrows())
        raise ValueError(Mistake("no_such_report", level=level, years=years, known=there))
    some = matrix.subset(documents.loc[keep, "doc_id"].tolist())
    return replace(some, documents=documents[keep].reset_index(drop=True))


def read_reference(reference):
    """A matrix as it is; a frequency list as a Series from term to count.

    Raises
    ------
    ValueError
        A name that is none of the references.
    """
    if isinstance(reference, TermMatrix):
        return reference
    if isinstance(reference, str):
        if reference == "work_reports":
            return work_reports()
        if reference != "background":
            raise ValueError(Mistake("reference_unknown", name=reference))
        return pd.Series(_background())
    return pd.Series(reference) if isinstance(reference, dict) else reference.groupby("term")["n"].sum()


def not_held(names, terms, reference, listed):
    """Which terms a reference can't hold, so that their absence says nothing.

    Those that it lacks and that the dictionary alone cuts in pieces (a phrase of the lexicon), unless its words were
    counted by the same segmenter; of jieba's dictionary, all that it lacks.

    Parameters
    ----------
    names : array of str
    terms : TermMatrix
        Of the target.
    reference
        As the caller gave it.
    listed : TermMatrix or Series
        From `read_reference`.

    Returns
    -------
    array of bool
    """
    matrix = isinstance(listed, TermMatrix)
    there = set(listed.terms if matrix else listed.index)
    lacks = np.array([name not in there for name in names], dtype=bool)
    if isinstance(reference, str) and reference == "background":
        return lacks
    if matrix and listed.note.get("segmenter") == terms.note.get("segmenter"):
        return np.zeros(len(names), dtype=bool)
    cut = plain_segmenter().cut
    return np.array(
        [gone and len(cut(name)) > 1 for name, gone in zip(names, lacks, strict=True)], dtype=bool
    )
