"""Places named in documents, with their full name and code."""

import re
from functools import cache

import pandas as pd

from govnlp.arguments import takes
from govnlp.documents.entities.divisions import (
    REACH,
    choose,
    counties,
    find_forms,
    gazetteer,
    in_longer_name,
    short_of,
)
from govnlp.documents.entities.people import new_speakers
from govnlp.lexicons.traditional import in_traditional, simplified
from govnlp.text import either

COLUMNS = ["doc_id", "block", "text", "full_name", "code"]
TOWN = re.compile(
    r"(?:(?<=[，。、；：“”（）《》,;:()\s在到和与及赴往从为对的])|^)"
    r"((?:(?![在到和与及赴往从为对的])[一-鿿]){2,3}?(?:街道办事处|街道|[镇乡]|街(?=党工委|工委|办事处|党委)))(?![镇村居亲])"
)
TOWN_AFTER = re.compile(r"([一-鿿]{1,3}?(?:街道办事处|街道|[镇乡街]))(?![镇村居亲上头])")
STREET = re.compile("(?:(?<=[^一-鿿])|(?<=[县区市])|^)([一-鿿]{2,3}街道)(?!办)", re.MULTILINE)
NAMES = ("ns", "nr", "nrt", "nz")  # tags of words that may be names
PARTS = tuple("区域级直市乡块位间段别道城里路线")  # what may stand behind 县, 市 and 区 in words of their own
ANY_TOWN = re.compile(
    "[城河江海港山湖新老][东西南北中口港滨城]区|.[东西南北]?岸区|振兴区|开发区|高新区"
)  # of many towns
NO_NAME = set("vdpcurm")  # tags of words that begin no name: verbs, adverbs, prepositions, numbers ...
# not the name of a town: a kind of town, a number of them, a word that ends like one
NO_TOWN = re.compile(
    r"政府|[各个全该本每多数几两一二三四五六七八九十百千在到和与及的了是]|乡镇|城乡|[小古重集城村家故水山老名大新]镇|[家故水城回返下离他异思同老]乡"
    r"|特色|中心|建制|强镇|街镇|所在|辖区|相关|沿街|镇街"
)


def regions_in(text, forms, seen, home):
    """Regions of one block, of the forms that `find_forms` found in it: offset, text and region."""
    found = []
    for at, form in forms:
        region = choose(form, text[max(0, at - REACH) : at], seen, home)
        if not region or in_longer_name(text, at, form):
            continue
        if not (is_vouched(region, text[:at], seen, home) or needs_no_parent(form, text, at)):
            continue
        if form in region.wholes or not (
            region.word or (region.is_county and seen.isdisjoint(region.wholes))
        ):
            found.append((at, form, region))
    return found


def is_vouched(region, before, seen, home):
    """Whether a county is one: its province or prefecture stands before it or in the document, or is that of `home`.

    Else the letters are part of something else: 向南部县区倾斜, 新建县域中心, 老解放区.
    """
    if not region.is_county or (home and home.startswith(region.parents[:1])):
        return True
    names = [name for parent in region.parents for name in short_of(parent)]
    return before.endswith(tuple(names)) or not seen.isdisjoint(names)


def needs_no_parent(form, text, at):
    """Whether the whole name of a county is no other's, holds no everyday word, and is cut out of no other words.

    马关县 is one by itself; 解放区 and 城东区 are not, nor is what stands in 内江|城区, 20项|城市 and 南部|县区.
    """
    before, behind = text[at - 1 : at], at + len(form)
    if not _is_unmistakable(form) or before.isdigit() or text.startswith(PARTS, behind):
        return False
    return not (before and _is_known(before + form[0]))


@cache
def _is_known(text):
    """Whether a text is the name of a place or a word."""
    import rjieba

    return text in gazetteer()[0] or (len(text) > 1 and rjieba.cut(text, False) == [text])


@cache
def _is_unmistakable(form):
    import rjieba

    found = [r for r in gazetteer()[0][form] if r.until is None]
    if len(form) < 3 or len(found) != 1 or found[0].word or form != found[0].name or not found[0].is_county:
        return False
    if ANY_TOWN.fullmatch(form):
        return False
    tagged = rjieba.tag(form), rjieba.tag(form[:-1])
    return form[-1] in "县旗" or any(len(x) == 1 and x[0][1] in NAMES for x in tagged)


