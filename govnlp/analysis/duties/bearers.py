"""Who a duty is laid on: the subject of a sentence, or the units that a bracket or list names."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.lexicons import lexicon_content

LONGEST = 28
"""Characters of one actor of a list, without what stands in brackets."""
HAN = "[一-鿿A-Za-z0-9“”·]"
BRACKET = r"(?:[（(〔][^（）()〔〕]{1,60}[）)〕])"

QUIET = re.compile(r"[（(〔《“][^）)〕》”]*[）)〕》”]")
"""Brackets and quotations, in which no clause begins and no modal counts."""
MARKS, HELD = "，,；;：:、。", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"


class Subject(NamedTuple):
    """The actor that a sentence names, what it is asked, how firmly, and under which condition."""

    bearer: str | None
    action: str
    modal: str | None
    degree: int | None
    condition: str | None


def hold(text):
    """A text whose marks within brackets and quotations are held back, so that it can be cut at the others."""
    return QUIET.sub(lambda found: found[0].translate(str.maketrans(MARKS, HELD)), text)


def release(text):
    """The text with its marks again."""
    return text.translate(str.maketrans(HELD, MARKS))


def either(words):
    """Pattern of one of some words, the longest first."""
    return "(?:" + "|".join(re.escape(x) for x in sorted(set(words), key=lambda x: (-len(x), x))) + ")"


@cache
def words(key):
    """An entry of the lexicon of duties."""
    return lexicon_content("duties.yaml")[key]


@cache
def _patterns():
    degrees = {word: row["degree"] for row in words("modals") for word in row["terms"]}
    ends = either(words("actors")).replace("所|", "所(?![在承作有])|").replace("方|", "方(?![向面案式法])|")
    long, whole = either(x for x in words("actors") if len(x) > 1), either(words("whole"))
    kinds = rf"{whole}|{long}|[镇乡村县市区州省]{BRACKET}|(?:{HAN}|{BRACKET}){{1,{LONGEST}}}?{ends}"
    item = rf"(?:{kinds}){BRACKET}?"
    several = rf"(?:{HAN}{{1,14}}、)*?{item}(?:(?:[、，和及与或]|以及){item})*?"
    actors = rf"{several}(?:等(?:有关|相关|职能|责任)*(?:部门|单位|方面)?)?"
    adverbs = rf"{either(words('adverbs'))}*"
    modal, verb = either(degrees), either(words("verbs"))
    head = rf"(?:{adverbs}(?:{modal}|{verb}|{either(words('acts'))})|{either(words('prepositions'))})"
    return {
        "degrees": degrees,
        "modal": re.compile(rf"{modal}"),
        "blocked": re.compile(either(words("not_modal"))),
        "subject": re.compile(rf"^(?:其中|同时|原则上)?({actors})(?={head})"),
        "last": re.compile(rf"^(?:其中|同时|原则上)?({actors})(?={head}|$)"),
        "whole": re.compile(rf"({actors})"),
        "by": re.compile(rf"由({actors})(?={head}|$)(?![向到至]|(?:参加|组成|承担|主办|审批|提供|出具)的)"),
        "agent": re.compile(rf"^{either(words('agents'))}(?!{verb})."),
        "breaks": re.compile(rf"(?:{either(words('breaks'))}|\d年)(?!.*的)"),
        "no_end": re.compile(rf"{either(words('not_ends'))}$"),
        "no_actor": re.compile(rf"^(?:{either(words('prepositions'))}|{either(words('adverbs'))}|{verb})"),
        "ends": re.compile(rf"{ends}$"),
        "starts": re.compile(rf"^{adverbs}(?:{verb})"),
        "verb": re.compile(rf"^{verb}"),
        "noun": re.compile(rf"^{adverbs}(?:{verb}|{either(words('acts'))})的"),
        "name": re.compile(rf"({HAN}{{1,8}}?(?:{either(words('offices'))})){BRACKET}?(?={head})"),
        "no_name": re.compile(either(words("not_in_names"))),
        "adverbs": re.compile(rf"{adverbs}$"),
        "office": re.compile(rf"^({actors})(?:的)?(?:主要)?(?:工作)?(?:职责|任务)(?:为|是|：|:|$)"),
    }


def is_actor(text):
    """Whether a text is nothing but actors (各区人民政府，市政府各部门).

    >>> is_actor("各区人民政府，市政府各部门"), is_actor("加强组织领导")
    (True, False)
    """
    patterns = _patterns()
    return bool(patterns["whole"].fullmatch(text)) and _named(text)


def office_of(text):
    """The actor whose duties a heading or opening announces (市教育局主要职责：), and what follows.

    >>> office_of("临溪区教育局主要职责：组织检查")
    ('临溪区教育局', '组织检查')
    """
    found = _patterns()["office"].match(text)
    return (found[1], text[found.end() :]) if found and _named(found[1]) else (None, text)


def subject_of(sentence):
    """What a sentence asks of whom; None where it asks nothing.

    Examples
    --------
    >>> subject_of("对造成污染的，生态环境部门应当依法查处。")[:4]
    ('生态环境部门', '依法查处', '应当', 5)
    >>> subject_of("检查工作由区教育局负责。")[:2]
    ('区教育局', '检查工作')
    >>> subject_of("今年溪水很清。") is None
    True
    """
    found = _subject(hold(sentence.strip().removeprefix("请").rstrip("。；;！!")))
    return found and Subject(*(release(x) if isinstance(x, str) else x for x in found))


def _subject(sentence):
    """As `subject_of`; commas in brackets and quotations are held back."""
    by = _patterns()["by"].search(sentence)
    bearer = by and _whole_name(sentence, by[1], by.end(1))
    if by and _named(bearer):
        action = (sentence[: by.start()] + sentence[by.start(1) + len(bearer) :]).strip("，, ")
        action = re.sub("负责$", "", action) or action
        modal = _modals(sentence)[:1]
        return Subject(
            bearer, action, *(modal[0][2:] if modal else ("负责", 4)), _condition(sentence[: by.start()])
        )
    plain = _plain(sentence)
    for start, end, modal, degree in _modals(sentence):
        found = _before(sentence[:start], modal)
        if found == "" and plain and not plain.bearer and sentence.index(plain.action) < start:
            return plain
        if found is not None:
            action = sentence[start if modal in words("keeps") else end :].strip("，,")
            return Subject(found, action, modal, degree, _condition(sentence[:start])) if action else None
    return plain


def _modals(sentence):
    """Modal words outside of brackets, quotations and other words: start, end, word, degree."""
    patterns = _patterns()
    quiet = [m.span() for m in QUIET.finditer(sentence)]
    quiet += [m.span() for m in patterns["blocked"].finditer(sentence)]
    found = [
        (*m.span(), m[0], patterns["degrees"][m[0]])
        for m in patterns["modal"].finditer(sentence)
        if not any(a <= m.start() < b for a, b in quiet)
        and not (m[0] in words("weak") and sentence[: m.start()].endswith("不"))
    ]
    return [row for row in found if not _attribute(sentence, row, found)]


def _attribute(sentence, row, modals):
    """Whether a modal is part of a condition (需要保密的，), an attribute (负责审查的人员要) or a noun (给予支持)."""
    _, end, modal, _ = row
    clause = re.split("[，,]", sentence[end:])[0]
    if clause.endswith("的") and len(clause) < len(sentence) - end:
        return True
    if modal not in words("weak"):
        return False
    same = any(end < other[0] <= end + len(clause) and other[2] not in words("weak") for other in modals)
    return same or not clause or clause[0] in "、的和与等"


def _before(text, modal):
    """The actor that precedes a modal: '' where the clause names none; None where the modal is no predicate here."""
    patterns = _patterns()
    clauses = re.split("[，,：:]", text)
    last = patterns["adverbs"].sub("", clauses[-1])
    if not last:
        return next((x for x in (_actor(clause, "last") for clause in clauses[:-1]) if x), "")
    actor = _actor(clauses[-1], "last") or next((x for x in map(_actor, clauses[:-1]) if x), None)
    if not actor and len(last) <= LONGEST and patterns["ends"].search(last) and "的" not in last[:-8]:
        return last if not re.match(either(words("prepositions")), last) else None
    return actor or ("" if modal not in words("weak") and _patient(last) else None)


def _actor(clause, pattern="subject"):
    """The actor that a clause begins with, where a verb, a modal or a preposition follows."""
    patterns = _patterns()
    found = patterns[pattern].match(clause)
    if not found:
        return None
    actor = _whole_name(clause, found[1], found.end(1))
    return actor if _named(actor) else None


def _whole_name(clause, actor, end):
    """The name with what a verb within it hid (社会|保障厅, 省|发展改革委)."""
    patterns = _patterns()
    while more := patterns["name"].match(clause, end):
        if patterns["no_name"].search(more[0]):
            break
        actor, end = actor + more[0], more.end()
    return actor


def _named(text):
    """Whether a text can be the name of an actor: no preposition or verb begins it, but for 评估机构 and the like."""
    patterns = _patterns()
    begins = patterns["agent"].match(text) or not patterns["no_actor"].match(text)
    return bool(begins) and not patterns["no_end"].search(text) and not patterns["breaks"].search(text)


def _patient(text):
    """Whether what precedes a modal is a thing that is acted on, and no verb phrase."""
    return len(text) <= LONGEST and ("的" in text or not _patterns()["starts"].match(text))


def _plain(sentence):
    """A sentence without modal: an actor and a verb, or a verb alone."""
    patterns = _patterns()
    if re.search("了|已经?|过去", sentence[:40]) or re.search("[是为]", sentence[:6]):
        return None
    clauses = re.split("[，,]", sentence)
    actor = _actor(clauses[0])
    if actor:
        rest = sentence[len(re.match(rf"(?:其中|同时|原则上)?{re.escape(actor)}", sentence)[0]) :]
        if patterns["noun"].match(rest):  # 机关出具的函件
            return None
        verbs = any(patterns["starts"].match(x) for x in [rest.strip("，"), *clauses[1:]])
        return Subject(actor, rest.strip("，,"), None, None, None) if verbs else None
    opening = re.match(either(words("prepositions")), clauses[0])
    first = next((x for x in clauses[: 3 if opening else 1] if patterns["starts"].match(x)), None)
    if first is None:
        return None
    at = sentence.index(first)
    return Subject("", sentence[at:], None, None, _condition(sentence[:at]))


def _condition(text):
    """The clauses before a modal that say in which case it holds."""
    case = re.compile(r"^(?:如|若|凡|一旦|遇|未经|因.*的$|对.*的$)|(?:的|时|情况下|前提下|条件下|期间)$")
    clauses = [x.strip() for x in re.split("[，,]", text)[:-1]]
    return "，".join(x for x in clauses if case.search(x)) or None
