from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from govnlp.words import word_ids
from govnlp.words.word_ids import fingerprints, number_words


@given(
    st.lists(st.lists(st.text(alphabet="稳一\0a🙂\ud800 ", min_size=1, max_size=4), max_size=8), max_size=5)
)
def test_numbers_lead_back_to_the_words(units):
    waiting = iter(units)
    words, ids, lengths = number_words(["".join(unit) for unit in units], lambda text: next(waiting))
    assert lengths.tolist() == [len(unit) for unit in units]
    assert [words[i] for i in ids] == [word for unit in units for word in unit]
    assert words == list(dict.fromkeys(word for unit in units for word in unit))


def test_fingerprints_do_not_depend_on_the_block(monkeypatch):
    words = ["".join(w) for n in (1, 2, 3) for w in product("的地得稳\0", repeat=n)] * 3
    sizes = [len(word) for word in words]
    whole = fingerprints("".join(words), sizes)
    monkeypatch.setattr(word_ids, "BLOCK", 7)
    assert (fingerprints("".join(words), sizes) == whole).all()
    assert len(np.unique(whole)) == len(words) / 3


def test_fingerprint_is_the_polynomial_modulo_two_to_the_64():
    text, base, table = "甲乙丙丁", word_ids.BASE, word_ids._characters()
    ends = [0, 3, 4]
    ours = fingerprints(text, [3, 1]).tolist()
    theirs = [
        sum(int(table[ord(c)]) * base**i for i, c in enumerate(text[a:b])) % 2**64 for a, b in pairwise(ends)
    ]
    assert ours == theirs
