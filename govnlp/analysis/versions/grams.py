"""The 4-grams of texts as a sparse matrix, made with little memory."""

import sys
from functools import cache

import numpy as np

from govnlp.arrays import each_once
from govnlp.lexicons import lexicon_path
from govnlp.notes import Mistake

GRAM = 4
AT_ONCE = 512  # texts


def grams_of(letters):
    """Which 4-grams each unit has, as a sparse matrix of ones, and which 4-grams are no formula.

    Letters are numbers here and a 4-gram is one number of 64 bits: as text they take four times as long. What has 8
    bytes for every letter of the corpus is made of some units at a time where it can be.

    Parameters
    ----------
    letters : sequence of str
        Of four letters at least.

    Returns
    -------
    (csr_array, array of bool)
        Units by 4-grams, in the order of the letters' numbers.

    Examples
    --------
    >>> present, own = grams_of(["清渠十里", "清渠十里路"])
    >>> present.toarray().tolist(), own.tolist()
    ([[1, 0], [1, 1]], [True, True])
    """
    from scipy.sparse import csr_array

    texts, formulae = [text.lower() for text in letters], _formulae()
    number = _numbers([*texts, *formulae])
    grams = each_once(np.concatenate([_keys(part, number) for part in _parts(texts)]))
    columns, sizes = [], []
    for part in _parts(texts):
        places = np.searchsorted(grams, _keys(part, number))
        lengths = [len(text) - GRAM + 1 for text in part]
        places += np.repeat(np.arange(len(part)), lengths) * len(grams)
        places = each_once(places)  # a cell of the matrix, row by row
        sizes.append(np.bincount(places // len(grams), minlength=len(part)))
        columns.append((places % len(grams)).astype(np.int32))
    columns, first = np.concatenate(columns), np.concatenate([[0], *sizes]).cumsum()
    present = csr_array((np.ones(len(columns), np.uint8), columns, first), shape=(len(texts), len(grams)))
    keys = _keys(formulae, number)
    places = np.searchsorted(grams, keys).clip(max=len(grams) - 1)
    own = np.ones(len(grams), bool)
    own[places[grams[places] == keys]] = False  # np.isin would sort all 4-grams again
    return present, own


def _parts(texts):
    """Texts, so many at a time."""
    return (texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE))


def _codes(texts):
    return np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32)


def _numbers(texts):
    """A number of 16 bits for each letter of some texts, at its place in Unicode."""
    known = np.zeros(sys.maxunicode + 1, bool)
    for part in _parts(texts):
        known[_codes(part)] = True
    if known.sum() > 1 << 16:
        raise ValueError(Mistake("many_letters", n=int(known.sum())))
    return (known.cumsum() - 1).astype(np.uint16)


def _keys(texts, number):
    """The 4-grams of texts as numbers, one text after the other."""
    codes = number[_codes(texts)].astype(np.uint64)
    keys = np.zeros(max(len(codes) - GRAM + 1, 0), np.uint64)
    for i in range(GRAM):
        keys |= codes[i : i + len(keys)] << np.uint64(16 * (GRAM - 1 - i))
    within = np.ones(len(codes), bool)  # no 4-gram begins at the last three letters of a text
    ends = np.cumsum([len(text) for text in texts])
    for i in range(1, GRAM):
        within[ends - i] = False
    return keys[within[: len(keys)]]


@cache
def _formulae():
    """The shipped sequences of four characters that many reports have."""
    lines = lexicon_path("formulae.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
