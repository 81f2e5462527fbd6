"""Every occurrence of a phrase, with its neighbourhood and its source line."""

import re
from bisect import bisect_right

import pandas as pd

from govnlp.notes import Note

COLUMNS = ["doc_id", "article", "block", "line", "left", "match", "right"]
SORTS = ("left", "right")


def searchable(corpus):
    """Iterate over what `occurrences` needs of each block: doc_id, article, block, text, lines, line_starts."""
    columns = ["doc_id", "article", "block", "text", "lines", "line_starts"]
    return corpus.blocks[columns].itertuples(index=False, name=None)


def occurrences(blocks, find, width):
    """Yield a row of a concordance for every match of ``find(text)`` in blocks from `searchable`."""
    for doc_id, article, block, text, lines, starts in blocks:
        for found in find(text):
            a, b = found.span()
            line = lines[max(0, bisect_right(starts, a) - 1)]
            left, right = text[max(0, a - width) : a], text[b : b + width]
            yield [doc_id, article, block, line, left, found.group(), right]


def concordance(corpus, phrase, *, regex=False, width=20, sort=None):
    """Find a phrase in the text itself, however a segmenter would cut it.

    Parameters
    ----------
    corpus : Corpus
        All its blocks are searched, headings and furniture too.
    phrase : str
        A string, found as ``str.count`` counts it, or with ``regex=True`` a pattern, found as ``re.finditer``
        does.
    width : int
        Characters to either side.
    sort : {"left", "right"}, optional
        Order by the text before the phrase (read backwards from it) or after it; default: by place.

    Returns
    -------
    DataFrame
        One row per occurrence: doc_id, article, block, line (of the source, from 1), left, match, right.

    Raises
    ------
    ValueError
        An empty phrase, a pattern that is none, or an unknown `sort`.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus = parse_text("持续优化营商环境，让企业安心。")
    >>> concordance(corpus, "营商环境").loc[0, ["left", "match", "right"]].tolist()
    ['持续优化', '营商环境', '，让企业安心。']
    """
    if not phrase:
        raise ValueError("the phrase is empty; give the text to look for")
    if sort is not None and sort not in SORTS:
        raise ValueError(f"unknown sort {sort!r}; one of: {', '.join(SORTS)}")
    try:
        find = re.compile(phrase if regex else re.escape(phrase)).finditer
    except re.error as problem:
        raise ValueError(Note("no_expression", phrase=phrase, error=str(problem))) from None
    blocks = searchable(corpus)
    if not regex:
        blocks = (block for block in blocks if phrase in block[3])
    rows = list(occurrences(blocks, find, width))
    if sort == "left":
        rows.sort(key=lambda row: row[4][::-1])
    elif sort == "right":
        rows.sort(key=lambda row: row[6])
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"article": "Int64"})
    table.attrs["note"] = Note(
        "occurrences_in", n=len(rows), phrase=phrase, documents=corpus.blocks["doc_id"].nunique()
    )
    return table
