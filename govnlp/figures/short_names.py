"""Short names of documents and the colours that go with them, the same in all figures of a run."""

import re
from collections import Counter

from govnlp.figures.column_names import value_label
from govnlp.figures.style import PALETTE, clean, label, shorten

OPENING = 40  # blocks in which a place with its office is sought
KINDS = "区县市旗"
OFFICE = (
    r"(?=委|人民政府|政府|人民代表大会|人大|政协|纪委|人民法院|区长|县长|市长|第?[一二三四五六七八九十]+届)"
)
RANK = r"委|政府|人大|政协|纪委|长(?!期|效|久|远)"
STEMS = [re.compile(rf"(?=([\u4e00-\u9fff]{{{size}}}[{KINDS}]){OFFICE})") for size in (2, 3)]
NO_OUTLET = "(?!日报|晚报|晨报|早报|时报|新闻|电视|广播|发布|融媒)"
NO_STEM = re.compile(
    r"[全我本各该两社城辖园小地片校库新郊省市州区县在和与及请表]$|^[在是由为向对从和与及到们]"
)


def own_place(text):
    """The district, county or city whose offices a text names most, twice as often as any other; else None.

    Examples
    --------
    >>> own_place("我代表临溪区人民政府向大会报告。临溪区委书记到会。")
    '临溪区'
    """
    short, long = (
        Counter(name for name in stem.findall(text) if not NO_STEM.search(name[:-1])) for stem in STEMS
    )
    if not short:
        return None
    best = min(short, key=lambda name: (-short[name], name))
    if any(2 * n > short[best] for name, n in short.items() if name != best):
        return None
    longer = [name for name in long if name.endswith(best) and long[name] == short[best] > 1]
    return min(longer, default=best)


def place_names(documents, blocks=None):
    """Place of every document: the last part of its region, the place whose offices it names, or a known place.

    A document that neither states its region nor names an office belongs to another document's place if two in three
    of the known places that it names, and at least two, are that one.

    Parameters
    ----------
    documents : pandas.DataFrame
        doc_id; region, region_code, title and issuer where known.
    blocks : pandas.DataFrame, optional
        `corpus.blocks`.

    Returns
    -------
    dict
        doc_id to name or None.
    """
    from govnlp.documents.entities.places import regions

    by_code = {region.code: region.name for region in regions() if region.code}
    texts = (
        {}
        if blocks is None
        else blocks.groupby("doc_id")["text"].agg(lambda part: "\n".join(part.head(OPENING)))
    )
    names = {}
    for row in documents.to_dict("records"):
        said = [row.get("issuer"), row.get("title"), texts.get(row["doc_id"])]
        said = "\n".join(text for text in said if isinstance(text, str))
        region = row.get("region") if isinstance(row.get("region"), str) else None
        names[row["doc_id"]] = by_code.get(row.get("region_code"), region) or own_place(said)
    known = sorted({name for name in names.values() if name})
    stems = {name: re.compile(re.escape(name[:-1] if len(name) > 2 else name) + NO_OUTLET) for name in known}
    for doc_id in (key for key, name in names.items() if name is None and key in texts):
        n = {name: len(stem.findall(texts[doc_id])) for name, stem in stems.items()}
        names[doc_id] = next(
            (name for name in known if n[name] > 1 and n[name] > 2 / 3 * sum(n.values())), None
        )
    return names


def short_names(documents, lang="zh", blocks=None):
    """A short name for every document: place, year and genre; words of its title where these do not tell it apart.

    Parameters
    ----------
    documents : pandas.DataFrame
        Columns doc_id, and where known title, region, region_code, year, genre, issuer.
    lang : {"zh", "en"}
        Language of the genre; places and titles stay Chinese.
    blocks : pandas.DataFrame, optional
        `corpus.blocks`: places that the divisions of China do not list are read from the text's own offices.

    Returns
    -------
    dict
        doc_id to a name that no other document has.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"doc_id": ["a"], "region": ["青槐区"], "year": [2021], "genre": ["work_report"]})
    >>> short_names(table), short_names(table, "en")
    ({'a': '青槐区 2021 工作报告'}, {'a': '青槐区 2021 work report'})
    """
    import pandas as pd

    places, names = place_names(documents, blocks), {}
    records = documents.to_dict("records")
    titles = {row["doc_id"]: _title(row.get("title"), places[row["doc_id"]]) for row in records}
    for row in records:
        doc_id, year, genre = row["doc_id"], row.get("year"), row.get("genre")
        known = [places[doc_id], str(int(year)) if pd.notna(year) else None]
        kind = genre if isinstance(genre, str) and genre else None
        kind = kind and value_label("genre", kind, lang).replace("_", " ")
        if kind is None and titles[doc_id]:
            kind = shorten(titles[doc_id], 8 if any(known) else 16)
        elif known[0] is None and titles[doc_id] and kind not in titles[doc_id]:
            kind = f"{kind}·{shorten(titles[doc_id], 7)}"
        names[doc_id] = " ".join(part for part in (*known, kind) if part) or label("untitled", lang)
    names = _told_apart(names, {doc_id: shorten(title, 7) for doc_id, title in titles.items()})
    return _told_apart(names, {})


def _title(title, place):
    """A title without its own place at the beginning and without blanks."""
    title = clean(title).replace(" ", "") if isinstance(title, str) else ""
    rest = title.removeprefix(place or "")
    cut = place and rest != title and re.match(RANK, rest)  # 临溪区委书记 is 区委书记 of 临溪区
    return place[-1] + rest if cut else rest


def _told_apart(names, words):
    """Names that several documents share with words of their own added, else numbers."""
    shared = Counter(names.values())
    out, seen = {}, Counter()
    for doc_id, name in names.items():
        seen[name] += 1
        own = words.get(doc_id)
        if shared[name] > 1 and own and own not in name and name.split()[-1] not in own:
            name = f"{name}·{own}"
        elif shared[name] > 1 and not words:
            name = f"{name} ({seen[name]})"
        out[doc_id] = name
    return out


def colours_by_name(names):
    """A colour for each name, to be handed to all figures of a run; one colour where there are more names than colours.

    Parameters
    ----------
    names : iterable of str

    Returns
    -------
    dict
        Name to colour: eight colours tell eight names apart; nine or more names all have the first, since a colour
        used twice would say that two names belong together.

    Examples
    --------
    >>> len(set(colours_by_name("甲乙丙").values())), len(set(colours_by_name(range(9)).values()))
    (3, 1)
    """
    names = list(dict.fromkeys(names))
    several = len(names) <= len(PALETTE)
    return {name: PALETTE[i if several else 0] for i, name in enumerate(names)}
