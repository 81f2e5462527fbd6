"""From text to counts, block by block: the fast path behind `count_terms`."""

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

BATCH = 2_000_000  # characters that are counted together
BYTES = 3  # of a character on disk

_HAN = re.compile(r"[\u3400-\u9fff]+").fullmatch
_PERCENT = re.compile(r"[0-9][0-9,.]*[%‰]").fullmatch
_DATE = re.compile(r"[0-9]{4}(?:年.*|[-/.][0-9]+[-/.][0-9]+)|[0-9]+月[0-9]+[日号]").fullmatch
_NUMBER = re.compile(
    r"[0-9][0-9,.]*|[零〇一二三四五六七八九十百千万亿两点]*[零〇一二三四五六七八九十百千万亿]"
).fullmatch
CLASSES = {"<百分数>": _PERCENT, "<日期>": _DATE, "<数>": _NUMBER}


def batches(items, shares=1):
    """Lists of texts or paths of about equal size, in order; smaller ones if processes share them."""
    batch, size = [], 0
    for item in items:
        batch.append(item)
        size += item.stat().st_size / BYTES if isinstance(item, Path) else len(item)
        if size >= BATCH / shares:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_item(item):
    """The text itself, or the content of a text file in UTF-8 or GB 18030."""
    if isinstance(item, str):
        return item
    raw = item.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def fold_class(term):
    """The class of a number, date or percentage, or the term itself."""
    return next((name for name, is_one in CLASSES.items() if is_one(term)), term)


def count_batch(items, segmenter, stopwords, min_length, max_length, ngrams, fold):
    """Count one batch.

    What is done to words (cutting ASCII runs, folding, removing) is done once for each different word, and
    reaches the counts as a product of two sparse matrices: units by words, words by terms.

    Returns
    -------
    terms : list of str
    parts : (data, indices, indptr)
        Compressed rows, one per item; the indices point into `terms`, in no order.
    tokens : array of int
        Tokens per item, blanks left out, whatever else is removed.
    removed : Counter
        Tokens that are not among the counts, by reason.
    """
    from scipy.sparse import csr_array

    words, ids, lengths = segmenter.number(map(read_item, items))
    terms, flat, sizes = _terms_of(words, segmenter, fold)
    rows = csr_array((np.ones(len(ids), np.int32), ids, _ends(lengths)), shape=(len(lengths), len(words)))
    parts = csr_array((np.ones(len(flat), np.int32), flat, _ends(sizes)), shape=(len(words), len(terms)))
    tokens = rows @ sizes
    why = reasons(terms, stopwords, min_length, max_length)
    totals = np.bincount(ids, minlength=len(words)) @ parts
    removed = Counter()
    for i, reason in why.items():
        removed[reason] += int(totals[i])
    kept = np.array([i for i in range(len(terms)) if i not in why], dtype=np.int32)
    if tuple(ngrams) == (1,):
        counts, terms = rows @ parts[:, kept], [terms[i] for i in kept]
    else:
        ids = parts.indices[_expand(ids, parts.indptr, sizes)]
        names, ids, places = _ngrams(terms, ids, np.repeat(np.arange(len(tokens)), tokens), kept, ngrams)
        ends, terms = _ends(np.bincount(places, minlength=len(tokens))), names
        counts = csr_array((np.ones(len(ids), np.int32), ids, ends), shape=(len(tokens), len(terms)))
        counts.sum_duplicates()
    smallest = np.min_scalar_type(int(counts.data.max())) if counts.nnz else np.uint8
    return terms, (counts.data.astype(smallest), counts.indices, counts.indptr), tokens, removed


