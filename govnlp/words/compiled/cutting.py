"""Text to words, as their ends and their places in the trie, without a string for any of them."""

from collections import namedtuple

import numpy as np
from numba import njit

from govnlp.words.compiled import hmm
from govnlp.words.compiled.path import best_path
from govnlp.words.compiled.trie import find

OTHER, HAN, RARE, MARK, DIGIT, LETTER = range(6)
"""What a character is. RARE: Han that the hidden model doesn't know; MARK: what may stand within a run of ASCII."""
KIND = 16  # bits of a character's number in the trie, which stand below its kind
SEEN_AS = 1 << 20  # set in the code of a character that is read as another one, as in 二〇二五年
COMMA, POINT, PERCENT, RETURN, NEWLINE = (ord(x) for x in ",.%\r\n")

Model = namedtuple("Model", "trie weights start follow emit")


@njit(nogil=True, cache=True)
def read(letters, known, table):
    """Number and kind of each character, of what it is read as, with a sign where that is another one."""
    codes = np.empty(len(letters), np.uint32)
    for i in range(len(letters)):
        code = table[min(known[i], len(table) - 1)]
        codes[i] = code | SEEN_AS if letters[i] != known[i] else code
    return codes


@njit(nogil=True, cache=True)
def cut(letters, codes, texts, fixed, model):
    """Cut texts that stand in a row.

    Parameters
    ----------
    letters, codes : array of uint32
        Code points; what `read` gives for them.
    texts : array of int64
        Begin and end of each, in pairs.
    fixed : array of int64
        Begin and end of pieces that are words as they are, in pairs, sorted.
    model : Model

    Returns
    -------
    stops, places : array of int32
        The end of each word, and where the trie has it; -1 where that was not looked up.
    lengths : array of int64
        Number of words of each text.
    """
    stops, places = np.empty(len(letters), np.int32), np.empty(len(letters), np.int32)
    lengths, room = np.empty(len(texts), np.int64), _longest(codes)
    score, after, place = np.empty(room + 1), np.empty(room, np.int64), np.empty(room, np.int64)
    labels = np.empty((room, 4)), np.empty((room, 4), np.int8), np.empty(room, np.int8)
    trie, weights = model.trie, model.weights  # a tuple's items are counted anew as in use at each mention
    n = piece = 0
    for text in range(len(texts)):
        first, begin, at, end = n, texts[text, 0], texts[text, 0], texts[text, 1]
        while at < end:
            while piece < len(fixed) and fixed[piece, 0] < at:
                piece += 1
            limit = min(end, fixed[piece, 0]) if piece < len(fixed) else end
            stop = fixed[piece, 1] if at == limit else _alone(letters, codes, begin, at, end)
            if stop > at:
                stops[n], places[n], n, at = stop, -1, n + 1, stop
                continue
            stop = at + 1
            while stop < limit and _belongs(letters, codes, begin, stop, end):
                stop += 1
            best_path(codes, at, stop, trie, weights, score, after, place)
            n = _run(letters, codes, at, stop, after, place, trie, model, labels, stops, places, n)
            at = stop
        lengths[text] = n - first
    return stops[:n], places[:n], lengths


@njit(nogil=True, cache=True)
def _longest(codes):
    """Characters of the longest run of which words are made, at least 1."""
    longest = size = 1
    for code in codes:
        size = 0 if _kind(code) == OTHER else size + 1
        longest = max(longest, size)
    return longest


@njit(nogil=True, cache=True, inline="always")
def _run(letters, codes, at, stop, after, place, trie, model, labels, stops, places, n):
    """Take the words of a run from its best path; gives the number of words so far, as `_unknown` does."""
    i, size = 0, stop - at
    while i < size:
        k = i
        while k < size and after[np.uint64(k)] == k + 1:
            k += 1
        if k - i > 1 and not find(trie, codes, at + i, at + k)[1]:
            n = _unknown(letters, codes, at + i, at + k, model, labels, stops, places, n)
            i = k
            continue
        k = max(k, i + 1)
        while i < k:
            stops[np.uint64(n)], places[np.uint64(n)] = at + after[np.uint64(i)], place[np.uint64(i)]
            i, n = after[np.uint64(i)], n + 1
    return n


@njit(nogil=True, cache=True, inline="always")
def _kind(code):
    return code >> KIND & 7


@njit(nogil=True, cache=True, inline="always")
def _alone(letters, codes, begin, at, end):
    """End of a word that needs no dictionary (a mark, a line's end, 16,250.5%); `at` where none begins."""
    kind = _kind(codes[np.uint64(at)])
    stop = at
    if kind == OTHER:
        stop = at + 1
        if letters[at] == RETURN and stop < end and letters[stop] == NEWLINE:
            stop += 1
    elif kind == DIGIT:
        stop = _number(letters, codes, begin, at, end)
    return stop


@njit(nogil=True, cache=True, inline="always")
def _belongs(letters, codes, begin, at, end):
    """Whether a character goes on with a run of which words are made."""
    kind = _kind(codes[np.uint64(at)])
    return kind != OTHER and (kind != DIGIT or _number(letters, codes, begin, at, end) == at)


@njit(nogil=True, cache=True)
def _number(letters, codes, begin, at, end):
    """End of a number with thousands separators; `at` where none begins."""
    if at > begin and (_kind(codes[at - 1]) == DIGIT or letters[at - 1] == COMMA):
        return at
    k, stop = _digits(codes, at, end), at
    if k - at > 3:
        return at
    while k < end and letters[k] == COMMA and _digits(codes, k + 1, end) - k > 3:
        k += 4
        if k == end or _kind(codes[k]) != DIGIT:
            stop = k
    return _rest(letters, codes, stop, end) if stop > at else at


@njit(nogil=True, cache=True)
def _digits(codes, at, end):
    """End of the digits that begin at a place."""
    while at < end and _kind(codes[at]) == DIGIT:
        at += 1
    return at


@njit(nogil=True, cache=True)
def _rest(letters, codes, at, end):
    """End of a decimal part and a per cent sign that may follow a number."""
    if at < end and letters[at] == POINT:
        digits = _digits(codes, at + 1, end)
        at = digits if digits > at + 1 else at
    return at + (at < end and letters[at] == PERCENT)


@njit(nogil=True, cache=True, inline="always")
def _unknown(letters, codes, begin, end, model, labels, stops, places, n):
    """Cut what the dictionary leaves as single characters: Han by the hidden model, the rest as jieba's pattern."""
    place = begin
    while place < end:
        stop, kind = place + 1, _kind(codes[place])
        if kind == HAN:
            while stop < end and _kind(codes[stop]) == HAN:
                stop += 1
            score, before, states = labels
            hmm.label(letters, place, stop, model, score, before, states)
            for k in range(stop - place - 1):
                if states[k] == hmm.END or states[k] == hmm.SINGLE:
                    stops[n], places[n], n = place + k + 1, -1, n + 1
        elif kind >= DIGIT:
            while stop < end and _kind(codes[stop]) >= DIGIT:
                stop += 1
            stop = _rest(letters, codes, stop, end)
        else:
            while stop < end and RARE <= _kind(codes[stop]) <= MARK:
                stop += 1
        stops[n], places[n], n, place = stop, -1, n + 1, stop
    return n
