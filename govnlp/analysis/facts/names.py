"""Names of quantities: the noun phrase that a number says something about, as an analyst would call it."""

import re
from dataclasses import dataclass

from govnlp.analysis.facts.objects import action_after, object_of
from govnlp.analysis.facts.relations import PACES, can_own, relation_name
from govnlp.analysis.facts.subjects import (
    BARE,
    LONGEST,
    NOUNS,
    change,
    is_verbal,
    last_verb,
    lexicon,
    strip_end,
    strip_start,
    tag,
)

OF_THEM = re.compile("(.{2,})的占")  # 表示支持的占(六成)
DONE = re.compile("(?:年度)?(?:计划)?(?:已|累计)*完成$")
RATES = ("税率", "比例", "标准", "幅度", "速度", "增速", "利率", "费率", "占比")
ABOVE = ("高于", "低于", "快于", "好于", "高出")
RANKED = (*PACES, "增量", "得分", "成绩", "占比", "数量")
AMONG = re.compile("(?:[稳跃位均]?居|位列|名列|排名|排在|排)(.{2,10})$")  # 居副省级城市(第2位)
RANKS = re.compile("[均中里内上]*(?:位列|名列|位居|排|居|(?<![系序行])列)?[均中里内上]*$")
FULFILLED = re.compile(
    "(?:实现|按期|如期|按时|全部|已|完成)*(开工|完工|竣工|复工|投产|办结|回复|达标|覆盖|到位|公开|落实|入库|整改|销号|完成|通过)(?![率面])"
)
AHEAD = re.compile("[一-鿿]{2,8}")
PREDICATE = re.compile("(?<=.)(?:达到|实现|完成|配备|征收|缴纳|的|(?<=税率)[^的]+|(?<=比例)[^的]+)")
BY = ("按", "减按", "以")
GROWN = re.compile("(?<=.)(?:播种|种植|栽培|养殖)$")  # 粮食播种(面积) as the owner of 产量
CARRIED = re.compile("(?:完成|实施|推进|开展|启动|组织|推动|[^平高中初同均]等)了?$")


@dataclass(slots=True)
class Named:
    """Name of a quantity, the subject that later clauses inherit, direction of change."""

    name: str
    subject: str
    direction: str | None
    inherited: bool = False  # whether the subject is that of the value before
    former: bool = False  # whether a change sets out from the value (由3天缩短到1天)


