"""Members of a list, each with the words that all share: A、B产业产值, 限额以上A、B营业额, 产销量, 城乡."""

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import ends, having, text_of
from govnlp.lexicons import lexicon_content


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
    for items in (_divided(words, "ic"), _divided(words, "i"), _divided_last(words)):
        if len(items) > 1 and n in (None, len(items)) and not (n is None and _is_nested(words, items)):
            return _with_shared(items)
    text = text_of(words)
    for fused, parts in lexicon_content("indicators.yaml")["fused"].items():
        if fused in text and n in (None, len(parts)):
            return [text.replace(fused, part, 1) for part in parts]
    if words and words[0].tag == "quote" and n:
        items = words[0].word.strip("“”").replace("和", "、").split("、")
        return [x + text_of(words[1:]) for x in items] if len(items) == n else None
    return None


def _is_nested(words, items):
    """Whether 和 joins parts of the last item (通畅率、通达率、乡镇和建制村客运率)."""
    joined = {"i", "c"} <= {t.letter for t in words}
    return joined and len(items) > 2 and not _is_whole(items[-2]) and _is_whole(items[-1])


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
    names = []
    for i, item in enumerate(items):
        name = text_of(item)
        if i < len(items) - 1 and not name.endswith(tail):
            name += _completed(item, items[-1]) + tail
        if i and not name.startswith(front):
            name = front + name
        names.append(pattern("sector").sub(r"第\1产业", pattern("counted").sub(r"\1\2", name)))
    return names


def _completed(item, last):
    """Second half of a word that the item lacks (存、贷款: 存 lacks 款)."""
    word, full = item[-1].word, last[0].word
    if last[0].letter == "g":
        return "级" if "tier" in item[-1].roles else ""
    if full.endswith(word):
        return ""
    rest = full[len(word) :]
    person = rest in having("person")  # 城镇和农村居民收入
    return rest if len(last) > 1 and (person or len(full) == 2 > len(word)) else ""


def _is_whole(item):
    """Whether an item ends with a measure of its own."""
    return item[-1].word.endswith(ends("ending")) or "bare" in item[-1].roles


def _shared_head(items):
    """Head noun at the end of the last item that the others lack, or ""."""
    *others, last = items
    closing = [x[-1] for x in others]
    if all(t.letter == "g" or "tier" in t.roles for t in [*closing, last[0]]):
        return text_of(last[1:])  # 国家和市级示范社
    if all(x[0].letter == "a" or "selector" in x[0].roles for x in items) and all(
        len(x) == 1 for x in others
    ):
        return text_of(last[1:])  # 新建和改造管网
    text = text_of(last)
    if "产" in text and all(text_of(x) in ("第一", "第二") for x in others):
        return text[text.index("产") :]  # 第二、第三产业占比
    at = next((i for i, t in enumerate(last) if t.letter in "dz"), 0)
    at *= last[at].letter == "d" or (at <= max(map(len, others)) and last[at - 1].letter != "b")
    if at and not any(_is_whole(x) or any(t.letter == "d" for t in x) for x in others):
        return text_of(last[at:])  # 获得金奖、银奖的企业
    if m := pattern("counted").fullmatch(text_of(last)):  # 电子、汽车、医药三大产业产值
        return m[2]
    if any(map(_is_whole, others)):
        return ""
    longest = max(map(len, others))
    if len(last) == 1:
        word = last[0].word
        single = longest == 1 == max(len(t.word) for t in closing)
        return word[1:] if single and len(word) == 2 else ""
    if len({t.word[-1] for t in closing}) == 1:
        kind, sizes = closing[0].word[-1], {len(t.word) for t in closing}
        at = next((i for i, t in enumerate(last[:-1]) if t.word[-1] == kind and len(t.word) in sizes), None)
        if at is not None:
            return text_of(last[at + 1 :])
    if any(len(t.word) == 1 for t in closing):
        return text_of(last[1:])
    size = min(longest, len(last) - 1)
    size -= 1 < size == len(last) - 1 and len(last[-1].word) == 1  # 机械化率 is one word
    if "yardstick" in last[-1].roles:  # 城市、农村低保标准; 低保、养老金人均标准
        owner = max((i for i, t in enumerate(last[:-1]) if t.roles & {"firm", "office"}), default=-1) + 1
        if owner and longest == 1:  # 个人和农业合作社购机补贴限额
            return text_of(last[owner:])
        modifiers = all(t.roles & {"settled", "whose", "person"} for t in closing)
        at = next((i for i, t in enumerate(last) if t.word.endswith("均")), len(last) - 1)
        return text_of(last[size if modifiers else at :])
    people = "person" in last[-1].roles and not any("person" in t.roles for t in closing)  # 高中、小学教师
    return text_of(last[size:]) if people or _is_whole(last) else ""


def _shared_front(items, tail):
    """Words in front of the first item that the others share: selectors, the owner of bare measures; or ""."""
    first, *others = items
    valued = next((i for i, t in enumerate(first) if t.value is not None), 0)
    if valued and all(x[0].value is not None for x in others):
        sign = pattern("sign").match(first[valued].word)[0]
        return text_of(first[:valued]) + sign  # 年产值超过5亿元、3亿元的企业
    said = max((i + 1 for i, t in enumerate(first) if t.letter == "d"), default=0)
    if said and first[0].letter in "av" and not any(t.letter == "d" for x in others for t in x):
        return text_of(first[:said])  # 纳入目录的培训机构和评价机构
    if first[0].word == "单位":
        return text_of(first[: 2 + _until_owner(first[1:])])
    graded = next((i for i, t in enumerate(first) if t.letter == "g" or "tier" in t.roles), 0)
    if graded and all(x[0].letter == "g" or "tier" in x[0].roles for x in others):
        return text_of(first[:graded])  # 认定为国家级、省级示范社
    selectors = 0
    for t in first[:-1]:
        selects = t.letter in "ga" or t.roles & {"selector", "bound"}
        if not selects or (selectors and "trait" in t.roles):
            break
        selectors += 1
    if any(x[0].letter == "g" for x in others):  # 争创国家级、省级示范县
        selectors = next((i for i, t in enumerate(first[:selectors]) if t.letter == "g"), selectors)
    acts = selectors and first[selectors - 1].letter == "a"
    alike = any("selector" in x[0].roles or x[0].letter in ("a" if acts else "ga") for x in others)
    if selectors and not alike and not (acts and any(map(_is_whole, others))):
        return text_of(first[:selectors])
    owner = max((i + 1 for i, t in enumerate(first[:-1]) if _is_owner(t)), default=0)
    if owner and all(len(x) <= 2 and not any(map(_is_owner, x)) for x in others):
        return text_of(first[:owner])
    bare = all(len(x) == 1 and (_is_whole(x) or tail) for x in others)
    return text_of(first[:-1]) if bare and (_is_whole(first) or tail) else ""


def _is_owner(t):
    """Whether a word names things that have measures (企业, 安全事故)."""
    return t.word.endswith(ends("owner", "industry"))


def _until_owner(words):
    """How many words after 单位 say of what (国内生产总值, GDP, 工业增加值), less one."""
    wholes = ("总值", "增加值", "GDP", "面积", "产品")
    return next((i for i, t in enumerate(words) if t.word.endswith(wholes)), 0)
