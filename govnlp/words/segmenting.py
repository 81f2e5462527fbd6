"""Segmentation: text into words, with policy phrases kept whole."""

import re
from copy import copy
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from govnlp.notes import Mistake
from govnlp.text import longest_first
from govnlp.words.dictionaries import read_lexicon
from govnlp.words.engines import ENGINES, TAG, load
from govnlp.words.lookalikes import read_as
from govnlp.words.word_ids import WordNumbers

_COMMA = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_NUMBER = r"(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?%?"
_DATE = (
    r"(?<![0-9])(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?|[0-9]{1,2}月[0-9]{1,2}[日号]|"
    r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9]))"
)
_RUN = re.compile(r"[a-zA-Z0-9+#&._%\-]+")
_MARK = re.compile(r"[+#&._%\-]")
_PIECES = re.compile(r"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")  # the pattern by which jieba cuts a run of ASCII
_HALF = re.compile("([\ud800-\udfff])")
_WIDE = {ord(c): ord(c) + 0xFEE0 for c in "+-.%&#0123456789"}


class Segmenter:
    """Cuts text into words; ``"".join(words)`` is the text again.

    Parameters
    ----------
    engine : {"rjieba", "jieba", "compiled"} or callable
        rjieba gives jieba's words at some twenty times its speed. compiled gives the same words and is for counting
        (extra `fast`); `count_terms` takes it by itself for large inputs. A callable takes a text and returns
        its words; what it leaves out (blanks) becomes a word of its own, and lexicon entries that it cut in pieces
        are put together again.
    lexicon : bool, path, list of str, DataFrame or None
        True or None: the shipped policy phrases. False: none. Anything else, see `read_lexicon`: these entries beside
        the shipped ones.
    shipped : bool
        False leaves the shipped phrases out, so that `lexicon` stands alone.
    pos : bool
        Give (word, part-of-speech tag) pairs instead of words, by rjieba where the engine is compiled.
    dates : bool
        Make one token of a whole date (2025年3月5日); by default year, month and day stay apart, as in jieba.

    Notes
    -----
    A lexicon entry is one token wherever it stands, unless it is part of a longer word of the dictionary
    (印度 in 印度尼西亚). Numbers with thousands separators, decimals and percentages are one token each.

    Examples
    --------
    >>> Segmenter().cut("深化放管服改革，优化营商环境")
    ['深化', '放管服', '改革', '，', '优化', '营商环境']
    >>> Segmenter(lexicon=["云岭模式"]).cut("推广云岭模式")
    ['推广', '云岭模式']
    """

    def __init__(self, engine="rjieba", lexicon=True, *, shipped=True, pos=False, dates=False):
        if not callable(engine) and engine not in ENGINES:
            raise ValueError(Mistake("engine_unknown", name=engine, known=", ".join(ENGINES)))
        if pos and callable(engine):
            raise ValueError(Mistake("tags_need_engine", known=", ".join(ENGINES)))
        self.engine = "rjieba" if pos and engine == "compiled" else engine
        self.pos, self.dates = pos, dates
        words = []
        if shipped and lexicon is not False:
            words += read_lexicon()["term"].tolist()
        if not isinstance(lexicon, bool | None):
            words += read_lexicon(lexicon)["term"].tolist()
        wide = [word.translate(_WIDE) for word in words]  # 互联网+ is also printed with a full-width sign
        self.words = tuple(dict.fromkeys(words + wide))
        self._started = False

    def __repr__(self):
        name = getattr(self.engine, "__name__", self.engine)
        options = f"pos={self.pos}, dates={self.dates}"
        return f"Segmenter(engine={name!r}, lexicon={len(self.words)}, {options})"

    def __getstate__(self):
        """Settings only: an engine can't be pickled, and is loaded again where it is needed."""
        return {k: self.__dict__[k] for k in ("engine", "pos", "dates", "words")} | {"_started": False}

    def _start(self):
        """Load the engine with the lexicon; entries that it can't hold become fixed pieces of text."""
        if self._started:
            return
        self._cut, self._knows, self._numbering = load(self.engine, self.words, self.pos)
        plain = self._cut if not self.pos else (lambda text: [word for word, _ in self._cut(text)])
        loose = () if callable(self.engine) else self.words
        fixed = [word for word in loose if plain(word) != [word] or _COMMA.search(word)]
        self._loose = fixed
        parts = [*map(re.escape, longest_first(fixed)), *[_DATE] * self.dates, _NUMBER]
        self._fixed = re.compile(f"({'|'.join(parts)})")
        self._lexicon = frozenset(self.words)
        self._started = True

    def raw(self, text):
        """Words of the engine: what is full-width is half-width in them, and runs such as 2011-2020 are whole."""
        return self._words(text if callable(self.engine) else read_as(text))

    def _words(self, text):
        self._start()
        try:
            return self._between_fixed(text)
        except UnicodeEncodeError:  # halves of characters, which no engine takes
            out = []
            for i, part in enumerate(_HALF.split(text)):
                if i % 2:
                    out.append((part, "x") if self.pos else part)
                elif part:
                    out.extend(self._between_fixed(part))
            return out

    def numbering(self):
        """A function from texts to the numbers of their words, which are the same in every call: see `WordNumbers`."""
        self._start()
        if self._numbering:
            return self._numbering(self._fixed_spans)
        return WordNumbers(self.raw, self.pieces)

    def for_size(self, characters):
        """This segmenter, or one that gives the same words by compiled code where that is sooner done."""
        from govnlp.words.compiled.readiness import pays

        if self.engine != "rjieba" or self.pos or not pays(characters):
            return self
        like = copy(self)
        like.engine, like._started = "compiled", False
        return like

    def _fixed_spans(self, text):
        """Begin and end of the pieces that are words as they are, but for numbers, which the compiled engine knows.

        Only lines that have such a piece are searched, since the pattern costs more than cutting.
        """
        if self.dates:
            return [match.span() for match in self._fixed.finditer(text)]
        lines = set()
        for word in self._loose:
            at = text.find(word)
            while at >= 0:
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                lines.add((text.rfind("\n", 0, at) + 1, end))
                at = text.find(word, end)
        return [match.span() for line in sorted(lines) for match in self._fixed.finditer(text, *line)]

    def _between_fixed(self, text):
        # plain searches first: they cost a tenth of the pattern, and most texts have no such piece
        if not (self.dates or _COMMA.search(text) or any(word in text for word in self._loose)):
            return self._cut(text)
        parts = self._fixed.split(text)
        out = []
        for i, part in enumerate(parts):
            if i % 2:
                out.append((part, "m" if part[0].isdigit() else TAG) if self.pos else part)
            elif part:
                out.extend(self._cut(part))
        return out

    def pieces(self, word):
        """The words that jieba makes of one word of `raw`: 2011-2020 becomes 2011, -, 2020."""
        if not _MARK.search(word):
            return [word]
        known = read_as(f"{word}年")[:-1]  # 2020-二〇二五, of which 年 is the next word
        if not _RUN.fullmatch(known) or self.knows(known) or (self.dates and re.fullmatch(_DATE, known)):
            return [word]
        stops = accumulate(map(len, filter(None, _PIECES.split(known))))
        return [word[a:b] for a, b in pairwise(chain([0], stops))]

    def knows(self, word):
        """Whether the engine's dictionary or the lexicon has a word; True where a callable can't be asked."""
        self._start()
        return word in self._lexicon or self._knows(word)

    def cut(self, text):
        """Words of one text; with ``pos=True`` pairs of word and tag."""
        if self.engine == "compiled":
            self._start()
            return self._cut(text, self._fixed_spans)
        if callable(self.engine):
            return self._words(text)
        known = read_as(text)
        words = self._words(known)
        if _MARK.search(text):
            if self.pos:
                words = [(piece, tag) for word, tag in words for piece in self.pieces(word)]
            else:
                words = list(chain.from_iterable(map(self.pieces, words)))
        return words if known == text else self._as_written(words, text)

    def _as_written(self, words, text):
        """Words with the characters that the text has, where they were read as others."""
        stops = accumulate(len(word[0]) if self.pos else len(word) for word in words)
        pieces = [text[a:b] for a, b in pairwise(chain([0], stops))]
        return list(zip(pieces, (tag for _, tag in words), strict=True)) if self.pos else pieces


@lru_cache(maxsize=1)
def default_segmenter():
    """The segmenter that is used where none is given, loaded once."""
    return Segmenter()


def segment(texts, segmenter=None):
    """Cut texts into words.

    Parameters
    ----------
    texts : list of str
    segmenter : Segmenter, optional
        Default: ``Segmenter()``, rjieba with the shipped policy phrases.

    Returns
    -------
    list of list of str
        ``"".join(words[i]) == texts[i]``.

    Raises
    ------
    TypeError
        `texts` is a single string, or one of them is none.

    Examples
    --------
    >>> segment(["推动高质量发展", "增长6.5%，达16,250元"])
    [['推动', '高质量发展'], ['增长', '6.5%', '，', '达', '16,250', '元']]
    """
    if isinstance(texts, str):
        raise TypeError(Mistake("texts_one_text"))
    texts = list(texts)
    other = next((i for i, text in enumerate(texts) if not isinstance(text, str)), None)
    if other is not None:
        raise TypeError(Mistake("text_no_text", n=other, value=f"{texts[other]!r:.40}"))
    cut = (segmenter or default_segmenter()).cut
    return [cut(text) for text in texts]
