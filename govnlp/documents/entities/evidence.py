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
    only,
    short_of,
)
from govnlp.documents.entities.unlisted import OFFICE

LEVELS = "国省市区县州盟旗"
CALLED = 2  # times that a text calls its place 全市, 我区 ... and is believed
# 全市, 我区, 本县: what a text calls its own region; but 全省第一 ranks it within another
OWN = re.compile(f"[全我本]([{LEVELS}])(?!第|前|首|最|唯|排|平均|领先|率先|示范|试点|先进|乃至|一|强|性)")
# 市委, 区长: an office of the text's own region, where no name stands before it
OWN_OFFICE = re.compile(
    "(?<![全我本治各市县区省州辖])([省市区县州盟旗])(?:(?:人民)?政府|委(?!员|托|派)|人大|政协|[一二三四五六七八九十]{1,3}届"
    "|长(?![一-鿿]?[江城期久远达短度征效跑沙]))"
)
ENOUGH = 2  # weight of the mentions of a region of which a text speaks
LONGEST = 8  # characters of a name that ends with the kind of such an office
AGAIN = 0.1  # what a further mention in one sentence adds to the strongest
OPENING, CLOSING = 5, 3  # lines at the head and at the foot of a text
ENDS = re.compile("[\n。！？!?]")
# in none of the lines that name whose a text is: a sentence, a number
OTHER = re.compile(r"[。，；？！,;?!]|^\s*[（(第]?[一二三四五六七八九十\d]")

CITED = re.compile("《[^》\n]*$")
SLOGAN = re.compile("[“「『][^”」』，。；！？\n]{0,8}$"), re.compile("[^“「『，。；！？\n]{0,10}[”」』]")
SCENE = re.compile("(?:[在到赴去从由自像如入]|(?<!对)于|学习|借鉴|对标|邻近|毗邻)$")
BESIDE = re.compile("[以和与及、向对任]$")
AWAY = re.compile("(?:[到赴任原]|深入)$")
NATIVE = re.compile("[省市县区州盟旗]?(?:[一-鿿]{2,6}[县区市旗乡镇])?人(?:[，,。；;、]|$)")
OUTLET = re.compile("[一-鿿]{0,8}(?:网站|新闻网|日报|晚报|客户端|频道)")
EXAMPLE = re.compile("等(?!级|级别)|、")  # 湖北等地区, 湖北、湖南: one of several
# deputies of a place, or its assembly that approves what another made
DEPUTY = re.compile(
    "(?:第[一二三四五六七八九十]+届)?(?:(?:人民代表大会|人大|政协)(?:代表|委员(?!会))|[^，。；\n]{0,30}批准)"
)
TO_SEE = "(?:考察|调研|参观|学习|访问|交流|视察|检查|洽谈|招商)"
VISIT = re.compile(f"[^，。；\n]{{0,20}}{TO_SEE}")
GUEST = re.compile(
    f"[^，。；\n]{{0,40}}(?:(?:来|到|赴|莅临|深入)我[省市区县州旗镇乡]|来[一-鿿]{{1,12}}?{TO_SEE})"
)
# an office of the place or of one of its towns, and the post of a person
ORIGIN = re.compile("[起发]?源[于自]$")
TOWN = "(?:[一-鿿]{2,4}(?:镇|乡|街道)(?=[党第人政]))?[省市区县州盟旗]?"
HELD = re.compile(
    f"{TOWN}(?:{OFFICE}|党工?委|召开第[一二三四五六七八九十]+届|长(?=[一-鿿]{{2,4}}(?:[：:，,、。在说]|$)))"
)
ABOVE = re.compile("[^，。；\n]{0,12}(?:领导|指导|关心)下")  # 在南京市委、市政府的领导下
PERSON = re.compile(f"{TOWN}(?:(?:党工?)?委(?:书记|副书记|常委)|[省市区县州盟旗]?长)")
DEPARTMENT = re.compile("(?!域)[一-鿿]{1,12}?(?:[局厅办]|委员会|办公室|中心|法院|检察院)")
DEFINED = re.compile("[（(](?:以下)?简称(?:自治|[本全我])?[省市区县州盟旗]")
SELF = re.compile(
    "地处|位于|(?:可持续)?发展|高质量|经济(?!特区|技术)|人民|实际|特色|史上|[两全]会|(?:将|要|正在|一定)(?![求有])"
)
OWNER = re.compile("(?:新|对于|我们|咱们|把|[建打][设造][^，。；]{0,6}|魅力|幸福|美丽)$")
FREE = re.compile("(?:^|[^一-鿿]|代表|在)$")
BOUND = "和应代单新任连通成道理定"  # of the counties of one character those that end other words: 市和|县


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
    offices = (
        found[1]
        for found in OWN_OFFICE.finditer(text)
        if not any(_ends_name(text[found.end(1) - n : found.end(1)]) for n in range(2, LONGEST))
    )
    return Counter([*(found[1] for found in OWN.finditer(text)), *offices])


def _ends_name(text):
    """Whether the kind before an office belongs to a name: 南京市|委, but not 和县|委."""
    return text in gazetteer()[0] and (len(text) > 2 or text[0] not in BOUND)


