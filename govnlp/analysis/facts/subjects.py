"""Noun phrases around a number: its subject before it, what it counts after it."""

import re
from functools import cache

from govnlp.lexicons import lexicon_path

NOUNS = set("n nr ns nt nz nrt ng vn a an ad b j l i k eng s f ag z g q t h tg m vi zg".split())
TIME = re.compile(
    r"^(?:(?:19|20)\d\d(?:年度?|[-—至到](?:19|20)?\d\d年?)(?:以来|初|底|末)?|\d{1,2}月(?:份|\d{1,2}日|底|末|初|中旬|上旬|下旬)?(?:以来|前)?|\d{1,2}日|[上下]半年|"
    r"[一二三四]季度|“?十[一二三四五]+五”?(?:期间|末|时期)?|(?:从|自|到|至|于|在|截至|截止)(?=20\d\d))+"
)
BRACKETS = re.compile(r"\([^()]{0,30}\)|\[\d+\]")
THAN = re.compile("(?<![占对])(?:同?比|较)(?![重例率较])[^比较,、]{2,14}$")  # (降幅)比一季度(收窄)
AND_OTHERS = re.compile("(?<![平高中初同对均优相不何])(?<!^)等(?![级候待次同于值效离到])")
SINCE = re.compile("[,、]?(?:由|从)?(?:19|20)\\d\\d年(?:底|末|初)?的?$")  # (由)1997年的(8亿户)
ATTRIBUTE = re.compile("^(?:集中|连片|成片|全新|[一-鿿]{2}连片)的?(?:[百千万]亩)?的?")
CLAUSE_OF = re.compile("^(?:针对|关于|涉及|面向|用于|有关|具有|符合|来自)[^,;:。]{2,20}的")
LIKE = re.compile(".*(?:(?:这样|那样|一样|之类)的|的?基础上)")
FOR = re.compile(
    "^(?:共|已|累计)?[为向给帮]助?[^,、]{1,8}?(?=提供|发放|减免|解决|配备|争取|办理|追回|挽回|协调|补贴)"
)
EMPTY = ("d", "p", "c", "r", "u", "ul", "uj", "x", "y")
LONGEST = 16
BARE = ("率", "数", "量", "额", "比", "人数", "总数")  # nothing is left to name without what stands before


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
        if not size or text[size:] in BARE:
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
    phrase, verb, level = SINCE.sub("", BRACKETS.sub("", left)).strip(" 、“”-—"), None, False
    if m := change().search(phrase):
        phrase, verb, level = THAN.sub("", phrase[: m.start()]), m[1], bool(m[3])
    phrase = re.sub("(?<![初高职集其空])中$", "", phrase)
    return _noun(strip_end(SINCE.sub("", phrase), "tail"), longest), verb, level


def _noun(phrase, longest):
    """Phrase without what stands before its verb, without empty verbs."""
    others = [m.end() for m in AND_OTHERS.finditer(phrase)]
    phrase = phrase[others[-1] :] if others and others[-1] < len(phrase) - 1 else phrase
    phrase = strip_start(FOR.sub("", LIKE.sub("", phrase).lstrip("、,和与及的")))
    if phrase in lexicon()["verbs"]:
        return phrase
    words = tag(phrase) if phrase else []
    verbs, light = lexicon()["verbs"], lexicon()["light"]
    first = next(
        (i for i, (w, _) in enumerate(words) if w in verbs | light and not _in_compound(words, i)), None
    )
    if first and (_is_actor(words[:first]) or _is_manner(words, first)):
        words = words[first:]
    while len(words) > 1 and (words[0][0] in light or words[0][1] in EMPTY or _is_place(words)):
        words = words[1:]
    words = [w for w, kind in words if not (w in lexicon()["inner"] and kind in ("d", "v", "p"))]
    while len(words) > 1 and sum(map(len, words)) > longest:
        words = words[1:]
    return strip_end(strip_start("".join(words)), "tail")


