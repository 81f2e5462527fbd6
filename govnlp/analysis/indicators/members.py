"""Members of a list, each with the words that all share: A、B产业产值, 限额以上A、B营业额, 产销量, 城乡."""

import re

from govnlp.analysis.indicators.phrases import ENDS
from govnlp.analysis.indicators.tokens import ends, having, text_of
from govnlp.lexicons import lexicon_content

AREAS = {"国家", "国", "省", "市", "县", "区", "州", "镇", "乡"}
SECTOR = re.compile("^第?([一二三])产业?")
COUNTED = re.compile("(.+?)[两二三四五六七八九十\\d]+[大个类项](.+)")


def members_of(words, n=None):
    """Names of the members of a list.

    Parameters
    ----------
    words : list of Token
        The phrase that lists them.
    n : int, optional
        How many there have to be; any number without it.

    Returns
    -------
    list of str or None
        None where the phrase does not list as many.
    """
    for divide in ("ic", "i", "last"):
        items = _divided(words, divide) if divide != "last" else _divided_last(words)
        nested = (
            n is None
            and divide == "ic"
            and len(items) > 2
            and [_is_whole(x) for x in items[-2:]] == [False, True]
        )
        nested = nested and all(map(_is_whole, items[:-2]))  # 通畅率、通达率、乡镇和建制村客运率
        if len(items) > 1 and n in (None, len(items)) and not nested:
            return _with_shared(items)
    text = text_of(words)
    for fused, parts in lexicon_content("indicators.yaml")["fused"].items():
        if fused in text and n in (None, len(parts)):
            return [text.replace(fused, part, 1) for part in parts]
    if words and words[0].tag == "quote" and n:
        items = words[0].word.strip("“”").replace("和", "、").split("、")
        return [x + text_of(words[1:]) for x in items] if len(items) == n else None
    return None


def _divided(words, letters):
    """Items of a list as lists of words."""
    items = [[]]
    for t in words:
        if t.letter in letters:
            items.append([])
        elif t.tag == "quote" and items[-1] and items[-1][-1].tag == "quote":  # “保供水”“保供电”满意率
            items.append([t])
        else:
            items[-1].append(t)
    return [x for x in items if x]


def _divided_last(words):
    """Items of a list whose last two 和 joins, where others hold 和 themselves (教育和培训计划、人才计划和储备计划)."""
    items = _divided(words, "i")
    at = max((i for i, t in enumerate(items[-1]) if t.letter == "c"), default=0) if items else 0
    return [*items[:-1], items[-1][:at], items[-1][at + 1 :]] if at else []


def _with_shared(items):
    """Items with the words in front that only the first carries and the head that only the last carries."""
    tail = _shared_head(items)
    front = _shared_front(items, tail)
    first, last = text_of(items[0]), items[-1]
    names = []
    for i, item in enumerate(items):
        name = text_of(item)
        if m := COUNTED.fullmatch(name):
            name = m[1] + m[2]
        if i < len(items) - 1 and tail and not name.endswith(tail):
            name += _completed(item, last) + tail
        if i and front and not name.startswith(front):
            name = front + name
        names.append(SECTOR.sub(r"第\1产业", name))
    return names if len(set(names)) == len(names) else [first, *names[1:]]


def _completed(item, last):
    """Second half of a word that the item lacks (存、贷款: 存 lacks 款)."""
    word, full = item[-1].word, last[0].word
    if word in AREAS and last[0].letter == "g":
        return "级"
    if full.endswith(word):
        return ""
    if full[len(word) :] in having("person") and len(last) > 1:  # 城镇和农村居民收入
        return full[len(word) :]
    return (
        full[1:]
        if len(word) == 1 and len(full) == 2 and len(item[-1].word) < len(full) and len(last) > 1
        else ""
    )


def _is_whole(item):
    """Whether an item ends with a measure of its own."""
    return item[-1].word.endswith(ENDS) or "bare" in item[-1].roles


