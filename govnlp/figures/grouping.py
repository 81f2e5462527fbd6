"""Groups of documents: by what many documents are best summed up."""

from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.style import label
from govnlp.notes import Note

FEW = 15
"""Documents: more are summed up in groups, since nobody reads so many panels or rows one by one."""
MOST = 12
"""Groups that a reader can hold."""
COVERED = 0.8
"""Share of the documents that must belong to a group."""
COLUMNS = ("province", "place", "region", "year", "genre", "outlet")


def best_group(documents):
    """The column that sums documents up best: the first with 2 to 12 values that four documents in five have.

    Parameters
    ----------
    documents : pandas.DataFrame
        `corpus.documents`.

    Returns
    -------
    str or None

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"place": ["青槐区", None, None], "year": [2019, 2020, 2020]})
    >>> best_group(table)
    'year'
    """
    for column in COLUMNS:
        values = _values(documents, column)
        if values is not None and 2 <= values.nunique() <= MOST and values.notna().mean() >= COVERED:
            return column
    return None


def _values(documents, column):
    if column == "province":
        if "region_code" not in documents:
            return None
        return documents["region_code"].map(_province, na_action="ignore")
    return documents.get(column)


def _province(code):
    from govnlp.documents.entities.divisions import regions

    return next((region.name for region in regions() if region.code == f"{code[:2]}0000"), None)


def grouped(documents, column, lang="zh"):
    """The group of every document as a reader sees it; those without one are a group of their own.

    Parameters
    ----------
    documents : pandas.DataFrame
    column : str or None
        Column of the documents, or ``"province"``; without one all documents are one group.
    lang : {"zh", "en"}

    Returns
    -------
    list of str

    Raises
    ------
    ValueError
        There is no such column.

    Examples
    --------
    >>> import pandas as pd
    >>> grouped(pd.DataFrame({"genre": ["news", None]}), "genre", "zh")
    ['报道', '不详']

    Where a document is called as a group is, the groups have the column's name before theirs:

    >>> grouped(pd.DataFrame({"doc_id": ["2019", "b"], "year": [2019, 2020]}), "year", "zh")
    ['年份 2019', '年份 2020']
    """
    if column is None:
        return [label("all_documents", lang)] * len(documents)
    values = _values(documents, column)
    if values is None:
        raise ValueError(Note("no_group_column", name=column, known=", ".join(map(str, documents.columns))))
    names = values.astype(object).where(values.notna(), None).map(lambda value: _name(column, value, lang))
    clash = not set(names).isdisjoint(documents.get("doc_id", ()))  # 2019.txt is no group of the year
    return [f"{column_label(column, lang)} {name}" if clash else name for name in names]


def _name(column, value, lang):
    return (
        label("unknown", lang) if value is None or value != value else str(value_label(column, value, lang))
    )
