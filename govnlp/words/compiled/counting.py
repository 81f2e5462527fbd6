"""Words as numbers, equal words the same: by their places in the trie, or by their characters where it lacks them."""

import numpy as np
from numba import njit

from govnlp.words.compiled.cutting import SEEN_AS
from govnlp.words.compiled.trie import find

BASIS, PRIME = 2166136261, 16777619  # of a hash (Fowler, Noll & Vo), which says where to look first


@njit(nogil=True, cache=True)
def number(letters, codes, texts, stops, places, lengths, trie):
    """Number words in the order in which they first appear.

    Parameters
    ----------
    letters, codes, texts
        What `cut` was given.
    stops, places, lengths
        What it gave.
    trie : array of int64

    Returns
    -------
    ids : array of int32
        The number of each word.
    firsts : array of int32
        Begin and end of the first word of each number, in pairs.
    """
    ids, firsts, found = np.empty(len(stops), np.int32), np.empty((len(stops), 2), np.int32), 0
    size = 16
    while size < 2 * np.sum(places < 0):
        size *= 2
    numbers, end = np.full(len(trie) + size, -1, np.int32), 0  # by place, then by hash
    for text in range(len(texts)):
        begin, first, end = texts[text, 0], end, end + lengths[text]
        for i in range(first, end):
            stop, place = stops[i], places[i]
            if place < 0:
                place = find(trie, codes, begin, stop)[0]
            for k in range(begin, stop):
                if codes[k] & SEEN_AS:  # the trie has what it is read as, not what it is
                    place = -1
            if place < 0:
                place = len(trie) + _slot(letters, begin, stop, numbers[len(trie) :], firsts)
            if numbers[place] < 0:
                numbers[place] = found
                firsts[found, 0], firsts[found, 1] = begin, stop
                found += 1
            ids[i], begin = numbers[place], stop
    return ids, firsts[:found]


@njit(nogil=True, cache=True)
def _slot(letters, begin, stop, numbers, firsts):
    """Where a word is, or is to be, in a table that is at most half full."""
    mixed, mask = BASIS, len(numbers) - 1
    for k in range(begin, stop):
        mixed = (mixed ^ letters[k]) * PRIME & 0xFFFFFFFFFF
    slot = (mixed ^ mixed >> 17) & mask
    while numbers[slot] >= 0:
        first = firsts[numbers[slot], 0]
        k, size = 0, stop - begin
        if firsts[numbers[slot], 1] - first == size:
            while k < size and letters[first + k] == letters[begin + k]:
                k += 1
            if k == size:
                break
        slot = slot + 1 & mask
    return slot
