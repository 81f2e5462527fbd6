"""What there is: one line per document, with what was set aside in it."""

from govnlp.documents.corpus import CONTENT, HEADINGS


def document_dates(documents):
    """Date of every document: as published, else as signed, else the last day of its year; NaT where it has none.

    Parameters
    ----------
    documents : pandas.DataFrame
        `corpus.documents`.

    Returns
    -------
    pandas.Series
        doc_id to Timestamp.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"doc_id": ["a"], "published": [pd.NaT], "signed": [pd.NaT], "year": [2021]})
    >>> document_dates(table)["a"].date().isoformat()
    '2021-12-31'
    """
    import pandas as pd

    ends = pd.to_datetime(documents["year"].map(lambda year: f"{int(year)}-12-31", na_action="ignore"))
    dates = pd.to_datetime(documents["published"]).fillna(pd.to_datetime(documents["signed"])).fillna(ends)
    return dates.set_axis(documents["doc_id"])


def inventory(corpus):
    """Size, articles and share set aside of every document.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per document: doc_id, title, published, year, genre, n_articles, n_chars (of all blocks), aside (0 to 1:
        share of them that is neither running text nor title or heading: bylines, captions, page furniture).

    Examples
    --------
    >>> from govnlp import parse_text
    >>> inventory(parse_text("渠清了。"))[["n_articles", "aside"]].iloc[0].tolist()
    [1.0, 0.0]
    """
    blocks = corpus.blocks.assign(size=corpus.blocks["text"].str.len())
    size = blocks.groupby("doc_id")["size"].sum()
    kept = blocks[blocks["kind"].isin(CONTENT + HEADINGS)].groupby("doc_id")["size"].sum()
    table = corpus.documents[["doc_id", "title", "published", "year", "genre"]].reset_index(drop=True)
    ids = table["doc_id"]
    table["n_articles"] = ids.map(corpus.articles.groupby("doc_id").size()).fillna(0).astype(int)
    table["n_chars"] = ids.map(size).fillna(0).astype(int)
    table["aside"] = (1 - ids.map(kept).fillna(0) / table["n_chars"].clip(lower=1)).where(
        table["n_chars"].gt(0), 0.0
    )
    return table
