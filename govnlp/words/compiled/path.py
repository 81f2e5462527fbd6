"""The most probable way through a run of characters, by the words of the dictionary alone."""

import numpy as np
from numba import njit

from govnlp.words.compiled.trie import step


@njit(nogil=True, cache=True)
def best_path(codes, begin, end, model, space):
    """Leave in ``space.after`` the end of the word that begins at each character, in ``space.place`` its place.

    As in jieba, sums run from the end of the text, and of two equal ways the one with the longer word is taken.
    Both arrays count characters from the beginning of the run.
    """
    trie, weights, score, size = model.trie, model.weights, space.score, end - begin
    score[size] = 0.0
    for i in range(size - 1, -1, -1):
        best, stop, found = -np.inf, 0, -1
        node, base, k = 0, 0, i
        while k < size:
            node, base, rank = step(trie, node, base, codes[begin + k])
            if node < 0:
                break
            k += 1
            if rank:
                value = weights[rank] + score[k]
                if value >= best:
                    best, stop, found = value, k, node
            if base == 0:
                break
        if stop == 0:
            best, stop = weights[0] + score[i + 1], i + 1
        score[i], space.after[i], space.place[i] = best, stop, found
