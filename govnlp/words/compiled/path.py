"""The most probable way through a run of characters, by the words of the dictionary alone."""

import numpy as np
from numba import njit

from govnlp.words.compiled.trie import step


@njit(nogil=True, cache=True, inline="always")
def best_path(codes, begin, end, trie, weights, score, after, place):
    """Leave in `after` the end of the word that begins at each character, in `place` its place in the trie.

    As in jieba, sums run from the end of the text, and of two equal ways the one with the longer word is taken.
    All three arrays count characters from the beginning of the run.
    """
    size = end - begin
    score[size] = 0.0
    for i in range(size - 1, -1, -1):
        best, stop, found = -np.inf, 0, -1
        node, base, k = 0, 0, i
        while k < size:
            node, base, rank = step(trie, node, base, codes[np.uint64(begin + k)])
            if node < 0:
                break
            k += 1
            if rank:
                value = weights[np.uint64(rank)] + score[np.uint64(k)]
                if value >= best:
                    best, stop, found = value, k, node
            if base == 0:
                break
        if stop == 0:
            best, stop = weights[0] + score[np.uint64(i + 1)], i + 1
        here = np.uint64(i)
        score[here], after[here], place[here] = best, stop, found
