"""What the mentions of divisions in a text say for each of them being the one that the text speaks of."""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from govnlp.documents.entities.divisions import (
    REACH,
    choose,
    find_forms,
    gazetteer,
    in_longer_name,
    is_whole,
    only,
    short_of,
)
from govnlp.documents.entities.unlisted import OFFICE
from govnlp.text import SENTENCE_END

LEVELS = "国省市区县州盟旗"
CALLED = 2  # times that a text calls its place 全市, 我区 ... and is believed
# 全市, 我区, 本县: what a text calls its own region; but 全省第一, 全国十个试点之一 rank it within another
OWN = re.compile(
    f"[全我本]([{LEVELS}])(?!第|前|首|最|唯|排|平均|领先|率先|示范|试点|先进|乃至|一|强|性|人大|政协|两会|劳动模范"
    r"|[一-鿿\d]{0,16}(?:之一|样板|标杆|典范))"
)
# 市委, 区长: an office of the text's own region, where no name stands before it; a class that opens is sought fast
OWN_OFFICE = re.compile(
    f"([{LEVELS[1:]}])(?<![全我本治各辖{LEVELS[1:]}].)"
    "(?:(?:人民)?政府|领导(?!力|下)|委(?!员|托|派)|人大|政协|[一二三四五六七八九十]{1,3}届|长(?![一-鿿]?[江城期久远达短度征效跑沙]))"
)
LONGEST = 8  # characters of a name that ends with the kind of such an office
OPENING = 5  # lines at the head of a text
ENOUGH = 2  # weight of the mentions of a region of which a text speaks
OFTEN = 3  # of so many mentions one as a place elsewhere makes it one
AGAIN = 0.1  # what a further mention in one sentence adds to the strongest
BOUND = "和应代单新任连通成道理定"  # of the counties of one character those that end other words: 市和|县

# in none of the lines that name whose a text is: a sentence, a number
TOLD = re.compile(r"[。，；？！,;?!]|^\s*(?:[（(第]|案?例)?[一二三四五六七八九十\d]")
# where something is or went, to what it is compared; beside what it stands
SCENE = ("根据", "按照", *"在到赴去从自像如入于", "学习", "借鉴", "对标", "邻近", "毗邻")
NO_SCENE = "对于"
BESIDE = tuple("以和与及、向对任")
# one of several, an outlet, deputies, an assembly that approves what another made
OTHERS = re.compile(
    "等(?!级|级别)|、|[一-鿿]{0,8}(?:网站|新闻网|日报|晚报|客户端|频道)"
    "|(?:第[一二三四五六七八九十]+届)?(?:(?:人民代表大会|人大|政协)(?:代表|委员(?!会))|[^，。；\n]{0,30}批准)"
)
SEES = "(?:考察|调研|参观|学习|访问|交流|[视巡]察|检查|洽谈|招商)"
# those of that place come as guests: 青槐市政协主席一行到我县
GUEST = re.compile(  # the first 我 or 来 is looked for once, before the words around it
    "(?=[^，。；\n我来]{0,42}+[我来])"
    f"[^，。；\n]{{0,40}}(?:(?:来|到|赴|莅临|深入|以及|[和与及])我[{LEVELS[1:]}镇乡]|来[一-鿿]{{1,12}}?{SEES}|来访|团来[一-鿿]{{1,3}}(?=[，。\n]|$))"
)
SEEN = re.compile(f"[^。；\n]{{0,30}}{SEES}")
ORIGIN = ("源于", "源自")
TOWN = f"(?:[一-鿿]{{2,4}}(?:镇|乡|街道)(?=[党第人政]))?[{LEVELS[1:]}]?"
# an office of the place or of one of its towns, and the post of a person
HELD = re.compile(
    f"{TOWN}(?:{OFFICE}|党工?委|召开第[一二三四五六七八九十]+届|长(?=[一-鿿]{{2,4}}(?:[：:，,、。在说]|$)))"
)
PERSON = re.compile(f"{TOWN}(?:(?:党工?)?委(?:书记|副书记|常委)|[{LEVELS[1:]}]?长)")
# whose deputies met: 来到青槐区代表团参加审议
DELEGATION = re.compile("代表团[^。；\n]{0,20}(?:审议|讨论)")
DEFINED = re.compile(f"[（(](?:以下)?简称(?:自治|[本全我])?[{LEVELS[1:]}]")
# a department of the place, or what such a one issues
ISSUED = re.compile(
    "(?!域|出台|制定)(?:[一-鿿]{1,12}?(?:[局厅办]|委员会|中心|法院|检察院)|[^，。；《\n]{2,40}(?:办法|条例|规定|方案|规划|公报|细则))"
)
# what is said of the place that a text is about: 青槐区位于..., 青槐的发展; 新青槐, 我们青槐
SELF = re.compile(
    "地处|位于|(?:可持续)?发展|高质量|经济(?!特区|技术)|人民|实际|特色|史上|[两全]会|(?:将|要|正在|一定)(?![求有])"
)
# before the first words of a text: when it was
FIRST = re.compile(r"(?:(?:\d{4}年|[今近]年)?(?:以?来|\d{1,2}月)?(?:\d{1,2}日)?|近日|日前)[，,]?")
PEOPLE = re.compile("[一-鿿]{0,8}(?:团|商人|居民|村民|市民|一行)")
OWNER = re.compile("(?:新|对于|我们|咱们|把|[建打][设造][^，。；]{0,6}|魅力|幸福|美丽)$")