def _in_compound(words, i):
    """Whether a verb after a noun has a head after it and so is part of a noun (垃圾治理率, 便民服务项目)."""
    after = words[i + 1][0] if i + 1 < len(words) else ""
    return i > 0 and words[i - 1][1].startswith("n") and (after in BARE or after in lexicon()["heads"])


def _is_manner(words, first):
    """Whether an empty verb with an object of its own follows: what stands before says how (以点带面打造品牌)."""
    after = "".join(w for w, _ in words[first + 1 :])
    if words[first][0] not in lexicon()["light"] or len(after) < 3 or after in lexicon()["generic"]:
        return False
    return words[first + 1][0] not in lexicon()["heads"] and words[first + 1][1] != "uj"


def _is_place(words):
    """Whether words begin with a place that owns what follows (云岭地区生产总值), not with 城镇 or a list of places."""
    word, kind = words[0]
    known = word in lexicon()["scopes"] | lexicon()["verbs"] | lexicon()["no_places"]
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


def object_of(right, whole=False):
    """Noun phrase that follows a value, and the first words of what is said of it.

    With `whole`, verbs within a short stretch belong to the phrase: it is the object of a verb before the value
    (完成300座小型水库除险加固).

    Examples
    --------
    >>> object_of("名区级领导下沉基层一线"[1:])
    ('区级领导', '下沉基层')
    """
    right = BRACKETS.sub("", right).lstrip("余多的")
    if m := re.match("“([^”]{2,14})”", right):
        return m[1], ""
    right = CLAUSE_OF.sub("", ATTRIBUTE.sub("", right))
    words = tag(right[:30]) if right else []
    verbs = lexicon()["verbs"] | lexicon()["light"]
    at = _compound(words, whole) or _noun_end(words, verbs)
    noun = "".join(w for w, _ in words[:at]).strip("的、和与及”“-—+")
    said = [
        (w, t)
        for w, t in words[at:]
        if t not in ("d", "p", "u", "ul", "uj", "x", "c", "f") and w not in ("到", "至", "在", "实现")
    ][:2]
    if not said or said[0][0] not in lexicon()["verbs"]:
        return noun, ""
    takes_object = len(said) == 2 and said[1][1].startswith("n") and len(said[1][0]) > 1
    return noun, said[0][0] + (said[1][0] if takes_object else "")


def _compound(words, whole):
    """Words of a long compound whose last word is a head such as 会 or 工作, with no predicate inside; else 0."""
    end = next((i for i, (_, t) in enumerate(words) if t not in NOUNS | {"v"}), len(words))
    text = "".join(w for w, _ in words[:end])
    inside = {w for w, _ in words[:end]}
    if len(text) > LONGEST or not (whole or text.endswith(tuple(lexicon()["abstract_heads"]))):
        return 0
    if whole and (end == len(words) or (words[end][1] == "x" and words[end][0] != "、")):
        return end
    return end if not inside & (lexicon()["predicates"] | lexicon()["manner"]) else 0


def _noun_end(words, verbs):
    """Number of words that the noun phrase at the beginning takes."""
    heads, noun = lexicon()["heads"], ""
    for at, (word, kind) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        compound = noun == "" or following in heads or following[-1:] in heads
        suffix = noun and len(word) > 1 and word[0] in "型式级类" and kind == "v"  # cut off its own word
        if word in lexicon()["manner"] or len(noun) >= LONGEST:
            return at
        nominal = kind in NOUNS and not (word in verbs and noun and not compound)
        verbal = kind == "v" and compound and not (word in verbs and not noun)
        suffix = suffix or (noun and word in heads and kind in ("u", "v", "q"))
        joined = word in "、和与及" and noun and following and len(noun) < 8
        if not (word in "”“-·—+/" or nominal or verbal or suffix or joined or (kind == "uj" and noun)):
            return at
        noun += word
    return len(words)


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


def action_after(right):
    """What is done within a duration (建成产业基地)."""
    words = [w for w, t in tag(right.lstrip("内时间的")[:20]) if t not in ("d", "ul")]
    while words and sum(map(len, words)) > LONGEST:
        words = words[:-1]
    return "".join(words)
