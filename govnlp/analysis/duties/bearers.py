"""Who a duty is laid on and what it is: the subject, the modal and the act of a sentence."""

import re
from functools import lru_cache
from typing import NamedTuple

from govnlp.analysis.duties.actors import HEAD, LAST, actor_of, is_actor, name_at
from govnlp.analysis.duties.deadlines import LEADING
from govnlp.analysis.duties.modals import modals_of, own_clause
from govnlp.analysis.duties.reading import QUIET, any_of, hold, read, release, words

THING_ASKED = "…"
"""A subject that is no actor: 申报材料."""
NO_ORDER = re.compile(
    "(?<!讨论)(?<!研究)决定[^。的书]{2}|(?:电话|邮箱|联系人|网址|地址)[^，。]{0,4}[：:]|^[^，。]{2,18}(?:情况|情况报告|下载)$"
    "|是[^，。]{0,24}(?:举措|要求|需要|关键|基础|保障|任务|途径|抓手|选择|体现|内容|目的)$"
    "|[，,]这?(?:也|都|既|就|正|不仅|更|乃)?是[^，。]{2}|(?:具有|有着)[^，。]{0,8}(?:意义|作用)|^不(?![断再])"
    "|我代表|不属于|批复如下|为[：:]|(?:^|[，：:] ?)同意|予以(?:废止|修改|修订|表彰|公布|通报表扬)$"
    "|(?:表|名单|节目单|通讯录)$"
)
"""What a sentence says that opens a text (现提出如下意见), calls an act something (是…的重要举措), or decides."""
LONGEST_SENTENCE = 600
"""Letters of what is read as one sentence; longer ones are tables that have lost their marks."""
NO_DUTY = re.compile("是指|的$|制[定订]本[^，。]{1,10}$")
"""A definition, a case and what a text is made for (为规范考试，制定本办法)."""
IN_CASE = re.compile(
    r"^(?:如|若|凡|一旦|遇|未经|因.*的$|对.*的$|当.*时$)|(?:的|时|情况下|前提下|条件下|期间)$"
)
"""A clause that says in which case a duty holds."""
MAY = re.compile("(?:可以?|已[^，,]{0,16}|认为[^，,]*|提出[^，,]*|成立了[^，,]*)[^，,]{0,4}$")
"""What stands before 由 where its actor may do something or did it, or before a modal that somebody holds to apply."""
OTHER = re.compile(
    "(?:听取|责令|告知|通知|要求|督促|取消|撤销|追究|吊销|暂停|终止|注销|没收|扣减|允许)其(?!他|中|余)"
)
"""An act on somebody just named, who therefore does not do it: 申请人陈述的，应当听取其意见."""
MADE_OF = re.compile(
    "以及|[和与或及、]|[^，,]*(?:组成|构成)|任[^务，,]|[向到至][^，,]{1,14}(?:延伸|转|流动|拓展|扩|升级|过渡|覆盖|集中)|为[^，,]{1,6}的"
)
"""What follows 由 and an actor where that does nothing, being a part, a place or a rank, or is not all who do it."""
TOLD = re.compile("了(?!解)|已(?!有的)|近年来")
"""A clause that tells what was done, whose actor is not who must do what follows: 省里出台了政策，要用好."""
DUE = re.compile("[日底末]前(?:报|上报|提交|反馈|完成|送|发送|填报|寄)")
"""What must be handed in by a day (总结于10月10日前报局)."""
LIMIT = re.compile(
    r"不[得能应](?:超过|少于|低于|高于|多于|小于|大于)|(?:总数|数量)?(?:达到?|突破|超过?|增至|增加到|保持在|稳定在)[^，,]{0,4}\d"
)
"""What is asked of a quantity and not of who was named before: 申请期限最长不得超过一年, 规上企业达到80家."""
TOPICLESS = re.compile("(?:且|并|也|均|都|一律|主要|统一|应当|应|须|必须|要|由此|原则上|其中|，)*$")
"""What stands before 由 and is not what its actor does it with."""
NOUN = re.compile("[者率型期费额量]|区(?!域)")
"""What makes a noun of the verb before it (启动区, 建设期)."""
LEADS = re.compile("(?:共同|联合)?牵头(?:负责|组织|落实|实施)?[，,]?")
HELP = re.compile("(?:按[^，,]{0,6}分工)?(?:配合|参与|协助|协同|协办|参加)[，,]?")
WITH = re.compile("(?:会同|联合|协同|商)(?=[^，,])")
TOPIC = re.compile("P[^;]*D[nuUa]+")
"""对…的建筑."""
OFTEN = re.compile("^每(?:年|半年|季度?|月|周)")
"""How often something is done, before the verb (每年培训护理员)."""
DISPOSED = ("将", "把")
"""What puts the object before its verb (6月底前将总结报市局)."""
STARTS, ACTS_ON = re.compile("[da]*(?:[VU](?![UVv]?D|$)|V$)"), re.compile("P[^x;MW]{1,30}?[da]*V(?!D)")


