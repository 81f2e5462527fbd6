"""Names of quantities: the noun phrase that a number says something about, as an analyst would call it."""

import re
from dataclasses import dataclass
from functools import cache

from govnlp.lexicons import lexicon_path

NOUNS = {
    "n",
    "nr",
    "ns",
    "nt",
    "nz",
    "nrt",
    "ng",
    "vn",
    "a",
    "an",
    "ad",
    "b",
    "j",
    "l",
    "i",
    "k",
    "eng",
    "s",
    "f",
    "ag",
    "z",
    "g",
    "q",
    "t",
    "h",
    "tg",
    "m",
    "vi",
}
TIME = re.compile(
    r"^(?:(?:19|20)\d\d(?:年度?|[-—至到](?:19|20)?\d\d年?)(?:以来|初|底|末)?|\d{1,2}月(?:份|\d{1,2}日|底|末|初|中旬|上旬|下旬)?(?:以来|前)?|\d{1,2}日|[上下]半年|"
    r"[一二三四]季度|“?十[一二三四五]+五”?(?:期间|末|时期)?|(?:从|自|到|至|于|在|截至|截止)(?=20\d\d))+"
)
BRACKETS = re.compile(r"\([^()]{0,30}\)|\[\d+\]")
EMPTY = ("d", "p", "c", "r", "u", "ul", "uj", "x", "y")
LONGEST = 16


@dataclass(slots=True)
class Named:
    """Name of a quantity, the subject that later clauses inherit, direction of change."""

    name: str
    subject: str
    direction: str | None


@cache
def lexicon():
    """The lexicon of words that shape an indicator: lists as frozensets."""
    import yaml

    listed = yaml.safe_load(lexicon_path("indicators.yaml").read_text(encoding="utf-8"))
    return {k: frozenset(map(str, v)) if isinstance(v, list) else v for k, v in listed.items()}


@cache
def _longest(key):
    return max(map(len, lexicon()[key]))


@cache
def _change():
    """Verb of change at the end of the text before a value: (verb)(到, 至 or nothing)."""
    verbs = "|".join(sorted(lexicon()["rise"] | lexicon()["fall"], key=lambda w: (-len(w), w)))
    return re.compile(
        f"({verbs})(率|率为|幅度)?(?:了|比例|同比)?(到|至)?(?:达到?|为|约|近|超过?|分别|分别为)?$"
    )


def tag(text):
    """Words with their parts of speech."""
    import rjieba

    return rjieba.tag(text)


def strip_end(text, key):
    """Text without the words of a list at its end."""
    words, most = lexicon()[key], _longest(key)
    while text:
        size = next((k for k in range(min(most, len(text)), 0, -1) if text[-k:] in words), 0)
        if not size:
            break
        text = text[:-size]
    return text


def strip_start(text):
    """Text without time, place and manner at its beginning."""
    words, keep, most = lexicon()["head"], lexicon()["keep_head"], _longest("head")
    while text:
        if any(text[:k] in keep for k in range(2, 6)):
            break
        if m := TIME.match(text):
            text = text[m.end() :]
            continue
        size = next((k for k in range(min(most, len(text)), 0, -1) if text[:k] in words), 0)
        if not size:
            break
        text = text[size:]
    return text


def subject_of(left):
    """Subject before a value, verb of change at its end, and whether that reaches a level (增至, 缩短到).

    Examples
    --------
    >>> subject_of("预计2021年全区实现地区生产总值")
    ('地区生产总值', None, False)
    >>> subject_of("固定资产投资同比增长")
    ('固定资产投资', '增长', False)
    >>> subject_of("办证时间缩短至")
    ('办证时间', '缩短', True)
    """
    phrase, verb, level = BRACKETS.sub("", left).strip(" 、“”-—"), None, False
    if m := _change().search(phrase):
        phrase, verb, level = phrase[: m.start()], m[1], bool(m[3])
    return _noun(strip_end(phrase, "tail")), verb, level


