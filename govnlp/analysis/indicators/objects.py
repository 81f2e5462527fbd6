"""Noun phrases after a number: what it counts, and what is said of it."""

import re

from govnlp.analysis.indicators.subjects import BRACKETS, LONGEST, NOUNS, lexicon, tag

SIZED = re.compile(  # (10条)超五百亿级的(特色链), (13个)80亿元以上(项目)
    "^(?:总?投资|产值|营收|营业收入|年?产值)?(?:超过?|近|过|破|[一二三四五六七八九两十百千万亿]+|[\\d.]+)+(?:[百千万亿]*[元米人吨亩]|周岁)?(?:以上|以下|以内|级)(?:的|及|和(?!一批))?|"
    "^[超过]?[十百千万亿]+元?级?的?(?=项目|企业|产业)"
)
ATTRIBUTE = re.compile(
    "^(?:(?:19|20)\\d\\d[届年]的?|(?:(?:可[一-鿿]{1,3}[、和])*可[一-鿿]{1,3}的|集中|连片|成片|全新|[一-鿿]{2}连片)的?(?:[百千万]亩)?的?)"
)
CLAUSE_OF = re.compile("^(?:针对|关于|涉及|面向|用于|有关|具有|符合|来自|由|从事)[^,;:。]{2,20}的")
AFTER_NOUN = ("中", "里", "内", "上", "之中", "当中", "之间")


def object_of(right, whole=False):
    """Noun phrase that follows a value, and the first words of what is said of it.

    With `whole`, verbs within a short stretch belong to the phrase: it is the object of a verb before the value
    (完成300座小型水库除险加固).

    Examples
    --------
    >>> object_of("名区级领导下沉基层一线"[1:])
    ('区级领导', '下沉基层')
    """
    right = SIZED.sub("", BRACKETS.sub("", right).lstrip("余多的"))
    if m := re.match("“([^”]{2,14})”", right):
        return m[1], ""
    right = CLAUSE_OF.sub("", ATTRIBUTE.sub("", right))
    words = tag(right[:30]) if right else []
    verbs = lexicon()["verbs"] | lexicon()["light"]
    at = _compound(words, whole) or _noun_end(words, verbs)
    while at > 1 and words[at - 1][0] in AFTER_NOUN and words[at - 1][1] == "f":
        at -= 1
    noun = "".join(w for w, _ in words[:at]).strip("的、和与及”“-—+")
    said = [
        (w, t)
        for w, t in words[at:]
        if t not in ("d", "p", "u", "ul", "uj", "x", "c", "f") and w not in ("到", "至", "在", "实现")
    ][:2]
    listed = at < len(words) and words[at][0] == "、"  # (201个)项目储备、建设、招商
    if listed or not said or said[0][0] not in lexicon()["verbs"]:
        return noun, ""
    if said[0][0] in ("开展", "进行") and len(done := object_of(right[right.find(said[0][0]) + 2 :])[0]) > 1:
        return noun, done  # (126个)单位开展专项审计
    if len(said) < 2 or not said[1][1].startswith("n") or len(said[1][0]) < 2:
        return noun, said[0][0]
    if said[0][0] in lexicon()["moves"]:  # (47项)事项下放街道: where to, in one word
        return noun, said[0][0] + said[1][0]
    given = object_of(right[right.find(said[0][0], len(noun)) + len(said[0][0]) :].lstrip("了到"))[0]
    return noun, said[0][0] + (given if 1 < len(given) <= LONGEST // 2 else said[1][0])


def _compound(words, whole):
    """Words of a long compound whose last word is a head such as 会 or 工作, with no predicate inside; else 0."""
    end = next((i for i, (_, t) in enumerate(words) if t not in NOUNS | {"v"}), len(words))
    text = "".join(w for w, _ in words[:end])
    inside = {w for w, _ in words[:end]}
    if len(text) > LONGEST or not (whole or text.endswith(tuple(lexicon()["abstract_heads"]))):
        return 0
    listed = end < len(words) and words[end][0] == "、"
    if listed and len(text) < 3:  # (11家)部、省级质检中心
        return 0
    if whole and (end == len(words) or (words[end][1] == "x" and not listed)):
        return end
    return end if not inside & (lexicon()["predicates"] | lexicon()["manner"]) else 0


def _noun_end(words, verbs):
    """Number of words that the noun phrase at the beginning takes."""
    heads, noun = lexicon()["heads"], ""
    for at, (word, kind) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        compound = noun == "" or following in heads or following[-1:] in heads
        suffix = noun and len(word) > 1 and word[0] in "型式级类" and kind == "v"  # cut off its own word
        if word in ("以上", "以下") and noun.endswith(("级", "规模", "限额")) and following:  # 国家级以上园区
            noun += word
            continue
        if word in lexicon()["manner"] or len(noun) >= LONGEST:
            return at
        headless = (
            noun and kind == "v" and all(k == "b" or k == "v" for _, k in words[:at]) and words[0][1] == "b"
        )
        nominal = kind in NOUNS and not (word in verbs and noun and not compound)
        verbal = kind == "v" and compound and (following in heads or noun or word not in verbs)
        following_kind = words[at + 1][1] if at + 1 < len(words) else ""
        cut = (
            at == 0 and kind in ("d", "r") and len(word) > 1 and following_kind in NOUNS
        )  # 高新园区, 永久基本农田
        suffix = suffix or cut or (noun and word in heads and kind in ("u", "v", "q", "m"))
        joined = word in "、和与及" and noun and following and len(noun) < 8
        if not (
            word in "”“-·—+/" or nominal or verbal or suffix or headless or joined or (kind == "uj" and noun)
        ):
            return at
        noun += word
    return len(words)


def action_after(right):
    """What is done within a duration (建成产业基地)."""
    words = [w for w, t in tag(right.lstrip("内时间的")[:20]) if t not in ("d", "ul")]
    while words and sum(map(len, words)) > LONGEST:
        words = words[:-1]
    return "".join(words)
