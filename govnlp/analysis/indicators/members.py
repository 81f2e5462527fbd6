"""Members of a list, each with the words that all share: A、B产业产值, 限额以上A、B营业额, 产销量, 城乡."""

import re
from functools import lru_cache

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import ends, having, letters_of, text_of
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
    graded = pattern("graded").search(text_of(words))
    if graded and n == len(graded["grades"][::2]):  # 获得一、二等奖的茶厂
        before, after = graded.string[: graded.start()], graded.string[graded.end("grades") :]
        return [before + grade + after for grade in graded["grades"][::2]]
    ways = [_divided_levels(words), _divided(words, "ic")]
    ways += [way(words) for way in (_divided, _divided_last, _divided_sizes)]
    for items in ways:
        listed = len(items) > 1 and all(items) and n in (None, len(items))
        if listed and not (n is None and _is_nested(words, items)):
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
    verbs = any(len(x) == 1 and x[0].letter in "ar" for x in items[:-1])  # 新增及更新茶机占比、茶厂达标率
    return joined and (verbs or (not _is_whole(items[-2][-1]) and _is_whole(items[-1][-1])))


def _divided(words, letters="i"):
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


def _divided_levels(words):
    """Items of a list of two levels, however many things each has (国家级及省级茶厂、茶馆), or none."""
    at = letters_of(words).find("gcg") + 1
    return [words[:at], words[at + 1 :]] if at else []


def _divided_last(words):
    """Items of a list whose last two 和 joins, where others hold 和 themselves (教育和培训计划、人才计划和储备计划)."""
    items = _divided(words)
    at = max((i for i, t in enumerate(items[-1]) if t.letter == "c"), default=0) if items else 0
    return [*items[:-1], items[-1][:at], items[-1][at + 1 :]] if at else []


def _divided_sizes(words):
    """Items of a list of sizes whose first one has a list before its size (茶厂、茶社产值1亿元、2亿元的), or none."""
    sized = next((i for i, t in enumerate(words) if t.value is not None), len(words))
    at = letters_of(words).find("i", sized)
    return [words[:at], *_divided(words[at + 1 :])] if at > 0 else []


def _with_shared(items):
    """Items with the words in front that only the first carries and the head that only the last carries."""
    signs, last = _signs(items), items[-1]
    head, front = _bar("heads", signs[-1], signs[:-1]), _bar("fronts", signs[0], signs[1:])
    tail, before = text_of(last[head:]) if head is not None else "", front or 0
    tail = re.sub("^及以[上下]", "", tail)  # 0-17岁、60岁及以上人口
    if head is None and last[-1].word[-1] == "率" and all(x[-1].letter in "av" for x in items[:-1]):
        tail = "率"  # 项目签约、开工率
    front = text_of(items[0][:before])
    if front and items[0][before].value is not None:  # 突破3亿元、5亿元
        front += pattern("beyond").match(items[0][before].word)[0]
    names = []
    for i, item in enumerate(items):
        name = text_of(item)
        if item is not last and not name.endswith(tail):
            name += _completed(item, last) + tail
        if i and not name.startswith(front):
            name = front + name
        names.append(pattern("sector").sub(r"第\1产业", pattern("counted").sub(r"\1\2", name)))
    return names


def _completed(item, last):
    """Second half of a word that the item lacks (存、贷款: 存 lacks 款)."""
    word, full = item[-1].word, last[0].word
    if last[0].letter == "g":
        return "级" if "tier" in item[-1].roles else ""
    told = any(t.word.endswith(word) for t in last)
    if told or full.isdigit() or (item[:-1] and "tier" in item[-1].roles):  # 石桥镇、青槐镇
        return ""
    rest = full[len(word) :]
    person = rest in having("person")  # 城镇和农村居民收入
    return rest if person or len(full) == 2 > len(word) else ""


def _is_whole(t):
    """Whether a word is a measure of its own."""
    return t.word.endswith(ends("ending")) or "bare" in t.roles


def _signs(items):
    """What patterns of members.yaml see of the words of each item: letter, roles, and what they are in this list."""
    closing = [x[-1].word for x in items[:-1]]
    kind, sizes = {w[-1] for w in closing}, {len(w) for w in closing}

    def sign(t):
        word, chosen = t.word, t.letter == "g" or t.roles & {"selector", "bound"}
        whole = _is_whole(t)
        played = {
            "whole": whole,
            "rate": word.endswith(ends("rate")),
            "suffix": whole and len(word) == 1,
            "owning": word.endswith(ends("owner", "industry")),
            "kindred": {word[-1]} == kind and len(word) in sizes,
            "trade": pattern("trade").search(word),
            "chosen": chosen and t.letter != "a",
            "single": len(word) == 1 and not whole,
            "numeral": pattern("numeral").fullmatch(word),
            "mean": word.endswith("均"),
            "valued": t.value is not None,
        }
        return f"<{t.letter} {' '.join([*t.roles, *(k for k, holds in played.items() if holds)])} >"

    return ["".join(map(sign, item)) for item in items]


def _bar(side, own, others):
    """How many words of an item stand before the bar of the first row that fits, or None."""
    most = max(x.count("<") for x in others)
    for row in lexicon_content("members.yaml")[side]:
        found = _pattern(row["own"].replace("n}", f"{most}}}")).fullmatch(own)
        if found and all(map(_pattern(row["others"]).fullmatch, others)):
            return found[1].count("<")
    return None


@lru_cache(maxsize=1024)
def _pattern(text):
    """Regular expression over signs for a pattern of members.yaml; its group is what stands before the bar."""
    ways = ["".join(map(_element, way.split())) for way in text.split(" or ")]
    return re.compile("(" * ("|" in text) + "|".join(ways))


def _element(text):
    """Regular expression for one word of a pattern."""
    if text == "|":
        return ")"
    names, roles = re.match("!?[a-z/]+", text)[0], lexicon_content("grammar.yaml")["roles"]
    signs = [f"<[{roles[x]}]" if x in roles else f"<[^>]* {x} " for x in names.strip("!").split("/")]
    ahead = "!" if text[0] == "!" else "="
    return f"(?:(?{ahead}{'|'.join(signs)})<[^>]*>){text[len(names) :]}"