def _ends(sizes):
    """Where each of several runs begins and ends, as compressed rows have it."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


def _terms_of(words, segmenter, fold):
    """The terms that words are counted as, which of them each word makes in a row, and how many.

    Blanks make none, ASCII runs are cut as jieba does, full-width characters become half-width.
    """
    number, flat, sizes = {}, [], np.ones(len(words), dtype=np.int32)
    for place, word in enumerate(words):
        if not fold and _HAN(word):
            flat.append(number.setdefault(word, len(number)))
            continue
        pieces = [] if word.isspace() else segmenter.pieces(word)
        for piece in pieces:
            if len(piece) > 1 or piece.isalnum():
                piece = unicodedata.normalize("NFKC", piece)
            flat.append(number.setdefault(fold_class(piece) if fold else piece, len(number)))
        sizes[place] = len(pieces)
    return list(number), np.array(flat, dtype=np.int32), sizes


def _expand(ids, starts, sizes):
    """Places of the terms of each word in a row."""
    size = sizes[ids]
    within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    return np.repeat(starts[ids], size) + within


def reasons(terms, stopwords, min_length, max_length):
    """Why a term is not counted, by its number: punctuation, stop words or length."""
    why = {}
    if min_length > 1 or max_length:
        longest = max_length or max(map(len, terms), default=0)
        why = {i: "length" for i, term in enumerate(terms) if not min_length <= len(term) <= longest}
    if stopwords:
        why |= {i: "stop words" for i, term in enumerate(terms) if term in stopwords}
    for i, term in enumerate(terms):
        if not _HAN(term) and not any(map(str.isalnum, term)):
            why[i] = "punctuation"
    return why


def _ngrams(terms, ids, rows, kept, sizes):
    """Runs of tokens within a unit; a run does not reach over a token that was removed."""
    found, columns, places = {}, [], []
    keep = np.zeros(len(terms), dtype=bool)
    keep[kept] = True
    for n in sorted(set(sizes)):
        last = len(ids) - n + 1
        if last <= 0:
            continue
        good = rows[:last] == rows[n - 1 :]
        for k in range(n):
            good &= keep[ids[k : k + last]]
        at = np.flatnonzero(good)
        grams = np.stack([ids[at + k] for k in range(n)], axis=1)
        distinct, which = np.unique(grams, axis=0, return_inverse=True)
        names = ["_".join(terms[i] for i in gram) for gram in distinct]
        numbers = np.array([found.setdefault(name, len(found)) for name in names], dtype=np.int32)
        columns.append(numbers[which.ravel()] if len(names) else np.empty(0, np.int32))
        places.append(rows[at])
    if not columns:
        return [], np.empty(0, np.int32), np.empty(0, np.int32)
    columns, places = np.concatenate(columns), np.concatenate(places)
    order = np.argsort(places, kind="stable")
    return list(found), columns[order], places[order]


def merge(results):
    """One matrix from the results of all batches, its terms in code-point order.

    Returns
    -------
    counts : scipy.sparse.csr_array of int32
    terms : array of str
    tokens : array of int
    removed : dict
    """
    from scipy.sparse import csr_array

    vocabulary = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    data, indices, ends, tokens, removed, size = [], [], [np.zeros(1, np.int64)], [], Counter(), 0
    for terms, (values, columns, indptr), n_tokens, dropped in results:
        known = np.fromiter(map(vocabulary.__getitem__, terms), np.int32, len(terms))
        data.append(values)
        indices.append(known[columns])
        ends.append(indptr[1:].astype(np.int64) + size)
        tokens.append(n_tokens)
        removed.update(dropped)
        size += len(values)
    found = list(vocabulary)
    order = np.array(sorted(range(len(found)), key=found.__getitem__), dtype=np.int32)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order), dtype=np.int32)
    columns = _joined(indices, size, rank.__getitem__)
    values = _joined(data, size)
    # as wide as the columns where that suffices: scipy would widen those too
    indptr = np.concatenate(ends).astype(np.int32 if size < 1 << 31 else np.int64)
    counts = csr_array((values, columns, indptr), shape=(len(indptr) - 1, len(found)))
    counts.sort_indices()
    terms = np.array(found, dtype=object)[order] if found else np.empty(0, dtype=object)
    return (
        counts,
        terms,
        np.concatenate(tokens) if tokens else np.empty(0, int),
        dict(sorted(removed.items())),
    )


def _joined(arrays, size, change=None):
    """One array of int32 from several, which are given up one by one so that memory holds them once."""
    out, at = np.empty(size, np.int32), 0
    while arrays:
        some = arrays.pop(0)
        out[at : at + len(some)] = change(some) if change else some
        at += len(some)
    return out
