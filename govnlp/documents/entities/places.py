"""Places named in documents, with their full name and code; the region that a document speaks of."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

import pandas as pd

from govnlp.lexicons import lexicon_path
from govnlp.text import longest_first

COLUMNS = ["doc_id", "block", "text", "full_name", "code"]
KINDS = "省市区县州盟旗"
OPENING = 5  # lines that name the region with more certainty than the rest
# a short form before these belongs to the name of a road, a paper, a school, a firm, a product
NOT_BEFORE = re.compile(
    r"[路街厂造树人菜话港桥站乡镇村岸侧部段]|社区|大道|大街|大桥|铁厂|兵工厂|日报|晚报|晨报|大学|学院|医院|银行|机场|火车站|公司|集团|石化"
)
REACH = 12  # characters before a name in which its parent is sought
# 全市, 我区 ...: what a text calls its own region; but 全省第一 ranks it within another
OWN_LEVEL = re.compile(rf"[全我]([{KINDS}])(?!第|前|首|最|唯|排|平均|领先|率先|示范|试点|先进|乃至|一)")
TOWN = re.compile(
    r"(?:(?<=[，。、；：“”（）《》,;:()\s在到和与及赴往从为对的])|^)"
    r"((?:(?![在到和与及赴往从为对的])[一-鿿]){2,3}?(?:街道办事处|街道|[镇乡]|街(?=党工委|工委|办事处|党委)))(?![镇村居亲])"
)
TOWN_AFTER = re.compile(r"([一-鿿]{1,3}?(?:街道办事处|街道|[镇乡街]))(?![镇村居亲上头])")
NO_NAME = set("vdpcurm")  # tags of words that begin no name: verbs, adverbs, prepositions, numbers ...
# not the name of a town: a kind of town, a number of them, a word that ends like one
NO_TOWN = re.compile(
    r"[各个全该本每多数几两一二三四五六七八九十百千在到和与及的了是]|乡镇|城乡|[小古重集城村家故水山老名大新]镇|[家故水城回返下离他异思同老]乡"
    r"|特色|中心|建制|强镇|街镇|所在|辖区|相关|沿街|镇街"
)


class Region(NamedTuple):
    """A province, prefecture or county."""

    code: str | None
    full_name: str
    name: str
    parents: tuple
    short: str
    word: bool

    @property
    def is_county(self):
        """Whether it ranks below prefectures; cities under a province itself (90) do not."""
        if self.code is None:  # Taiwan
            return True
        return not self.code.endswith("00") and not (self.code[2:4] == "90" and self.name.endswith("市"))


@cache
def regions():
    """The shipped divisions, in the order of their codes."""
    found = []
    with lexicon_path("regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            *parents, name = row["name"].split("/")
            full = "".join([*parents, name])
            found.append(
                Region(row["code"] or None, full, name, tuple(parents), row["short"], bool(row["word"]))
            )
    return found


@cache
def gazetteer():
    """Regions by form of name, and the forms by their first two characters, the longest first."""
    by_form = defaultdict(list)
    for region in regions():
        for form in {region.name, region.short} - {""}:
            by_form[form].append(region)
    by_start = defaultdict(list)
    for form in longest_first(by_form):
        by_start[form[:2]].append(form)
    return dict(by_form), dict(by_start)


@cache
def counties():
    """Full names of the counties and districts, to which towns belong."""
    return {region.full_name for region in regions() if region.is_county}


def find_forms(text):
    """Offsets and forms of every name of a region in `text`, the longest where several begin."""
    by_start, end, found = gazetteer()[1], 0, []
    for first in first_characters().finditer(text):
        at = first.start()
        forms = by_start.get(text[at : at + 2]) if at >= end else None
        form = next((f for f in forms if text.startswith(f, at)), None) if forms else None
        if form:
            found.append((at, form))
            end = at + len(form)
    return found


@cache
def first_characters():
    """Pattern of the characters with which names of regions begin."""
    return re.compile(f"[{re.escape(''.join(sorted({x[0] for x in gazetteer()[1]})))}]")


def in_longer_name(text, at, form):
    """Whether a short form is but the beginning of another name, as in 汉阳铁厂."""
    whole = any(form == region.name for region in gazetteer()[0][form])
    return not whole and NOT_BEFORE.match(text, at + len(form)) is not None


def short_of(name):
    """Short forms of a parent's name, so that 武汉 vouches for what lies in 武汉市."""
    return {form for region in gazetteer()[0].get(name, ()) for form in (region.name, region.short) if form}


