"""Where a document speaks of: its region in the divisions of China, and the short name of its place."""

import re
from collections import Counter
from functools import cache, lru_cache

from govnlp.documents.entities.bodies import BEFORE, HELD, at_beginning, body_of
from govnlp.documents.entities.divisions import (
    REACH,
    choose,
    find_forms,
    gazetteer,
    in_longer_name,
    only,
    short_of,
)
from govnlp.documents.entities.unlisted import OFFICE, by_name, by_office

OPENING = 5  # lines that name the region with more certainty than the rest
LEVELS = "国省市区县州盟旗"
# 全市, 我区, 市政府 ...: what a text calls its own region; but 全省第一 ranks it within another
OWN_LEVEL = re.compile(
    f"[全我本省市区县州](?:(?<=[全我本])([{LEVELS}])(?!第|前|首|最|唯|排|平均|领先|率先|示范|试点|先进|乃至|一|强|性)"
    "|(?<=[省市区县州])(?:(?<![一-鿿].)|(?<=[为向在和与由对经受是].))(?=委|政府|人民政府|人大|政协|[一二三四五六七八九十]{1,3}届))"
)
LOCAL = 0.15  # share of those words that local levels have: under it a text speaks of the country
OFTEN = 3  # times that a text without local ones names the country before it speaks of all of it
SHARE = 0.4  # of all mentions that must be of the region, its parts or its province: a list of provinces names none
EXAMPLE = re.compile("等(?!级|级别)")  # behind a name: 湖北等地区 is one of several
PASSAGES = 2  # lines that speak of a place which nothing else shows to be the document's
CALLED = 2  # times that a text calls its place 全市, 我区 ... and is believed although it names the country as often
SENTENCE = re.compile("[。，；？！,;?!]")  # in none of the lines that name whose a text is
SCENE = re.compile("(?:[在到赴去于从由像如以和与及任、]|向|对)(?:[一-鿿]{2,8}[省市州盟区])?$")
NATIVE = re.compile("[省市县区州盟旗]?(?:[一-鿿]{2,6}[县区市旗乡镇])?人(?:[，,。；;、]|$)")
NAMED = 2  # times that a text without issuer and title names its region
SHOWN = 30  # characters of an issuer or a title that show the region
CENTRAL = re.compile(
    "中华人民共和国|中国(?!共产党)|国务院|中共中央|中央|中办|国办|全国|最高人民|国家(?!税务)"
    "|(?:(?![省市区县州委])[一-鿿]){2,10}(?:部|总局|总署)(?:办公厅)?(?:关于|等|$|[、 ]|[一-鿿]{2,10}部)"
)
APART = ("71", "81", "82")  # 台湾, 香港, 澳门, which every national text names
# an office, also of a town of the place, or a session of its assembly
ACTING = re.compile(rf"(?:[一-鿿]{{2,4}}(?:镇|乡|街道))?(?:{OFFICE}|召开第[一二三四五六七八九十]+届)")
FREE = re.compile("(?:^|[^一-鿿]|代表|在)$")
# behind a name: those of that place come as guests, 青槐市政协主席一行到我县
GUEST = re.compile("[^，。；\\n]{0,40}(?:来|到|赴|莅临|深入)我[省市区县州旗镇乡]")
BOUND = "和应代单新任连通成道理定"  # of the counties of one character those that end other words: 市和|县
OFFICES = re.compile(r"[\s、]|(?<=[厅局委部室院会府])")  # between the names of offices


