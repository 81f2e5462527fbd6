"""The dictionary as a double array (Aoe 1989): a character of a word costs one look-up."""

import numpy as np
from numba import njit

from govnlp.notes import Mistake

LAST = 0x30000  # code points from here on are in no word that a segmenter can find
NODE = 24  # bits of a place in the array; the entry of a place is the parent's place, its children's base, its weight
WEIGHT = 16
LETTER = (1 << WEIGHT) - 1


def build(words, frequencies, total):
    """Double array of words.

    Parameters
    ----------
    words : list of str
        Different ones.
    frequencies : list of int
    total : int
        Sum of all frequencies, of which each has a share.

    Returns
    -------
    codes : array of uint16
        The number of each code point; low for common ones, 0 for those in no word.
    trie : array of int64
        An entry per place. A node's child is as many places behind the node's base as its character's number says.
    weights : array of float64
        Logarithm of a word's share of the total, by its rank; that of an unknown character first.
    """
    letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    found, times = np.unique(letters, return_counts=True)
    codes = np.zeros(LAST, np.uint16)
    codes[found[np.argsort(-times, kind="stable")]] = np.arange(1, len(found) + 1)
    different, rank = np.unique(frequencies, return_inverse=True)
    parents, numbers, ranks = _nodes(codes[letters].astype(np.int64), sizes, rank + 1)
    places, bases, size = _place(parents, numbers, len(found))
    trie = np.full(size, -1, np.int64)
    trie[places] = places[parents] << NODE + WEIGHT | bases << WEIGHT | ranks
    trie[0] = -1
    weights = _logarithms([1, *different.tolist()], total)
    return codes, trie, weights


def _logarithms(frequencies, total):
    """Logarithms of shares, by the mathematical library that Python has, so that they are jieba's to the last bit."""
    from math import log

    return np.array([log(x) - log(total) for x in frequencies])


def _nodes(letters, sizes, ranks):
    """Parent, number of the character, and rank of the word that ends there (else 0) of each node, by depth."""
    starts, node = np.cumsum(sizes) - sizes, np.zeros(len(sizes), np.int64)
    parents, numbers, ends, n = [np.zeros(1, np.int64)], [np.zeros(1, np.int64)], [np.zeros(1, np.int64)], 1
    for depth in range(int(sizes.max(initial=0))):
        alive = np.flatnonzero(sizes > depth)
        keys, child = np.unique(node[alive] << 16 | letters[starts[alive] + depth], return_inverse=True)
        node[alive] = n + child
        parents.append(keys >> 16)
        numbers.append(keys & 0xFFFF)
        ends.append(np.zeros(len(keys), np.int64))
        last = sizes[alive] == depth + 1
        ends[-1][child[last]] = ranks[alive[last]]
        n += len(keys)
    return tuple(map(np.concatenate, (parents, numbers, ends)))


def _place(parents, numbers, letters):
    """Place of each node, base of its children (0: it has none), and length of the array."""
    count = np.bincount(parents[1:], minlength=len(parents))
    first = np.searchsorted(parents[1:], np.arange(len(parents))) + 1  # nodes are sorted by parent
    inner = np.flatnonzero(count[1:]) + 1
    order = inner[np.argsort(-count[inner], kind="stable")]
    bases, used = _fit(first, count, numbers, order, letters)
    if used + letters >= 1 << NODE - 1 or letters > LETTER:
        raise ValueError(Mistake("lexicon_too_large"))
    places = bases[parents] + numbers
    return places, bases, used + letters + 1


@njit(cache=True)
def _fit(first, count, numbers, order, letters):
    """Bases such that no two nodes have one place: the first gap into which all children of a node fit."""
    taken, bases = np.zeros(2 * (len(first) + letters) + 2, np.bool_), np.zeros(len(first), np.int64)
    taken[0] = True
    for child in range(first[0], first[0] + count[0]):
        taken[numbers[child]] = True
    low = at = 1
    before, used = len(first), 0
    for node in order:
        while taken[low]:
            low += 1
        # what was too narrow for a node may do for one with half as many children, and for any small one
        if count[node] < before and (2 * count[node] <= before or count[node] < 4):
            before, at = count[node], low
        start, end = first[node], first[node] + count[node]
        at = max(at, numbers[start] + 1)
        while True:
            while taken[at]:
                at += 1
            if at + letters + 1 >= len(taken):
                taken = np.append(taken, np.zeros(len(taken), np.bool_))
            base = at - numbers[start]
            child = start + 1
            while child < end and not taken[base + numbers[child]]:
                child += 1
            if child == end:
                break
            at += 1
        bases[node] = base
        used = max(used, base)
        for child in range(start, end):
            taken[base + numbers[child]] = True
    return bases, used


@njit(nogil=True, cache=True, inline="always")
def step(trie, node, base, code):
    """The child of a node by a character: its place (-1: there is none), base and the rank of the word that ends there.

    Places are no negative numbers, and numba looks them up sooner when their type says so.
    """
    place = base + np.int64(code & LETTER)
    entry = trie[np.uint64(place)]
    if entry >> NODE + WEIGHT != node:
        return -1, 0, 0
    return place, entry >> WEIGHT & (1 << NODE) - 1, entry & LETTER


@njit(nogil=True, cache=True, inline="always")
def find(trie, codes, begin, end):
    """Place of a word, or of a beginning of words, and the rank of the word; -1 and 0 where there is none."""
    node = base = rank = 0
    for k in range(begin, end):
        if node and not base:
            return -1, 0
        node, base, rank = step(trie, node, base, codes[k])
        if node < 0:
            return -1, 0
    return node, rank
