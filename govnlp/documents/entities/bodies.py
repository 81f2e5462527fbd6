"""The region with whose name an issuer, a title or the name of an assembly begins."""

import re

from govnlp.documents.entities.divisions import (
    begins_district,
    choose,
    find_forms,
    gazetteer,
    in_longer_name,
    only,
)
from govnlp.documents.entities.unlisted import OFFICE, PARTIES, may_be_unlisted

NEW = ("新区", "开发区")  # parts that are no divisions
SAID = 300  # characters at the head of a report in which it says to whom it is given
BEFORE = re.compile(
    rf"^(?:(?:{PARTIES}|国家税务总局|国家统计局|关于印发|印发|关于)?[《“]?)(?:(?:19|20)\d\d年(?:\d[\d\-—至]*月|[一二三四]季度|上半年)?)?"
)
# (2021年3月4日在青槐区第三届人民代表大会第五次会议上): the body to which a report is given
SESSION = re.compile(
    rf"(?:日|[—（(\n]|^)\s*在(?:{PARTIES})?([一-鿿\n]{{2,30}}?)\s*第[一二三四五六七八九十]{{1,3}}[届次](?:人民|党员|委员)?(?:代表大会|人大|会)"
    r"[^，。；\n]{0,30}?(?:[）)\n]|$)"  # the line says no more
)
REPRESENTS = re.compile(
    "我(?:受|谨?代表)([一-鿿]{2,20}?)(?:人民政府|人大常委会|人民代表大会常务委员会|人民法院|人民检察院)"
)
COLUMN = re.compile(r"[^，。：！？丨|｜]{2,10}[丨|｜]\s?")  # before a title: 政策法规丨望溪县人民政府关于...
LONGEST = 15  # characters of the name of a division
# a part of a city or province that the divisions lack: 两江|新区管委会
PART = re.compile(
    "([一-鿿]{2,4}(?:新区|开发区|[区县市旗]))(?:人民政府|政府|管委会|管理委员会|党工委|委员会|第)"
)
HELD = re.compile(f"{OFFICE}|国民经济|第")  # what only a place has
DATED = re.compile(r"(?:19|20)\d\d年|召开|举行")  # what a place has, and a kind of one (老城区) as well


def at_beginning(text):
    """The region with whose whole name a text begins, the lowest of a chain (湖北省武汉市 ...), and None; or None and
    the name of a part of it that the divisions lack, or that several divisions share."""
    column = COLUMN.match(text)
    if column and any(found := at_beginning(text[column.end() :])):
        return found
    last, at = None, BEFORE.match(text).end()
    while region := only(_wholes_at(text, at, last)) or _form_at(text, at, last):
        forms = (x for x in (*region.wholes, region.short) if x and text.startswith(x, at))
        begin, last, at = at, region, at + max(map(len, forms))
        at -= any(begins_district(text[begin:at], text[at - 1 : at + n]) for n in (2, 3))  # 青岛|市南区
    if last is None and (namesakes := _wholes_at(text, at, None)):
        return None, namesakes[0].name
    part = PART.match(text, at) if last else None
    if part and (part[1].endswith(NEW) or may_be_unlisted(part[1])):
        return None, part[1]
    return last, None


def _wholes_at(text, at, last):
    """Regions whose whole name stands at a place, before an office of its own or behind that in which they lie."""
    forms = gazetteer()[0]
    ends = range(min(len(text), at + LONGEST), at + 1, -1)
    for end in (x for x in ends if text[at:x] in forms):
        whole = [x for x in forms[text[at:end]] if text[at:end] in x.wholes]
        within = [x for x in whole if last is None or last.name in x.parents]
        if within and (last or HELD.match(text, end) or (DATED.match(text, end) and _is_plain(within[0]))):
            return within
    return []


def _is_plain(region):
    """Whether a whole name can mean nothing but a place: 资源县, but no district that is called by a word (老城区)."""
    return not region.name.endswith("区") or bool(region.short and not region.word)


def _form_at(text, at, last):
    """The region of whose name a form stands at a place at borders of words, within the last one; or None."""
    forms = gazetteer()[0]
    known = any(text[at:end] in forms for end in range(at + 2, at + LONGEST + 1))
    form = known and next((form for place, form in find_forms(text[: at + 30]) if place == at), None)
    region = form and choose(form, text[:at], set(), None)
    if not region or (last and last.name not in region.parents):
        return None
    unsure = form not in region.wholes and (region.is_county or region.word or in_longer_name(text, at, form))
    return None if unsure else region


def body_of(text):
    """Name of the place to whose assembly a report is given, or whose body gives it, as a chain of names."""
    head = text[:SAID]
    for form, office in ((SESSION, "第"), (REPRESENTS, "人民政府")):
        if found := form.search(head):
            return "".join(found[1].split()) + office
    return None