def name_quantity(quantity, subject, left, right, before):
    """Name of a quantity from the text before and after it in its clause.

    Parameters
    ----------
    quantity : Quantity
    subject : tuple
        What `subject_of` makes of the text before it.
    left, right : str
        Text of the clause up to the quantity (from the quantity before it) and after it (up to the next).
    before : str
        Subject of the quantity before it in the sentence, or "".

    Returns
    -------
    Named
    """
    phrase, verb, level = subject
    fresh = phrase.startswith(("新增", "净增"))
    if verb in ("新增", "净增") and not phrase:
        phrase, fresh = verb, True
    direction = None
    if not verb and quantity.kind == "count" and (m := change().search(right.split("、")[0])):
        direction = "下降" if m[1] in lexicon()["fall"] or "负" in m[0] else "增长"
    if verb or fresh:
        direction = "下降" if verb in lexicon()["fall"] or quantity.value < 0 else "增长"
    if quantity.kind == "rank":
        return _rank(phrase, left, right, before)
    if made := relation_name(quantity, phrase, left, right, before):
        made += _ending(quantity, made, None, False, left) if quantity.kind == "duration" else ""
        return Named(_balanced(made), before or phrase, direction)
    rises = re.match("(?:人|户|个|家)?(?:持续|大幅|逐步)?[^,、和]{1,4}(?:到|至)", right) and change().match(
        right
    )
    whole = CARRIED.search(left) is not None and left.lstrip("、").startswith(tuple(lexicon()["carrying"]))
    noun, said = object_of(right, whole) if quantity.kind != "share" and not rises else ("", "")
    sized = right.startswith("的") and phrase.endswith(("人口", "量", "率", "额", "面积", "收入", "产值"))
    counted = noun and not sized and (quantity.kind in ("count", "ordinal") or "级" in quantity.marks)
    whose = quantity.unit in ("%", "成") and not verb and right.startswith("的") and object_of(right)[0]
    if whose and (_is_open(phrase) or phrase.startswith(BY)):
        subject = PREDICATE.split(whose)[0]  # (按)20%的税率, (承担)60%的任务
        name = _last_listed_verb(phrase) + subject + ("" if subject in RATES else "占比")
    elif quantity.unit.endswith("人口"):
        name = subject = phrase.removesuffix("人口") + "人口"
    elif noun and phrase in ("投资", "总投资", "计划总投资") and right.startswith("的"):
        subject, name = noun, noun + phrase
    elif noun in ("能力", "规模", "产能") and phrase:
        name = subject = phrase + noun
    elif counted and verb and not (phrase or level):  # 减少200个审批环节
        subject, name, verb = noun, verb + noun, None
    elif counted or (noun and is_verbal(phrase)):
        subject = noun
        meaning = _opening_verb(left) if left.endswith("等") else last_verb(phrase)
        name = meaning + noun if meaning or len(noun) > 8 else said + noun
    elif "连续" in quantity.marks and quantity.kind == "duration":
        subject, name = _run_of(phrase, right, before)
    elif quantity.unit_base == "元" and before.endswith("投资") and (m := DONE.search(left)):
        subject = strip_end(before, "generic")
        name = subject + "".join(x for x in ("年度", "计划") if x in m[0]) + "完成投资"
    elif quantity.kind == "duration" and (said or not phrase):
        action = action_after(right)
        subject, name = before, action or phrase or before
    elif not phrase and before and quantity.kind == "count" and (done := _predicate(right)):
        subject = before  # (新建项目50个,其中)32个完工
        acted = is_verbal(before) or before.startswith(tuple(lexicon()["verbs"]))
        name = done if acted else done + before
    elif phrase.startswith(ABOVE) and "百分点" in quantity.unit:
        subject, name = before, f"{before}{phrase}幅度"
    elif phrase in lexicon()["levels"]:
        name = subject = _at_level(before, phrase)
    elif quantity.unit_base == "元" and (grant := _grant(phrase, right)):
        name = subject = grant
    elif phrase and not (_is_generic(phrase) or phrase.startswith("占")):
        name = subject = _with_object(phrase, before)
    elif phrase in BARE and phrase not in lexicon()["totals"]:
        name = subject = (before or left.strip("、")[-8:].removesuffix(phrase)) + phrase
    else:
        subject = before or phrase
        if phrase in lexicon()["totals"]:
            subject = subject.removeprefix("新增").removeprefix("净增")
        apart = phrase in lexicon()["earnings"] and any(before.startswith(v) for v in lexicon()["verbs"])
        apart = apart or not can_own(before, phrase)
        inherited = subject if before and not apart and not (phrase and phrase in before) else ""
        if phrase in lexicon()["measures"]:
            inherited = GROWN.sub("", strip_end(inherited, "measures"))
        name = inherited + phrase.removesuffix("的")
    if quantity.kind == "share" and len(phrase) > 1 and not verb and (m := FULFILLED.match(right)):
        name = subject = f"{phrase}{m[1]}率".replace(m[1] * 2, m[1])  # 项目100%开工
    if (m := OF_THEM.fullmatch(phrase)) and quantity.kind == "share":
        name = m[1] + "占比"
    elif phrase.startswith("占") or (quantity.kind == "share" and "占" in phrase and not verb):
        name = name.removesuffix("总数") + ("" if "比" in phrase[phrase.find("占") + 1 :] else "比重")
    if verb in ("新增", "净增") and phrase not in ("", verb) and verb not in name:
        name = verb + name
    raw = change().sub("", left.strip("、)"))[-8:]
    told = AHEAD.match(right) if quantity.kind in ("count", "share") else None
    moved = told and told[0].startswith(tuple(lexicon()["rise"] | lexicon()["fall"]))
    stated = strip_start(raw) or (told[0] if told and not moved else raw.removesuffix("用")) or right[:8]
    ending = _ending(quantity, name, verb, level, left)
    if ending in ("占比", "比重"):
        subject += ending
    name = (name or _balanced(stated)) + ending
    return Named(_balanced(name).lstrip("、和与及的"), subject, direction)


