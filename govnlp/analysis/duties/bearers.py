"""Who a duty is laid on: the subject of a sentence, or the units that a bracket or list names."""

import re
from functools import cache
from typing import NamedTuple

from govnlp.lexicons import lexicon_content

LONGEST = 28
"""Characters of one actor of a list, without what stands in brackets."""
HAN = "[一-鿿A-Za-z0-9“”·]"
BRACKET = r"(?:[（(〔][^（）()〔〕]{1,60}[）)〕])"

ENCOURAGED = 2
"""Degree of 鼓励, 支持, 引导."""
HIDDEN = 3
"""Characters of a verb between an actor and what shows that the name has ended."""
QUIET = re.compile(r"[（(〔《“][^）)〕》”]*[）)〕》”]")
"""Brackets and quotations, in which no clause begins and no modal counts."""
FIRST = r"(?:其中|同时|原则上|请|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)以?前[，,]?)?"
"""What may stand before the subject of a sentence."""
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
        "subject": re.compile(rf"^{FIRST}({actors})(?={head})"),
        "last": re.compile(rf"^{FIRST}({actors})(?={head}|$)"),
        "whole": re.compile(rf"({actors})"),
        "by": re.compile(rf"由({actors})(?={head}|$)(?![向到至]|(?:参加|组成|承担|主办|审批|提供|出具)的)"),
        "agent": re.compile(rf"^{either(words('agents'))}(?!{verb})."),
        "breaks": re.compile(rf"(?:{either(words('breaks'))}|\d年)(?!.*的)"),
        "cuts": re.compile(
            "|".join(f"(?<!所){x}(?![{but}])" if but else x for x, but in words("cuts").items())
        ),
        "acting": re.compile(rf"^{either(words('acting'))}.{{5}}"),
        "heading": re.compile(r"^[^各、的和与及或]{3,}(?=各)"),
        "no_end": re.compile(rf"{either(words('not_ends'))}$"),
        "no_actor": re.compile(rf"^(?:{either(words('prepositions'))}|{either(words('adverbs'))}|{verb})"),
        "ends": re.compile(rf"{ends}$"),
        "starts": re.compile(rf"^{adverbs}(?:{verb})"),
        "headed": re.compile(rf"^[^：:]{{2,6}}?{either(words('headed'))}(?:包括|为)?[：:包]"),
        "received": re.compile(rf"^{adverbs}{either(words('received'))}"),
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
    # within a bracket it is said of a part: （内部培训由评价机构实施）
    by = next((m for m in _patterns()["by"].finditer(sentence) if not _within(m.start(), sentence)), None)
    bearer = by and _whole_name(sentence, by[1], by.end(1))
    if by and _named(bearer):
        rest = sentence[by.start(1) :]
        action = (sentence[: by.start()] + rest[rest.index(bearer) + len(bearer) :]).strip("，, ")
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


def _within(at, sentence):
    """Whether a place lies in a bracket or quotation."""
    return any(m.start() <= at < m.end() for m in QUIET.finditer(sentence))


def _modals(sentence):
    """Modal words outside of brackets, quotations and other words: start, end, word, degree."""
    patterns = _patterns()
    blocked = [m.span() for m in patterns["blocked"].finditer(sentence)]
    found = [
        (*m.span(), m[0], patterns["degrees"][m[0]])
        for m in patterns["modal"].finditer(sentence)
        if not any(a <= m.start() < b for a, b in blocked)
        and not _within(m.start(), sentence)
        and not (m[0] in words("weak") and sentence[: m.start()].endswith("不"))
    ]
    return [row for row in found if not _attribute(sentence, row, found)]


def _attribute(sentence, row, modals):
    """Whether a modal is part of a condition (需要保密的，), an attribute (负责审查的人员要) or a noun (给予支持)."""
    start, end, modal, degree = row
    clause = re.split("[，,]", sentence[end:])[0]
    if clause.endswith("的") and len(clause) < len(sentence) - end:
        return True
    if modal not in words("weak"):
        return False
    same = any(end < other[0] <= end + len(clause) and other[2] not in words("weak") for other in modals)
    before = re.split("[，,：:]", sentence[:start])[-1]
    attribute = degree == ENCOURAGED and re.search(
        rf"{either(words('verbs'))}.{{0,3}}$", before
    )  # 梳理现行支持…的
    return same or attribute or not clause or clause[0] in "、的和与等"


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
    return _trimmed(actor)


def _trimmed(actor):
    """The actor alone where a verb, or a heading that lost its line, got into the name (某局并向市政府)."""
    patterns = _patterns()
    for cut in patterns["cuts"].finditer(actor):
        head = patterns["adverbs"].sub("", actor[: cut.start()])
        longest = next(
            (head[:i] for i in range(len(head), 1, -1) if patterns["whole"].fullmatch(head[:i])), ""
        )
        near = len(head) <= len(longest) + HIDDEN and "的" not in actor[cut.end() :]
        if longest and (longest == head or near):
            return longest
    heading = patterns["heading"].match(actor)
    return actor[heading.end() :] if heading and not patterns["ends"].search(heading[0]) else actor


def _named(text):
    """Whether a text can be the name of an actor: no preposition or verb begins it, but for 评估机构 and the like."""
    patterns = _patterns()
    if patterns["no_end"].search(text) or patterns["breaks"].search(text):
        return False
    if "的" not in text and (patterns["cuts"].search(text) or patterns["acting"].match(text)):
        return False
    return bool(patterns["agent"].match(text) or not patterns["no_actor"].match(text))


def _patient(text):
    """Whether what precedes a modal is a thing that is acted on, and no verb phrase."""
    return len(text) <= LONGEST and ("的" in text or not _patterns()["starts"].match(text))


def _plain(sentence):
    """A sentence without modal: an actor and a verb, or a verb alone."""
    patterns = _patterns()
    if re.search("了|已经?|过去", sentence[:40]) or re.search("[是为]", sentence[:6]) or "是指" in sentence:
        return None
    if sentence.endswith("的"):  # 串通作弊的；: a case
        return None
    clauses = re.split("[，,]", sentence)
    if patterns["headed"].match(clauses[0]):  # 资助范围：…
        return None
    actor = _actor(clauses[0])
    if actor:
        rest = sentence[re.match(rf"{FIRST}.*?{re.escape(actor)}", sentence).end() :]
        if patterns["noun"].match(rest) or patterns["received"].match(rest):  # 机关出具的函件
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
