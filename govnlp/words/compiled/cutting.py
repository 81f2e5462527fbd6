"""Text to words, as their ends and their places in the trie, without a string for any of them."""

from collections import namedtuple

import numpy as np
from numba import njit

from govnlp.words.compiled import hmm
from govnlp.words.compiled.path import best_path
from govnlp.words.compiled.trie import find

OTHER, HAN, RARE, DIGIT, LETTER, MARK = range(6)
"""What a character is. RARE: Han that the hidden model doesn't know; MARK: what may stand within a run of ASCII."""
KIND = 16  # bits of a character's number in the trie, which stand below its kind
SEEN_AS = 1 << 20  # set in the code of a character that stands for another one, as in 二〇二五年
COMMA, POINT, PERCENT, RETURN, NEWLINE = (ord(x) for x in ",.%\r\n")
ROOM = 256  # characters of a run that there is space for from the beginning

Model = namedtuple("Model", "trie weights start follow emit")
Space = namedtuple("Space", "score after place chance before states")


@njit(nogil=True, cache=True)
def cut(letters, codes, texts, fixed, model):
    """Cut texts that stand in a row.

    Parameters
    ----------
    letters, codes : array of uint32
        Code points; number and kind of the character that each is read as.
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
    lengths, space, n, piece = np.empty(len(texts), np.int64), _space(ROOM), 0, 0
    for text in range(len(texts)):
        first, at, end = n, texts[text, 0], texts[text, 1]
        begin, before = at, n
        while at < end:
            while piece < len(fixed) and fixed[piece, 0] < at:
                piece += 1
            limit = min(end, fixed[piece, 0]) if piece < len(fixed) else end
            stop = fixed[piece, 1] if at == limit else _single(letters, codes, begin, at, end)
            if stop > at:
                stops[n], places[n], n, at = stop, -1, n + 1, stop
                continue
            stop = at + 1
            while stop < limit and _single(letters, codes, begin, stop, end) == stop:
                stop += 1
            if stop - at > len(space.after):
                space = _space(2 * (stop - at))
            n = _run(letters, codes, at, stop, model, space, stops, places, n)
            at = stop
        lengths[text] = n - first
    return stops[:n], places[:n], lengths


@njit(nogil=True, cache=True)
def _space(room):
    """Arrays that runs of so many characters are worked on in."""
    return Space(
        np.empty(room + 1),
        np.empty(room, np.int64),
        np.empty(room, np.int32),
        np.empty((room, 4)),
        np.empty((room, 4), np.int8),
        np.empty(room, np.int8),
    )


@njit(nogil=True, cache=True)
def _kind(code):
    return code >> KIND & 7


@njit(nogil=True, cache=True)
def _single(letters, codes, begin, at, end):
    """End of a word that needs no dictionary: a mark, a line's end, 16,250.5%; `at` where none begins."""
    if _kind(codes[at]) == OTHER:
        return at + 1 + (letters[at] == RETURN and at + 1 < end and letters[at + 1] == NEWLINE)
    if _kind(codes[at]) != DIGIT or (
        at > begin and (_kind(codes[at - 1]) == DIGIT or letters[at - 1] == COMMA)
    ):
        return at
    k, stop = _digits(codes, at, end), at
    if k - at > 3:
        return at
    while k < end and letters[k] == COMMA and _digits(codes, k + 1, end) - k > 3:
        k += 4
        if k == end or _kind(codes[k]) != DIGIT:
            stop = k
    if stop == at:
        return at
    return _rest(letters, codes, stop, end)


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


@njit(nogil=True, cache=True)
def _run(letters, codes, begin, end, model, space, stops, places, n):
    """Cut a run of characters that words are made of; number of words so far."""
    best_path(codes, begin, end, model, space)
    i, size = 0, end - begin
    while i < size:
        k = i
        while k < size and space.after[k] == k + 1:
            k += 1
        if k - i > 1 and not find(model.trie, codes, begin + i, begin + k)[1]:
            n = _unknown(letters, codes, begin + i, begin + k, model, space, stops, places, n)
            i = k
            continue
        k = max(k, i + 1)
        while i < k:
            found, i = space.place[i], space.after[i]
            stops[n], places[n], n = begin + i, found, n + 1
    return n


@njit(nogil=True, cache=True)
def _unknown(letters, codes, at, end, model, space, stops, places, n):
    """Cut what the dictionary leaves as single characters: Han by the model, the rest as jieba's patterns do."""
    while at < end:
        stop, now = at + 1, _kind(codes[at])
        if now == HAN:
            while stop < end and _kind(codes[stop]) == HAN:
                stop += 1
            if stop - at > 1:
                hmm.label(letters, at, stop, model, space)
                for k in range(stop - at - 1):
                    if space.states[k] == hmm.END or space.states[k] == hmm.SINGLE:
                        stops[n], places[n], n = at + k + 1, -1, n + 1
        elif now == DIGIT or now == LETTER:
            while stop < end and (_kind(codes[stop]) == DIGIT or _kind(codes[stop]) == LETTER):
                stop += 1
            stop = _rest(letters, codes, stop, end)
        else:
            while stop < end and (_kind(codes[stop]) == MARK or _kind(codes[stop]) == RARE):
                stop += 1
        stops[n], places[n], n, at = stop, -1, n + 1, stop
    return n
