"""From text to counts, block by block: the fast path behind `count_terms`."""

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path

import numpy as np

BATCH = 500_000  # characters that are counted together: some 30 MB in all arrays
BYTES = 3  # of a character on disk

_HAN = re.compile(r"[\u3400-\u9fff]+").fullmatch
_PERCENT = re.compile(r"[0-9][0-9,.]*[%‰]").fullmatch
_DATE = re.compile(r"[0-9]{4}(?:年.*|[-/.][0-9]+[-/.][0-9]+)|[0-9]+月[0-9]+[日号]").fullmatch
_NUMBER = re.compile(
    r"[0-9][0-9,.]*|[零〇一二三四五六七八九十百千万亿两点]*[零〇一二三四五六七八九十百千万亿]"
).fullmatch
REASONS = ("kept", "length", "stop words", "punctuation", "blank")
KEPT, BLANK = 0, 4
CLASSES = {"<百分数>": _PERCENT, "<日期>": _DATE, "<数>": _NUMBER}


def batches(items):
    """Lists of texts or paths of about equal size, in order."""
    batch, size = [], 0
    for item in items:
        batch.append(item)
        size += item.stat().st_size / BYTES if isinstance(item, Path) else len(item)
        if size >= BATCH:
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


def size_of(items):
    """Characters of texts or of text files, about."""
    return sum(int(item.stat().st_size / BYTES) if isinstance(item, Path) else len(item) for item in items)


class Tally:
    """Counts of texts, batch by batch; what is done to a word is done once for each different one.

    Parameters
    ----------
    segmenter : Segmenter
    stopwords : frozenset of str
    min_length, max_length : int
    ngrams : tuple of int
    fold : bool
        As for `count_terms`.
    """

    def __init__(self, segmenter, stopwords, min_length, max_length, ngrams, fold):
        self._number, self._limits = segmenter.numbering(), (stopwords, min_length, max_length)
        self._ngrams, self._fold = tuple(ngrams), fold
        self._terms, self._grams, self._term_of, self._why = (
            {},
            {},
            np.empty(0, np.int32),
            np.empty(0, np.int8),
        )

    def count(self, items):
        """Count one batch.

        Returns
        -------
        names : list of str
            The terms, or n-grams, that no batch before had; None for terms that are not counted.
        parts : (data, indices, indptr)
            Compressed rows, one per item; the indices point into the names of all batches, in no order.
        tokens : array of int
            Tokens per item, blanks left out, whatever else is removed.
        removed : Counter
            Tokens that are not among the counts, by reason.
        """
        from scipy.sparse import csr_array

        words, ids, lengths = self._number(map(read_item, items))
        names = self._learn(words)
        columns, why, n = self._term_of[ids], self._why, len(self._terms)
        rows = csr_array((np.ones(len(ids), np.int32), columns, _ends(lengths)), shape=(len(lengths), n))
        tokens = lengths - rows @ (why == BLANK)
        totals = np.bincount(why[columns], minlength=len(REASONS))
        removed = Counter(
            {reason: int(totals[i]) for i, reason in enumerate(REASONS) if i not in (KEPT, BLANK)}
        )
        if self._ngrams == (1,):
            kept = np.flatnonzero(why == KEPT).astype(np.int32)
            counts = rows @ csr_array((np.ones(len(kept), np.int32), kept, _ends(why == KEPT)), shape=(n, n))
        else:
            columns = columns[why[columns] != BLANK]
            places = np.repeat(np.arange(len(tokens)), tokens)
            before = len(self._grams)
            columns, places = self._find_grams(columns, places)
            names, ends = (
                list(islice(self._grams, before, None)),
                _ends(np.bincount(places, minlength=len(tokens))),
            )
            shape = (len(tokens), len(self._grams))
            counts = csr_array((np.ones(len(columns), np.int32), columns, ends), shape=shape)
            counts.sum_duplicates()
        smallest = np.min_scalar_type(int(counts.data.max())) if counts.nnz else np.uint8
        return names, (counts.data.astype(smallest), counts.indices, counts.indptr), tokens, removed

    def _learn(self, words):
        """The new terms that new words are counted as; None for those that are not counted.

        Blanks are the term without a character, and full-width characters become half-width.
        """
        before, numbers = len(self._terms), []
        for word in words:
            if self._fold or not _HAN(word):
                word = "" if word.isspace() else word
                if len(word) > 1 or word.isalnum():
                    word = unicodedata.normalize("NFKC", word)
                word = fold_class(word) if self._fold else word
            numbers.append(self._terms.setdefault(word, len(self._terms)))
        self._term_of = np.concatenate([self._term_of, np.array(numbers, np.int32)])
        terms = list(islice(self._terms, before, None))
        why = np.full(len(terms), KEPT, np.int8)
        for i, reason in reasons(terms, *self._limits).items():
            why[i], terms[i] = REASONS.index(reason) if terms[i] else BLANK, None
        self._why = np.concatenate([self._why, why])
        return terms

    def _find_grams(self, ids, rows):
        """Runs of tokens within a unit: their numbers and rows; a run does not reach over a token that was removed."""
        found, columns, places = self._grams, [np.empty(0, np.int32)], [np.empty(0, np.int64)]
        terms, keep = list(self._terms), self._why == KEPT
        for n in sorted(set(self._ngrams)):
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
            columns.append(numbers[which.ravel()])
            places.append(rows[at])
        columns, places = np.concatenate(columns), np.concatenate(places)
        order = np.argsort(places, kind="stable")
        return columns[order], places[order]


def _ends(sizes):
    """Where each of several runs begins and ends, as compressed rows have it."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


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


def merge(results):
    """One matrix from the results of all batches, its terms in code-point order.

    Parameters
    ----------
    results : iterable of tuple
        What `Tally.count` gave, behind a number of the tally; None for one that counted a single batch.

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
    places = {}
    for tally, names, (values, columns, indptr), n_tokens, dropped in results:
        known = np.array([-1 if name is None else vocabulary[name] for name in names], np.int32)
        if tally is not None:
            known = places[tally] = np.append(places.get(tally, known[:0]), known)
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
