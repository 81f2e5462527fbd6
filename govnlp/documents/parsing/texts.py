"""What is of a text: sentences, and lines that have words in common with it."""

import re

from govnlp.text import HAN

SHORT, LONG = 5, 10  # characters of words on buttons, and of headlines
SENTENCE = 15  # characters; shorter lines with a full stop are captions and slogans too
PROSE = 60  # characters of a line that is of the text by a full stop within it
ALIKE = 0.3  # share of its pairs of characters that a line has in common with the text of which it is
STOPS = frozenset("。！？!?”")
HALF_STOP = re.compile(rf"[{HAN}]\.$")
BEHIND = re.compile(  # references behind a sentence, or who reports it
    r"(?<=[。！？!?”])(?:\s?\[[\d,–-]{1,7}\]|\s?[(（][^()（）]{1,30}[）)])+$"
)
NO_HAN = re.compile(f"[^{HAN}]")


def ends(text, least=LONG):
    """Whether a line of some length ends as sentences do, or with what may stand behind one.

    >>> ends("居民今天都来看水里的鱼。（林禾）"), ends("居民今天都来看水里的鱼"), ends("渠清了。"), ends("")
    (True, False, False, False)
    """
    text = BEHIND.sub("", text) if text[-1:] in "])）" else text  # a label alone is a turn without text
    return len(text) >= least and (text[-1] in STOPS or HALF_STOP.search(text) is not None)


def is_sentence(text):
    """Whether a line is long enough for a sentence and ends as one does."""
    return ends(text, SENTENCE + 1)


def is_prose(text):
    """Whether a line ends as sentences do, or is long and holds the end of one or leads over to a list."""
    return ends(text) or (len(text) > PROSE and ("。" in text or text[-1] in "：:"))


def shared(name, text):
    """Share of the pairs of Chinese characters of a name that stand in a text.

    >>> shared("清渠三十里", "渠长三十里。")
    0.5
    """
    han = NO_HAN.sub("", name)
    pairs = [han[i : i + 2] for i in range(len(han) - 1)]
    return sum(x in text for x in pairs) / len(pairs) if pairs else 0.0
