"""Coined terms and metaphors without quotation marks, found by form: 应保尽保, 招大引强, 红色物业, 经济保卫战."""

import re
from functools import cache

from govnlp.analysis.phrases.words import any_of, in_dictionary, lists, places_of
from govnlp.text import HAN

MODIFIERS = ("n", "nz", "nr", "nrt", "ng", "b", "a", "t", "an", "vn", "vi", "j")
NOMINAL = (*MODIFIERS, "l", "k", "zg")
ORDINARY = "创提"  # 创新创业 and 提供提交 are words side by side
LONGEST = 10  # characters of a metaphor with what stands before it


@cache
def _patterns():
    """Patterns of any four characters in a form, of a pair of verbs, of a frame, of metaphors and of heads."""
    verbs = "".join(lists()["paired_verbs"])
    verbs, paired = f"[{verbs}].[{verbs}].", "|".join(f"{a}.{b}." for a, b in lists()["pairs"])
    four = rf"(?=(?:{verbs}|{paired}|(.).\1.))(?=([{HAN}]{{4}}))"
    metaphors = "之[城都乡锤窗魂]|" + any_of("metaphors")
    heads = "|".join([*lists()["heads"], *lists()["prefixes"]])
    return tuple(map(re.compile, (four, verbs, paired, metaphors, heads)))


def find_coinages(text):
    """Coined terms and metaphors of a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (str, str, int, int)
        Phrase, kind (coined_term or slogan), start and end. A coined term has four characters in a pattern of which
        the dictionary has no word (ABAC, ABCB, a pair of verbs, a pair of function words), or is a modifier of two
        characters with a head of newly coined terms, or a figurative modifier with a noun. A metaphor is a word of
        the shipped list with the nouns before it.

    Examples
    --------
    >>> [x[0] for x in find_coinages("做到应修尽修，打赢老街复兴保卫战，发展楼宇经济。")]
    ['应修尽修', '楼宇经济', '老街复兴保卫战']
    """
    four, pair, frame, metaphor, head = _patterns()
    fours = dict.fromkeys(m.start() for m in four.finditer(text) if _has_pattern(m[2], pair, frame))
    figures = list(metaphor.finditer(text))
    if not fours and not figures and not head.search(text):
        return []
    words = places_of(text)
    beginning = {word[0]: word for word in words}
    ending = {start + len(word): (start, word, tag) for start, word, tag in words}
    found = [
        (text[s : (end := _end_of(text, s, ending))], "coined_term", s, end)
        for s in fours
        if s in beginning
        and s + 4 in ending
        and len(beginning[s][1]) < 4
        and beginning[s][2] not in ("m", "nr")
        and not (s - 2 in fours and text[s - 2] == text[s] == text[s + 2])  # 提质(提速提效)
    ]
    found += _compounds(text, words)
    figurative = (_with_nouns(text, m, ending) for m in figures if m.end() in ending)  # 高压线路
    everyday = lists()["everyday"]  # what is everyday language where nothing stands before it
    meant = tuple(lists()["literal"])  # 城市生命线
    return found + [
        x
        for x in figurative
        if x[3] - x[2] > 2 and x[0] not in everyday and not text.endswith(meant, 0, x[3])
    ]


def _end_of(text, start, ending):
    """End of a coined term: two more characters where its verb comes a third time (提质提速提效)."""
    third = text[start] == text[start + 2] == text[start + 4 : start + 5]
    return start + (6 if third and start + 6 in ending else 4)


def _has_pattern(four, pair, frame):
    """Whether four characters have one of the patterns of coined terms."""
    a, b, c, d = four
    if a == b or c == d or four in lists()["ordinary_fours"]:
        return False
    halves = in_dictionary(four[:2]), in_dictionary(four[2:])
    if a == c and b != d:
        return a in lists()["repeated"] and not (a in ORDINARY and all(halves))
    if frame.fullmatch(four):
        return b == d or not all(halves)  # 应当|尽快
    return bool(pair.fullmatch(four)) and a != c and not any(halves)


def _compounds(text, words):
    """A two-character modifier with a head (楼宇经济), or a figurative modifier with a noun (红色物业)."""
    heads, prefixes, ordinary = lists()["heads"], lists()["prefixes"], lists()["ordinary"]
    goes_on = tuple(lists()["going_on"])
    earlier, before = ("", ""), ("", "")
    for start, word, tag in words:
        if word in heads or before[0] in prefixes:
            begin = start - len(before[0])
            joined = (
                word in heads
                and len(before[0]) == 2
                and before[1] in MODIFIERS
                and before[0] not in ordinary
                and before[0][0] not in "我全各本该"
            ) and not (text[begin - 1 : begin].isdigit() or text.startswith(goes_on, start + len(word)))
            verbal = before[0] == "共享" and (
                text[begin - 2 : begin - 1] == "共" or tag not in ("n", "nz") or earlier[1][:1] in ("n", "v")
            )  # 共建共享, 信息共享机制
            figurative = (
                before[0] in prefixes and len(word) == 2 and tag in ("n", "nz", "vn", "v") and not verbal
            )
            if joined or (figurative and before[0] + word not in lists()["literal"]):
                yield text[begin : start + len(word)], "coined_term", begin, start + len(word)
        earlier, before = before, (word, tag)


def _with_nouns(text, match, ending):
    """A metaphor with the nouns that stand right before it."""
    start, end = match.span()
    while start in ending:
        begin, word, tag = ending[start]
        if tag not in NOMINAL or len(word) < 2 or word in lists()["leads"] or word in lists()["ordinary"]:
            break
        start = begin
    start = start if end - start <= LONGEST else match.start()  # a part of so many nouns is no phrase
    return text[start:end], "slogan", start, end
