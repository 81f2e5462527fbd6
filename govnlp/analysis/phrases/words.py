"""Words, parts of speech and the shipped lists, as all finders of phrases use them."""

from functools import lru_cache

from govnlp.lexicons import lexicon_content
from govnlp.text import either

NUMERAL = "一二三四五六七八九十百千万两双"
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "双": 2}
JOINERS = ("以及", "还有", "和", "与", "及")


def lists():
    """The shipped lists of words around phrases."""
    return lexicon_content("phrases.yaml")


def any_of(name):
    """A pattern for any entry of a shipped list, the longest first."""
    return either(lists()[name])


@lru_cache(maxsize=2_000)
def tagged(text):
    """Words of a text with their parts of speech: 5 KB of a sentence, which is soon asked for again or never."""
    import rjieba

    return rjieba.tag(text)


@lru_cache(maxsize=10_000)
def in_dictionary(text):
    """Whether a text is one word of the dictionary."""
    import rjieba

    return rjieba.cut(text, False) == [text]


def places_of(text):
    """Words of a text as (start, word, part of speech)."""
    out, start = [], 0
    for word, kind in tagged(text):
        out.append((start, word, kind))
        start += len(word)
    return out


def split_joined(text):
    """Pieces of a text between its conjunctions; those inside a word (和谐, 参与, 普及) divide nothing.

    Examples
    --------
    >>> split_joined("和谐家庭与平安社区")
    ['和谐家庭', '平安社区']
    """
    if not any(j in text for j in JOINERS):
        return [text] if text else []
    pieces, begin = [], 0
    for start, word, _ in places_of(text):
        if word in JOINERS:
            pieces.append(text[begin:start])
            begin = start + len(word)
    return [p for p in [*pieces, text[begin:]] if p]
