"""Furniture that no list knows: lines that repeat at the same end of many documents of a collection."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from govnlp.documents.corpus import CONTENT
from govnlp.documents.parsing.policy import ISSUED
from govnlp.documents.parsing.surroundings import is_sentence

FEWEST = 5  # documents with texts of their own: fewer may be one document and its versions
REACH = 8  # blocks at either end of a document among which furniture stands
LENGTHS = range(4, 41)  # characters: shorter lines are formulae (此致), longer ones sentences
PLAIN = ("paragraph", "title", "heading")  # kinds of lines that may be furniture unknown so far
NO_FURNITURE = re.compile(
    r"[。！？!?：:；;，,、]$|^(?:各位|附件|特此)|^[（(]?[一二三四五六七八九十\d]+[、.．）)]"
)
WHY = "it repeats beside furniture at the same end of many documents of the collection"


def set_aside_repeated(corpus):
    """Make lines boilerplate that stand outside the body, beside furniture, at the same end of many documents.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Corpus
        In `blocks` the lines are boilerplate and belong to no article; titles in `articles` and `documents` are
        without them.

    Notes
    -----
    A line counts above the first sentence of a document or below its last one, in five documents or more that open
    with different sentences, and only beside a line of furniture or another one that repeats. What ends like a sentence
    or an address (各位代表：), is numbered, or names a kind of document (政府工作报告) never counts.

    Examples
    --------
    >>> from govnlp.documents.files import corpus_from_sources
    >>> from govnlp.documents.reading.source import Source
    >>> bodies = [f"第{i}座桥今天通车，两岸的居民都来看。" for i in "一二三四五"]
    >>> sources = [Source(x, lines=["青槐在线", "打印本页", f"{x[:4]}通车", x, "【关闭窗口】"]) for x in bodies]
    >>> corpus = corpus_from_sources(sources)
    >>> corpus.documents["title"].iloc[0], set_aside_repeated(corpus).documents["title"].iloc[0]
    ('青槐在线', '第一座桥通车')
    """
    blocks = corpus.blocks
    ends = [x for rows in _documents(blocks) for x in _ends(blocks, rows)]
    openings = defaultdict(set)
    for above, opening, rows in ends:
        for i in rows:
            if _may_repeat(blocks["kind"].iat[i], blocks["text"].iat[i]):
                openings[above, blocks["text"].iat[i]].add(opening)
    often = {line for line, of in openings.items() if len(of) >= FEWEST}
    aside = (
        [i for above, _, rows in ends for i in _beside_furniture(blocks, rows, above, often)] if often else []
    )
    return _without(corpus, aside) if aside else corpus


def _documents(blocks):
    """Rows of each document, which follow each other."""
    first = blocks["doc_id"].ne(blocks["doc_id"].shift()).to_numpy()
    starts = [*first.nonzero()[0].tolist(), len(blocks)]
    return [range(a, b) for a, b in pairwise(starts)]


def _ends(blocks, rows):
    """(whether above, opening sentence, rows) of what stands above and below the sentences of a document."""
    kinds, texts = blocks["kind"], blocks["text"]
    whole = [
        i for i in (*rows[:REACH], *rows[-REACH:]) if kinds.iat[i] in CONTENT and is_sentence(texts.iat[i])
    ]
    if not whole:
        return
    first, last = min(whole), max(whole)
    yield True, texts.iat[first], range(rows.start, min(first, rows.start + REACH))
    yield False, texts.iat[first], range(max(last + 1, rows.stop - REACH), rows.stop)


def _may_repeat(kind, text):
    return (
        kind in PLAIN and len(text) in LENGTHS and not NO_FURNITURE.search(text) and not ISSUED.search(text)
    )


def _beside_furniture(blocks, rows, above, often):
    """Rows of the lines that repeat, next to furniture or to each other; a document keeps one title at least."""
    kinds, texts = blocks["kind"], blocks["text"]
    repeat = {i for i in rows if kinds.iat[i] in PLAIN and (above, texts.iat[i]) in often}
    near = {i for i in rows if kinds.iat[i] in ("boilerplate", "page")} | repeat
    found = [i for i in rows if i in repeat and (i - 1 in near or i + 1 in near)]
    titles = {i for i in rows if kinds.iat[i] == "title"}
    return [] if above and titles and titles <= set(found) else found


def _without(corpus, aside):
    """The corpus with some blocks made boilerplate, and its titles without them."""
    blocks, articles, documents = corpus.blocks.copy(), corpus.articles.copy(), corpus.documents.copy()
    gone = defaultdict(set)
    for i in aside:
        if blocks["kind"].iat[i] == "title":
            gone[blocks["doc_id"].iat[i]].add(blocks["text"].iat[i])
    own = blocks.iloc[aside].index
    blocks.loc[own, ["kind", "why"]] = "boilerplate", WHY
    blocks.loc[own, ["level", "article"]] = pd.NA
    blocks.loc[own, ["section", "part"]] = None
    for at in articles.index[articles["doc_id"].isin(gone.keys())]:
        kept = [x for x in articles.at[at, "title_lines"] if x not in gone[articles.at[at, "doc_id"]]]
        articles.at[at, "title_lines"] = kept
        articles.at[at, "title"] = " ".join(kept) or None
    first = articles.groupby("doc_id")["title_lines"].first()
    for at, doc_id, title in documents[["doc_id", "title"]].itertuples():
        if title in gone.get(doc_id, ()):
            documents.at[at, "title"] = next(iter(first.get(doc_id, [])), None)
    return replace(corpus, blocks=blocks, articles=articles, documents=documents)
