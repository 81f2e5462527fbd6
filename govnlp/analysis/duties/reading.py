"""A sentence as letters, one a word, that say what each word can be in it, so that patterns speak of grammar."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from govnlp.lexicons import lexicon_content
from govnlp.text import either

QUIET = re.compile(r"[（(〔〈《“][^）)〕〉》”]*[）)〕〉》”]")
"""Brackets and quotations, in which no clause begins and no modal counts."""
BRACKET = re.compile(r"[（(〔〈][^）)〕〉]*[）)〕〉]")
FUSED = re.compile("(?<=应)(?=[予为从])|(?<=向)(?=上一级)")
"""Where the dictionary makes one word of a modal and what follows it (应予)."""
BODY = re.compile("(?<=[nruUvV&,DGAFH])Z(?=[MWwPpY,&;Ex]|$)|(?<=[nruUvV&,D])Z(?=d*[MWw])")
"""A word that may be a body or a verb (组织, 办) is one behind a noun where no act follows."""
SHORT = 3
"""Characters of the shortest entry of the dictionary that is cut (积极|争取)."""
TIER = re.compile("(?<![uUvV])S(?=[,&;]|[da]*[MPpw]|$)")
"""A tier of government that acts (市要组织) and begins no longer name (市水利局)."""
ENCOURAGED = 2
"""Degree of 鼓励, 支持, 引导."""
JOINED = 4
"""Words of the dictionary that the longest entry of the lexicon consists of (供销|合作社)."""
LETTERS = {"、": ",", "，": ";", "的": "D", "等": "E", "由": "Y"}
LETTERS |= dict.fromkeys(("和", "与", "及", "或", "以及", "或者", "及其"), "&")
MARKS, HELD = "，,；;：:、。", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
HOLDING, RELEASING = str.maketrans(MARKS, HELD), str.maketrans(HELD, MARKS)
NOUNS, VERBS = tuple("njbsflaimqtezk"), tuple("vu")
"""First letters of parts of speech."""


class Reading(NamedTuple):
    """The letters of a text and where each word begins and ends; a bracket belongs to the word before it.

    M a modal, W one that encourages, w one that is also a verb (负责); H a body or person, G a noun that makes one of
    a verb before it (单位), A a name that ends like one (水利局), F a body by itself (各镇), S a tier; V a verb that
    sets a task, U such a verb used as a noun, v another verb, u such a one, n a noun, r a pronoun; P a preposition,
    p one that may begin an attribute; d an adverb, a one that is also an adjective (主要); D 的; Y 由; E 等; , and &
    marks of lists, ; a comma; x anything else.
    """

    letters: str
    starts: list
    ends: list


@cache
def words(key):
    """An entry of the lexicon of duties."""
    return lexicon_content("duties.yaml")[key]


@cache
def any_of(key):
    """Pattern for any word of an entry of the lexicon, the longest first."""
    return either(words(key))


@cache
def _table():
    """Letter of each word of the lexicon; of what is in several lists the last one counts."""
    lists = {"adverbs": "d", "verbs": "V", "acts": "v", "prepositions": "P", "attributive": "p"}
    lists |= {"actors": "H", "bound": "G", "whole": "F", "not_ends": "n", "tiers": "S", "closed": "x"}
    table = {word: letter for key, letter in lists.items() for word in words(key)}
    verbal = dict.fromkeys(words("weak"), "w")
    for row in words("modals"):
        table |= {
            word: "W" if row["degree"] == ENCOURAGED else verbal.get(word, "M") for word in row["terms"]
        }
    return table | LETTERS


@cache
def _ends():
    return tuple(words("actors")), tuple(words("not_ends"))


@lru_cache(maxsize=4_000)  # a sentence is read again while it is looked into, hardly ever later
def read(text):
    """The reading of a text; a bracket belongs to the word before it, a quotation is a noun."""
    import rjieba

    if "，" in text and not QUIET.search(text):  # its clauses are read by themselves too
        return _joined(text.split("，"))
    tokens, at = [], 0
    for quiet in [*QUIET.finditer(text), None]:
        for piece in FUSED.split(text[at : quiet.start() if quiet else len(text)]):
            for word, tag in rjieba.tag(piece, False):
                for part in _parts(word) if len(word) >= SHORT else (word,):
                    tokens.append((at, at + len(part), tag))
                    at += len(part)
        if quiet and tokens and quiet[0][0] in "（(〔〈":
            tokens[-1] = (tokens[-1][0], quiet.end(), tokens[-1][2])
        elif quiet:
            tokens.append((*quiet.span(), "n" if quiet[0][0] in "《“" else "x"))
        at = quiet.end() if quiet else at
    return _lettered(text, tokens)


def _joined(clauses):
    """The reading of clauses with commas between them."""
    letters, starts, ends, at = [], [], [], 0
    for clause in clauses:
        part = read(clause)
        letters.append(part.letters)
        starts += [at + start for start in part.starts]
        ends += [at + end for end in part.ends]
        at += len(clause) + 1
        starts.append(at - 1)
        ends.append(at)
    return Reading(LETTERS["，"].join(letters), starts[:-1], ends[:-1])


@cache
def _beginnings():
    """First two characters of the entries of the lexicon that the dictionary has as several words."""
    import rjieba

    return {word[:2] for word in _table() if len(rjieba.cut(word, False)) > 1}


@lru_cache(maxsize=20_000)
def _parts(word):
    """Two words that the dictionary has as one (积极|争取, 承担|责任), or the word."""
    table = _table()
    if word not in table:
        for k in range(1, len(word)):
            first = table.get(word[:k])
            if first == "w" or (first in ("d", "V", "P") and table.get(word[k:], "n") in "dVMWwxvPp"):
                return word[:k], word[k:]
    return (word,)


def _lettered(text, tokens):
    """Letters of the words, the longest entries of the lexicon first."""
    table, beginnings, found, i = _table(), _beginnings(), [], 0
    while i < len(tokens):
        start, end, tag = tokens[i]
        i += 1
        if text[start : start + 2] in beginnings:
            joined = (
                j
                for j in range(min(i + JOINED, len(tokens)), i, -1)
                if text[start : tokens[j - 1][1]] in table
            )
            i = next(joined, i)
            end = tokens[i - 1][1]
        word = text[start:end]
        found.append((_letter(BRACKET.sub("", word) if word[-1] in "）)〕〉" else word, tag), start, end))
    letters, starts, ends = (list(column) for column in zip(*found, strict=True)) if found else ([], [], [])
    letters = TIER.sub("F", BODY.sub("G", "".join(letters))).replace("S", "n").replace("Z", "V")
    return Reading(letters, starts, ends)


@lru_cache(maxsize=20_000)
def _letter(word, tag):
    """The letter of one word by the lexicon, else by its part of speech; Z where it is a body or a verb."""
    letter = _table().get(word)
    if letter in ("G", "H") and (word in words("verbs") or (tag[0] in "vcu" and len(word) == 1)):
        return "Z"
    if letter == "d" and tag[0] in NOUNS:
        return "a"
    if letter:
        return "U" if letter == "V" and tag == "vn" else letter
    own, other = _ends()
    phrase = tag in ("i", "l") and len(word) > SHORT  # 严肃查处, but 扶贫办
    named = len(word) > 1 and word.endswith(own) and not word.endswith(other) and not phrase
    if named and tag[0] in (*NOUNS, "r", "x"):
        return "F" if tag == "r" else "A"
    if tag[0] == "r":
        return "r"
    if tag == "p":
        return "P"
    if tag in ("d", "ad", "c"):
        return "d"
    if tag == "vn":
        return "u"
    if tag[0] in NOUNS or (re.fullmatch(r"[\w%·“”]+", word) and tag[0] not in VERBS):
        return "n"
    return "v" if tag[0] in VERBS else "x"


def hold(text):
    """A text whose marks within brackets and quotations are held back, so that it can be cut at the others."""
    return QUIET.sub(lambda found: found[0].translate(HOLDING), text)


def release(text):
    """The text with its marks again."""
    return text.translate(RELEASING)
