"""Where a document speaks of: its region in the divisions of China, and the short name of its place."""

import re
from collections import Counter

from govnlp.documents.entities.bodies import BEFORE, at_beginning, body_of
from govnlp.documents.entities.divisions import gazetteer, only
from govnlp.documents.entities.evidence import (
    CALLED,
    ENOUGH,
    GUEST,
    LEVELS,
    is_spoken_of,
    level_of,
    own_levels,
    weigh,
)
from govnlp.documents.entities.unlisted import by_name, by_office

SHARE = 0.5  # of the weight of all mentions: a region, its parts and its province have more, else two contest
BARE = 0.3  # what a region counts whose level the text never calls its own; one that it always does, 1 more
SHOWN = 30  # characters of an issuer or a title that show the region
MINISTRY = "(?:(?![省区县州委]|市(?!场))[一-鿿]){2,10}(?:部|总局|总署)"
CENTRAL = re.compile(
    "中华人民共和国|中国(?!共产党)|国务院|中共中央|中央(?!电视台|人民广播|广播)|中办|国办|全国|最高人民|国家(?!税务)"
    f"|{MINISTRY}(?:办公厅)?(?:关于|等|$|[、 ]|[一-鿿]{{2,10}}部)"
)
# a text that opens with what a ministry did
ACTING = re.compile(
    f"(?:(?:日前|近日|今天|昨[天日])，?)?(?:国务院|国家(?!税务)[一-鿿]{{2,8}}[委局署办]|{MINISTRY})"
    "(?:[于在今昨日近：]|召开|举行|公布|发布|印发|通报|决定)"
)
APART = ("71", "81", "82")  # 台湾, 香港, 澳门, which every national text names
# what a paper or a station says of itself: a note of its editors, those who wrote
NOTE = re.compile(r"\s*[【（(\[]?(?:编者[按语]|编者的话|编前语|开栏[语的]话?)")
REPORTERS = re.compile(r"[（(\[][^（()）]{0,20}记者[^（()）]{0,40}[）)\]]\s*$")
PAPER_OF = re.compile("([一-鿿]{2,4}?)(?:日报|晚报|报|电视台|广播电视台|新闻网)$")
TOWN = "[一-鿿]{2,4}?(?:街道|[镇乡](?![村镇居]))"
COMMUNITY = "(?:[一-鿿]{2,4}?(?:街道|[镇乡]))?([一-鿿]{2,6}?(?:社区|村(?![委民镇庄])))"
AGAIN = 3  # mentions of a community of which a text tells
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
        (the region's own part, a name that several regions share, else the district, county or city whose offices the
        text names most, twice as often as any other, or the only one that it names) and place_evidence (the words).

    Notes
    -----
    The region with whose name the issuer, the title or the body before which a report is given begins comes first; a
    document of a ministry has none. Else the mentions of each division are weighed (`evidence.weigh`): an office of
    the place and a headline say most, what a text says of its own place more than any other mention, and a place
    where something was seen, whence guests came, or that is one of several says nothing. The weight counts the more,
    the larger the share of the division's level in what the text calls itself (全市, 我区, 县委); the region with its
    parts and its province must have more than half of all the weight, and the text must not speak of the country.
    Where none has enough, the one county or district that a text names is it if it tells of a town there.

    Examples
    --------
    >>> infer_home(["武汉市汉阳区工作综述", "一年来,汉阳区干部群众团结奋进。"])["region"]
    '湖北省武汉市汉阳区'
    >>> home = infer_home(["我代表临溪区人民政府向大会报告。", "临溪区委书记到会。"])
    >>> home["region"], home["place"], home["place_evidence"]
    (None, '临溪区', '临溪区人民政府')
    >>> infer_home(["湖北省要做好水利工作，湖北省先行。"], title="国务院关于水利工作的通知")["place"]
    """
    text = "\n".join(_without_aside(line) for line in (issuer, title, *lines) if line and line.strip())
    region, place = None, (None, None)
    begins = {
        x: (None, None) if GUEST.match(x) else at_beginning(x) for x in (issuer, title, body_of(text)) if x
    }
    if not _is_joint(issuer or "") and not _is_central(filter(None, (issuer, title)), begins, text):
        said = [(*found, x[:SHOWN]) for x, found in begins.items()]
        region, part, evidence = next((x for x in said if any(x[:2])), (None, None, None))
        if part in gazetteer()[0]:
            region = _namesake(part, _spoken_of(text)[0])
        elif part is None and (region is None or region.name not in evidence):
            named = _spoken_of(text)
            if region is None or (named[0] and region.name in named[0].parents):
                region, evidence = named  # 北京城市副中心 ..., of which the text says that it is 通州区
        own = part or (region and region.name)
        place = (own, evidence) if own else _unlisted(text) or place
    return {
        "region": region and region.full_name,
        "region_code": region and region.code,
        "place": place[0],
        "place_evidence": place[1],
    }


def _without_aside(line):
    """A line without what a paper says of itself."""
    if line.rstrip().endswith(("）", ")", "]")):
        line = REPORTERS.sub("", line)
    return "" if NOTE.match(line) else line


def _is_joint(issuer):
    """Whether offices of several provinces issue a document together."""
    found = (at_beginning(x)[0] for x in OFFICES.split(issuer) if x)
    return len({(*x.parents, x.name)[0] for x in found if x}) > 1


def _is_central(names, begins, text):
    """Whether a document speaks of the whole country, by its issuer, its title or its first words."""
    for name in names:
        if any(begins[name]):
            return False
        if CENTRAL.match(BEFORE.sub("", name)):
            return True
    return ACTING.match(text) is not None


def _namesake(name, about):
    """The region of a name that is the one of which a text speaks, or that lies in it; None where several are."""
    return about and only([r for r in gazetteer()[0][name] if r == about or about.name in r.parents])


def _spoken_of(text):
    """The region of which a text speaks, and the words that show it; or two None."""
    own, found = own_levels(text), weigh(text)
    local = own.total() - own["国"]
    scores = {
        r: x.weight * (BARE + (own[level_of(r)] / local if local else 0))
        for r, x in found.items()
        if (x.weight >= ENOUGH or (x.weight > 1 and own[level_of(r)] > CALLED))
        and (r.code or "71")[:2] not in APART
        and _fits(r, x, own)
    }
    best = max(scores, key=lambda r: (scores[r], len(r.parents), r.full_name), default=None)
    if best is None:
        return _toured(text, found, own) or _province_of(found, own)
    best = max(
        (r for r in scores if best.name in r.parents and _is_meant_within(found[r], found[best])),
        key=lambda r: (found[r].weight, r.full_name),
        default=best,
    )
    beside = [r for r in scores if r.parents == best.parents and not _nested(r, best)]
    if beside and own[level_of(best)] < CALLED:  # 宜宾市, of which two districts are named alike
        best = next((r for r in scores if best.parents and r.full_name == "".join(best.parents)), best)
    within = sum(x.weight for r, x in found.items() if _nested(r, best))
    if within <= SHARE * sum(x.weight for x in found.values()):
        return None, None
    return best, f"{best.name} × {found[best].n}" if found[best].n > 1 else found[best].shown


def _is_meant_within(part, whole):
    """Whether what speaks for a part of a region outdoes what speaks for it all: an office, or more mentions."""
    told = part.strongest >= 3 or (whole.strongest < 3 and part.n > whole.n)
    return told and part.weight >= whole.weight


def _province_of(found, own):
    """The province of which a text names several divisions, and none of another, where it calls itself one; or None."""
    named = Counter((*r.parents, r.name)[0] for r in found)
    name, n = max(named.items(), key=lambda x: (x[1], x[0]), default=(None, 0))
    if n < 2 or n < named.total() or own["省"] <= sum(own[x] for x in LEVELS[2:]):
        return None, None
    return only([r for r in gazetteer()[0][name] if r.name == name]), f"{name} × {n}"


def home_of_paper(outlet, lines):
    """The place after which a paper is named, where the text calls its own place by a kind that fits.

    >>> home_of_paper("上虞日报", ["客人来到我市。"]), home_of_paper("上虞日报", ["客人来了。"])
    ({'place': '上虞区', 'place_evidence': '上虞日报'}, {})
    """
    import rjieba

    found = PAPER_OF.match(outlet or "")
    of_form = gazetteer()[0].get(found[1], ()) if found and rjieba.tag(found[1])[0][1] == "ns" else ()
    region, levels = only(of_form) if of_form else None, own_levels("\n".join(lines))
    kinds = (
        ("市区县旗" if region.is_county else level_of(region)) if region else ""
    )  # a city is now a district
    called = not levels["国"] and any(levels[x] for x in kinds)
    return {"place": region.name, "place_evidence": outlet} if called else {}


def _toured(text, found, own):
    """The one county or district that a text names, and nothing elsewhere, with a town behind it; or None.

    Where guests came to a community of it, of which the text goes on to tell, it is the place, too.
    """
    region = max(found, key=lambda r: len(r.parents), default=None)
    if region is None or not region.is_county or not all(_nested(r, region) for r in found):
        return None
    if own.total() - own[level_of(region)] >= found[region].n:  # 全市推广
        return None
    town = found[region].weight and re.search(f"{region.name}{TOWN}", text)
    if community := not town and re.search(f"{region.name}{COMMUNITY}", text):
        town = text.count(community[1]) >= AGAIN and community
    return (region, town[0]) if town else None


def _fits(region, evidence, own):
    """Whether a text that calls itself a country, a city ... may speak of a region."""
    n, top = own[level_of(region)], max(own[x] for x in LEVELS[1:])
    if top >= max(CALLED, evidence.weight, 3 * n + 1) or (top > n == 0 and evidence.strongest < 2):
        return False  # 我区, which those of a county visit
    return n >= max(CALLED, own["国"] / 2) or n + evidence.weight > own["国"] * (1 if n >= CALLED else 2)


def _nested(a, b):
    """Whether one of two regions lies in the other, or is it."""
    return a.full_name.startswith(b.full_name) or b.full_name.startswith(a.full_name)


def _unlisted(text):
    """The place that the divisions lack whose offices a text names, or that it names again and speaks of; or None."""
    own = own_levels(text)
    if own["国"] > max(CALLED, 5 * (own.total() - own["国"])):
        return None
    name, office = by_name(text), by_office(text)
    if office and GUEST.match(text, text.find(office[0]) + len(office[0])):
        return None
    return office or ((name, name) if name and is_spoken_of(text, name) else None)
