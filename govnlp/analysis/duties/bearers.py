"""Who a duty is laid on: the subject of a sentence, or the units that a bracket or list names."""

import re
from typing import NamedTuple

from govnlp.analysis.duties.actors import (
    BEFORE,
    BRACKET,
    LONGEST,
    actor_of,
    is_actor,
    is_name,
    patterns,
    whole_name,
    words,
)

THING_ASKED = "…"
"""A subject that is no actor: 申报材料."""
THING = re.compile("[^，,]{2,8}的[^，,]{2,8}")
"""What 需 at the start of a sentence makes of a verb and a noun: 需装订的材料."""
SHORTEST = 3
"""Characters of what a modal at the start of a sentence asks: 应某某 is a name."""
ENCOURAGED = 2
"""Degree of 鼓励, 支持, 引导."""
NO_ORDER = re.compile(
    "定于|决定[，在对开举以于]|(?:制定|制订|提出|通知|公布|发布|编制)[^，。]{0,6}(?:以下|如下|本)[^，。]{1,8}$"
    "|^[^，。]{2,12}(?:日期|时间|对象|范围)(?:是|为)|^[^，。]{2,14}主要(?:是|为)"
    "|^[^，。]{2,18}(?:情况|情况报告|下载)$"
    "|是[^，。]{0,24}(?:举措|要求|需要|关键|基础|保障|任务|途径|抓手|选择|体现|内容|目的)$"
    "|[，,]这?(?:也|都|既|就|正|不仅|更|乃)?是[^，。]{2}|(?:具有|有着)[^，。]{0,8}(?:意义|作用)|^不(?![断再])"
    "|授予|任命|免去|属于|批复如下|(?:^|[，：:] ?)同意"
)
"""What a sentence says that opens a text (现提出如下意见), calls an act something (是…的重要举措), or decides."""
ATTRIBUTE = re.compile("[^，,]*的[^，,]{0,4}[，,]")
"""What makes an attribute of 由 and its actor (由省厅认定的事项，)."""
IN_CASE = re.compile(r"^(?:如|若|凡|一旦|遇|未经|因.*的$|对.*的$)|(?:的|时|情况下|前提下|条件下|期间)$")
"""A clause that says in which case a duty holds."""
CASE = re.compile("[^，,]*的[，,]")
"""What makes a case of it (由多个部门联合制定的，)."""
MAY = re.compile("(?:可以?|已[^，,]{0,16}|认为[^，,]*|提出[^，,]*)[^，,]{0,4}$")
"""What stands before 由 where its actor may do something or did it, or before a modal that somebody holds to apply."""
NO_DEMAND = re.compile(
    "(?:有的?人|[有一]些人|他们|人们|俗话|老话|常言)[^，,。]{0,6}(?:说|道|认为|以为|希望|主张|要求)|^[^，,]{,10}是否"
)
"""What others are said to ask for, and what is only asked about (是否存在…的问题)."""
OTHER = re.compile(
    "(?:听取|责令|告知|通知|要求|督促|取消|撤销|追究|吊销|暂停|终止|注销|没收|扣减|允许)其(?!他|中|余)"
)
"""An act on somebody just named, who therefore does not do it: 申请人陈述的，应当听取其意见."""
MADE_OF = re.compile(
    "以及|[和与或及、]|[^，,]*(?:组成|构成)|[向到至][^，,]{1,14}(?:延伸|转|拓展|扩|升级|过渡|覆盖|集中)|为[^，,]{1,6}的"
)
"""What follows 由 and an actor where that does nothing, being a part, a place or a rank, or is not all who do it."""
TOLD = re.compile("了(?!解)|已(?!有的)|近年来")
"""A clause that tells what was done, whose actor is not who must do what follows: 省里出台了政策，要用好."""
OF_THINGS = re.compile("[^对将把在按为由向从给][^，,]*的[^的]{1,6}")
"""A noun with an attribute, of which a modal says something: 每人分摊的额度不得超过一千元."""
DUE = re.compile("[日底末]前(?:报|上报|提交|反馈|完成|送|发送|填报|寄)")
"""What must be handed in by a day (总结于10月10日前报局)."""
DEMANDED = re.compile("向[^，,]{1,6}$")
"""What stands before 要 where it takes something (向山林要效益)."""
QUIET = re.compile(r"[（(〔《“][^）)〕》”]*[）)〕》”]")
"""Brackets and quotations, in which no clause begins and no modal counts."""
MARKS, HELD = "，,；;：:、。", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"


