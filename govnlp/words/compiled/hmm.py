"""The hidden Markov model by which jieba cuts unknown runs: each character begins, continues, ends or is a word."""

import numpy as np
from numba import njit

FIRST, LAST = 0x4E00, 0x9FD5  # the characters that the model is used on
NEVER = -3.14e100  # jieba's logarithm of zero
BEGIN, END, MIDDLE, SINGLE = range(4)
BEFORE = ((END, SINGLE), (BEGIN, MIDDLE), (BEGIN, MIDDLE), (END, SINGLE))
"""What may stand before each state; of two equally probable ones the second is taken, as rjieba does."""


def read_model():
    """The model's probabilities, from the installed jieba.

    Returns
    -------
    dict of str to array
        start (by state), follow (from state, to state) and emit (character, state), all logarithms.
    """
    from jieba.finalseg import prob_emit, prob_start, prob_trans

    states = "BEMS"
    emit = np.full((LAST - FIRST + 1, 4), NEVER)
    for i, state in enumerate(states):
        for letter, value in prob_emit.P[state].items():
            if FIRST <= ord(letter) <= LAST:
                emit[ord(letter) - FIRST, i] = value
    start = np.array([prob_start.P[x] for x in states])
    follow = np.array([[prob_trans.P[x].get(y, NEVER) for y in states] for x in states])
    return {"start": start, "follow": follow, "emit": emit}


@njit(nogil=True, cache=True, inline="always")
def label(letters, begin, end, model, score, before, states):
    """Leave in `states` the most probable ones of the characters of a run (Viterbi 1967)."""
    last = end - begin - 1
    for state in range(4):
        score[0, state] = model.start[state] + model.emit[letters[begin] - FIRST, state]
    for k in range(1, last + 1):
        for state in range(4):
            out = model.emit[letters[begin + k] - FIRST, state]
            one, other = BEFORE[state]
            a = score[k - 1, one] + model.follow[one, state] + out
            b = score[k - 1, other] + model.follow[other, state] + out
            if a > b:
                score[k, state], before[k, state] = a, one
            else:
                score[k, state], before[k, state] = b, other
    states[last] = END if score[last, END] > score[last, SINGLE] else SINGLE
    for k in range(last, 0, -1):
        states[k - 1] = before[k, states[k]]
