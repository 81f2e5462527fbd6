"""Modal words that say what somebody must do, told from the same words in other use."""

import re
from functools import cache, lru_cache

from govnlp.analysis.duties.actors import HEAD, actor_of
from govnlp.analysis.duties.reading import BRACKET, ENCOURAGED, read, words
from govnlp.text import either

DEMANDED = re.compile("向[^，,]{1,6}$")
"""What stands before 要 where it takes something (向山林要效益)."""
NOTICED = re.compile("看到|清醒|说明|指出|认识到|知道")
"""What 要 asks the reader to notice, and nobody to do."""
NO_MODAL = ("所", "按", "如", "无", "不", "的")
"""Words before one that is then no modal (所需, 不需要)."""
ENTIRE = re.compile("应(.{1,2})尽.")
"""应收尽收."""


def own_clause(text):
    """The last clause of a text."""
    return re.split("[，,：:]", text)[-1]


@cache
def _degrees():
    return {word: row["degree"] for row in words("modals") for word in row["terms"]}


@cache
def _modal():
    return re.compile(either(_degrees()))


@lru_cache(maxsize=5_000)
def modals_of(sentence):
    """Modal words outside of brackets, quotations and other words: start, end, word, degree."""
    if not _modal().search(sentence):
        return []
    reading, found, before = read(sentence), [], ""
    for at, (letter, start, end) in enumerate(zip(*reading, strict=True)):
        word = sentence[start:end]
        name = word == "应" and reading.letters[at + 1 : at + 2] in tuple("HGA")  # 上应村
        if letter in "MWw" and before not in NO_MODAL and not name:
            found.append((start, end, word, _degrees()[BRACKET.sub("", word)]))
        before = word
    return [row for row in found if _is_predicate(sentence, row)]


def _is_predicate(sentence, row):
    """Whether a modal says what somebody must do: no condition (需要保密的，), attribute or noun (扶持|政策)."""
    start, end, modal, degree = row
    clause, own = re.split("[，,]", sentence[end:])[0], own_clause(sentence[:start])
    if ENTIRE.match(sentence, start) or NOTICED.match(clause):
        return False
    if clause.endswith("的") and len(clause) < len(sentence) - end:
        return False
    if re.search("认为|提出|可以", own) or (modal == "要" and DEMANDED.search(own)):
        return False
    if degree == ENCOURAGED and re.search("累计|先后|了(?!解)", sentence[end:]):  # 倡导节约，累计开展活动九次
        return False
    if modal not in words("weak"):
        return True
    if not clause:  # 企业对材料的真实性负责
        return modal == "负责" and "对" in own
    if re.match(f"[^MWw;]*D[nrauU]*{HEAD}[da]*M", read(clause).letters):  # 负责审查的人员要
        return False
    name = actor_of(own, alone=True) or ""
    phrase = "" if degree == ENCOURAGED else "(?:P[^;x]*[^nuU&D])?"  # 按规定|需提交
    free = re.fullmatch(f"[da]*{phrase}", read(own[own.find(name) + len(name) :]).letters)
    return bool(free) and (
        clause[0] not in "、的和与等而" or re.match(",[da]*[VWw]", "," + read(clause[1:]).letters)
    )