class Subject(NamedTuple):
    """The actor that a sentence names, what it is asked, how firmly, under which condition, and with whose help.

    The bearer is "" where the sentence names nobody, and None where its subject is something else (材料要齐全).
    """

    bearer: str | None
    action: str
    modal: str | None
    degree: int | None
    condition: str | None
    support: str | None = None


@lru_cache(maxsize=5_000)
def subject_of(sentence):
    """What a sentence asks of whom; None where it asks nothing.

    Examples
    --------
    >>> subject_of("对造成污染的，生态环境部门应当依法查处。")[:4]
    ('生态环境部门', '依法查处', '应当', 5)
    >>> subject_of("小区整治由区住建局牵头，区城管局配合，9月底前完成。")[:2]
    ('区住建局', '小区整治，9月底前完成')
    >>> subject_of("今年溪水很清。") is None
    True
    """
    sentence = hold(sentence.strip().rstrip("。；;！!，,"))
    if len(sentence) > LONGEST_SENTENCE or NO_DUTY.search(sentence):  # 串通作弊的；: a case
        return None
    sentence = re.sub("^(?:同时|其中|此外|另外)[，,]", "", sentence)
    sentence = re.sub("^[请望](?!示|求|假)", "", asked := sentence)
    found = by(sentence) or _demanded(sentence, asked != sentence)
    if found and found.support is None:
        support, act = _apart(found.action)
        found = found._replace(action=act or found.action, support=support)
    return found and Subject(*(release(x) if isinstance(x, str) else x for x in found))


def by(sentence):
    """What 由 and an actor say: 检查工作由区教育局负责; the clause of its own and what follows are the act."""
    reading = read(sentence if "由" in sentence else "")
    for at, letter in enumerate(reading.letters):
        start, end = reading.starts[at], reading.ends[at]
        name = name_at(sentence, end, LAST) if letter == "Y" else None
        rest = sentence[end + len(name) :] if name else ""
        if not name or MADE_OF.match(rest) or MAY.search(sentence[:start]):
            continue
        if re.match("[^;x]*[vVU]D(?!.*[;])", read(rest.split("，")[0]).letters) or re.match(
            "[^，,]*的[，,]", rest
        ):
            continue  # 由省厅认定的事项
        before, _, own = sentence[:start].rpartition("，")
        if "不" in own:  # 不能由他人代办
            continue
        own = "" if TOPICLESS.match(own) else own
        thing = before.rpartition("，")[2]
        topic = own or (thing if re.fullmatch("[^MYvVUw]*|[^MY]*D[^MYvVUw]*", read(thing).letters) else "")
        topic = "" if IN_CASE.search(before) and not own else topic
        support, act = _apart(rest)
        said = [row[2:] for row in modals_of(sentence)[:1]] or [
            ("负责" if rest.startswith("负责") else "由", 4)
        ]
        act = re.sub("^负责$", "", act) if topic else act
        if re.match("[^Pdx]", read(own).letters) and re.fullmatch(
            "[daw]*[VvUu]{1,2}", read(act).letters
        ):  # 本办法由区水利局解释: 解释本办法
            action = act + own
        else:
            action = f"{topic}{'，' if act and (not own or rest.startswith('牵头')) else ''}{act}"
        return Subject(name, action.strip("，, ") or rest, *said[0], _condition(sentence[:start]), support)
    return None


def _apart(act):
    """Who helps, or None, and the act without them: 牵头，区城管局配合，…; 会同区城管局…."""
    lead = LEADS.match(act)
    rest = act[lead.end() :] if lead else act
    if lead and (helper := name_at(rest)) and (helps := HELP.match(rest, len(helper))):
        return helper, rest[helps.end() :]
    helper = name_at(rest, both.end()) if (both := WITH.match(rest)) else None
    if helper and (tail := rest[both.end() + len(helper) :].strip("，, ")):
        return helper, tail
    return None, rest if lead and (lead[0][-1] in "，," or not rest) else act


def _demanded(sentence, asked):
    """What a modal or, without one, a verb asks."""
    plain = _plain(sentence, asked)
    for start, end, modal, degree in modals_of(sentence):
        found = _before(sentence[:start], modal)
        if found in ("", THING_ASKED) and plain and not plain.bearer and sentence.index(plain.action) < start:
            return plain
        if found is None:
            continue
        action = sentence[start if modal in words("keeps") else end :].strip("，,")
        if action == "负责":  # 企业对材料的真实性负责
            action = sentence.partition(found)[2] if found else ""
        own = own_clause(sentence[:start])
        other = (found not in own and OTHER.search(action)) or LIMIT.match(action)
        found = None if found == THING_ASKED or other else found
        letters = read(action).letters
        if not action or (start == 0 and not re.search("[vVUPp]", letters)):
            return None
        return Subject(found, action, modal, degree, _condition(sentence[:start]))
    return plain


