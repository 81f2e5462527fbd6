"""What a segmenter asks for: a text's words, and the words of many texts as numbers."""

from contextlib import suppress
from pathlib import Path

import numpy as np

from govnlp.words.compiled import cutting
from govnlp.words.compiled.counting import number
from govnlp.words.compiled.dictionary import load_dictionary
from govnlp.words.compiled.trie import find
from govnlp.words.lookalikes import read_as

ROOM = 1 << 16  # words beyond the dictionary that there is room for from the beginning, times two


class Engine:
    """jieba's words from compiled code, with the words of a lexicon in the dictionary.

    Parameters
    ----------
    words : tuple of str
    frequency : int
        Of each of them.
    """

    def __init__(self, words, frequency):
        self._table, self.model = load_dictionary(words, frequency)

    def cut(self, text, find_fixed=lambda text: ()):
        """Words of a text; `find_fixed` gives begin and end of pieces that are words as they are."""
        stops = self.stops([text], find_fixed)[-3].tolist()
        return [text[a:b] for a, b in zip([0, *stops], stops, strict=False)]

    def stops(self, texts, find_fixed):
        """The texts in a row, what `cutting.cut` was given of them, and what it gave."""
        sizes = np.array([len(text) for text in texts], np.int64)
        ends, text = np.cumsum(sizes + 1) - 1, "\n".join(texts)
        known = read_as(text)
        letters = _letters(text)
        codes = cutting.read(letters, letters if known is text else _letters(known), self._table)
        bounds = np.stack([ends - sizes, ends], axis=1)
        fixed = np.array(find_fixed(known), np.int64).reshape(-1, 2)
        return text, letters, codes, bounds, *cutting.cut(letters, codes, bounds, fixed, self.model)

    def numbering(self, find_fixed):
        """Numbers for words, with the same pieces fixed in every text."""
        return Numbering(self, find_fixed)

    def knows(self, word):
        """Whether the dictionary has a word."""
        letters = _letters(word)
        return find(self.model.trie, cutting.read(letters, letters, self._table), 0, len(word))[1] > 0


class Numbering:
    """Numbers for words that stay the same from call to call, as `WordNumbers` gives them.

    Parameters
    ----------
    engine : Engine
    find_fixed : callable
        As for `Engine.cut`.
    """

    def __init__(self, engine, find_fixed):
        self._engine, self._find_fixed, self._found = engine, find_fixed, 0
        self._known = np.full(len(engine.model.trie), -1, np.int32)
        self._others = np.empty(ROOM, np.uint64), np.full(ROOM, -1, np.int32)

    def __call__(self, texts):
        """New words, the numbers of all words in a row, and how many there are of each text."""
        text, *cut = self._engine.stops(list(texts), self._find_fixed)
        state = self._engine.model.trie, self._known, *self._others, self._found
        ids, firsts, *self._others = number(*cut, *state)
        self._found += len(firsts)
        return [text[a:b] for a, b in zip(*firsts.T.tolist(), strict=True)], ids, cut[-1]


def forget_older(time):
    """Delete what was compiled before a time: numba looks at the file of a function, not at those it calls."""
    for kept in Path(cutting.cut.stats.cache_path).glob("*.nb?"):
        with suppress(OSError):
            if kept.stat().st_mtime < time:
                kept.unlink()


def _letters(text):
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
