"""What cuts a text into words: rjieba, jieba, the compiled code, or a function of the user's own."""

import re
from functools import lru_cache
from itertools import pairwise

from govnlp.notes import Mistake
from govnlp.text import either

ENGINES = ("rjieba", "jieba", "compiled")
# High enough to win against its own parts, low enough to leave the dictionary's own total (60 million)
# almost as it was: every entry adds its frequency to that total, and with it a price to every other word.
FREQUENCY = 2000
TAG = "nz"


@lru_cache(maxsize=2)  # with phrases and without: 30 MB each
def _rjieba(words):
    """rjieba's dictionary with further words; without any, the one that the functions of its module have."""
    import rjieba

    if not words:
        return rjieba
    cutter = rjieba.Jieba()
    for word in words:
        cutter.add_word(word, FREQUENCY, TAG)
    return cutter


@lru_cache(maxsize=3)  # with phrases, with tags and without both; jieba's own dictionary takes 100 MB
def load(engine, words, pos):
    """From text to words (pairs if `pos`), whether the dictionary has a word, and a numbering of its own or None."""
    if callable(engine):
        return _joining(engine, words), lambda word: True, None
    if engine == "compiled":
        from govnlp.words.compiled.readiness import load_engine

        loaded = load_engine(words, FREQUENCY)
        return loaded.cut, loaded.knows, loaded.numbering
    if engine == "rjieba":
        cutter = _rjieba(words)
        return (cutter.tag if pos else cutter.cut), cutter.has_word, None
    import jieba

    jieba.setLogLevel("WARNING")
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word in words:
        cutter.add_word(word, FREQUENCY, TAG)
    if not pos:
        return cutter.lcut, lambda word: bool(cutter.FREQ.get(word)), None
    from jieba.posseg import POSTokenizer

    tagger = POSTokenizer(cutter)

    def tag(text):
        return [tuple(pair) for pair in tagger.cut(text)]

    return tag, lambda word: bool(cutter.FREQ.get(word)), None


def _joining(engine, words):
    """Cut with a callable, and join what it made of a lexicon entry where both ends are ends of words."""
    pattern = re.compile(either(words) or r"(?!)")

    def cut(text):
        ends, at = {0, len(text)}, 0
        for token in engine(text):
            start = text.find(token, at)  # many tokenizers leave out blanks
            if start < 0:
                raise ValueError(Mistake("engine_gave", token=token, text=text[at : at + 30]))
            at = start + len(token)
            ends |= {start, at}
        for match in pattern.finditer(text):
            if match.start() in ends and match.end() in ends:
                ends.difference_update(range(match.start() + 1, match.end()))
        marks = sorted(ends)
        return [text[a:b] for a, b in pairwise(marks)]

    return cut
