"""Where a document speaks of: its region in the divisions of China, and the short name of its place."""

import re
from collections import Counter

from govnlp.documents.entities.divisions import (
    REACH,
    choose,
    find_forms,
    gazetteer,
    in_longer_name,
    regions,
    short_of,
)

KINDS = "省市区县州盟旗"
OPENING = 5  # lines that name the region with more certainty than the rest
# 全市, 我区 ...: what a text calls its own region; but 全省第一 ranks it within another
OWN_LEVEL = re.compile(rf"[全我]([{KINDS}])(?!第|前|首|最|唯|排|平均|领先|率先|示范|试点|先进|乃至|一)")
OFFICE = "委(?:书记|副书记|常委|办公室|[一-鿿]{2}部)?|人民政府|政府|人民代表大会|人大|政协|纪委|人民法院|区长|县长|市长|第?[一二三四五六七八九十]+届"
STEMS = [re.compile(rf"(?=([一-鿿]{{{size}}}[区县市旗])({OFFICE}))") for size in (2, 3)]
# a whole name at a border of words on both sides: 到青槐区考察, not 完成都市区规划
WHOLE = re.compile(
    "(?:^|(?<=[^一-鿿])|(?<=[在到是于与和对向为从赴由]))([一-鿿]{2}[区县市旗])"
    "(?![域内外长级里中上下属情民容场花])",
    re.MULTILINE,
)
NO_STEM = re.compile(
    "[全我本各该两社城辖园小地片校库新郊省市州区县在和与及请表治山矿林牧灾老发景]$|^[在是由为向对从和与及到们]|的"
)


def vouched_for(region, seen, text):
    """Whether more than a namesake speaks for a region: 老城区 or 安康 alone are everyday words.

    A county needs its parent's name in the text, one of its own offices (青槐区委, 青槐区政府), or to be named
    again where its name is no word; a division whose short form is a word needs its whole name.
    """
    if region.is_county:
        parent = any(short_of(p) & seen for p in region.parents)
        office = any(region.name + body in text for body in ("委", "政府", "人民", "人大", "政协"))
        return parent or office or (not region.word and text.count(region.name) > 1)
    return not region.word or region.name in seen


def infer_region(lines):
    """The region that a document speaks of, and its code.

    Parameters
    ----------
    lines : iterable of str
        The document's lines in reading order.

    Returns
    -------
    (str or None, str or None)
        Full name from the province down, and its code of GB/T 2260; None where the text names none.

    Notes
    -----
    Each division is weighed by its mentions, those of the opening lines three times. What a text calls itself
    (全市, 我区 ...) tells its level: mentions count the more, the larger the share of that level.

    Examples
    --------
    >>> infer_region(["武汉市汉阳区工作综述", "一年来,汉阳区干部群众团结奋进。"])
    ('湖北省武汉市汉阳区', '420105')
    >>> infer_region(["青槐区工作综述"])
    (None, None)
    """
    lines = [line for line in lines if line and line.strip()]
    text = "\n".join(lines)
    opening = sum(len(line) + 1 for line in lines[:OPENING])
    own = Counter(OWN_LEVEL.findall(text))
    found = [(at, form) for at, form in find_forms(text) if not in_longer_name(text, at, form)]
    seen = {form for _, form in found}
    scores = Counter()
    for at, form in found:
        region = choose(form, text[max(0, at - REACH) : at], seen, None)
        if not region or (
            region.is_county and form != region.name and (region.word or region.name not in seen)
        ):
            continue
        namesakes = [r for r in gazetteer()[0][form] if form == r.short and not r.is_county]
        for one in namesakes or [region]:
            level = "区" if one.name.endswith("自治区") else one.name[-1]
            share = own[level] / own.total() if own else 0
            weight = (3 if at < opening else 1) * (0.5 if one.word and form == one.short else 1)
            scores[one] += weight * (0.3 + share)
    scores = {region: score for region, score in scores.items() if vouched_for(region, seen, text)}
    if not scores:
        return None, None
    best = max(scores, key=lambda region: (scores[region], len(region.parents), region.full_name))
    return best.full_name, best.code


def infer_place(region, code, texts):
    """The short name of the place that a document speaks of, and the words that show it.

    Parameters
    ----------
    region, code : str or None
        From `infer_region`.
    texts : iterable of str
        Issuer, title and lines of the document.

    Returns
    -------
    (str or None, str or None)
        The region's own part; else the district, county or city whose offices the texts name most, twice as
        often as any other.

    Examples
    --------
    >>> infer_place(None, None, ["我代表临溪区人民政府向大会报告。", "临溪区委书记到会。"])
    ('临溪区', '临溪区人民政府')
    >>> infer_place("湖北省武汉市汉阳区", "420105", [])
    ('汉阳区', '湖北省武汉市汉阳区')
    """
    if region:
        return next((x.name for x in regions() if x.full_name == region and x.code == code), region), region
    text = "\n".join(texts)
    return _by_office(text) or _by_name(text) or (None, None)


def _by_office(text):
    """The place whose offices a text names most, and the first of them."""
    found = [[m for m in stem.finditer(text) if not NO_STEM.search(m[1][:-1])] for stem in STEMS]
    short, long = (Counter(m[1] for m in some) for some in found)
    best = min(short, key=lambda name: (-short[name], name), default=None)
    if best is None or any(2 * n > short[best] for name, n in short.items() if name != best):
        return None
    name = min((x for x in long if x.endswith(best) and long[x] == short[best] > 1), default=best)
    return name, next(name + m[2] for m in found[0] if m[1] == best)


def _by_name(text):
    """The one district, county or city that a text names, and whose name it uses again."""
    names = {m[1] for m in WHOLE.finditer(text) if not NO_STEM.search(m[1][:-1])}
    name = min(names, default=None)
    return (name, name) if len(names) == 1 and text.count(name[:-1]) > 1 else None
