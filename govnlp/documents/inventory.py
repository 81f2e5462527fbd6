"""What there is: one line per document, what was set aside in it, and which documents are copies."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import chain

import numpy as np
import pandas as pd

from govnlp.arguments import takes
from govnlp.arrays import each_once
from govnlp.documents.corpus import CONTENT, HEADINGS
from govnlp.text import TO_WIDE, units_of

GRAM = 5  # characters of a piece of text
LARGEST = (1 << 32) - 1  # hash
FEWEST = 200  # characters of content; shorter documents are alike by their formulae
FORMULA = 50  # characters of content; up to here even the same ones may be two documents
SIMILAR = 0.9  # share of the pieces of both that two copies have in common; amended laws and yearly reports have less
# datasketch's choice for a share of 0.8 with 128 permutations, which it would work out anew at each call
BANDS, ROWS = 9, 13
PERMUTATIONS = 128  # with an error of some .04 of the share
SMALLEST = (
    400  # hashes of a document, the smallest, are enough to find candidates: copies have nine in ten of them
)
# the smallest of all: of two copies more than half are the same, but for one pair in a million, and of few others
FIRST = 16
TELLING = ("doc_number", "year")  # two documents that state different ones are no copies
# of two digits at least: lists are numbered by one
FIGURE = re.compile(r"(?:增长|下降|增加|减少)?\d{1,3}(?:\.\d+|\d)")


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


@takes(corpus="Corpus")
def inventory(corpus):
    """Size, articles and share set aside of every document.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per document: doc_id, title, published, signed, year, genre, n_articles, n_chars (as in
        `corpus.documents`), aside (0 to 1: share of the blocks' characters that is neither running text nor title or
        heading: bylines, captions, page furniture).

    Examples
    --------
    >>> from govnlp import parse_text
    >>> inventory(parse_text("渠清了。"))[["n_articles", "aside"]].iloc[0].tolist()
    [1.0, 0.0]
    """
    blocks = corpus.blocks.assign(size=corpus.blocks["text"].str.len())
    size = blocks.groupby("doc_id")["size"].sum()
    kept = blocks[blocks["kind"].isin(CONTENT + HEADINGS)].groupby("doc_id")["size"].sum()
    table = corpus.documents[["doc_id", "title", "published", "signed", "year", "genre"]].reset_index(
        drop=True
    )
    ids = table["doc_id"]
    table["n_articles"] = ids.map(corpus.articles.groupby("doc_id").size()).fillna(0).astype(int)
    table["n_chars"] = corpus.documents["n_chars"].fillna(0).astype(int).to_numpy()
    whole = ids.map(size).fillna(0)
    table["aside"] = (1 - ids.map(kept).fillna(0) / whole.clip(lower=1)).where(whole.gt(0), 0.0)
    return table


def mark_duplicates(corpus):
    """Name in `documents.duplicate_of` the first document of which another one is a copy.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Corpus
        With the column `duplicate_of`: doc_id of the document that counts, None for those that count themselves.

    Notes
    -----
    Two documents are copies where nine in ten of the character 5-grams of both are the same (Jaccard similarity of
    content, titles and headings), and their numbers and years don't differ. Where each of two has a figure that the
    other lacks they are versions, and both count: what they contradict each other in is to be found. Candidates are
    found by MinHash and locality-sensitive hashing (Broder 1997; datasketch), and compared exactly. Texts of 51 to
    199 characters are copies where they are the same to the letter; shorter ones are formulae, and count.

    Examples
    --------
    >>> from govnlp.documents.files import corpus_from_sources
    >>> from govnlp.documents.reading.source import Source
    >>> text = "".join(f"今年修好第{i}座桥，再清第{i}条渠。" for i in range(20))
    >>> sources = [Source("a", lines=[text]), Source("b", lines=["桥与渠", "", text]), Source("c", lines=["渠清了。"])]
    >>> mark_duplicates(corpus_from_sources(sources)).documents["duplicate_of"].tolist()
    [None, 'a', None]
    """
    telling = zip(*(corpus.documents[x] for x in TELLING), strict=True)
    stated = dict(zip(corpus.documents["doc_id"], telling, strict=True))
    pieces = defaultdict(list)
    for doc_id, kind, text in zip(*(corpus.blocks[x] for x in ("doc_id", "kind", "text")), strict=True):
        if kind in CONTENT or kind in HEADINGS:
            pieces[doc_id].append(text)
    texts = {doc_id: "".join("".join(some).split()) for doc_id, some in pieces.items()}
    hashes = {doc_id: _hashes(text) for doc_id, text in texts.items() if len(text) >= FEWEST}
    grams = cache(lambda doc_id: each_once(hashes[doc_id]))
    figures = cache(lambda doc_id: Counter(FIGURE.findall(texts[doc_id])))
    copies, short = {}, {}
    for doc_id, text in texts.items():  # of few words only the same ones are a copy
        first = short.setdefault(text, doc_id) if FORMULA < len(text) < FEWEST else doc_id
        if first != doc_id and _may_be_same(stated[doc_id], stated[first]):
            copies[doc_id] = first
    for doc_id, others in _candidates(hashes):
        for other in others:
            versions = figures(doc_id) - figures(other) and figures(other) - figures(doc_id)
            alike = not versions and _similarity(grams(doc_id), grams(other)) >= SIMILAR
            if alike and _may_be_same(stated[doc_id], stated[other]):
                copies[doc_id] = copies.get(other, other)
                break
    named = [copies.get(doc_id) for doc_id in corpus.documents["doc_id"]]
    documents = corpus.documents.assign(
        duplicate_of=pd.Series(named, dtype=object, index=corpus.documents.index)
    )
    return replace(corpus, documents=documents)


def _hashes(text):
    """Hashes of the character n-grams of a text."""
    codes = TO_WIDE.take(units_of(text)).astype(np.uint32)
    last = len(codes) - GRAM + 1
    hashes = codes[:last].copy()
    for i in range(1, GRAM):
        hashes *= np.uint32(0x9E3779B1)
        hashes += codes[i : last + i]
    hashes ^= hashes >> np.uint32(15)  # mixed, so that the smallest are a sample
    hashes *= np.uint32(0x85EBCA6B)
    return hashes ^ hashes >> np.uint32(13)


def _smallest(hashes, n):
    """The smallest hashes in order, each once: as they spread evenly, only those below a bound have to be sorted."""
    for share in (4 * n / len(hashes), 1):
        some = each_once(hashes[hashes <= np.uint32(min(share, 1) * LARGEST)])
        if len(some) >= n:
            break
    return some[:n]


def _candidates(hashes):
    """Each document with those before it that may be the same, in reading order."""
    first = {doc_id: _smallest(some, FIRST).tolist() for doc_id, some in hashes.items()}
    often = Counter(chain.from_iterable(first.values()))
    grams = {
        doc_id: _smallest(hashes[doc_id], SMALLEST)
        for doc_id, some in first.items()
        if sum(often[x] > 1 for x in some) > FIRST / 2
    }
    if not grams:
        return
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    empty = MinHash(PERMUTATIONS, seed=0, hashfunc=int)
    order = {doc_id: i for i, doc_id in enumerate(grams)}
    for doc_id, hashes in grams.items():
        sketch = empty.copy()
        sketch.update_batch(hashes.tolist())
        yield doc_id, sorted(index.query(sketch), key=order.get)
        index.insert(doc_id, sketch)


def _similarity(a, b):
    """Jaccard similarity of two sets of hashes."""
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared)


def _may_be_same(a, b):
    """Whether what two documents state does not tell them apart."""
    return all(pd.isna(x) or pd.isna(y) or x == y for x, y in zip(a, b, strict=True))