def _shared_head(items):
    """Head noun at the end of the last item that the others lack, or ""."""
    *others, last = items
    if all(x[-1].letter == "g" or x[-1].word in AREAS for x in others) and last[0].letter == "g":
        return text_of(last[1:])  # 国家和市级示范社
    if all(len(x) == 1 and x[0].letter == "a" for x in others) and last[0].letter == "a":
        return text_of(last[1:])  # 新建和改造管网
    if (
        "head" in last[-1].roles
        and all(x[-1].word.endswith("业") for x in others)
        and last[-2:-1]
        and last[-2].word.endswith("业")
    ):
        return last[-1].word  # 工业、服务业企业
    at = next((i for i, t in enumerate(last) if t.letter == "d" and i), 0)
    if at and not any(t.letter == "d" for x in others for t in x) and not any(map(_is_whole, others)):
        return text_of(last[at:])  # 获得金奖、银奖的企业
    if m := COUNTED.fullmatch(text_of(last)):  # 电子、汽车、医药三大产业产值
        return m[2]
    if any(_is_whole(x) for x in others):
        return ""
    if len(last) == 1:
        word, size = last[0].word, max(len(x[-1].word) for x in others)
        return word[1:] if size == 1 == max(map(len, others)) and len(word) == 2 else ""
    kinds = {x[-1].word[-1] for x in others}
    if len(kinds) == 1:
        kind, sizes = kinds.pop(), {len(x[-1].word) for x in others}
        at = next(
            (i for i, t in enumerate(last[:-1]) if t.word.endswith(kind) and len(t.word) in sizes), None
        )
        if at is not None:
            return text_of(last[at + 1 :])
    if any(len(x[-1].word) == 1 for x in others):
        return text_of(last[1:])
    size = min(max(map(len, others)), len(last) - 1)
    size -= len(last) - size == 1 and len(last[-1].word) == 1 and size > 1  # 机械化率 is one word
    return text_of(last[size:]) if _is_whole(last) else ""


def _shared_front(items, tail):
    """Words in front of the first item that the others share: selectors, the owner of bare measures; or ""."""
    first, *others = items
    if len(first) < 2:
        return ""
    selectors = 0
    while selectors < len(first) - 1 and (
        "selector" in first[selectors].roles
        or first[selectors].letter in "ga"
        or (selectors and first[selectors].word in ("以上", "以下"))
    ):
        selectors += 1
    if any(x[0].letter == "g" for x in others):  # 争创国家级、省级示范县
        selectors = next((i for i, t in enumerate(first[:selectors]) if t.letter == "g"), selectors)
    acts = selectors and first[selectors - 1].letter == "a"
    if first[0].word == "单位" and len(first) > 2:
        return text_of(first[: 1 + _until_owner(first[1:])])
    if (
        selectors
        and not (acts and any(_is_whole(x) for x in others))
        and not any("selector" in x[0].roles or x[0].letter in ("a" if acts else "ga") for x in others)
    ):
        return text_of(first[:selectors])
    owner = max((i + 1 for i, t in enumerate(first[:-1]) if _is_owner(t)), default=0)
    bare = all(len(x) == 1 and (_is_whole(x) or tail) for x in others)
    owned = all(len(x) <= 2 and not any(map(_is_owner, x)) for x in others)
    if owner and owned:
        return text_of(first[:owner])
    if bare and (_is_whole(first) or tail):
        return text_of(first[:-1])
    return ""


def _is_owner(t):
    """Whether a word names things that have measures (企业, 安全事故)."""
    return (t.word.endswith("业") or t.word.endswith(ends("owner", "industry"))) and t.letter != "x"


def _until_owner(words):
    """How many words after 单位 say of what (国内生产总值, GDP, 工业增加值)."""
    at = next(
        (i for i, t in enumerate(words) if t.word.endswith(("总值", "增加值", "GDP", "面积", "产品"))), 0
    )
    return at + 1
