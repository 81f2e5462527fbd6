"""Two versions of a document: paragraphs paired, and within a pair the words and numbers that changed."""

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

import pandas as pd

from govnlp.analysis.versions.aligning import align_paragraphs
from govnlp.arguments import takes
from govnlp.documents.naming import check_known
from govnlp.lexicons import lexicon_content
from govnlp.notes import Mistake, Note

CHANGES = ("kept", "reworded", "moved", "merged", "split", "new", "dropped")
COLUMNS = [
    "doc_a", "doc_b", "change", "similarity", "block_a", "block_b", "line_a", "line_b", "section_a", "section_b",
    "part_a", "part_b", "text_a", "text_b", "numbers", "n_changed",
]  # fmt: skip
NUMBERS = r"[\d〇一二三四五六七八九十\W]+"
QUANTITY = re.compile(
    r"\d[\d.,]*(?:[%％‰]?[—–－~～至-]\d[\d.,]*)?(?:\s?[%％‰]|个百分点|[十百千万亿]+[一-鿿]?|[年月日元倍人户个项条家所座次件米吨亩岁天批位])?"
    r"(?:左右|以上|以下|以内|以外)?"
)
FIRST, LAST = (re.compile(pattern.format(QUANTITY.pattern)) for pattern in ("^{}", "{}$"))
BESIDE = 4
"""Letters beside a quantity that took the place of another, when they may be any."""
NEAR = 4
"""Letters before a quantity that hold its direction (下降了约)."""
ALIKE = 0.5
"""Likeness of what stands beside two quantities, where it is more: else they are of different things."""


def compare_versions(a, b):
    """What became of every paragraph of one version in another.

    Paragraphs are paired by the character 2- and 3-grams that they share, weighted by inverse document frequency,
    in the assignment of highest summed similarity (Kuhn 1955), so that reordering hides nothing; parts that make up
    a paragraph of the other version are put together first. What left the heaviest chain of pairs in unchanged order
    has moved. The number of a list or article is no part of its text: an article that was renumbered is kept.

    Parameters
    ----------
    a, b : Corpus, DataFrame or str
        The earlier and the later version: a corpus of one document, units of one document
        (``corpus.units(include_headings=True)``, filtered by doc_id), or a text.

    Returns
    -------
    DataFrame
        A row per group of paragraphs, in order of `b`; what was dropped follows what stood before it. doc_a, doc_b
        (doc_id of the two versions), change (kept,
        reworded, moved, merged, split, new, dropped: of a pair that moved, similarity says whether it was reworded),
        similarity (0 to 1), block_a, block_b, line_a, line_b (of the first paragraph; lines count from 1), section_a,
        section_b, part_a, part_b (of a work report: review or plan, else None), text_a, text_b (None where there is no
        partner; several paragraphs are parted by line ends),
        numbers (list of "old→new" where a quantity took the place of another, or its direction was turned round; the
        direction stands with it where it differs: 下降4.6%→增长1.2%), n_changed (letters that are not
        in the other version's text).

    Raises
    ------
    ValueError
        A version holds several documents.

    Examples
    --------
    >>> a = "一、工作目标\\n地区生产总值增长5%左右。\\n办好临溪区运动会。"
    >>> b = "一、工作目标\\n地区生产总值增长5%以上。"
    >>> table = compare_versions(a, b)
    >>> table["change"].tolist(), table["numbers"].iloc[1]
    (['kept', 'reworded', 'dropped'], ['5%左右→5%以上'])
    """
    a, b = _paragraphs(a, "the first version"), _paragraphs(b, "the second version")
    docs = [next(iter(side["doc_id"]), None) for side in (a, b)]
    groups = align_paragraphs(a["text"], b["text"])
    rows = [docs + _row(group, a, b) for group in groups]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    kinds = dict.fromkeys(("block_a", "block_b", "line_a", "line_b"), "Int64")
    table = table.astype(kinds | {"change": str, "similarity": float, "n_changed": int})
    return table


