"""What a segmenter asks for: a text's words, and the words of many texts as numbers."""

import numpy as np

from govnlp.words.compiled.counting import number
from govnlp.words.compiled.cutting import SEEN_AS, cut
from govnlp.words.compiled.dictionary import load_dictionary
from govnlp.words.compiled.trie import find
from govnlp.words.lookalikes import read_as


class Engine:
    """jieba's words from compiled code, with the words of a lexicon in the dictionary.

    Parameters
    ----------
    words : tuple of str
    frequency : int
        Of each of them.
    """

    def __init__(self, words, frequency):
        self._table, self._model = load_dictionary(words, frequency)

    def cut(self, text, find_fixed=lambda text: ()):
        """Words of a text; `find_fixed` gives begin and end of pieces that are words as they are."""
        letters, codes, known = self._read(text)
        bounds, fixed = np.array([[0, len(text)]]), _pairs(find_fixed(known))
        stops = cut(letters, codes, bounds, fixed, self._model)[0].tolist()
        return [text[a:b] for a, b in zip([0, *stops], stops, strict=False)]

    def number(self, texts, find_fixed):
        """What `number_words` gives."""
        texts = list(texts)
        sizes = np.array([len(text) for text in texts], np.int64)
        ends = np.cumsum(sizes + 1) - 1
        text = "\n".join(texts)
        letters, codes, known = self._read(text)
        bounds, fixed = np.stack([ends - sizes, ends], axis=1), _pairs(find_fixed(known))
        stops, places, lengths = cut(letters, codes, bounds, fixed, self._model)
        ids, firsts = number(letters, codes, bounds, stops, places, lengths, self._model.trie)
        return [text[a:b] for a, b in firsts.tolist()], ids, lengths

    def knows(self, word):
        """Whether the dictionary has a word."""
        return find(self._model.trie, self._read(word)[1], 0, len(word))[1] > 0

    def _read(self, text):
        """Code points, numbers and kinds of the characters that they are read as, and the text of these."""
        known = read_as(text)
        letters, as_known = map(_letters, (text, known))
        codes = self._table[np.minimum(as_known, len(self._table) - 1)]
        if known is not text:
            codes |= (letters != as_known).astype(np.uint32) * np.uint32(SEEN_AS)
        return letters, codes, known


def _letters(text):
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _pairs(spans):
    return np.array(spans, np.int64).reshape(-1, 2)
