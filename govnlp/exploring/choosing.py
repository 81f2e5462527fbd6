"""What is chosen of a corpus, and the groups of documents that one may choose."""

from dataclasses import dataclass

from govnlp.figures.column_names import column_label
from govnlp.figures.grouping import COLUMNS, grouped
from govnlp.figures.style import label

MOST = 40
"""Groups of one column that a list may have; a column with more tells every document apart."""


@dataclass(frozen=True)
class Choice:
    """What was chosen: documents, and of their text the units that hold a term."""

    documents: tuple
    term: str = ""
    regex: bool = False


def group_options(documents, lang="zh"):
    """Groups of two documents and more by province, place, year, genre and outlet; one alone is found by its name.

    Of several names for the same documents, such as a place and its region, the first is given.

    Parameters
    ----------
    documents : DataFrame
        ``corpus.documents``.
    lang : {"zh", "en"}

    Returns
    -------
    list of (str, tuple or None)
        What the group is called, and its doc_id; first all documents, as None.

    Examples
    --------
    >>> import pandas as pd
    >>> group_options(pd.DataFrame({"doc_id": ["a", "b", "c"], "genre": ["news", "news", "interview"]}))[1:]
    [('体裁：报道（2）', ('a', 'b'))]
    """
    options = {}
    for column, values in _groupings(documents, lang):
        for value, part in documents.groupby(values, sort=True):
            said = label("group_is", lang, column=column_label(column, lang), value=value, n=len(part))
            if len(part) > 1:
                options.setdefault(tuple(part["doc_id"]), said)
    return [(label("whole", lang), None), *((said, ids) for ids, said in options.items())]


def known_by(documents, lang="zh"):
    """What a document may be looked for by: its doc_id and the groups that it belongs to.

    Examples
    --------
    >>> import pandas as pd
    >>> known_by(pd.DataFrame({"doc_id": ["a", "b"], "genre": ["news", "interview"]}))
    {'a': 'a 报道', 'b': 'b 访谈'}
    """
    parts = [documents["doc_id"], *(values for _, values in _groupings(documents, lang))]
    return {row[0]: " ".join(row) for row in zip(*parts, strict=True)}


def _groupings(documents, lang):
    """Columns that tell documents apart, each with the group of every document."""
    for column in COLUMNS:
        if (column if column != "province" else "region_code") in documents:
            values = grouped(documents, column, lang)
            if 2 <= len(set(values)) <= MOST:
                yield column, values
