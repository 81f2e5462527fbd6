"""Run-in headings: first sentences of paragraphs that stand for sub-headings."""

import re

import pandas as pd

from govnlp.documents.parsing.lines import numbering
from govnlp.text import fold

SENTENCE = re.compile(r"\s*(?P<text>[^。！？!?;；]{2,40}[。！!])(?=\s*\S)")
DASH = re.compile("^[—–-]{2}")
NEIGHBOURS = 4
COLUMNS = ["doc_id", "article", "block", "text", "level"]


def run_in_headings(corpus):
    """First sentences that open their paragraphs as headings do: an optional level below the headings proper.

    A short sentence that opens a longer paragraph counts where it is numbered (（一）稳增长。), dashed (——强产业。),
    or where a paragraph of the same article at most four blocks away opens with a sentence of the same length.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        doc_id, article, block, text (the sentence), level: one more than that of the narrowest heading of the
        document. The blocks themselves stay as they are.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> corpus = parse_text("——水更清。全年疏浚老渠三十里，沿线都通了水。")
    >>> run_in_headings(corpus)[["text", "level"]].to_numpy().tolist()
    [['——水更清。', 1]]
    """
    blocks = corpus.blocks
    deepest = blocks.groupby("doc_id")["level"].max().fillna(0)
    rows, recent = [], []
    content = blocks[blocks["kind"].isin(("paragraph", "answer"))]
    for doc_id, article, block, text in content[["doc_id", "article", "block", "text"]].itertuples(
        index=False
    ):
        found = SENTENCE.match(text)
        if not found:
            continue
        sentence = found["text"]
        row = (doc_id, article, block, sentence, int(deepest[doc_id]) + 1)
        recent = [x for x in recent if x[:2] == row[:2] and block - x[2] <= NEIGHBOURS]
        alike = [x for x in recent if len(x[3]) == len(sentence)]
        if numbering(fold(sentence)) or DASH.match(sentence):
            rows.append(row)
        elif alike:
            rows += [*alike, row]
        recent.append(row)
    order = {x: n for n, x in enumerate(corpus.documents["doc_id"])}
    return pd.DataFrame(sorted(set(rows), key=lambda x: (order[x[0]], x[2])), columns=COLUMNS)