def infer_home(lines, issuer=None, title=None):
    """The region and the place that a document speaks of.

    Parameters
    ----------
    lines : iterable of str
        The document's lines in reading order.
    issuer, title : str, optional
        What the document states of itself.

    Returns
    -------
    dict
        region (full name from the province down) and region_code (GB/T 2260), None where the text does not say; place
        (the region's own part, else the district, county or city whose offices the text names most, twice as often
        as any other, or the only one that it names) and place_evidence (the words that show it).

    Notes
    -----
    The region with whose name the issuer, the title or the body before which a report is given begins comes first; a
    central issuer has none, and neither has a part of a region that the divisions lack. Else the text must speak of a
    region of its own: it names one at least twice, and what it calls itself (全市, 我区 ...) is not the
    country (全国, 我国). A place that is named in one passage, or only as where something began, took place or was
    seen, is not the document's own, nor is one beside which the text speaks of the country and that it does not call
    its own. Each division is weighed by its mentions, those of the opening lines three times; mentions count the
    more, the larger the share of their level in what the text calls itself.

    Examples
    --------
    >>> infer_home(["武汉市汉阳区工作综述", "一年来,汉阳区干部群众团结奋进。"])["region"]
    '湖北省武汉市汉阳区'
    >>> home = infer_home(["我代表临溪区人民政府向大会报告。", "临溪区委书记到会。"])
    >>> home["region"], home["place"], home["place_evidence"]
    (None, '临溪区', '临溪区人民政府')
    >>> infer_home(["湖北省要做好水利工作，湖北省先行。"], title="国务院关于水利工作的通知")["place"]
    """
    lines = [line for line in (issuer, title, *lines) if line and line.strip()]
    text = "\n".join(lines)
    region, place = None, (None, None)
    begins = {
        x: (None, None) if GUEST.match(x) else at_beginning(x) for x in (issuer, title, body_of(text)) if x
    }
    if not _is_joint(issuer or "") and not _is_central(filter(None, (issuer, title)), begins, text):
        said = [(*found, x[:SHOWN]) for x, found in begins.items()]
        opening = sum(map(len, lines[:OPENING])) + OPENING
        region, part, evidence = next((x for x in said if any(x[:2])), (None, None, None))
        if part is None and (region is None or not evidence.startswith(region.name)):
            named = _most_named(text, opening)
            if region is None:
                region, evidence = named if _is_own(named[0], lines) else (None, None)
            elif named[0] and region.name in named[0].parents:
                region, evidence = named  # 北京城市副中心 ..., of which the text says that it is 通州区
        unlisted = None if part or region else by_office(text)
        if not (part or region or unlisted):
            region, evidence = _by_listed_office(text)
        own = part or (region and region.name)
        place = (own, evidence) if own else unlisted or _by_name(lines) or place
    return {
        "region": region and region.full_name,
        "region_code": region and region.code,
        "place": place[0],
        "place_evidence": place[1],
    }


def _is_joint(issuer):
    """Whether offices of several provinces issue a document together."""
    found = (at_beginning(x)[0] for x in OFFICES.split(issuer) if x)
    return len({(*x.parents, x.name)[0] for x in found if x}) > 1


def _is_own(region, lines):
    """Whether a document calls a region its own, by what it calls itself or by the lines that open it, or speaks of it
    in several of its lines as of one who acts."""
    if region is None:
        return False
    forms, level = {region.name, *short_of(region.name)}, region.name[-1]
    own = _own_levels("\n".join(lines))
    n = own["区" if region.name.endswith("自治区") else level]
    named = sum(len(re.findall(f"(?<![“「『]){region.name}", x)) for x in lines)  # no “青槐市文明乡镇”
    if max(own[x] for x in LEVELS[1:]) >= max(CALLED, named, 3 * n + 1):
        return False  # 我区, which those of a county visit
    if n >= CALLED or n > own["国"]:
        return True
    return lines[0].startswith(level) or _is_spoken_of(forms, lines)


def _is_spoken_of(forms, lines):
    """Whether the head of a text names a place, or its first mention or several lines say what the place does."""
    name = re.compile("|".join(sorted(forms, key=lambda x: (-len(x), x))))
    mentions = [(i, x) for i, line in enumerate(lines) for x in name.finditer(line)]
    acts = [(i, x) for i, x in mentions if not _is_scene(lines[i], x)]
    held = [(i, x) for i, x in mentions if HELD.match(lines[i], x.end())]
    if any(i < OPENING and not SENTENCE.search(lines[i]) for i, _ in acts + held):
        return True
    shown = (
        len({i for i, _ in acts}) >= PASSAGES
        or not set(acts).isdisjoint(held)
        or acts[:1] == mentions[:1] != []
    )
    return shown and not _own_levels("\n".join(lines))["国"]


def _is_scene(line, found):
    """Whether a place is where something began, took place or is compared with: 在青槐区, 起源于青槐区, 青槐区人."""
    return SCENE.search(line[: found.start()]) or NATIVE.match(line, found.end())


def _is_central(names, begins, text):
    """Whether a document speaks of the whole country, by its issuer, its title or what it calls itself."""
    for name in names:
        if any(begins[name]):
            return False
        if CENTRAL.match(BEFORE.sub("", name)):
            return True
    own = _own_levels(text)
    return own["国"] >= OFTEN and own.total() - own["国"] < LOCAL * own.total()


@lru_cache(maxsize=1)
def _own_levels(text):
    """How often a text calls itself the country, its province, its city ..."""
    return Counter(found[1] or found[0] for found in OWN_LEVEL.finditer(text))


