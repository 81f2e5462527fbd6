"""A corpus with its machine-rewritten documents put back, and the way from there to what is printed."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

import pandas as pd

from govnlp.documents.restoring.spun import CLEAN, COLUMNS, read, swaps_of
from govnlp.notes import Mistake


def restore_corpus(corpus):
    """The corpus with the text of machine-rewritten documents put back: what was meant is counted.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    corpus : Corpus
        The same documents. Those whose `spun_score` is one half or more have `restored` set in the table of
        documents, `text` of their blocks is restored, `text_as_printed` is what stands there, and `swapped` lists
        the stretches that were put back: [start, end, start as printed, end as printed]. What is extracted then has
        offsets into the restored text; `as_printed` leads back.
    swaps : DataFrame
        One row per document, spun word and original: doc_id, spun, original, n, touches_number, polarity. Read
        those with polarity and a number against the source: there the copy says the opposite.

    Raises
    ------
    TypeError
        Term counts that were shared without their text: they can't be restored.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus, swaps = restore_corpus(parse_text("云岭市沉点工做无了新进展。\\n\\n居平易近收入删加。", "a"))
    >>> corpus.blocks["text"].tolist()
    ['云岭市重点工作有了新进展。', '居民收入增长。']
    """
    if not hasattr(corpus, "blocks"):
        raise TypeError(Mistake("counts_no_text"))
    documents = corpus.documents.assign(
        restored=corpus.documents["spun_score"].ge(CLEAN).fillna(False).astype(bool)
    )
    blocks, tables = corpus.blocks.assign(text_as_printed=corpus.blocks["text"]), []
    blocks["swapped"] = pd.Series([[] for _ in range(len(blocks))], index=blocks.index, dtype=object)
    for doc_id in documents.loc[documents["restored"], "doc_id"]:
        rows = blocks["doc_id"].eq(doc_id)
        lines = blocks.loc[rows, "text"].str.replace("\n", " ")
        pieces = read("\n".join(lines))
        blocks.loc[rows, "text"] = "".join(word for _, word, _ in pieces).split("\n")
        blocks.loc[rows, "swapped"] = pd.Series(_swapped(pieces, len(lines)), index=lines.index)
        moved = [
            [_restored(swapped, start) for start in starts]
            for swapped, starts in zip(
                blocks.loc[rows, "swapped"], blocks.loc[rows, "line_starts"], strict=True
            )
        ]
        blocks.loc[rows, "line_starts"] = pd.Series(moved, index=lines.index)
        tables.append(swaps_of("\n".join(lines), pieces).assign(doc_id=doc_id)[["doc_id", *COLUMNS]])
    swaps = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["doc_id", *COLUMNS])
    return replace(corpus, documents=documents, blocks=blocks), swaps


def as_printed(table, corpus):
    """What is printed where a table of extracted things has its offsets.

    Parameters
    ----------
    table : DataFrame
        With doc_id, block, start and end, such as `extract_indicators` returns of a restored corpus.
    corpus : Corpus
        From `restore_corpus`, or one that was never restored.

    Returns
    -------
    DataFrame
        The table with printed (the stretch of the source), printed_start and printed_end (offsets in the block as it
        is printed). A stretch that ends inside a word that was put back takes in the whole of it.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> corpus, _ = restore_corpus(parse_text("云岭市沉点工做无了新进展，居平易近收入删加5%。", "a"))
    >>> as_printed(extract_indicators(corpus), corpus)[["name", "printed", "printed_start"]].values.tolist()
    [['居民收入增速', '5%', 21]]
    """
    columns = ["text_as_printed", "swapped"] if "swapped" in corpus.blocks else ["text"]
    blocks = corpus.blocks.set_index(["doc_id", "block"])[columns]
    spans = []
    for row in table.itertuples():
        text, swapped = (*blocks.loc[(row.doc_id, row.block)], [])[:2]
        start, end = _printed(swapped, row.start, row.end)
        spans.append((text[start:end], start, end))
    return table.assign(
        **{
            name: [span[i] for span in spans]
            for i, name in enumerate(("printed", "printed_start", "printed_end"))
        }
    )


def _swapped(pieces, n):
    """For each of n lines the stretches put back: [start, end, start as printed, end as printed]."""
    lines, at, printed = [[]], 0, 0
    for source, word, _ in pieces:
        if source != word:
            lines[-1].append([at, at + len(word), printed, printed + len(source)])
        breaks = word.count("\n") if source == word else 0
        lines += [[] for _ in range(breaks)]
        rest = len(word) - word.rfind("\n") - 1
        at, printed = (rest, rest) if breaks else (at + len(word), printed + len(source))
    assert len(lines) == n
    return lines


def _printed(swapped, start, end):
    """Offsets as printed of a stretch of restored text."""
    i = bisect_right(swapped, start, key=lambda swap: swap[0]) - 1
    j = bisect_left(swapped, end, key=lambda swap: swap[0]) - 1
    first, last = (swapped[k] if k >= 0 else [0, 0, 0, 0] for k in (i, j))
    begin = first[2] if start < first[1] else first[3] + start - first[1]
    return begin, last[3] if end < last[1] else last[3] + end - last[1]


def _restored(swapped, offset):
    """Offset in the restored text of an offset in the text as printed."""
    i = bisect_right(swapped, offset, key=lambda swap: swap[2]) - 1
    last = swapped[i] if i >= 0 else [0, 0, 0, 0]
    return last[0] if offset < last[3] else last[1] + offset - last[3]
