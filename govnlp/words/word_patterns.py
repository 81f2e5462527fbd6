"""Patterns of words: wildcards (乡村*, *化), parts of speech (乡村[n]) and gaps (加强 ... 建设)."""

import re
from functools import cache

from govnlp.notes import Mistake

WILD = re.compile(r"\*|\[[a-z]{1,3}\]|\.\.\.|…|\{\d+,\d+\}")
END, MARK = "\x1e", "\x1f"
"""What ends a word with its tag, and parts the two, in the text that patterns run over."""
LIMIT = rf"(?:{MARK}[^{END}]*{END})"
LETTERS = rf"[^{MARK}{END}]+"
WORD = rf"{LETTERS}{MARK}(?!x)[^{END}]*{END}"
PART = re.compile(r"\[[a-z]{1,3}\]|\.\.\.|…|\{\d+,\d+\}|\*?[^*\[\]{}….]+\*?|\*")
GAP = 3
"""Words that ... stands for at most; {1,5} says it otherwise."""


def is_pattern(phrase):
    """Whether a phrase has a wildcard, a part of speech or a gap.

    >>> is_pattern("乡村*"), is_pattern("乡村[n]"), is_pattern("乡村")
    (True, True, False)
    """
    return bool(WILD.search(phrase))


def word_finder(pattern):
    """A function that gives the matches of a pattern of words in a text, as ``re.finditer`` does.

    Parameters
    ----------
    pattern : str
        Parts apart by blanks or side by side: a word or phrase, however it is cut; ``乡村*`` it and the rest of its
        word, or the word behind it; ``*化`` a word that ends so; ``*`` any word; ``[n]`` a word of that part of speech
        (jieba's tags: n, v, a, m ...); ``...`` up to three words, ``{1,5}`` one to five.

    Returns
    -------
    function

    Raises
    ------
    ValueError
        Nothing but gaps and wildcards is in the pattern.

    Examples
    --------
    >>> [x.group() for x in word_finder("乡村[v]")("推进乡村振兴，看乡村的变化。")]
    ['乡村振兴']
    """
    parts = [part for piece in pattern.split() for part in PART.findall(piece)]
    words = [part.strip("*") for part in parts if not WILD.fullmatch(part) and part.strip("*")]
    if not words:
        raise ValueError(Mistake("pattern_no_word", pattern=pattern))
    expression = re.compile(f"(?:^|(?<={END}))(?:{''.join(map(_expression, parts))})")
    literal = max(words, key=len)

    def find(text):
        if literal not in text:
            return
        coded, places = _coded(text)
        for found in expression.finditer(coded):
            start, end = places[found.start()], places[found.end()]
            yield WHOLE.match(text, start, end)

    return find


WHOLE = re.compile("(?s).*")


def _expression(part):
    """The regular expression of one part over words and tags."""
    if part in ("...", "…"):
        return rf"(?:{WORD}){{0,{GAP}}}?"
    if part.startswith("{"):
        return rf"(?:{WORD}){part}?"
    if part.startswith("["):
        return rf"{LETTERS}{MARK}{part[1:-1]}[^{END}]*{END}"
    if part == "*":
        return WORD
    letters = f"{LIMIT}?".join(map(re.escape, part.strip("*")))
    head = rf"[^{MARK}{END}]*" if part.startswith("*") else ""
    tail = rf"(?:{LETTERS}{LIMIT}|{LIMIT}(?:{WORD})?)" if part.endswith("*") else LIMIT
    return head + letters + tail


@cache
def _tagger():
    from govnlp.words.segmenting import Segmenter

    return Segmenter(lexicon=False, shipped=False, pos=True)


def _coded(text):
    """Words with their tags as one text, and for each place in it the place in the text."""
    coded, places, at = [], [], 0
    for word, tag in _tagger().cut(text):
        coded.append(f"{word}{MARK}{tag}{END}")
        places += [*range(at, at + len(word)), *[at + len(word)] * (len(tag) + 2)]
        at += len(word)
    places.append(at)
    return "".join(coded), places