class Evidence(NamedTuple):
    """What speaks for a region: the weight of its mentions, how many there are, the strongest weight, and the words."""

    weight: float
    n: int
    strongest: float
    shown: str


def level_of(region):
    """What a text calls a region: 全区 also in an autonomous region."""
    return "区" if region.name.endswith("自治区") else region.name[-1]


@lru_cache(maxsize=1)
def own_levels(text):
    """How often a text calls itself the country, its province, its city ..., or names an office of it by that alone.

    >>> own_levels("全县上下，在市委、县委的领导下，居全省第一；南京市委")
    Counter({'县': 2, '市': 1})
    """
    endings = _endings()
    offices = (
        found[1]
        for found in OWN_OFFICE.finditer(text)
        if text[found.end(1) - 2 : found.end(1)] not in endings
        or not any(_ends_name(text[found.end(1) - n : found.end(1)]) for n in range(2, LONGEST))
    )
    return Counter([*(found[1] for found in OWN.finditer(text)), *offices])


@cache
def _endings():
    """The last two characters of all names, so that most offices are known to stand behind none."""
    return {form[-2:] for form in gazetteer()[0]}


def _ends_name(text):
    """Whether the kind before an office belongs to a name: 南京市|委, but not 和县|委."""
    return text in gazetteer()[0] and (len(text) > 2 or text[0] not in BOUND)


def weigh(text):
    """Evidence for each region that a text names; those elsewhere, whence guests came or others went, have weight 0.

    In a sentence the strongest mention counts, those besides it a tenth.
    """
    mentions = defaultdict(list)
    for region, *mention in _mentions(text):
        mentions[region].append(mention)
    return {region: _summed(region, *zip(*rows, strict=True)) for region, rows in mentions.items()}


def _summed(region, weights, sentences, words, elsewhere):
    """Evidence from what the mentions of a region say."""
    strongest = max(weights)
    by_sentence = defaultdict(list)
    for weight, sentence in zip(weights, sentences, strict=True):
        by_sentence[sentence].append(weight)
    total = sum(max(x) + AGAIN * (sum(x) - max(x)) for x in by_sentence.values())
    shown = words[weights.index(strongest)] if strongest else region.name
    return Evidence(
        0 if elsewhere[0] or sum(elsewhere) * OFTEN >= len(elsewhere) else total,
        len(weights),
        strongest,
        shown,
    )


def _mentions(text):
    """Region, weight, sentence, words and whether it is elsewhere, for each mention of a region.

    Of 江苏省无锡市 the last counts. The short name of a county that the text never calls by its whole one counts where
    the text says it of itself: 新青槐, but no 突破大关; a name that is a word half where nothing else shows it.
    """
    own, opening, start = own_levels(text), _opening(text), None
    sentence = -1  # where it ends
    found = list(find_forms(text, frozenset(own)))
    seen = {form for _, form in found}
    wholes = {at for at, form in found if is_whole(form)}
    found = [
        (at, x) for at, x in found if at + len(x) in wholes or not in_longer_name(text, at, x)
    ]  # 宁波|镇海区
    begins = {at for at, _ in found}
    for at, form in found:
        end, start = at + len(form), at if start is None else start
        if end in begins:
            continue
        first, start = start, None
        if at > sentence:
            sentence = _end_of_sentence(text, at)
        held = HELD.match(text, end)
        for region in _meant(text, at, form, seen, own, held):
            weight = _weight(text, first, end, opening, held)
            if weight == 1 and form in region.wholes and own[level_of(region)] and _opens(text, first, end):
                weight = ENOUGH
            if region.word and not (held or _is_known(region, seen)):
                weight /= 2
            if form not in region.wholes and region.is_county and seen.isdisjoint(region.wholes):
                weight = ENOUGH * (weight >= ENOUGH)
                if not weight:
                    continue
            words = form + held[0] if held else form
            yield region, weight, sentence, words, _is_elsewhere(text, first, end)


