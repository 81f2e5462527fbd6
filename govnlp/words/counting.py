"""From text to counts, block by block: the fast path behind `count_terms`."""

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import numpy as np

BATCH = 3_000_000  # characters that are counted together
BYTES = 3  # of a character on disk
FLUSH = 4_000  # words that are turned into numbers together, while they are still in the processor's cache

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

    Returns
    -------
    terms : list of str
    parts : (data, indices, indptr)
        Compressed rows, one per item; the indices point into `terms`.
    tokens : array of int
        Tokens per item, blanks left out, whatever else is removed.
    removed : Counter
        Tokens that are not among the counts, by reason.
    """
    vocabulary, ids, lengths = _number(map(read_item, items), segmenter.raw)
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    ids, rows = _rewrite(ids, rows, vocabulary, segmenter, fold)
    terms = list(vocabulary)
    why = reasons(terms, stopwords, min_length, max_length)
    tokens = np.bincount(rows, minlength=len(lengths))
    if why:
        code = np.zeros(len(terms), dtype=np.int8)
        names = sorted(set(why.values()))
        code[list(why)] = [names.index(reason) + 1 for reason in why.values()]
        of_token = code[ids]
        removed = Counter(
            dict(zip(names, np.bincount(of_token, minlength=len(names) + 1)[1:].tolist(), strict=True))
        )
        kept = of_token == 0
    else:
        removed, kept = Counter(), np.ones(len(ids), dtype=bool)
    if tuple(ngrams) == (1,):
        ids, rows = ids[kept], rows[kept]
    else:
        terms, ids, rows = _ngrams(terms, ids, rows, kept, ngrams)
    used = sorted(np.flatnonzero(np.bincount(ids, minlength=len(terms))), key=terms.__getitem__)
    number = np.zeros(len(terms), dtype=np.int32)
    number[used] = np.arange(len(used), dtype=np.int32)
    terms = [terms[i] for i in used]
    ids = number[ids]
    return terms, _compress(ids, rows, len(lengths), len(terms)), tokens, removed


def _number(texts, raw):
    """Number the words of all texts: the vocabulary, the numbers in a row, and the words of each text."""
    vocabulary = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    parts, waiting, lengths, size = [np.empty(0, np.int32)], [], [], 0

    def flush():
        words = chain.from_iterable(waiting)
        parts.append(np.fromiter(map(vocabulary.__getitem__, words), np.int32, size))
        waiting.clear()

    for text in texts:
        words = raw(text)
        waiting.append(words)
        lengths.append(len(words))
        size += len(words)
        if size >= FLUSH:
            flush()
            size = 0
    flush()
    return vocabulary, np.concatenate(parts), np.array(lengths, dtype=np.int64)


def _rewrite(ids, rows, vocabulary, segmenter, fold):
    """Drop blanks; cut ASCII runs as jieba does, make full-width characters half-width, fold numbers."""
    replaced = {}
    for term in [term for term in vocabulary if fold or not _HAN(term)]:
        if term.isspace():
            replaced[vocabulary[term]] = []
            continue
        pieces = [
            unicodedata.normalize("NFKC", p) if p.isalnum() or len(p) > 1 else p
            for p in segmenter.pieces(term)
        ]
        if fold:
            pieces = [fold_class(piece) for piece in pieces]
        if pieces != [term]:
            replaced[vocabulary[term]] = [vocabulary[piece] for piece in pieces]
    if not replaced:
        return ids, rows
    sizes = np.ones(len(vocabulary), dtype=np.int32)
    sizes[list(replaced)] = [len(pieces) for pieces in replaced.values()]
    starts = np.cumsum(sizes) - sizes
    flat = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    for term, pieces in replaced.items():
        flat[starts[term] : starts[term] + len(pieces)] = pieces
    size = sizes[ids]
    within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    return flat[np.repeat(starts[ids], size) + within], np.repeat(rows, size)


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
    for n in sorted(set(sizes)):
        last = len(ids) - n + 1
        if last <= 0:
            continue
        good = rows[:last] == rows[n - 1 :]
        for k in range(n):
            good &= kept[k : k + last]
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


def _compress(ids, rows, n_rows, n_terms):
    """Compressed rows with summed duplicates; counts in the smallest type that holds them."""
    from scipy.sparse import csr_array

    indptr = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=n_rows))]).astype(np.int64)
    counts = csr_array((np.ones(len(ids), dtype=np.int32), ids, indptr), shape=(n_rows, n_terms))
    counts.sum_duplicates()
    smallest = np.min_scalar_type(int(counts.data.max())) if counts.nnz else np.uint8
    return counts.data.astype(smallest), counts.indices.astype(np.int32), counts.indptr


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
    columns = np.empty(size, np.int32)
    values = np.empty(size, np.int32)
    at = 0
    while indices:
        some, numbers = indices.pop(0), data.pop(0)
        columns[at : at + len(some)] = rank[some]
        values[at : at + len(some)] = numbers
        at += len(some)
    indptr = np.concatenate(ends)
    counts = csr_array((values, columns, indptr), shape=(len(indptr) - 1, len(found)))
    counts.sort_indices()
    terms = np.array(found, dtype=object)[order] if found else np.empty(0, dtype=object)
    return (
        counts,
        terms,
        np.concatenate(tokens) if tokens else np.empty(0, int),
        dict(sorted(removed.items())),
    )