def is_town(text):
    """Whether text that ends like a town is a name: no count, no kind of town, no verb before it."""
    if NO_TOWN.search(text):
        return False
    import rjieba

    tags = {tag[0] for _, tag in rjieba.tag(re.sub(r"(?:街道办事处|街道|[镇乡街])$", "", text))}
    return not tags & NO_NAME


def towns_in(text, named, home, streets=()):
    """Towns of one block: offset, text, full name; below the region before them, else `home`.

    `streets` are the names of its subdistricts without 道: 青石街, where the document writes 青石街道 elsewhere.
    """
    above = {at + len(form): r.full_name for at, form, r in named if r.is_county}
    towns = [m for at in above if (m := TOWN_AFTER.match(text, at))]
    if home in counties():
        towns += [m for m in TOWN.finditer(text) if m.start(1) not in above]
        if streets:
            short = re.compile(f"({either(streets)})(?![道镇村])")
            towns += [m for m in short.finditer(text) if m.start(1) not in {x.start(1) for x in towns}]
    return [
        (m.start(1), m[1], above.get(m.start(1), home) + re.sub(r"街(?:道(?:办事处)?)?$", "街道", m[1]))
        for m in towns
        if is_town(m[1])
    ]


def homes_of(articles, regions, home):
    """Home of each block of a page of news, given the article of each block and the regions that it names.

    Where most articles do not name the home of the page, those that do not have none.
    """
    naming = {
        x for x, named in zip(articles, regions, strict=True) if any(r.full_name == home for *_, r in named)
    }
    if 2 * len(naming - {pd.NA}) > len(set(articles) - {pd.NA}):
        return [home] * len(articles)
    return [home if x in naming else None for x in articles]


@takes(corpus="Corpus")
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
    The whole name of a county counts where it is no other's and no everyday word is in it, or where its province or
    prefecture stands before it or in the document, or is that of the document itself; its short form only in the
    latter cases, beside the whole name. Names that several counties share need the name
    of a parent before them or in the document. A town lies in the county before it, else in that of the document,
    but on a page of news only where the article, or most of them, name that county.

    Examples
    --------
    >>> import govnlp as gn
    >>> corpus = gn.parse_text("武汉市汉阳区的干部到深圳学习。", doc_id="d")
    >>> extract_places(corpus)[["full_name", "code"]].values.tolist()
    [['湖北省武汉市', '420100'], ['湖北省武汉市汉阳区', '420105'], ['广东省深圳市', '440300']]
    """
    rows = []
    documents = corpus.documents.set_index("doc_id")
    homes, genres = documents["region"].to_dict(), documents["genre"].to_dict()
    traditional = in_traditional(corpus.once())
    for doc_id, blocks in corpus.once().groupby("doc_id", sort=False):
        said = [f"{x}：{y}" if x else y for x, y in zip(new_speakers(blocks), blocks["text"], strict=True)]
        written = dict(zip(blocks["block"], said, strict=True))
        texts = [(x, simplified(y) if doc_id in traditional else y) for x, y in written.items()]
        home = homes[doc_id]
        forms = [list(find_forms(text)) for _, text in texts]
        seen = {form for found in forms for _, form in found}
        streets = {m[1][:-1] for _, text in texts for m in STREET.finditer(text) if is_town(m[1])}
        regions = [regions_in(text, x, seen, home) for (_, text), x in zip(texts, forms, strict=True)]
        within = [home] * len(texts)
        if genres[doc_id] == "news_page":
            within = homes_of(blocks["article"].to_list(), regions, home)
        for (block, text), named, of_block in zip(texts, regions, within, strict=True):
            found = [(at, form, region.full_name, region.code) for at, form, region in named]
            found += [(*town, None) for town in towns_in(text, named, of_block, streets)]
            rows += [
                (doc_id, block, written[block][at : at + len(form)], *rest)
                for at, form, *rest in sorted(found, key=lambda row: (row[0], row[1]))
            ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).drop_duplicates(ignore_index=True)
