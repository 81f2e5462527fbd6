"""Places named in documents, with their full name and code; the region that a document speaks of."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

import pandas as pd

from govnlp.lexicons import lexicon_path

COLUMNS = ["doc_id", "block", "text", "full_name", "code"]
KINDS = "省市区县州盟旗"
OPENING = 5  # lines that name the region with more certainty than the rest
# a short form before these belongs to the name of a road, a paper, a school, a firm, a product
NOT_BEFORE = re.compile(
    r"[路街厂造树人菜话港桥站]|大道|大街|大桥|铁厂|兵工厂|日报|晚报|晨报|大学|学院|医院|银行|机场|火车站|公司|集团|石化"
)
TOWN = re.compile(
    r"(?:(?<=[，。、；：“”（）《》,;:()\s在到和与及赴往从为对的])|^)"
    r"([一-鿿]{2,3}?(?:街道办事处|街道|[镇乡]|街(?=党工委|工委|办事处|党委)))(?![镇村居亲])"
)
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


@cache
def regions():
    """The shipped divisions, in the order of their codes."""
    found = []
    with lexicon_path("regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            *parents, name = row["name"].split("/")
            full = "".join([*parents, name])
            found.append(Region(row["code"] or None, full, name, tuple(parents), row["short"], bool(row["word"])))
    return found


@cache
def gazetteer():
    """Regions by the forms of their names, and the forms by their first two characters, the longest first."""
    by_form = defaultdict(list)
    for region in regions():
        for form in {region.name, region.short} - {""}:
            by_form[form].append(region)
    by_start = defaultdict(list)
    for form in sorted(by_form, key=lambda form: (-len(form), form)):
        by_start[form[:2]].append(form)
    return dict(by_form), dict(by_start)


def find_forms(text):
    """Offsets and forms of every name of a region in `text`, the longest where several begin."""
    by_start, at, found = gazetteer()[1], 0, []
    while at < len(text) - 1:
        form = next((f for f in by_start.get(text[at : at + 2], ()) if text.startswith(f, at)), None)
        if form:
            found.append((at, form))
        at += len(form) if form else 1
    return found


def short_of(name):
    """Short forms of a parent's name, so that 武汉 vouches for what lies in 武汉市."""
    return {form for region in gazetteer()[0].get(name, ()) for form in (region.name, region.short) if form}


def choose(form, before, seen, home):
    """The region that `form` stands for after `before`, given the forms seen in the document; None if uncertain."""
    candidates = gazetteer()[0][form]
    direct = [r for r in candidates if any(before.endswith(f) for p in r.parents for f in short_of(p))]
    if direct:
        return direct[0]
    if len(form) == 2 and form == candidates[0].name:
        return None
    candidates = sorted(candidates, key=lambda r: len(r.parents))
    if len(candidates) == 1 or (form == candidates[0].short and len(candidates[0].parents) <= 1):
        return candidates[0]
    vouched = [r for r in candidates if r.full_name == home or any(f in seen for p in r.parents[-1:] for f in short_of(p))]
    if home and len(vouched) != 1:
        vouched = [r for r in candidates if home.startswith(r.full_name) or r.full_name.startswith(home)]
    return vouched[0] if len(vouched) == 1 else None


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
    Each division is weighed by its mentions, those of the opening lines three times. What a text calls itself (全市,
    我区 ...) tells its level: mentions count the more, the larger the share of that level among these words.

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
    own = Counter(re.findall(rf"[全我]([{KINDS}])", text))
    found = [
        (at, form) for at, form in find_forms(text) if not NOT_BEFORE.match(text, at + len(form)) or form[-1] in KINDS
    ]
    seen = {form for _, form in found}
    scores = Counter()
    for at, form in found:
        region = choose(form, text[max(0, at - 12) : at], seen, None)
        if not region:
            continue
        county = len(region.parents) > 1
        if county and form != region.name and (region.word or region.name not in seen):
            continue
        level = "区" if region.name.endswith("自治区") else region.name[-1]
        share = own[level] / own.total() if own else 0
        scores[region] += (3 if at < opening else 1) * (0.1 + share) * (0.5 if region.word and form == region.short else 1)
    if not scores:
        return None, None
    best = max(scores, key=lambda region: (scores[region], len(region.parents), region.full_name))
    return best.full_name, best.code


def regions_in(text, seen, home):
    """Regions of one block: offset, text and region."""
    found, end, chain = [], 0, ""
    for at, form in find_forms(text):
        chain = text[max(0, at - 12) : at]
        region = choose(form, chain, seen, home)
        end = at + len(form)
        if not region:
            continue
        if form == region.short and form != region.name:
            county = len(region.parents) > 1
            if NOT_BEFORE.match(text, end) or region.word or (county and region.name not in seen):
                continue
        found.append((at, form, region))
    return found


def towns_in(text, named, home):
    """Towns of one block: offset, text, full name. A town after a county belongs to it, others to the document's."""
    found = []
    ends = {at + len(form): region for at, form, region in named}
    for at in [0, *ends]:
        for town in TOWN.finditer(text, at) if at == 0 else filter(None, [TOWN_AFTER.match(text, at)]):
            above = ends.get(town.start(1))
            if NO_TOWN.search(town[1]) or (at == 0 and above):
                continue
            base = above.full_name if above else home
            if base:
                full = re.sub(r"街(?:道(?:办事处)?)?$", "街道", town[1])
                found.append((town.start(1), town[1], base + full))
    return found


TOWN_AFTER = re.compile(r"([一-鿿]{1,3}?(?:街道办事处|街道|[镇乡街]))(?![镇村居亲上头])")


def extract_places(corpus):
    """Provinces, prefectures, counties and towns named in the documents of a corpus.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per place and block: doc_id, block, text (as written), full_name (from the province down), code
        (GB/T 2260; None for towns).

    Notes
    -----
    A county's short form counts only where its whole name stands in the same document. Names that several counties
    share need the name of a parent before them or in the document.

    Examples
    --------
    >>> import govnlp as gn
    >>> corpus = gn.parse_text("武汉市汉阳区的干部到深圳学习。", doc_id="d")
    >>> extract_places(corpus)[["text", "full_name", "code"]].values.tolist()
    [['武汉市', '湖北省武汉市', '420100'], ['汉阳区', '湖北省武汉市汉阳区', '420105'], ['深圳', '广东省深圳市', '440300']]
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
