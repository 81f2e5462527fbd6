"""The things that stand after a value: a noun phrase, and what is said of it."""

from govnlp.analysis.indicators.phrases import LONGEST
from govnlp.analysis.indicators.tokens import NOUNS, ends, text_of

JOINED = 16  # characters after which no further noun joins
SUCH = "型式级类状"
CLAUSES = set("针对 关于 涉及 面向 用于 有关 具有 符合 来自 从事".split())


def read_things(tokens, whole=False):
    """Noun phrase that follows a value, and the words that say something of it.

    Parameters
    ----------
    tokens : list of Token
        After the value, up to the next value or the end of the clause.
    whole : bool
        Whether verbs belong to it: it is the object of a verb before the value (完成300座水库除险加固).

    Returns
    -------
    (list of Token, list of Token)
    """
    words = [t for t in tokens if t.letter != "x"]
    while words and (
        (
            words[0].letter in "dmx"
            and (len(words[0].word) == 1 or "manner" in words[0].roles or words[0].tag in ("m", "c"))
        )
        or words[0].word in ("余", "多")
    ):
        words = words[1:]
    of = next((i for i, t in enumerate(words[:12]) if t.letter in "d,.;:"), 0)
    if of and words[of].letter == "d" and (words[0].letter in "pl" or words[0].word in CLAUSES):
        words = words[of + 1 :]  # 由镇长为组长的采茶专班, 可推广的典型茶园
    if words and words[0].letter in "rf" and ("to" in words[0].roles or len(words) < 2):
        return [], words
    if words and words[0].tag == "quote" and (len(words) == 1 or words[1].letter not in "nbag"):
        return words[:1], words[1:]
    at = _compound(words, whole) or _noun_end(words)
    while at > 1 and (
        words[at - 1].word in ("中", "里", "内", "上", "之中", "当中", "之间")
        or words[at - 1].letter in "dicm"
    ):
        at -= 1
    listed = next((i for i, t in enumerate(words[:at]) if t.letter == "i"), 0)
    if any(t.letter == "d" for t in words[:listed]):  # 13个改造的公司、文化馆和学校
        at = listed
    return words[:at], words[at:]


def _compound(words, whole):
    """How many words a long compound takes that ends with a head such as 会 or 工作, without a predicate; else 0."""
    end = next(
        (
            i
            for i, t in enumerate(words)
            if t.letter in "iclmpt,.;:Q" or t.tag not in NOUNS | {"v", "quote", "letters", "title"}
        ),
        len(words),
    )
    text = text_of(words[:end])
    if not end or len(text) > LONGEST or not (whole or text.endswith(ends("event"))):
        return 0
    listed = end < len(words) and words[end].letter == "i"
    if listed and len(text) < 3:
        return 0
    if whole and (end == len(words) or (words[end].tag == "x" and not listed)):
        return end
    said = any(t.letter == "w" and 0 < i < end - 2 for i, t in enumerate(words[:end]))  # 站所开展评议活动
    return end if not said and not any(t.roles & {"predicate", "manner"} for t in words[:end]) else 0


def _noun_end(words):
    """How many words the noun phrase at the beginning takes."""
    size = 0
    for at, t in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        bound = t.word in ("以上", "以下", "级以上") and at and following and following.letter in "nbagx"
        if not bound and (
            size >= LONGEST or _stops(t, at, following) or not _goes_on(words, at, following, size)
        ):
            return at
        size += len(t.word)
    return len(words)


def _is_head(t):
    """Whether a word is a head noun, so that a verb before it is part of the noun phrase."""
    if t is not None and len(t.word) > 2 and t.word[-1] in "村镇县区":  # (治理)示范村
        return True
    return t is not None and ("head" in t.roles or t.letter == "b" or t.word[-1:] in "率量数额户者员")


def _is_cut(t, at, following):
    """Whether the tagger took the beginning of a noun for an adverb (高新园区)."""
    noun = following is not None and following.letter in "nb"
    return not at and t.tag in ("d", "r") and len(t.word) > 1 and noun


def _stops(t, at, following):
    """Whether no noun phrase goes on with a word."""
    if t.letter in "t,.;:Qx" or (at and t.tag == "t"):
        return True
    if t.letter in "rf" and at and not (following and ("head" in following.roles or following.letter == "b")):
        return True
    if t.letter == "w" and not _is_head(following):
        return True
    linking = t.letter in "lk" or (t.letter == "m" and t.tag != "n") or "manner" in t.roles
    return linking and not _is_cut(t, at, following)


def _goes_on(words, at, following, size):
    """Whether a word may be part of the noun phrase that begins with the words before it."""
    t, first = words[at], words[0]
    compound = not at or _is_head(following)
    if t.tag in NOUNS and not (t.letter == "a" and at and not compound):
        return True
    if t.tag in ("quote", "title", "letters") or _is_cut(t, at, following):
        return True
    if t.tag == "v" and compound and (at or t.letter != "a" or _is_head(following)):
        return True
    if not at:
        return False
    if t.tag == "v" and first.tag == "b" and all(x.tag in ("b", "v") for x in words[:at]):
        return True
    if (
        t.roles & {"grant", "head"}
        or t.letter in "bg"
        or (len(t.word) > 1 and t.word[0] in SUCH and t.tag == "v")
    ):
        return True
    if following is None:
        return False
    acts = following.letter in "aw" and following.tag == "v"
    joined = t.letter in "ic" and size < JOINED and following.letter in "nbgaw" and not acts
    return joined or (t.letter == "d" and following.letter in "nbga")
