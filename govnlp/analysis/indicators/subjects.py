"""Noun phrases before a number: its subject."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content

NOUNS = set("n nr ns nt nz nrt ng vn a an ad b j l i k eng s f ag z g q t h tg m vi zg".split())
TIME = re.compile(
    r"^(?:(?:19|20)\d\d(?:届|年度?|[-—至到](?:19|20)?\d\d年?)(?:以来|初|底|末)?|\d{1,2}月(?:份|\d{1,2}日|底|末|初|中旬|上旬|下旬)?(?:以来|前)?|\d{1,2}日|[上下]半年|"
    r"[一二三四]季度|近[一二三四五六七八九十两几\d]{1,2}年来?|“?十[一二三四五]+五”?(?:期间|末|时期)?|(?:从|自|到|至|于|在|截至|截止)(?=20\d\d))+"
)
BRACKETS = re.compile(r"\([^()]{0,30}\)|\^?\[\d+\]")
THAN = re.compile("(?<![占对])(?:同?比|较)(?![重例率较])[^比较,、]{2,14}$")  # (降幅)比一季度(收窄)
AND_OTHERS = re.compile("(?<![平高中初同对均优相不何])(?<!^)等(?![级候待次同于值效离到])")
OTHERS_END = re.compile("(?<=[^平高中初同对均优相不何])等$")
SINCE = re.compile(  # (由)1997年的(8亿户), (由)前三年(分别上升)
    "[,、]?(?:(?:由|从)?(?:19|20)\\d\\d年(?:底|末|初)?的?|(?:由|从)(?:前[一二三四五]年|[上去]年|原来)的?)$"
)
PER = re.compile(
    "(?<=..)(?:[为由从到按达]|提高到|达到)?((?:[人户亩月日]均|每(?:[人户月年日天周生家亩吨次间枚名头只件辆台套班册斤张份床村县镇校项]|学期|学年|季度|公里|平方米|千瓦时|公斤|课时|小时))+)为?$"
)
NUMBERING = re.compile("^(?:\\d{1,2}[.、]|[一二三四五六七八九十]{1,2}[、是])")
LIKE = re.compile(".*(?:(?:这样|那样|一样|之类)的|的?基础上)")
FOR = re.compile(
    "^(?:共|已|累计)?[为向给帮]助?[^,、]{1,8}?(?=提供|发放|减免|解决|配备|争取|办理|追回|挽回|协调|补贴)"
)
AT = re.compile("^.{2,}[在于](?=20\\d\\d年[一-鿿]{4})")  # 两县在2023年(技能竞赛排名)
TOLD = re.compile("^(?:要求|责令|督促|告知)其在?")
EMPTY = ("d", "p", "c", "r", "u", "ul", "uj", "x", "y")
SITES = tuple("小区 社区 园区 户区 城区 街区 景区 片区 山区 灾区 库区 校区 厂区 作业区".split())
LONGEST = 16
BARE = ("率", "数", "量", "额", "比", "人数", "总数")  # nothing is left to name without what stands before


@cache
def lexicon():
    """The lexicon of words that shape an indicator: lists as frozensets."""
    listed = lexicon_content("indicators.yaml").items()
    return {k: frozenset(map(str, v)) if isinstance(v, list) else v for k, v in listed}


@cache
def _longest(key):
    return max(map(len, lexicon()[key]))


@cache
def change():
    """Verb of change at the end of the text before a value: (verb)(到, 至 or nothing)."""
    verbs = "|".join(sorted(lexicon()["rise"] | lexicon()["fall"], key=lambda w: (-len(w), w)))
    return re.compile(
        f"({verbs})(率|率为|幅度)?(?:了|比例|同比)?(到|至)?(?:达到?|为|约|近|超过?|分别|分别为)?$"
    )


def tag(text):
    """Words with their parts of speech."""
    import rjieba

    return rjieba.tag(text)


def unbracketed(text):
    """Text without brackets; of brackets that are cut in two, without what stands on the other side.

    Examples
    --------
    >>> unbracketed("183个县(市、区)划分学区"), unbracketed("区)划分学区"), unbracketed("获奖名单(")
    ('183个县划分学区', '划分学区', '获奖名单')
    """
    text = BRACKETS.sub("", text)
    text = text[text.rfind(")") + 1 :]
    before, _, after = text.rpartition("(")
    return before + after if after.startswith(("每", "共")) else after or before


def strip_end(text, key):
    """Text without the words of a list at its end."""
    words, most = lexicon()[key], _longest(key)
    while text and text[-2:] not in lexicon()["kept_ends"]:
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
        if not size or text[size:] in BARE or text[size : size + 1] in ("性", "制"):
            break
        text = text[size:]
    return text


def subject_of(left, longest=LONGEST):
    """Subject before a value, verb of change at its end, and whether that reaches a level (增至, 缩短到).

    The subject has at most `longest` characters: words are dropped from its beginning.

    Examples
    --------
    >>> subject_of("预计2021年全区实现地区生产总值")
    ('地区生产总值', None, False)
    >>> subject_of("固定资产投资同比增长")
    ('固定资产投资', '增长', False)
    >>> subject_of("办证时间缩短至")
    ('办证时间', '缩短', True)
    """
    phrase, verb, level = NUMBERING.sub("", SINCE.sub("", unbracketed(left)).strip(" 、“”-—:")), None, False
    if m := change().search(phrase):
        phrase, verb, level = THAN.sub("", phrase[: m.start()]), m[1], bool(m[3])
    phrase = re.sub("(?<![初高职集其空])中$", "", phrase)
    if not verb and (m := PER.search(phrase)):  # 扣除标准为每月(1000元)
        return m[1] + _noun(strip_end(phrase[: m.start()], "tail"), longest), verb, level
    phrase = OTHERS_END.sub("", strip_end(SINCE.sub("", phrase), "tail"))
    return _noun(phrase, longest), verb, level


def _noun(phrase, longest):
    """Phrase without what stands before its verb, without empty verbs."""
    others = [m.end() for m in AND_OTHERS.finditer(phrase)]
    phrase = phrase[others[-1] :] if others and others[-1] < len(phrase) - 1 else phrase
    phrase = AT.sub("", phrase)
    phrase = strip_start(FOR.sub("", TOLD.sub("", LIKE.sub("", phrase).lstrip("、,和与及的"))))
    if phrase in lexicon()["verbs"]:
        return phrase
    words = tag(phrase) if phrase else []
    verbs, light = lexicon()["verbs"], lexicon()["light"]
    first = next(
        (i for i, (w, _) in enumerate(words) if w in verbs | light and not _in_compound(words, i)), None
    )
    if first and (_is_actor(words[:first]) or _is_manner(words, first)):
        words = words[first:]
    while len(words) > 1 and (
        words[0][0] in light or _is_empty(words) or _is_place(words) or _is_modal(words)
    ):
        words = words[1:]
    done = [
        i for i, (w, _) in enumerate(words[1:], 1) if w == "、" and words[i - 1][0] in lexicon()["predicates"]
    ]
    words = words[done[-1] + 1 if done and done[-1] + 1 < len(words) else 0 :]
    while len(words) > 1 and words[-1][0] in lexicon()["modals"]:
        words = words[:-1]
    words = [w for w, kind in words if not (w in lexicon()["inner"] and kind in ("d", "v", "p"))]
    while len(words) > 1 and sum(map(len, words)) > longest:
        words = words[1:]
    phrase = strip_end(strip_start("".join(words)), "tail")
    return "" if phrase in lexicon()["tail"] - lexicon()["verbs"] - lexicon()["light"] else phrase


def _in_compound(words, i):
    """Whether a verb after a noun has a head after it and so is part of a noun (垃圾治理率, 便民服务项目)."""
    after = words[i + 1][0] if i + 1 < len(words) else ""
    return i > 0 and words[i - 1][1].startswith("n") and (after in BARE or after in lexicon()["heads"])


def _is_manner(words, first):
    """Whether an empty verb with an object of its own follows: what stands before says how (以点带面打造品牌)."""
    after = "".join(w for w, _ in words[first + 1 :])
    if words[first][0] not in lexicon()["light"] or len(after) < 3 or after in lexicon()["generic"]:
        return False
    if words[first - 1][0] in ("工程", "项目") and words[first][0] == "完成":  # 管道工程完成管道施工
        return False
    return words[first + 1][0] not in lexicon()["heads"] and words[first + 1][1] != "uj"


def _is_place(words):
    """Whether words begin with a place that owns what follows (云岭地区生产总值), not with 城镇 or a list of places."""
    word, kind = words[0]
    known = word in lexicon()["scopes"] | lexicon()["verbs"] | lexicon()["no_places"]
    named = words[1][0] in lexicon()["named_after_places"]
    return kind == "ns" and not (known or named) and words[1][1] not in ("x", "c", "k", "ng")


def _is_empty(words):
    """Whether words begin with one that names nothing; an adverb within a rate does (重复利用率)."""
    rate = words[0][1] == "d" and len(words[0][0]) > 1 and words[-1][0].endswith(BARE)
    return words[0][1] in EMPTY and not (rate and (words[1][1] in ("v", "vn") or words[1][0].endswith("率")))


def _is_modal(words):
    """Whether words begin with an auxiliary before a verb (应安排, 可按), not as part of a noun (一般公共预算)."""
    return words[0][0] in lexicon()["modals"] and (
        words[1][1] in ("d", "p") or words[1][0] in lexicon()["verbs"] | lexicon()["light"]
    )


def _is_actor(words):
    """Whether words before a verb name who does something (a place, an office), or where and how."""
    text = "".join(w for w, _ in words)
    if text in lexicon()["scopes"]:  # 城镇新增就业
        return text[0] == "全"
    if text.endswith(SITES):  # 棚户区改造
        return False
    return words[0][1] in ("p", "d", "r", "ns", "nr", "t", "c") or text.removesuffix("社会").endswith(
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


def is_open(phrase):
    """Whether a phrase ends with a verb or a preposition, so that its noun is to come, or is empty."""
    words = tag(phrase)
    return not words or (
        (words[-1][1] in ("v", "p", "d", "c") or words[-1][0] in lexicon()["verbs"])
        and not phrase.endswith(BARE)
    )


def last_listed_verb(phrase):
    """The verb of the lexicon that a phrase ends with, or ""."""
    words = tag(phrase)
    return words[-1][0] if words and words[-1][0] in lexicon()["verbs"] - lexicon()["light"] else ""