def _most_named(text, opening):
    """The region of which a text speaks most, where it is named often enough, and how often; or two None."""
    own = _own_levels(text)
    local = own.total() - own["国"]
    scores, named = Counter(), Counter()
    found = [
        (at, form)
        for at, form in find_forms(text)
        if not in_longer_name(text, at, form)
        and not (EXAMPLE.match(text, at + len(form)) or GUEST.match(text, at + len(form)))
    ]
    seen = {form for _, form in found}
    for at, form in found:
        region = choose(form, text[max(0, at - REACH) : at], seen, None)
        if region is None and own["县"] >= CALLED and form[1:] == "县" and form[0] not in BOUND:
            region = only(gazetteer()[0][form])
        if not region or (
            region.is_county and form != region.name and (region.word or region.name not in seen)
        ):
            continue
        for one in _namesakes(form) or [region]:
            level = "区" if one.name.endswith("自治区") else one.name[-1]
            share = own[level] / local if local else 0
            weight = (3 if at < opening else 1) * (0.5 if one.word and form == one.short else 1)
            scores[one] += weight * (0.3 + share)
            named[one] += 1
    likely = [r for r in scores if named[r] >= NAMED and (r.code or "71")[:2] not in APART]
    likely.sort(key=lambda r: (scores[r], len(r.parents), r.full_name), reverse=True)
    best = next((r for r in likely if vouched_for(r, seen, text)), None)
    within = [r for r in likely if best and best.name in r.parents and named[r] >= named[best]]
    best = next((r for r in within if _acts(r, text)), best)  # 省委, of which the secretary of a city speaks
    region = best and _of_own_level(best, own, text)
    within = sum(n for r, n in named.items() if region and _nested(r, region))
    if within < SHARE * named.total() or region is None:
        return None, None
    return region, f"{best.name} × {named[best]}"


@cache
def _namesakes(form):
    """Provinces and prefectures of which a form is the short one."""
    return [r for r in gazetteer()[0][form] if form == r.short and not r.is_county]


def _nested(a, b):
    """Whether one of two regions lies in the other, or is it."""
    return a.full_name.startswith(b.full_name) or b.full_name.startswith(a.full_name)


def _acts(region, text):
    """Whether a text names an office of a region."""
    return re.search(f"{region.name}(?:{OFFICE})", text)


def _of_own_level(region, own, text):
    """The region, or the province it lies in where the text speaks of itself as a province and never as less."""
    below = sum(own[x] for x in "市区县州盟旗")
    if own["省"] <= below or own[region.name[-1]] or not region.parents or _acts(region, text):
        return region
    return next(r for r in gazetteer()[0][region.parents[0]] if not r.parents)


def vouched_for(region, seen, text):
    """Whether more than a namesake speaks for a region: 老城区 or 安康 alone are everyday words.

    A county needs its parent's name in the text, one of its own offices (青槐区委, 青槐区政府), or a name that is no
    word without its kind; a division whose short form is a word needs its whole name.
    """
    if region.is_county:
        return (
            not region.word
            or any(not seen.isdisjoint(short_of(p)) for p in region.parents)
            or any(region.name + body in text for body in ("委", "政府", "人民", "人大", "政协"))
        )
    return not region.word or region.name in seen


def _by_listed_office(text):
    """The prefecture or county whose office acts, the only one of its rank in the text, and the office; or two None."""
    named, held = {}, {}
    for at, form in find_forms(text):
        office = ACTING.match(text, at + len(form))
        region = choose(form, text[max(0, at - REACH) : at], set(), None)
        free = len(form) > 2 or FREE.search(text[max(0, at - 2) : at])  # 赵县, but not 市和|县
        if office and region is None and free:  # 东阳 alone is a word, 东阳市委 is an office
            region = only([r for r in gazetteer()[0][form] if r.name == form] or gazetteer()[0][form])
        if region is None or not region.parents or GUEST.match(text, at + len(form)):
            continue
        named.setdefault(region.is_county, set()).add(region.full_name)
        if office and form == region.name and not SCENE.search(text[max(0, at - REACH) : at]):
            held.setdefault(region, form + office[0])
    lowest = sorted(held, key=lambda r: (-r.is_county, r.full_name))
    alone = lowest and len(named[lowest[0].is_county]) == 1 and all(_nested(lowest[0], r) for r in held)
    return (lowest[0], held[lowest[0]]) if alone else (None, None)


def _by_name(lines):
    """The one place that a text names again and speaks of, as its own evidence; or None."""
    name = by_name("\n".join(lines))
    return (name, name) if name and _is_spoken_of({name, name[:-1]}, lines) else None