def weigh(text):
    """Evidence by region."""
    own = own_levels(text)
    edges = _edges(text)
    found = list(find_forms(text, frozenset(own)))
    seen = {form for _, form in found}
    begins = {at for at, form in found if not in_longer_name(text, at, form)}
    lines, named, strongest, guests, shown = defaultdict(Counter), Counter(), Counter(), set(), {}
    start = None
    for at, form in found:
        end, start = at + len(form), at if start is None else start
        if end in begins:
            continue  # of 江苏省|无锡市 the last counts
        start, first = None, start
        if in_longer_name(text, at, form):
            continue
        for region in _meant(text, at, form, seen, own):
            if region not in named and _is_elsewhere(text, first, end):
                guests.add(region)
            weight = _weight(text, first, end, edges)
            if region.word and not (HELD.match(text, end) or _is_parented(region, seen)):
                weight /= 2  # 新建|县域
            line = len(ENDS.findall(text, 0, at))
            if form != region.name and region.is_county and region.name not in seen:
                if weight < 2:
                    continue  # where it is no word: 突破大关
                weight = 2
            named[region] += 1
            if weight > strongest[region]:
                strongest[region] = weight
                held = HELD.match(text, end)
                shown[region] = form + held[0] if held else form
            more, most = sorted((weight, lines[region][line]))
            lines[region][line] = most + AGAIN * more
    return {
        region: Evidence(
            0 if region in guests else sum(lines[region].values()),
            n,
            strongest[region],
            shown.get(region, region.name),
        )
        for region, n in named.items()
    }


def _is_parented(region, seen):
    """Whether a text that names a region whose name is a word names what it lies in, or a prefecture in whole."""
    return (
        region.name in seen
        if not region.is_county
        else any(not seen.isdisjoint(short_of(x)) for x in region.parents)
    )


def _is_elsewhere(text, at, end):
    """Whether a place is whence guests came, which others went to see, or where something began."""
    before = text[max(0, at - REACH) : at]
    return (
        GUEST.match(text, end) or ORIGIN.search(before) or (before.endswith("赴") and VISIT.match(text, end))
    )


def _meant(text, at, form, seen, own):
    """Regions that a form may mean."""
    of_form = gazetteer()[0][form]
    region = choose(form, text[max(0, at - REACH) : at], seen, None)
    if region is None and HELD.match(text, at + len(form)):
        free = form[0] not in BOUND or len(form) > 2 or FREE.search(text[max(0, at - 2) : at])
        region = free and only([r for r in of_form if r.name == form])
    often = own["县"] >= CALLED or text.count(form) > CALLED
    if not region and often and form[1:] == "县" and form[0] not in BOUND:
        region = only(of_form)
    if not region or (form != region.name and region.is_county and region.word):
        return []
    return _namesakes(form) or [region]


@cache
def _namesakes(form):
    """Provinces and prefectures of which a form is the short one."""
    return [r for r in gazetteer()[0][form] if form == r.short and not r.is_county]


def _edges(text):
    """Where the lines that open a text end, and those that close it begin."""
    lines = text.split("\n")
    return sum(len(x) + 1 for x in lines[:OPENING]), len(text) - sum(len(x) + 1 for x in lines[-CLOSING:])


def _weight(text, at, end, edges):
    """What one mention says."""
    line = slice(text.rfind("\n", 0, at) + 1, text.find("\n", end) if "\n" in text[end:] else len(text))
    before = text[max(line.start, at - REACH) : at]
    if (
        OUTLET.match(text, end)
        or EXAMPLE.match(text, end)
        or DEPUTY.match(text, end)
        or GUEST.match(text, end)
    ):
        return 0
    if SLOGAN[0].search(before) and SLOGAN[1].match(text, end):
        return 0
    if CITED.search(text[line.start : at]):
        return 2 if HELD.match(text, end) else 1
    if DEFINED.match(text, end):
        return 3
    if HELD.match(text, end):
        if AWAY.search(before) or ABOVE.match(text, end):
            return 0
        return 1 if before.endswith("、") and not PERSON.match(text, end) else 3
    if SCENE.search(before) or NATIVE.match(text, end):
        return 0
    opens, closes = at < edges[0], at > edges[1]
    if (opens or (closes and DEPARTMENT.match(text, end))) and not OTHER.search(text[line]):
        return 3
    if (at == 0 and text[end : end + 1] != "的") or SELF.match(text, end) or OWNER.search(before):
        return 2
    if BESIDE.search(before):
        return 0
    return 2 if opens and DEPARTMENT.match(text, end) else 1


def is_spoken_of(text, name):
    """Whether the mentions of a name that the divisions lack have the weight of one of which a text speaks."""
    weights, edges = Counter(), _edges(text)
    for found in re.finditer(f"{name[:-1]}{name[-1]}?", text):
        i = len(ENDS.findall(text, 0, found.start()))
        weights[i] = max(weights[i], _weight(text, *found.span(), edges))
    return weights.total() >= ENOUGH