@takes(corpus="Corpus")
def version_pair(corpus, old=None, new=None):
    """Two documents of a corpus that can be taken for versions of one: of one place and genre, of following years.

    Work reports are; other documents only where their titles differ in nothing but numbers.

    Parameters
    ----------
    corpus : Corpus
    old, new : str, optional
        doc_id of the two; unless given, the latest pair of the genre that most places have in several years.

    Returns
    -------
    tuple of (Corpus, Corpus)
        Of one document each; without any where there is no such pair.

    Raises
    ------
    ValueError
        A doc_id that is not in the corpus, or one document without the other.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> [len(part.documents) for part in version_pair(parse_text("溪水很清。"))]
    [0, 0]
    """
    from dataclasses import replace

    given = [doc_id for doc_id in (old, new) if doc_id]
    check_known(given, corpus.documents)
    if len(given) == 1:
        raise ValueError(Note("no_pair", name=given[0]))
    ids = given or _latest_pair(corpus.documents)
    tables = ("documents", "articles", "blocks")
    return tuple(
        replace(corpus, **{x: getattr(corpus, x)[getattr(corpus, x)["doc_id"].eq(doc_id)] for x in tables})
        for doc_id in ids
    )


def _latest_pair(documents):
    """doc_id of the latest two versions of a document in two years, of the genre with most such pairs."""
    known = documents.dropna(subset=["year", "genre"])
    known = known.assign(where=known["place"].fillna(known["region"])).dropna(subset=["where"])
    known["of"] = known["title"].fillna("").str.replace(NUMBERS, "", regex=True)
    known.loc[known["genre"].eq("work_report"), "of"] = "work_report"
    known = known[known["of"].ne("")]
    same = ["where", "genre", "of"]
    known = known.sort_values(["year", "doc_id"]).drop_duplicates([*same, "year"], keep="last")
    pairs = [
        (genre, int(later.year), earlier.doc_id, later.doc_id)
        for (_, genre, _), part in known.groupby(same)
        for earlier, later in pairwise(part.itertuples())
    ]
    if not pairs:
        return [None, None]
    genres = [genre for genre, *_ in pairs]
    most = max(sorted(set(genres)), key=genres.count)
    return list(max((row for row in pairs if row[0] == most), key=lambda row: row[1:])[2:])


def _paragraphs(source, which):
    """Paragraphs and headings of one document: text, section, block, line."""
    from govnlp.documents.collecting import parse_text

    if isinstance(source, str):
        source = parse_text(source, "text")
    if hasattr(source, "blocks"):
        units = source.units("paragraph", include_headings=True)
        places = source.blocks[["doc_id", "block", "lines", "part"]]
        units = units.assign(block=units["unit_id"].str.rsplit(":", n=1).str[1].astype(int))
        units = units.merge(places, on=["doc_id", "block"], how="left", validate="1:1")
        units["line"] = units["lines"].str[0]
    elif not isinstance(source, pd.DataFrame) or "text" not in source:
        raise TypeError(Mistake("version_kind", which=which, given=type(source).__name__))
    else:
        units = source.reindex(columns=["doc_id", "section", "text", "line", "part"]).assign(
            block=range(len(source))
        )
    n = units["doc_id"].nunique()
    if n > 1:
        raise ValueError(Mistake("version_several", which=which, n=n))
    return units.reset_index(drop=True)


def _row(group, a, b):
    change, left, right, similarity = group
    texts = ["\n".join(side["text"].iloc[at]) if at else None for side, at in ((a, left), (b, right))]
    place = [
        side[column].iloc[at[0]] if at else None
        for column in ("block", "line", "section", "part")
        for side, at in ((a, left), (b, right))
    ]
    words = word_changes(*texts) if similarity < 1 and left and right else None
    numbers = [] if words is None else _numbers(words)
    lone = words[~words["same"]] if words is not None else None
    n_changed = (
        sum(len(x or "") for x in texts) * (not (left and right))
        if lone is None
        else int(lone["text_a"].str.len().sum() + lone["text_b"].str.len().sum())
    )
    return [change, round(similarity, 4), *place, *texts, numbers, n_changed]


