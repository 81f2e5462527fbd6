"""Names of persons in running text: what begins behind a post, and where it ends."""

import re
from functools import lru_cache

from govnlp.documents.entities.divisions import gazetteer
from govnlp.documents.entities.personal_names import DOT, is_name, surname_length, surnames

# said of a person: words, and single characters, which may also be the last of a name (王大为|说)
VERBS = re.compile(
    r"表示|介绍|认为|接受|强调|告诉|坦言|提出|宣布|宣读|参加|调研|当选|回忆|深入|出席|列席|应邀|会见|主持|通报|发言|汇报"
    r"|部署|视察|考察|检查|走访|慰问|开场|开会|开门|感慨|解释|致辞|要求|代表|先生|女士|同志|陪同|总结|透露|希望|现场|亲自"
    r"|分别|辞去|[立当]即|马上|随即|一行|及(?!时)|以及|时[，,]|建议|处(?:获悉|了解)"
)
VERB = re.compile("[说称讲谈问答看走赴来到在向率带为作做对主同与和等把将就还也又一的任所受兼因于获致从]")
GIVEN = frozenset("为同任一")  # of these the second characters of given names
SAYING = re.compile("说|称|表示|介绍|认为|强调|指出|坦言|主持|出席|宣布|参加|致辞|讲话|接受|告诉|回忆")
OFFICE = re.compile(
    "[部局委办处厅区县镇乡]$"
)  # the end of an office or a place, not of a name of three characters
SAYS = "vdazpctilm"  # tags of verbs, adverbs, adjectives, prepositions, conjunctions, words of time, idioms, numbers
SAID, TAKES = "说称讲谈", "说称讲谈任"  # surnames that are verbs behind a post
PART = re.compile(f"[一-鿿]{{1,7}}(?:[一-鿿]{{0,7}}[{DOT}])+")
HAN = re.compile(r"[一-鿿]")
LISTED = re.compile(
    rf"([一-鿿]{{2,3}}?)(?=[、，,。；;)）]|$|等(?![级级])|{VERBS.pattern})"
)  # one of a list of names
AHEAD = 8  # characters behind a name that tell whether it ends there
LONGEST_NAME = 20  # characters of a name of several parts and of what follows it
LONGEST_PLACE = 6  # characters of the name of a place with which an office begins
LETTER, WORD, BORDER = (
    1,
    2,
    3,
)  # how sure a name ends: before one character, a word, or what is no Chinese character


def name_after(text, at, padded=()):
    """The name that begins at `at` and ends before punctuation or a verb; None where there is none.

    Those that were set wide (`padded`) are names, also where they are words.

    >>> name_after("区长王大为说", 2), name_after("镇长付林所作的报告", 2), name_after("区长高度重视", 2)
    ('王大为', '付林', None)
    """
    while text[at : at + 1] in (" ", "\u3000"):
        at += 1
    if name := _foreign_name(text[at : at + LONGEST_NAME]):
        return name
    if name := next((x for x in sorted(padded) if text.startswith(x, at)), None):
        return name
    surname = surname_length(text[at : at + 2])
    if not surname or _is_place(text, at) or (text[at] in TAKES and is_word(text[at + 1 : at + 3])):
        return None  # 区委书记谈|乡村, 县长任|指挥长
    short, long = text[at : at + surname + 1], text[at : at + surname + 2]
    if not all(map(HAN.match, short)) or len(short) <= surname or short[1:2] == "副":
        return None
    one = _end(text[at + len(short) : at + len(short) + AHEAD], 1)
    two = _end(text[at + len(long) : at + len(long) + AHEAD], 2) if one != BORDER else 0
    if text[at - 1 : at + 1] == "长江" and not SAYING.match(text, at + len(short)):
        return long if two >= WORD and not is_word(long[1:]) else None  # 部长江海平, but no 市长江大桥
    if is_word(short):  # 高原 and 关于, of which the first may be a name; 黄士|强
        noun = _tagged(short)[0][1][0] == "n"
        known = noun and (short[0] in surnames()["common"] or surname == 2)
        named = one == BORDER and known and short not in gazetteer()[0]
        if noun and (named or SAYING.match(text, at + len(short))):
            return short
        return long if known and two >= WORD and not is_word(long) else None
    if one >= WORD or (one and not (long[-1] in GIVEN and SAYING.match(text, at + len(long)))):
        return short
    return long if two and not is_word(long) and not OFFICE.search(long) else None


def listed_names(text, at, name, padded=()):
    """A name behind a post, and those that a list has behind it (副区长陈晓、周雨).

    >>> list(listed_names("副区长陈晓、杜鹃、周雨出席", 3, "陈晓"))
    ['陈晓', '杜鹃', '周雨']
    """
    while name:
        yield name
        at = text.index(name, at) + len(name)
        if not text.startswith("、", at):
            return
        bounded = LISTED.match(text, at + 1)
        sure = (
            bounded and is_name(bounded[1]) and not OFFICE.search(bounded[1]) and not _is_place(text, at + 1)
        )
        name = bounded[1] if sure else name_after(text, at + 1, padded)


def _end(after, given):
    """How sure a name with a given name of so many characters ends before a text; 0 where it does not.

    Behind one, a single character may be the second of the name: 陈晓|进行, but 陈晓进|提出; 陈晓明|说 is no 陈晓|明说.
    """
    if not after or not HAN.match(after):
        return BORDER
    if VERBS.match(after):
        return WORD
    word, tag = _first_word(after)
    if tag[0] in SAYS and len(word) > 1 and (given > 1 or word[1] not in SAID):
        return WORD
    return LETTER if VERB.match(after) or (given > 1 and tag[0] in SAYS) else 0


def _first_word(text):
    """The first word of a text and its tag, by the words of the dictionary alone."""
    import rjieba

    return next(iter(rjieba.tag(text, False)), ("", "x"))


def _foreign_name(text):
    """A name of several parts (买买提江·吾买尔) or one that is tagged so (次仁央宗, 宝力格), at the beginning."""
    dot = PART.match(text)
    words = () if dot or surname_length(text[:2]) else _tagged(text)
    if words and words[0][1].startswith("nr") and len(name := words[0][0]) > 1:
        return name if len(name) > 3 or _end(text[len(name) : len(name) + AHEAD], 2) >= WORD else None
    ends = range(dot.end() + 2, min(dot.end() + 6, len(text) + 1)) if dot else ()
    return next((text[:end] for end in ends if _end(text[end : end + AHEAD], 1)), None)


def _is_place(text, at):
    """Whether the whole name of a place begins somewhere (、呼和浩特市市长), not a name."""
    forms = gazetteer()[0]
    return any(text[at:end] in forms for end in range(at + 3, min(at + LONGEST_PLACE, len(text)) + 1))


def begins_clause(text):
    """Whether a text begins as what is said of a person does."""
    return _end(text, 2) > 0


def _tagged(text):
    """Words of a text with their tags."""
    import rjieba

    return rjieba.tag(text)


@lru_cache(maxsize=10_000)
def is_person(text):
    """Whether a text is a name that the dictionary knows (before a title: 陈建国书记)."""
    words = _tagged(text)
    whole = len(words) == 1 or (len(words) == 2 and len(words[0][0]) == surname_length(text))  # 霍|健民
    return is_name(text) and whole and words[0][1].startswith("nr")


@lru_cache(maxsize=10_000)
def is_word(text):
    """Whether a text is a word of the dictionary and no name (关于, 时隔)."""
    import rjieba

    return rjieba.cut(text, False) == [text] and not rjieba.tag(text)[0][1].startswith("nr")