class Subject(NamedTuple):
    """The actor that a sentence names, what it is asked, how firmly, and under which condition.

    The bearer is "" where the sentence names nobody, and None where its subject is something else (材料要齐全).
    """

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
    sentence = hold(sentence.strip().rstrip("。；;！!"))
    if "是指" in sentence or sentence.endswith("的") or NO_DEMAND.search(sentence):  # 串通作弊的；: a case
        return None
    found = _subject(sentence.removeprefix("请"), sentence.startswith("请"))
    return found and Subject(*(release(x) if isinstance(x, str) else x for x in found))


def _subject(sentence, asked):
    """As `subject_of`; commas in brackets and quotations are held back; `asked` where 请 stood before it."""
    # within a bracket it is said of a part: （内部培训由评价机构实施）
    found_by = patterns()
    named = [
        m
        for m in found_by["by"].finditer(sentence)
        if not (
            _within(m.start(), sentence) or CASE.match(sentence, m.end()) or MAY.search(sentence[: m.start()])
        )
    ]
    by = next((m for m in named if not ATTRIBUTE.match(sentence, m.end())), next(iter(named), None))
    bearer = by and whole_name(sentence, by[1], by.end(1))
    rest = sentence[by.start(1) :].partition(bearer)[2] if by else ""
    if by and is_name(bearer) and not MADE_OF.match(rest):
        action = (sentence[: by.start()] + rest).strip("，, ")
        action = re.sub("负责$", "", action) or action
        said = [row[2:] for row in modals_of(sentence)[:1]] or [
            ("负责" if re.search("负责(?!的)", rest) else "由", 4)
        ]
        return Subject(bearer, action, *said[0], _condition(sentence[: by.start()]))
    plain = _plain(sentence, asked)
    for start, end, modal, degree in modals_of(sentence):
        found = _before(sentence[:start], modal)
        earlier = (
            found in ("", THING_ASKED) and plain and not plain.bearer and sentence.index(plain.action) < start
        )
        if earlier and found_by["starts"].match(plain.action):
            return plain
        if found is not None:
            action = sentence[start if modal in words("keeps") else end :].strip("，,")
            action = sentence.partition(found)[2] if action == "负责" else action
            other = found == THING_ASKED or (
                found not in own_clause(sentence[:start]) and OTHER.search(action)
            )
            found = None if other else found
            if not action or (start == 0 and _is_thing(action, modal)):
                return None
            return Subject(found, action, modal, degree, _condition(sentence[:start]))
    return plain


def _is_thing(action, modal):
    """Whether what follows a modal at the start of a sentence is a thing or a name, and no act."""
    other = re.search("的其他.{1,4}$", action)  # 应当追究责任的其他行为
    return (
        bool(other)
        or (modal == "需" and THING.fullmatch(action))
        or len(re.sub(BRACKET, "", action)) < SHORTEST
    )


def _within(at, sentence):
    """Whether a place lies in a bracket or quotation."""
    return any(m.start() <= at < m.end() for m in QUIET.finditer(sentence))


def own_clause(text):
    """The last clause of a text."""
    return re.split("[，,：:]", text)[-1]


def modals_of(sentence):
    """Modal words outside of brackets, quotations and other words: start, end, word, degree."""
    found_by = patterns()
    blocked = [m.span() for m in found_by["blocked"].finditer(sentence)]
    found = [
        (*m.span(), m[0], found_by["degrees"][m[0]])
        for m in found_by["modal"].finditer(sentence)
        if not any(a <= m.start() < b for a, b in blocked)
        and not _within(m.start(), sentence)
        and not (m[0] in words("weak") and sentence[: m.start()].endswith("不"))
    ]
    return [row for row in found if not _attribute(sentence, row, found)]


def _attribute(sentence, row, modals):
    """Whether a modal is part of a condition (需要保密的，), an attribute (负责审查的人员要) or a noun (给予支持)."""
    found_by, (start, end, modal, degree) = patterns(), row
    clause = re.split("[，,]", sentence[end:])[0]
    if clause.endswith("的") and len(clause) < len(sentence) - end:
        return True
    own = own_clause(sentence[:start])
    if re.search("认为|提出|可以", own) or (modal == "要" and DEMANDED.search(own)):
        return True
    if degree == ENCOURAGED and re.search("累计|先后|了(?!解)", sentence[end:]):  # 倡导节约，累计开展活动九次
        return True
    if modal not in words("weak"):
        return False
    same = any(end < other[0] <= end + len(clause) and other[2] not in words("weak") for other in modals)
    attribute = degree == ENCOURAGED and found_by["of_verb"].search(own)  # 梳理现行支持…的
    joined = found_by["joined"].match(clause)  # 鼓励和引导企业
    if not clause:  # 企业对材料的真实性负责
        return not (modal == "负责" and "对" in own)
    return same or attribute or (clause[0] in "、的和与等而" and not joined)