def word_changes(text_a, text_b):
    """Two texts side by side, word by word: what they share and what differs.

    Parameters
    ----------
    text_a, text_b : str

    Returns
    -------
    DataFrame
        A row per stretch, in order: same (bool), text_a, text_b; put together the columns of text are the texts. A
        number with its unit and qualifier (6.5%左右) is one word.

    Examples
    --------
    >>> word_changes("改造小区26个", "改造小区30个").values.tolist()
    [[True, '改造小区', '改造小区'], [False, '26个', '30个']]
    """
    words_a, words_b = _words([text_a, text_b])
    steps = SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes()
    rows = [(tag == "equal", "".join(words_a[i:j]), "".join(words_b[k:m])) for tag, i, j, k, m in steps]
    return pd.DataFrame(rows, columns=["same", "text_a", "text_b"])


def _words(texts):
    """Words of texts; a quantity is one word."""
    from govnlp.words.segmenting import segment

    parts = [re.split(f"({QUANTITY.pattern})", text) for text in texts]
    segmented = iter(segment([part for text in parts for part in text[::2]]))
    out = []
    for text in parts:
        words = []
        for k, part in enumerate(text):
            words += [part] if k % 2 else next(segmented)
        out.append(words)
    return out


def _numbers(words):
    """Quantities that took the place of another, or went the other way, in order."""
    pairs, before = [], ("", "")
    for row in words.itertuples():
        old, new = (_moves(said, text) for said, text in zip(before, (row.text_a, row.text_b), strict=True))
        before = (before[0] + row.text_a)[-NEAR:], (before[1] + row.text_b)[-NEAR:]
        if len(old) == len(new) and (
            row.same or _beside_alike(row.text_a, row.text_b)
        ):  # else nobody knows which took whose place
            pairs += filter(None, map(_became, old, new))
    return pairs


def _moves(before, text):
    """Of each quantity of a text the direction that stands right before it, with what is between, and itself."""
    whole = before + text
    found = QUANTITY.finditer(whole, len(before))
    return [(_directions().search(whole, max(0, m.start() - NEAR), m.start()), m[0]) for m in found]


def _became(old, new):
    """Two quantities with an arrow between them, None for the same one or others; directions where they differ."""
    (a, x), (b, y) = old, new
    turned = a and b and a.lastgroup != b.lastgroup
    if _units(x) != _units(y) or (x == y and not turned):
        return None
    words = [m["up"] or m["down"] if m else None for m in (a, b)]
    if words[0] == words[1]:
        return f"{x}→{y}"
    return f"{a[0] if a else ''}{x}→{b[0] if b else ''}{y}"


@cache
def _directions():
    """Words that say which way a quantity after them went."""
    sides = lexicon_content("versions.yaml")
    return re.compile(
        f"(?:(?P<up>{'|'.join(sides['up'])})|(?P<down>{'|'.join(sides['down'])}))[了约近超]{{0,2}}$"
    )


def _beside_alike(a, b):
    """Whether the quantities of two stretches are of the same thing: both begin them, both end them, or words agree."""
    if any(all(at.search(text) for text in (a, b)) for at in (FIRST, LAST)):
        return True
    a, b = (QUANTITY.sub("", text) for text in (a, b))
    return max(len(a), len(b)) <= BESIDE or SequenceMatcher(None, a, b).ratio() >= ALIKE


def _units(quantity):
    """The units of a quantity, without the size of its numbers and what qualifies it: 万 and 亿 are sizes."""
    return set(re.sub(r"[\d.,—–－~～至十百千万亿\s-]|左右|以上|以下|以内|以外", "", quantity))
