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
    """Groups of documents by province, place, year, genre and outlet, as far as these tell documents apart.

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
    [('体裁：报道（2）', ('a', 'b')), ('体裁：访谈（1）', ('c',))]
    """
    options = [(label("whole", lang), None)]
    for column in COLUMNS:
        if column != "province" and column not in documents:
            continue
        if column == "province" and "region_code" not in documents:
            continue
        values = documents.assign(group=grouped(documents, column, lang)).groupby("group", sort=True)
        if 2 <= len(values) <= MOST:
            name = column_label(column, lang)
            for value, part in values:
                said = label("group_is", lang, column=name, value=value, n=len(part))
                options.append((said, tuple(part["doc_id"])))
    return options