def _predicate(right):
    """Verb that follows a value at once with its object (完工, 有人当护湖员), or "" where it says of a change."""
    words = [(w, t) for w, t in tag(right[:10]) if w not in lexicon()["manner"]]
    if (
        not words
        or words[0][1] not in ("v", "vd", "vn")
        or words[0][0] in lexicon()["rise"] | lexicon()["fall"]
    ):
        return ""
    end = next((i for i, (_, t) in enumerate(words) if i and t not in NOUNS | {"v", "vn"}), len(words))
    return "".join(w for w, _ in words[:end])[: LONGEST // 2]


def _grant(phrase, right):
    """Money that is named after its value (安排2亿元专项资金), with who or what stands before it, or ""."""
    noun = object_of(right)[0]
    if not noun.endswith(tuple(lexicon()["grants"])) or len(noun) > LONGEST:
        return ""
    if not _is_open(phrase):
        return ""
    kept = "".join(w for w, t in tag(phrase) if t not in ("p", "d"))
    return kept.removesuffix("给予") + noun if len(kept) + len(noun) <= LONGEST else noun


def _is_open(phrase):
    """Whether a phrase ends with a verb or a preposition, so that its noun is to come, or is empty."""
    words = tag(phrase)
    return not words or (
        (words[-1][1] in ("v", "p", "d") or words[-1][0] in lexicon()["verbs"]) and not phrase.endswith(BARE)
    )


def _last_listed_verb(phrase):
    """The verb of the lexicon that a phrase ends with, or ""."""
    words = tag(phrase)
    return words[-1][0] if words and words[-1][0] in lexicon()["verbs"] - lexicon()["light"] else ""


def _opening_verb(left):
    """Verb that opens a clause whose examples end with 等 (建设风投、商贸等18个集聚区), or ""."""
    verbs = lexicon()["verbs"] - lexicon()["light"]
    text = strip_start(left.lstrip("、"))
    return next((v for v in sorted(verbs, key=lambda w: (-len(w), w)) if text.startswith(v)), "")


def _run_of(phrase, right, before):
    """Subject and name of a run of years (连续三年下降, 连续第3年举办的论坛)."""
    if (m := re.match("([^的,;:。]{2})的([^,;:。]{2,})", right)) and (noun := object_of(m[2])[0]):
        return noun, f"{noun}连续{m[1]}"
    vague = is_verbal(phrase) or phrase.startswith((*lexicon()["predicates"], "这", "该", "其", "那"))
    subject = before if vague else phrase
    return subject, (subject or action_after(right)) + "连续"


def _is_generic(phrase):
    """Whether a phrase says nothing without an owner: 总量, 规模, 总量规模."""
    generic, totals = lexicon()["generic"], lexicon()["totals"]
    return phrase in generic or any(phrase.startswith(w) and phrase[len(w) :] in generic for w in totals)


def _at_level(before, level):
    """Subject before with another level of government (全国文明村9个、省级67个)."""
    levels = "|".join(sorted(lexicon()["levels"] | {"全国"}, key=lambda w: (-len(w), w)))
    changed, n = re.subn(levels, level, before, count=1)
    return changed if n else level + before


def _with_object(phrase, before):
    """A bare verb with what it was done to (排查隐患90处,整改88处: 隐患整改)."""
    verbs = lexicon()["verbs"]
    if (
        not before
        or phrase not in lexicon()["outcomes"] | {"新增", "净增"}
        or phrase in before
        or is_verbal(before)
    ):
        return phrase
    verb = next((v for v in sorted(verbs, key=lambda w: (-len(w), w)) if before.startswith(v)), "")
    noun = before[len(verb) :]
    return phrase + noun if phrase in ("新增", "净增") else noun + phrase


def _balanced(name):
    """Name without quotation marks that lost their other half."""
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


def _rank(phrase, left, right, before):
    scopes = sorted(lexicon()["scopes"], key=lambda w: (-len(w), w))
    for word in scopes:
        phrase = phrase.removesuffix(word)
    phrase = RANKS.sub("", strip_end(phrase, "tail"))
    among = AMONG.match(phrase)
    phrase = "" if among else phrase
    phrase = phrase if len(phrase) > 1 else ""
    if right.startswith("的") and not before and (noun := object_of(right)[0]):
        phrase = noun
    scope = re.findall("|".join(scopes), left)
    owned = not phrase or _is_generic(phrase) or phrase in RANKED
    subject = before + phrase if owned and phrase not in before else phrase or before
    scope = among[1] if among else scope[-1] if scope and scope[-1] not in subject else ""
    return Named(_balanced(f"{subject}{scope}排名"), before or phrase, None)


def _ending(quantity, name, verb, level, left):
    """What makes a subject the name of a number: 数, 增速, 时限."""
    if verb and not level:
        if quantity.unit_base == "%":
            fall = verb in lexicon()["fall"]
            if name.endswith(PACES):  # 降幅收窄(6.7个百分点)
                return verb + "幅度"
            return "降幅" if fall else "增幅" if "百分点" in quantity.unit else "增速"
        if not name.startswith(("新增", "净增")):
            changed = {"少": "减少", "减": "减少", "降": "下降", "增": "增加"}.get(verb, verb)
            return (
                "" if verb in ("新增", "净增") else changed + ("额" if quantity.unit_base == "元" else "量")
            )
    if quantity.kind == "share" and name.endswith(("计划", "任务", "目标")):
        return "完成率"
    if quantity.kind == "share" and not name.endswith(("比", "比重", "占比", "率")):
        return next((w for w in ("占比", "比重") if left.rstrip("为由从达到至约近超过").endswith(w)), "")
    if "级" in quantity.marks:
        return "" if name.endswith("规模") else "规模"
    if quantity.kind in ("count", "ordinal"):
        if name.endswith(
            ("数", "量", "率", "额", "人次", "总产", "人口", "比", "规模", "能力", "产能", "水平")
        ):
            return ""
        persons = name.endswith(tuple(lexicon()["persons"])) and not name.endswith("招生")
        if quantity.unit_base == "户" and (left.endswith("的") or is_verbal(name)):  # 严重受损的76户
            return "户数"
        attended = quantity.unit_base == "人次" and is_verbal(name)
        return "人数" if attended or (quantity.unit_base in ("人", "名") and not persons) else "数"
    if quantity.kind == "duration":
        if name.endswith(("时间", "时长", "时限", "用时", "期限", "周期", "天数", "年限")):
            return ""
        if "连续" in name:
            return {"年": "年数", "个月": "月数", "个季度": "季度数"}.get(quantity.unit, "时间")
        return (
            "时限"
            if set(quantity.marks) & {"内", "以内", "之内"}
            else {"年": "年数", "天": "天数", "个月": "月数"}.get(quantity.unit, "用时")
        )
    return ""
