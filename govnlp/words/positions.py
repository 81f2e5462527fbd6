"""Where a phrase stands along each document."""

import re

import pandas as pd

from govnlp.notes import Mistake


def positions(corpus, phrase):
    """Places of a phrase and of the articles' beginnings, along the running text of each document.

    Parameters
    ----------
    corpus : Corpus
    phrase : str
        Searched in the text itself, however the segmenter cut it.

    Returns
    -------
    DataFrame
        One row per article and per occurrence: doc_id, article, kind (article | phrase), position (0 to 1: share of
        the document's running text before it). Every document with text has at least the row of its first article.

    Raises
    ------
    ValueError
        The phrase is empty.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> positions(parse_text("优化服务，企业多企业"), "企业")[["kind", "position"]].values.tolist()
    [['article', 0.0], ['phrase', 0.5], ['phrase', 0.8]]
    """
    if not phrase:
        raise ValueError(Mistake("phrase_empty"))
    blocks = corpus.content()
    found = []
    for doc_id, part in blocks.groupby("doc_id", sort=False):
        whole, start, before = max(1, part["text"].str.len().sum()), 0, None
        for article, text in zip(part["article"], part["text"], strict=True):
            if article != before:
                found.append((doc_id, article, "article", start / whole))
            places = (m.start() for m in re.finditer(re.escape(phrase), text))
            found += [(doc_id, article, "phrase", (start + at) / whole) for at in places]
            start, before = start + len(text), article
    return pd.DataFrame(found, columns=["doc_id", "article", "kind", "position"])