def _before(text, modal):
    """The actor that precedes a modal: '' where the clause names none, `THING_ASKED` where it speaks of something else;
    None where the modal is no predicate here."""
    found_by = patterns()
    clauses = re.split("[，,：:]", text)
    last = found_by["adverbs"].sub("", clauses[-1])
    earlier = [clause for clause in clauses[:-1] if not TOLD.search(clause)]
    if not last:
        return next((x for x in (actor_of(clause, "last") for clause in earlier) if x), "")
    actor = last if "、" in last and is_actor(last) else actor_of(clauses[-1], "last")
    if actor and re.match("(?:主要)?负责(?:人|同志)", last.partition(actor)[2]):  # 企业负责人的近亲属
        actor = re.match("[^对在向将把按]+", last)[0]
    if actor and found_by["patient"].match(last.partition(actor)[2]):  # 开发区考核结果要公开
        return THING_ASKED
    if (
        not actor
        and modal not in words("weak")
        and OF_THINGS.fullmatch(last)
        and not found_by["ends"].search(last)
    ):
        return THING_ASKED
    actor = actor or next((x for x in map(actor_of, earlier) if x), None)
    glued = re.search("各[^、的]{,20}$", last)  # a heading that lost its line: 安排招募工作各地要
    if not actor and glued and is_actor(glued[0]):
        return glued[0]
    short = len(re.sub(BRACKET, "", last)) <= 2 * LONGEST
    if not actor and short and found_by["ends"].search(last) and "的" not in last[:-8]:
        return last if is_name(last) else None
    if actor or modal in words("weak") or not _patient(last):
        return actor
    return "" if last[0] in "对将把" else THING_ASKED


def _patient(text):
    """Whether what precedes a modal is a thing that is acted on, and no verb phrase."""
    return text[0] in "对将把" or (
        len(text) <= 2 * LONGEST and ("的" in text or not patterns()["starts"].match(text))
    )


def _plain(sentence, asked=False):
    """A sentence without modal: an actor and a verb, or a verb alone; 请 before an actor asks whatever follows."""
    found_by = patterns()
    told = re.search("了|已(?!有的)|过去|共(?=[完查审办开投])|累计", QUIET.sub("", sentence)[:40])
    if told or re.search("^[^对以]{,5}[是为]", sentence) or NO_ORDER.search(sentence):
        return None
    clauses = re.split("[，,]", sentence)
    if found_by["headed"].match(clauses[0]):  # 资助范围：…
        return None
    opening = found_by["opening"].match(clauses[0])
    for clause in clauses[: 2 if opening else 1]:
        if actor := actor_of(clause):
            rest = sentence[sentence.index(clause) :].partition(actor)[2].strip("，,")
            if found_by["listed"].match(rest):  # 镇党委宣传委员
                return None
            asked = asked or re.match(BEFORE, clause)  # 5月10日前各镇将名单报区水利局
            if _acts(rest) or (asked and not found_by["noun"].match(rest)):
                return Subject(actor, rest, None, None, None)
            if clause == clauses[0]:
                return None
    first = next((x for x in clauses[: 3 if opening else 1] if _orders(x, sentence)), None)
    if first is None and not (found_by["acts_on"].match(sentence) or DUE.search(sentence)):
        return None
    at = sentence.index(first) if first else 0
    return Subject("", sentence[at:], None, None, _condition(sentence[:at]))


def _orders(clause, sentence):
    """Whether a clause begins with a verb that sets a task: no noun (改革的进程), no case (报名的，可以)."""
    found_by = patterns()
    case = clause.endswith("的") and clause != sentence
    return bool(found_by["starts"].match(clause)) and not (case or found_by["noun"].match(clause))


def _acts(rest):
    """Whether what follows an actor says what it does: no attribute (机关出具的函件), nothing given to it."""
    found_by = patterns()
    if found_by["noun"].match(rest) or found_by["received"].match(rest) or re.search("了(?!解)", rest[:30]):
        return False
    clauses = re.split("[，,]", rest)
    if found_by["verbs"].match(rest):  # 队伍建设, 企业认定奖励
        return False
    return bool(found_by["acts_on"].match(clauses[0])) or any(found_by["starts"].match(x) for x in clauses)


def _condition(text):
    """The clauses before a modal that say in which case it holds."""
    clauses = [x.strip() for x in re.split("[，,]", text)[:-1]]
    return "，".join(x for x in clauses if IN_CASE.search(x)) or None