def choose(form, before, seen, home):
    """The region that `form` after `before` stands for, given the forms `seen`; None if uncertain."""
    candidates = gazetteer()[0][form]
    direct = [r for r in candidates if any(before.endswith(f) for p in r.parents for f in short_of(p))]
    if direct:
        return direct[0]
    if len(form) == 2 and form == candidates[0].name:
        return None
    candidates = sorted(candidates, key=lambda r: len(r.parents))
    first = candidates[0]
    if form == first.short and not first.is_county:
        return first
    if len(candidates) == 1 and not (first.word and first.is_county):
        return first
    vouched = [
        r for r in candidates if r.full_name == home or any(short_of(p) & seen for p in r.parents[-1:])
    ]
    if home and len(vouched) != 1:
        vouched = [r for r in candidates if home.startswith(r.full_name) or r.full_name.startswith(home)]
    return vouched[0] if len(vouched) == 1 else None


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


def regions_in(text, seen, home):
    """Regions of one block: offset, text and region."""
    found = []
    for at, form in find_forms(text):
        region = choose(form, text[max(0, at - REACH) : at], seen, home)
        if not region or in_longer_name(text, at, form):
            continue
        if form == region.name or not (region.word or (region.is_county and region.name not in seen)):
            found.append((at, form, region))
    return found


def is_town(text):
    """Whether text that ends like a town is a name: no count, no kind of town, no verb before it."""
    if NO_TOWN.search(text):
        return False
    import rjieba

    tags = {tag[0] for _, tag in rjieba.tag(re.sub(r"(?:街道办事处|街道|[镇乡街])$", "", text))}
    return not tags & NO_NAME


def towns_in(text, named, home):
    """Towns of one block: offset, text, full name; below the region before them, else `home`."""
    above = {at + len(form): r.full_name for at, form, r in named if r.is_county}
    towns = [m for at in above if (m := TOWN_AFTER.match(text, at))]
    if home in counties():
        towns += [m for m in TOWN.finditer(text) if m.start(1) not in above]
    return [
        (m.start(1), m[1], above.get(m.start(1), home) + re.sub(r"街(?:道(?:办事处)?)?$", "街道", m[1]))
        for m in towns
        if is_town(m[1])
    ]


def extract_places(corpus):
    """Provinces, prefectures, counties and towns named in the documents of a corpus.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per place and block: doc_id, block, text (as written), full_name (from the province down),
        code (GB/T 2260; None for towns).

    Notes
    -----
    A county's short form counts only where its whole name stands in the same document. Names that several
    counties share need the name of a parent before them or in the document.

    Examples
    --------
    >>> import govnlp as gn
    >>> corpus = gn.parse_text("汉阳区的干部到深圳学习。", doc_id="d")
    >>> extract_places(corpus)[["text", "full_name", "code"]].values.tolist()
    [['汉阳区', '湖北省武汉市汉阳区', '420105'], ['深圳', '广东省深圳市', '440300']]
    """
    rows = []
    for doc_id, blocks in corpus.blocks.groupby("doc_id", sort=False):
        texts = list(zip(blocks["block"], blocks["text"], strict=True))
        home = infer_region(text for _, text in texts)[0]
        seen = {form for _, text in texts for _, form in find_forms(text)}
        for block, text in texts:
            named = regions_in(text, seen, home)
            found = [(at, form, region.full_name, region.code) for at, form, region in named]
            found += [(*town, None) for town in towns_in(text, named, home)]
            rows += [(doc_id, block, *row[1:]) for row in sorted(found, key=lambda row: (row[0], row[1]))]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).drop_duplicates(ignore_index=True)