def _before(text, modal):
    """The actor that precedes a modal: '' where the clause names none, `THING_ASKED` where it speaks of something else;
    None where the modal is no predicate here."""
    clauses = re.split("[，,：:]", text)
    last, earlier = clauses[-1], [clause for clause in clauses[:-1] if not TOLD.search(clause)]
    if name := actor_of(last, alone=True):
        rest = read(last.partition(name)[2])
        if re.fullmatch("[da]*[VU][nuUD]*[nu]", rest.letters):  # 护渠队考核结果要公开
            return THING_ASKED
        longer = re.match(f"[uUvVn]+{HEAD}(?=[da]*(?:P|$))", rest.letters)  # 县政府|分线领导
        return name + last.partition(name)[2][: rest.ends[longer.end() - 1]] if longer else name
    if re.search("[^、的]各[^、的]{1,20}$", last) and is_actor(last[last.rindex("各") :]):  # 工作要求|各地要
        return last[last.rindex("各") :]
    letters = read(last[LEADING.match(last).end() :]).letters
    if letters and not re.match("[da]*(?:[VPpvU]|$)", letters):
        return None if modal in words("weak") else THING_ASKED
    names = (name for clause in earlier if (name := founded(clause) or actor_of(clause, alone=True)))
    return next(names, "")


def founded(clause):
    """The body that a clause sets up, which then acts: 市政府设立|安全委员会，负责…"""
    found = re.match("[^，可]{2,}?(?:设立|成立|组建)(?=.{3})", clause)
    name = clause[found.end() :] if found else ""
    return name if name and is_actor(name) else None


def _plain(sentence, asked=False):
    """A sentence without modal: an actor and a verb, or a verb alone; 请 before an actor asks whatever follows."""
    told = re.search("了|已(?!有的)|过去|共(?=[完查审办开投])|累计|连续|有\\d", QUIET.sub("", sentence))
    if told or re.search("^[^对以]{,5}[是为]", sentence) or NO_ORDER.search(sentence) or is_actor(sentence):
        return None
    clauses = [x.strip() for x in re.split("[，,]", sentence)]
    if re.match(f"[^：:]{{2,6}}?(?:{any_of('headed')})(?:包括|为)?[：:包]", clauses[0]):  # 资助范围：…
        return None
    opening = bool(re.match("[da]*[Pp]", read(clauses[0]).letters))
    for clause in clauses[: 2 if opening else 1]:
        if actor := actor_of(clause):
            rest = sentence[sentence.index(clause) :].partition(actor)[2].strip("，,")
            led = asked or not clause.startswith(actor)
            if rest and not LIMIT.match(rest) and (_acts(rest) or (led and not _is_noun(rest))):
                return Subject(actor, rest, None, None, None)
            if clause == clauses[0]:
                return None
    letters = read(clauses[0]).letters
    acts_on = ACTS_ON.match(letters) and not TOPIC.fullmatch(letters)
    first = next((x for x in clauses[: 3 if opening and not acts_on else 1] if _orders(x, sentence)), None)
    if first is None and not (acts_on or DUE.search(sentence)):
        return None
    at = sentence.index(first) if first else 0
    return Subject("", sentence[at:], None, None, _condition(sentence[:at]))


def starts(text):
    """Whether a text begins with a verb that sets a task, or with a day and any: no noun (改革的进程, 启动区)."""
    day = LEADING.match(text).end()
    text = text[day:] if day else OFTEN.sub("", text)
    reading = read(text)
    letters = reading.letters.replace("v", "V") if day else reading.letters
    if day and text.startswith(DISPOSED):
        return bool(ACTS_ON.match(letters))
    found = STARTS.match(letters)
    return bool(found) and not NOUN.match(text, reading.ends[found.end() - 1])


def _is_noun(text):
    return bool(re.match("[da]*[vVU]{1,2}D", read(text).letters))


def _orders(clause, sentence):
    """Whether a clause sets a task: no case (报名的，可以)."""
    return starts(clause) and not (clause.endswith("的") and clause != sentence)


def _acts(rest):
    """Whether what follows an actor says what it does: no attribute (机关出具的函件), nothing given to it."""
    reading = read(rest)
    act = re.match("[da]*.", reading.letters).end() - 1
    received = rest[reading.starts[act] : reading.ends[act]] in words("received")
    if (
        _is_noun(rest)
        or received
        or re.search("了(?!解)", rest[:30])
        or re.fullmatch("[VU]{1,2}", reading.letters)
    ):
        return False
    clauses = re.split("[，,]", rest)
    topic = TOPIC.fullmatch(read(clauses[0]).letters) or (clauses[0].endswith("的") and clauses[1:])
    if topic or re.match("不(?![断再定])", rest) or "，可" in rest or "是" in clauses[0]:
        return False
    return bool(ACTS_ON.match(read(clauses[0]).letters)) or any(starts(x) for x in clauses)


def _condition(text):
    """The clauses before a modal that say in which case it holds."""
    clauses = [x.strip() for x in re.split("[，,]", text)[:-1]]
    return "，".join(x for x in clauses if IN_CASE.search(x)) or None