def _noun(phrase):
    """Phrase without what stands before its verb, without empty verbs; at most `LONGEST` characters."""
    phrase = phrase[phrase.rfind("等") + 1 :] if 0 < phrase.rfind("等") < len(phrase) - 2 else phrase
    phrase = strip_start(phrase.lstrip("、,和与及"))
    if phrase in lexicon()["verbs"]:
        return phrase
    words = tag(phrase) if phrase else []
    verbs, light = lexicon()["verbs"], lexicon()["light"]
    first = next((i for i, (w, _) in enumerate(words) if w in verbs or w in light), None)
    if first and _is_actor(words[:first]):
        words = words[first:]
    while len(words) > 1 and (words[0][0] in light or words[0][1] in EMPTY or _is_place(words)):
        words = words[1:]
    while len(words) > 1 and sum(len(w) for w, _ in words) > LONGEST:
        words = words[1:]
    return strip_end(strip_start("".join(w for w, _ in words)), "tail")


def _is_place(words):
    """Whether words begin with a place that owns what follows (云岭地区生产总值), not with 城镇 or a list of places."""
    word, kind = words[0]
    known = word in lexicon()["scopes"] or word in lexicon()["verbs"]
    return kind == "ns" and not known and words[1][1] not in ("x", "c", "k", "ng")


def _is_actor(words):
    """Whether words before a verb name who does something (a place, an office), or where and how."""
    text = "".join(w for w, _ in words)
    return words[0][1] in ("p", "d", "r", "ns", "nr", "t", "c") or text.endswith(
        (
            "区",
            "市",
            "县",
            "省",
            "局",
            "委",
            "镇",
            "街",
            "街道",
            "部门",
            "办",
            "政府",
            "公司",
            "中心",
            "单位",
            "州",
            "我们",
            "会",
        )
    )


def is_verbal(phrase):
    """Whether a phrase is nothing but verbs (惠及, 新增, 引进落地)."""
    verbs = lexicon()["verbs"] | lexicon()["light"]
    return not phrase or phrase in verbs or all(w in verbs or t in ("d", "v", "p") for w, t in tag(phrase))


def object_of(right):
    """Noun phrase that follows a value, and the first words of what is said of it.

    Examples
    --------
    >>> object_of("名区级领导下沉基层一线"[1:])
    ('区级领导', '下沉基层')
    """
    right = BRACKETS.sub("", right).lstrip("余多的")
    words = tag(right[:30]) if right else []
    verbs, heads = lexicon()["verbs"] | lexicon()["light"], lexicon()["heads"]
    noun, at = "", 0
    for at, (word, kind) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        compound = noun == "" or following in heads or following[-1:] in heads
        if word in lexicon()["manner"]:
            break
        if (
            word in "”“-·—+/"
            or (kind in NOUNS and not (word in verbs and noun and not compound))
            or (kind == "uj" and noun)
        ):
            noun += word
        elif kind == "v" and compound and not (word in verbs and not noun):
            noun += word
        elif word in "、和与及" and noun and following and len(noun) < 8:
            noun += word
        else:
            break
        if len(noun) >= LONGEST:
            break
    else:
        at += 1
    said = [
        w
        for w, t in words[at:]
        if t not in ("d", "p", "u", "ul", "uj", "x", "c", "f") and w not in ("到", "至", "在", "实现")
    ][:2]
    return noun.strip("的、和与及”“-—+"), "".join(said) if said and said[0] in verbs else ""


def last_verb(phrase):
    """Verb that a phrase ends with, if it says more than 实现 or 有.

    Examples
    --------
    >>> last_verb("全市唯一引进"), last_verb("拥有")
    ('引进', '')
    """
    words = [(w, t) for w, t in tag(phrase) if t not in ("f", "s", "r", "d")] if phrase else []
    verbs = [w for w, t in words if t == "v" or w in lexicon()["verbs"]]
    verb = verbs[-1] if verbs and phrase.rfind(verbs[-1]) >= len(phrase) - LONGEST // 2 else ""
    return "" if verb in lexicon()["light"] else verb


