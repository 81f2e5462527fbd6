"""Words as numbers, equal words the same: by their places in the trie, or by a hash where it lacks them."""

import numpy as np
from numba import njit

from govnlp.words.compiled.cutting import SEEN_AS
from govnlp.words.compiled.trie import find

MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits in no order (Knuth's multiplicative hashing)


@njit(nogil=True, cache=True)
def number(letters, codes, texts, stops, places, lengths, trie, known, keys, numbers, found):
    """Number words in the order in which they first appear, over several calls.

    Parameters
    ----------
    letters, codes, texts
        What `cut` was given.
    stops, places, lengths
        What it gave.
    trie : array of int64
    known : array of int32
        Number of the word at each place of the trie, -1 where it had none yet; filled in.
    keys, numbers : array of uint64, array of int32
        Hash and number of the words that the trie lacks, or -1; as many places as a power of two.
    found : int
        Numbers given so far.

    Returns
    -------
    ids : array of int32
        The number of each word.
    firsts : array of int32
        Begin and end of the words with new numbers, in pairs.
    keys, numbers
        As above, to be given to the next call.

    Notes
    -----
    Words that the trie lacks are told apart by 64 bits: among a million, the odds that any two share them are about
    one in forty million.
    """
    ids, firsts = np.empty(len(stops), np.int32), np.empty((len(stops), 2), np.int32)
    before, last, free = found, 0, len(keys) // 2 - np.sum(numbers >= 0)
    for text in range(len(texts)):
        begin, first, last = texts[text, 0], last, last + lengths[text]
        for i in range(first, last):
            stop, place = stops[i], places[i]
            if place < 0:
                place = find(trie, codes, begin, stop)[0]
            for k in range(begin, stop):
                if codes[np.uint64(k)] & SEEN_AS:  # the trie has what it is read as, not what it is
                    place = -1
            if place >= 0:
                one = known[np.uint64(place)]
                if one < 0:
                    known[place] = found
            else:
                key = _hash(letters, begin, stop)
                slot = _slot(keys, numbers, key)
                one = numbers[slot]
                if one < 0:
                    keys[slot], numbers[slot], free = key, found, free - 1
                    if free == 0:
                        keys, numbers = _doubled(keys, numbers)
                        free = len(keys) // 4
            if one < 0:
                one = found
                firsts[found - before, 0], firsts[found - before, 1] = begin, stop
                found += 1
            ids[i], begin = one, stop
    return ids, firsts[: found - before], keys, numbers


@njit(nogil=True, cache=True, inline="always")
def _hash(letters, begin, stop):
    key = np.uint64(stop - begin)
    for k in range(begin, stop):
        key = (key ^ np.uint64(letters[k])) * MIX
        key ^= key >> np.uint64(29)
    return key


@njit(nogil=True, cache=True, inline="always")
def _slot(keys, numbers, key):
    """Where a key is, or is to be, in a table that is at most half full."""
    mask = np.uint64(len(keys) - 1)
    slot = key & mask
    while numbers[slot] >= 0 and keys[slot] != key:
        slot = slot + np.uint64(1) & mask
    return slot


@njit(nogil=True, cache=True)
def _doubled(keys, numbers):
    """The table with twice as many places."""
    more, others = np.empty(2 * len(keys), np.uint64), np.full(2 * len(keys), -1, np.int32)
    for i in range(len(keys)):
        if numbers[i] >= 0:
            slot = _slot(more, others, keys[i])
            more[slot], others[slot] = keys[i], numbers[i]
    return more, others
