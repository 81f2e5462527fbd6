"""What there is: one line per document, with what was set aside in it."""

from govnlp.documents.corpus import CONTENT, HEADINGS


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