def _end_of_sentence(text, at):
    """Where the sentence ends that holds a place of a text."""
    found = SENTENCE_END.search(text, at)
    return found.start() if found else len(text)


def _end_of_line(text, at):
    """Where the line ends that holds a place of a text."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _opens(text, at, end):
    """Whether a text opens with a place and when it was (2021年，青槐区 ...), not with people from there."""
    return FIRST.fullmatch(text, 0, at) and not PEOPLE.match(text, end)


def _is_known(region, seen):
    """Whether a text that names a region has the name of what it lies in, or of a prefecture its whole one."""
    return (
        any(not seen.isdisjoint(short_of(x)) for x in region.parents)
        if region.is_county
        else region.name in seen
    )


def _is_elsewhere(text, at, end):
    """Whether a place is one whence guests came, which others went to see, or where something began."""
    return bool(
        GUEST.match(text, end)
        or text.endswith(ORIGIN, 0, at)
        or (text.endswith("赴", 0, at) and SEEN.match(text, end))
    )


def _meant(text, at, form, seen, own, held):
    """Regions that a form may mean, `held` being the office behind it."""
    of_form = gazetteer()[0][form]
    region = choose(form, text[max(0, at - REACH) : at], seen, None)
    if region is not None and form in region.wholes:
        return [region]
    free = len(form) > 2 or form[0] not in BOUND or text.endswith(("代表", "在"), 0, at)
    if region is None and free and held:  # 东阳 is a word, 东阳市委 an office
        region = only([r for r in of_form if form in r.wholes])
    if region is None and form[1:] == "县" and form[0] not in BOUND:
        often = own["县"] >= CALLED or text.count(form) > CALLED
        region = only(of_form) if often else None
    if region is None or (form not in region.wholes and region.is_county and region.word):
        return []
    return _namesakes(form) or [region]


@cache
def _namesakes(form):
    """Provinces and prefectures of which a form is the short one."""
    return [r for r in gazetteer()[0][form] if form == r.short and not r.is_county]


def _opening(text):
    """Where the lines that open a text end."""
    return sum(len(x) + 1 for x in text.split("\n", OPENING)[:OPENING])


def _weight(text, at, end, opening, held):
    """What one mention says: 3 an office, a headline, 2 what a text says of its own place, 1 any other, 0 a scene."""
    begin = text.rfind("\n", 0, at) + 1
    before = text[max(begin, at - REACH) : at]
    if OTHERS.match(text, end):
        return 0
    if text.rfind("《", begin, at) > text.rfind("》", begin, at):
        return 2 if held else 0 if text.startswith("》", end) else 1  # 《走进青槐》, a programme
    if held:
        return 1 if before.endswith("、") and not PERSON.match(text, end) else 3
    if DEFINED.match(text, end) or DELEGATION.match(text, end):
        return 3
    if before.endswith(SCENE) and not before.endswith(NO_SCENE):
        return 0
    if at < opening and not TOLD.search(text[begin : _end_of_line(text, at)]):
        return 3
    if (at == 0 and text[end : end + 1] != "的") or SELF.match(text, end) or OWNER.search(before):
        return 2
    return 0 if before.endswith(BESIDE) else 2 if at < opening and ISSUED.match(text, end) else 1


def is_spoken_of(text, name):
    """Whether the mentions of a name that the divisions lack have the weight of one of which a text speaks."""
    opening, weights = _opening(text), defaultdict(int)
    for found in re.finditer(f"{name[:-1]}{name[-1]}?", text):
        sentence, held = _end_of_sentence(text, found.start()), HELD.match(text, found.end())
        weights[sentence] = max(weights[sentence], _weight(text, *found.span(), opening, held))
    return sum(weights.values()) >= ENOUGH
