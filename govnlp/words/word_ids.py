"""Words as numbers: equal words get the same one, without a look-up of each word."""

import re
from functools import lru_cache
from itertools import islice

import numpy as np

BLOCK = 1 << 16  # words whose fingerprints are computed together, small enough for the processor's cache
BASE = 6364136223846793005  # odd, so that its powers can be undone modulo 2 ** 64


_HAN = re.compile("[\u4e00-\u9fff]+").fullmatch


class WordNumbers:
    """Numbers for words that stay the same from call to call.

    Parameters
    ----------
    cut : callable
        From a text to its words, which join to the text.
    pieces : callable
        From one of these to the words that it is to be cut in, asked once for each different one.

    Examples
    --------
    >>> number = WordNumbers(list, lambda word: [word])
    >>> words, ids, lengths = number(["稳就业", "就业"])
    >>> words, ids.tolist(), lengths.tolist()
    (['稳', '就', '业'], [0, 1, 2, 1, 2], [3, 2])
    >>> words, ids, lengths = number(["企业"])
    >>> words, ids.tolist(), lengths.tolist()
    (['企'], [3, 2], [2])
    """

    def __init__(self, cut, pieces):
        self._cut, self._pieces, self._known = cut, pieces, {}

    def __call__(self, texts):
        """New words, the numbers of all words in a row, and how many there are of each text."""
        known, before = self._known, len(self._known)
        words, ids, lengths = number_words(texts, self._cut)
        pieces = [[word] if _HAN(word) else self._pieces(word) for word in words]
        flat = np.array([known.setdefault(one, len(known)) for some in pieces for one in some], np.int32)
        sizes = np.fromiter(map(len, pieces), np.int64, len(pieces))
        starts, size = np.cumsum(sizes) - sizes, sizes[ids]
        ends = np.cumsum(size)
        within = np.arange(len(ids) and int(ends[-1])) - np.repeat(ends - size, size)
        lengths = np.diff(np.append(0, ends)[np.append(0, np.cumsum(lengths))])
        return list(islice(known, before, None)), flat[np.repeat(starts[ids], size) + within], lengths


def number_words(texts, cut):
    """Cut texts and number their words.

    Most of the time of counting Chinese text goes into asking a dict for each of millions of short strings.
    Here only the length of each word is asked for, and words are told apart by a 64-bit fingerprint that is
    computed over all of them at once.

    Parameters
    ----------
    texts : iterable of str
    cut : callable
        From a text to its words, which join to the text.

    Returns
    -------
    words : list of str
        The different words, in order of first appearance.
    ids : array of int32
        The words of all texts in a row, as places in `words`.
    lengths : array of int64
        Number of words of each text.

    Notes
    -----
    The fingerprint of a word is a polynomial of its characters modulo 2 ** 64 (Karp & Rabin 1987), from
    running sums over the text. Among a million different words, the odds that any two share one are about
    one in forty million.

    Examples
    --------
    >>> words, ids, lengths = number_words(["稳就业", "就业"], list)
    >>> words, ids.tolist(), lengths.tolist()
    (['稳', '就', '业'], [0, 1, 2, 1, 2], [3, 2])
    """
    import pandas as pd

    kept, sizes, lengths = [], [np.empty(0, np.int32)], []
    for text in texts:
        words = cut(text)
        kept.append(text)
        sizes.append(np.fromiter(map(len, words), np.int32, len(words)))
        lengths.append(len(words))
    text, sizes = "".join(kept), np.concatenate(sizes)
    kept.clear()
    ids = pd.factorize(fingerprints(text, sizes))[0]
    ids = ids.astype(np.int32)
    first = np.flatnonzero(np.diff(np.maximum.accumulate(ids), prepend=-1))  # numbers are given in order
    ends = np.cumsum(sizes, dtype=np.int64)[first]
    starts = ends - sizes[first]
    words = [text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    return words, ids, np.array(lengths, dtype=np.int64)


def fingerprints(text, sizes):
    """A 64-bit number for each word of a text, from the words' lengths in characters.

    Examples
    --------
    >>> first, second, third = fingerprints("服务企业服务", [2, 2, 2])
    >>> bool(first == third), bool(first == second)
    (True, False)
    """
    sizes = np.asarray(sizes)
    table, out, begin = _characters(), np.empty(len(sizes), dtype=np.uint64), 0
    for first in range(0, len(sizes), BLOCK):
        stop = np.cumsum(sizes[first : first + BLOCK], dtype=np.int64)
        piece = text[begin : begin + int(stop[-1])]
        codes = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        up, down = _powers(len(codes).bit_length())
        total = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(table[codes] * up[: len(codes)], out=total[1:])
        start = stop - sizes[first : first + BLOCK]
        out[first : first + BLOCK] = (total[stop] - total[start]) * down[start]
        begin += len(piece)
    return out


@lru_cache(maxsize=1)
def _characters():
    """A random number for every code point."""
    return np.random.default_rng(0).integers(1, 1 << 63, 0x110000, dtype=np.uint64)


@lru_cache(maxsize=4)
def _powers(bits):
    """Powers of the base and of its inverse modulo 2 ** 64, from the zeroth on."""
    out = []
    for base in (BASE, pow(BASE, -1, 1 << 64)):
        powers = np.ones(1 << bits, dtype=np.uint64)
        for k in range(bits):
            powers[1 << k : 2 << k] = powers[: 1 << k] * np.uint64(pow(base, 1 << k, 1 << 64))
        out.append(powers)
    return out
