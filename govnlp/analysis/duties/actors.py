"""Names of those who act: organs, posts and persons, told from the words around them."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content
from govnlp.text import either as alternatives

LONGEST = 28
"""Characters of one actor of a list, without what stands in brackets."""
HAN = "[一-鿿A-Za-z0-9“”·]"
BRACKET = r"(?:[（(〔][^（）()〔〕]{1,60}[）)〕])"
FOUNDED = re.compile("[^，]{2,}?(?:设立|成立|组建)(?=.{3})")
"""What stands before the name of a body that is founded in the same breath: 市政府设立|安全委员会，负责…"""
HIDDEN = 3
"""Characters of a verb between an actor and what shows that the name has ended."""
BEFORE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)以?前[，,]?"
NOUN = "区(?![域级县属内直])|期(?![限间末])|费(?!用)"
"""What makes a noun of a verb before it (启动区, 建设期), unless it begins a word of its own."""
FIRST = rf"(?:其中|同时|或者|原则上|请|{BEFORE})?"
"""What may stand before the subject of a sentence."""


def either(words):
    """Pattern of one of some words, the longest first."""
    return f"(?:{alternatives(set(words))})"


@cache
def words(key):
    """An entry of the lexicon of duties."""
    return lexicon_content("duties.yaml")[key]


@cache
def patterns():
    """Patterns over the words of the lexicon, by what they find."""
    degrees = {word: row["degree"] for row in words("modals") for word in row["terms"]}
    ends = either(words("actors")).replace("所|", "所(?![在承作有需])|").replace("方|", "方(?![向面案式法])|")
    ends = ends.replace("处|", "处(?![以罚分理置])|")
    long, whole = either(x for x in words("actors") if len(x) > 1), either(words("whole"))
    kinds = rf"{whole}|{long}|[镇乡村县市区州省]{BRACKET}|(?:{HAN}|{BRACKET}){{1,{LONGEST}}}?{ends}"
    item = rf"(?:{kinds}){BRACKET}?"
    several = rf"(?:{HAN}{{1,14}}{BRACKET}?、)*?{item}(?:(?:[、，和及与或]|以及){item})*?"
    actors = rf"{several}(?:等(?:有关|相关|职能|责任)*(?:部门|单位|方面)?)?"
    adverbs = rf"{either(words('adverbs'))}*"
    modal = either(degrees)
    verb = rf"(?:(?!{either(words('not_verbs'))}){either(words('verbs'))}(?![者率型]|{NOUN}))"
    after = either([*degrees, *words("verbs"), *words("acts"), *words("prepositions")])
    after = after.replace("|经|", "|经(?![济营办])|").replace("|以|", "|以(?!及)|")
    head = rf"(?:{adverbs}{after})"
    return {
        "degrees": degrees,
        "modal": re.compile(rf"{modal}"),
        "blocked": re.compile(either(words("not_modal"))),
        "subject": re.compile(rf"^{FIRST}({actors})(?={head})"),
        "last": re.compile(rf"^{FIRST}({actors})(?={head}|$)"),
        "whole": re.compile(rf"({actors})"),
        "by": re.compile(
            rf"由({actors})(?={head}|$)(?![向到至]|{adverbs}(?:{verb}|负责|参加|组成|承担|主办|审批|提供|出具)的)"
        ),
        "agent": re.compile(rf"^{either(words('agents'))}(?!{verb})."),
        "breaks": re.compile(rf"(?:{either(words('breaks'))}|\d[年人])(?!.*的)"),
        "cuts": re.compile(
            "|".join(f"(?<![所行作认成因]){x}(?![{but}])" if but else x for x, but in words("cuts").items())
        ),
        "acting": re.compile(
            rf"^{either(words('acting'))}.{{5}}|^{either(words('acting_short'))}.{{3,}}(?<!部门)(?<!机构)(?<!单位)$"
        ),
        "heading": re.compile(rf"^(?:[^各、的和与及或（(]|{BRACKET}){{3,}}(?=各)"),
        "no_end": re.compile(rf"{either(words('not_ends'))}$"),
        "no_actor": re.compile(
            rf"^(?:{either(words('prepositions'))}|{either(words('adverbs'))}|{verb}|{either(words('not_begins'))})"
        ),
        "ends": re.compile(rf"{ends}$"),
        "starts": re.compile(rf"^{adverbs}(?:{verb})"),
        "listed": re.compile(rf"^[^，,]*(?:{either(words('posts'))}|{either(words('lists'))})$"),
        "headed": re.compile(rf"^[^：:]{{2,6}}?{either(words('headed'))}(?:包括|为)?[：:包]"),
        "opening": re.compile(rf"{adverbs}{either(words('prepositions'))}"),
        "acts_on": re.compile(
            rf"^(?:(?:[对将把按向]|根据|依据|依照|通过|结合)[^，,可]{{2,60}}?|[^，,的]{{2,8}}后){adverbs}{verb}(?!的)"
            rf"[^，,]*(?<!的)(?:[，,]|$)|^对[^可]{{2,80}}?(?:给予|予以)(?!的)"
        ),
        "joined": re.compile(rf"[、和与](?:{modal}|{verb})"),
        "patient": re.compile(rf"^{verb}[^在对将把按]*{either(words('patients'))}$"),
        "received": re.compile(rf"^{adverbs}{either(words('received'))}"),
        "verb": re.compile(rf"^{verb}"),
        "verbs": re.compile(rf"^{verb}{{1,2}}$"),
        "of_verb": re.compile(rf"{verb}.{{0,3}}$"),
        "noun": re.compile(rf"^{adverbs}(?:{verb}|{either(words('acts'))}){{1,2}}的"),
        "name": re.compile(
            rf"({HAN}{{1,8}}?(?:{either(words('offices'))}){BRACKET}?(?:、{actors})?)(?={head}|$)"
        ),
        "no_name": re.compile(either(words("not_in_names"))),
        "adverbs": re.compile(rf"{adverbs}$"),
        "office": re.compile(rf"^({actors})(?:的)?(?:主要)?(?:工作)?(?:职责|任务)(?:为|是|：|:|$)"),
    }


def is_actor(text):
    """Whether a text is nothing but actors (各区人民政府，市政府各部门).

    >>> is_actor("各区人民政府，市政府各部门"), is_actor("加强组织领导")
    (True, False)
    """
    found_by = patterns()
    return bool(found_by["whole"].fullmatch(text)) and is_name(text)


def office_of(text):
    """The actor whose duties a heading or opening announces (市教育局主要职责：), and what follows.

    >>> office_of("临溪区教育局主要职责：组织检查")
    ('临溪区教育局', '组织检查')
    """
    found = patterns()["office"].match(text)
    return (found[1], text[found.end() :]) if found and is_name(found[1]) else (None, text)


def actor_of(clause, pattern="subject"):
    """The actor that a clause begins with, where a verb, a modal or a preposition follows."""
    found_by = patterns()
    found = found_by[pattern].match(clause)
    if not found:
        return None
    actor = whole_name(clause, found[1], found.end(1))
    return actor if is_name(actor) else None


def whole_name(clause, actor, end):
    """The name with what a verb within it hid (社会|保障厅, 省|发展改革委)."""
    found_by = patterns()
    while more := found_by["name"].match(clause, end):
        if found_by["no_name"].search(more[0]):
            break
        actor, end = actor + more[0], more.end()
    return _trimmed(actor)


def _trimmed(actor):
    """The actor alone where a verb, or a heading that lost its line, got into the name (某局并向市政府)."""
    found_by = patterns()
    founded = FOUNDED.match(actor)
    if founded and "的" not in actor and found_by["ends"].search(actor):
        return actor[founded.end() :]
    for cut in found_by["cuts"].finditer(actor):
        head = found_by["adverbs"].sub("", actor[: cut.start()])
        longest = next(
            (head[:i] for i in range(len(head), 1, -1) if found_by["whole"].fullmatch(head[:i])), ""
        )
        near = len(head) <= len(longest) + HIDDEN and "的" not in actor[cut.end() :]
        if longest and (longest == head or near):
            return longest
    heading = found_by["heading"].match(actor)
    return actor[heading.end() :] if heading and not found_by["ends"].search(heading[0]) else actor


def is_name(text):
    """Whether a text can be the name of an actor: no preposition or verb begins it, but for 评估机构 and the like."""
    found_by = patterns()
    text = re.sub(BRACKET, "", text)  # 存档机构（以下简称申报单位）
    if found_by["no_end"].search(text) or found_by["breaks"].search(text):
        return False
    if text.startswith("可") or text in words("not_alone"):
        return False
    if "的" not in text and (found_by["cuts"].search(text) or found_by["acting"].match(text)):
        return False
    return bool(found_by["agent"].match(text) or not found_by["no_actor"].match(text))