def _action(right):
    """What is done within a duration (建成产业基地)."""
    words = [w for w, t in tag(right.lstrip("内时间的")[:20]) if t not in ("d", "ul")]
    while words and sum(map(len, words)) > LONGEST:
        words = words[:-1]
    return "".join(words)


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
    if not verb and quantity.kind == "count" and (m := _change().search(right.split("、")[0])):
        direction = "下降" if m[1] in lexicon()["fall"] or "负" in m[0] else "增长"
    if verb or fresh:
        direction = "下降" if verb in lexicon()["fall"] else "增长"
    if quantity.kind == "rank":
        return _rank(phrase, left, before)
    noun, said = object_of(right) if quantity.kind != "share" else ("", "")
    counted = noun and (quantity.kind in ("count", "ordinal") or "级" in quantity.marks)
    if counted or (noun and is_verbal(phrase)):
        subject = noun
        meaning = last_verb(phrase)
        name = meaning + noun if meaning or len(noun) > 8 else said + noun
    elif quantity.kind == "duration" and (said or not phrase):
        action = _action(right)
        subject, name = before, action or phrase or before
    elif phrase and not (phrase in lexicon()["generic"] or phrase.startswith("占")):
        name = subject = phrase
    else:
        subject = before or phrase
        inherited = "" if phrase and phrase in before else before
        name = inherited + phrase.removesuffix("的")
    if phrase.startswith("占"):
        name = name.removesuffix("总数") + ("" if "比" in phrase[1:] else "比重")
    name = (name or _balanced(left.strip("、")[-8:] or right[:8])) + _ending(
        quantity, name, verb, level, left
    )
    return Named(_balanced(name), subject, direction)


def _balanced(name):
    """Name without quotation marks that lost their other half."""
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


def _rank(phrase, left, before):
    for word in sorted(lexicon()["scopes"], key=len, reverse=True):
        phrase = phrase.removesuffix(word)
    phrase = strip_end(phrase, "tail")
    phrase = phrase if len(phrase) > 1 else ""
    scope = re.findall("|".join(sorted(lexicon()["scopes"], key=len, reverse=True)), left)
    subject = before + phrase if not phrase or phrase in lexicon()["generic"] else phrase
    scope = scope[-1] if scope and scope[-1] not in subject else ""
    return Named(f"{subject}{scope}排名", before or phrase, None)


def _ending(quantity, name, verb, level, left):
    """What makes a subject the name of a number: 数, 增速, 时限."""
    if verb and not level:
        if quantity.unit_base == "%":
            fall = verb in lexicon()["fall"]
            return "降幅" if fall else "增幅" if "百分点" in quantity.unit else "增速"
        return "" if name.startswith(("新增", "净增")) or verb in ("新增", "净增") else verb + "量"
    if quantity.kind == "share" and not name.endswith(("比", "比重", "占比", "率")):
        return next((w for w in ("占比", "比重") if left.rstrip("为达到至约近超过").endswith(w)), "")
    if "级" in quantity.marks:
        return "" if name.endswith("规模") else "规模"
    if quantity.kind in ("count", "ordinal"):
        if name.endswith(("数", "量", "率", "额", "人次", "总产", "人口", "比", "规模")):
            return ""
        return "人数" if quantity.unit_base in ("人", "名", "人次") and is_verbal(name) else "数"
    if quantity.kind == "duration":
        if name.endswith(("时间", "时限", "用时", "期限", "周期", "天数", "年限")):
            return ""
        return (
            "时限"
            if set(quantity.marks) & {"内", "以内", "之内"}
            else {"年": "年数", "天": "天数", "个月": "月数"}.get(quantity.unit, "用时")
        )
    return ""
