"""Furniture that no list knows: lines that repeat at the same end of many documents of a collection."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from govnlp.documents.corpus import CONTENT
from govnlp.documents.parsing.policy import ISSUED
from govnlp.documents.parsing.texts import is_sentence

FEWEST = 5  # documents with texts of their own: fewer may be one document and its versions
REACH = 8  # blocks at either end of a document among which furniture stands
LENGTHS = range(4, 41)  # characters: shorter lines are formulae (此致), longer ones sentences
PLAIN = ("paragraph", "title", "heading")  # kinds of lines that may be furniture unknown so far
NO_FURNITURE = re.compile(
    r"[。！？!?：:；;，,、]$|^(?:各位|附件|特此)|^[（(]?[一二三四五六七八九十\d]+[、.．）)]"
    r"|^第[一二三四五六七八九十\d]+[编章节条]"
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
    >>> banner = "青槐区桥梁建设专题报道活动"
    >>> sources = [Source(x, lines=[banner, "打印本页", f"{x[:4]}通车", x, "【关闭窗口】"]) for x in bodies]
    >>> corpus = corpus_from_sources(sources)
    >>> corpus.documents["title"].iloc[0], set_aside_repeated(corpus).documents["title"].iloc[0]
    ('青槐区桥梁建设专题报道活动', '第一座桥通车')
    """
    kinds, texts = list(corpus.blocks["kind"]), list(corpus.blocks["text"])
    ends = [x for rows in _documents(corpus.blocks) for x in _ends(kinds, texts, rows)]
    openings = defaultdict(set)
    for above, opening, rows in ends:
        for i in rows:
            if _may_repeat(kinds[i], texts[i]):
                openings[above, texts[i]].add(opening)
    often = {line for line, of in openings.items() if len(of) >= FEWEST}
    aside = []
    for above, _, rows in ends if often else ():
        repeat = {i for i in rows if kinds[i] in PLAIN and (above, texts[i]) in often}
        aside += _beside_furniture(kinds, rows, repeat, above)
    return _without(corpus, aside) if aside else corpus


def _documents(blocks):
    """Rows of each document, which follow each other."""
    first = blocks["doc_id"].ne(blocks["doc_id"].shift()).to_numpy()
    starts = [*first.nonzero()[0].tolist(), len(blocks)]
    return [range(a, b) for a, b in pairwise(starts)]


def _ends(kinds, texts, rows):
    """(whether above, opening sentence, rows) of what stands above and below the sentences of a document."""
    near = (*rows[:REACH], *rows[-REACH:])
    whole = [i for i in near if kinds[i] in CONTENT and is_sentence(texts[i])]
    if whole:
        first, last = min(whole), max(whole)
        yield True, texts[first], range(rows.start, min(first, rows.start + REACH))
        yield False, texts[first], range(max(last + 1, rows.stop - REACH), rows.stop)


def _may_repeat(kind, text):
    return (
        kind in PLAIN and len(text) in LENGTHS and not NO_FURNITURE.search(text) and not ISSUED.search(text)
    )


def _beside_furniture(kinds, rows, repeat, above):
    """Rows of lines that repeat, next to furniture or to each other; a document keeps one title at least."""
    near = {i for i in rows if kinds[i] in ("boilerplate", "page")} | repeat
    found = [i for i in rows if i in repeat and (i - 1 in near or i + 1 in near)]
    titles = {i for i in rows if kinds[i] == "title"}
    return [] if above and titles and titles <= set(found) else found


def _without(corpus, aside):
    """The corpus with some blocks made boilerplate, and its titles without them."""
    blocks = corpus.blocks.copy()
    rows = blocks.iloc[aside]
    titles = rows[rows["kind"].eq("title")].groupby("doc_id")["text"].agg(set).to_dict()
    blocks.loc[rows.index, ["kind", "why"]] = "boilerplate", WHY
    blocks.loc[rows.index, ["level", "article"]] = pd.NA
    blocks.loc[rows.index, ["section", "part"]] = None
    kept = [
        [x for x in lines if x not in titles.get(doc_id, ())]
        for doc_id, lines in zip(corpus.articles["doc_id"], corpus.articles["title_lines"], strict=True)
    ]
    titled = pd.Series([" ".join(x) or None for x in kept], dtype=object)  # typed, so that None stays None
    articles = corpus.articles.assign(title_lines=kept, title=titled)
    first = {
        doc_id: lines[0] for doc_id, lines in zip(articles["doc_id"][::-1], kept[::-1], strict=True) if lines
    }
    own = [
        first.get(doc_id) if title in titles.get(doc_id, ()) else title
        for doc_id, title in zip(corpus.documents["doc_id"], corpus.documents["title"], strict=True)
    ]
    documents = corpus.documents.assign(title=pd.Series(own, dtype=object))
    return replace(corpus, blocks=blocks, articles=articles, documents=documents)
