"""What a theme's share rests on: every hit in its context, the entries that drive it, the share without them."""

from functools import cache, partial
from sys import intern

import numpy as np
import pandas as pd

from govnlp.analysis.themes.lexicon import read_themes
from govnlp.analysis.themes.matching import (
    choose,
    find_all,
    find_hits,
    in_company,
    is_negated,
    longest_first,
    proof_of,
)
from govnlp.analysis.themes.profile import THRESHOLD
from govnlp.analysis.themes.scores import SHORT, placed_texts
from govnlp.arguments import gives, takes, whole
from govnlp.text import half_width

COLUMNS = [
    "doc_id", "article", "section", "block", "theme", "entry", "term", "weight", "negated", "left", "right", "note",
    "unit_id",
]  # fmt: skip


@takes(width=whole(0))
@gives(str="doc_id section")
def theme_hits(source, themes=None, *, width=16, noted=False):
    """Every hit of a lexicon in its context, as a concordance.

    Parameters
    ----------
    source : Corpus or DataFrame
        A corpus stands for its content blocks, a table for its rows (unit_id, text).
    themes : DataFrame, optional
        From `read_themes`. Default: the shipped themes.
    width : int
        Characters of context on either side.
    noted : bool
        Only the hits to review: those of entries with a note.

    Returns
    -------
    DataFrame
        A row per hit and theme in order of the text: doc_id, article, section, block, theme, entry (of the lexicon),
        term (as matched), weight, negated, left, right, note (of the entry: what makes it ambiguous; "" if
        nothing), unit_id.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> hits = theme_hits(parse_text("招商项目落户青槐区。"))
    >>> hits.loc[hits["entry"] == "落户", ["theme", "left", "right", "note"]].iloc[0].tolist()
    ['招商引资与营商环境', '招商项目', '青槐区。', 'also the registration of residents']
    """
    themes = read_themes() if themes is None else themes
    units = placed_texts(source)
    texts = units["text"].tolist()
    wanted = (themes["note"].ne("") | (not noted)).tolist()
    found = (
        value
        for number, hits in enumerate(find_hits(themes, texts))
        for start, end, entries, negated in hits
        for entry in entries
        if wanted[entry]
        for value in (number, entry, start, end, negated)
    )
    number, entry, start, end, negated = np.fromiter(found, dtype=np.int32).reshape(-1, 5).T

    def cut(begin, stop):
        places = zip(number.tolist(), begin.clip(min=0).tolist(), stop.tolist(), strict=True)
        return pd.Series([texts[i][a:b] for i, a, b in places], dtype="str")

    context = {
        "term": cut(start, end).map(intern),  # the same few words come again and again
        "negated": negated.astype(bool),
        "left": cut(start - width, start),
        "right": cut(end, end + width),
    }
    where = units.drop(columns="text").iloc[number].reset_index(drop=True)
    what = themes[["theme", "entry", "weight", "note"]].iloc[entry].reset_index(drop=True)
    table = pd.concat([where, what, pd.DataFrame(context)], axis=1)[COLUMNS].infer_objects()
    return table.astype({"article": "Int64", "block": "Int64", "weight": float})


def theme_drivers(hits, top=10):
    """The entries that a theme's score comes from.

    Parameters
    ----------
    hits : DataFrame
        From `theme_hits`.
    top : int
        Entries per theme.

    Returns
    -------
    DataFrame
        theme, entry, n (hits that are not negated), n_documents, weight (of all its hits), share (of the theme's
        weight, 0..1); themes in order of first appearance, entries by falling weight, then by entry.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> drivers = theme_drivers(theme_hits(parse_text("招商引资再招商引资，企业来。")))
    >>> drivers[["entry", "n", "weight"]].to_numpy().tolist()
    [['招商引资', 2, 6.0], ['企业', 1, 1.0]]
    """
    kept = hits[~hits["negated"]]
    groups = kept.groupby(["theme", "entry"], sort=False)
    table = groups.agg(
        n=("term", "size"), n_documents=("doc_id", "nunique"), weight=("weight", "sum")
    ).reset_index()
    table["share"] = table["weight"] / table.groupby("theme")["weight"].transform("sum")
    order = table["theme"].map({theme: i for i, theme in enumerate(kept["theme"].unique())})
    table = table.assign(order=order).sort_values(["order", "weight", "entry"], ascending=[True, False, True])
    return table.drop(columns="order").groupby("theme", sort=False).head(top).reset_index(drop=True)


@takes(top=whole(1))
@gives(str="theme entry", int64="n", float64="share share_without change")
def leave_one_out(source, themes=None, *, threshold=THRESHOLD, top=5):
    """How a theme's share of all text changes without one of its entries.

    The entry is taken out of the lexicon and its blocks are scored again, so that shorter entries inside it
    come to count.

    Parameters
    ----------
    source : Corpus or DataFrame
        As for `theme_hits`.
    themes : DataFrame, optional
        From `read_themes`. Default: the shipped themes.
    threshold : float
        As for `theme_profile`.
    top : int
        Entries per theme, those with most weight.

    Returns
    -------
    DataFrame
        theme, entry, n (hits), share (0..1 of all characters), share_without, change (share_without - share);
        the largest loss first. A theme that loses most of its share with one entry is a finding on that
        word.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = leave_one_out(parse_text("大力招商引资。\\n\\n招商引资，优化营商环境。", "a"))
    >>> table.loc[0, ["entry", "share", "share_without"]].map(str).tolist()
    ['招商引资', '1.0', '1.0']
    """
    themes = (read_themes() if themes is None else themes).reset_index(drop=True)
    units = placed_texts(source).set_index("unit_id", drop=False)
    hits = theme_hits(units.reset_index(drop=True), themes, width=0)
    length, total = units["n_chars"], max(int(units["n_chars"].sum()), 1)
    scores = hits[~hits["negated"]].groupby(["theme", "unit_id"])["weight"].sum()
    drivers = list(theme_drivers(hits, top)[["theme", "entry", "n"]].itertuples(index=False, name=None))
    again, rows = _weights_without(themes, units["text"].to_dict(), hits, drivers), []
    for theme, entry, n in drivers:
        before, weights = (
            _above(scores[theme], length, threshold),
            pd.Series(again[theme, entry], dtype=float),
        )
        after = (before - set(weights.index)) | _above(weights, length, threshold)
        share, without = (int(length.loc[sorted(kept)].sum()) / total for kept in (before, after))
        rows.append([theme, entry, n, share, without, without - share])
    table = pd.DataFrame(rows, columns=["theme", "entry", "n", "share", "share_without", "change"])
    return table.sort_values(["change", "theme", "entry"], ignore_index=True)


def _weights_without(themes, texts, hits, drivers):
    """By theme and entry: the weight that each text with the entry keeps for the theme when the entry is left out."""
    row, weight = {}, {theme: {} for theme, *_ in drivers}
    of_theme, proves = themes["theme"].tolist(), proof_of(themes)
    for i, (theme, entry, w) in enumerate(themes[["theme", "entry", "weight"]].itertuples(index=False)):
        row[theme, entry] = i
        weight.setdefault(theme, {})[i] = w
    again, touched = {(theme, entry): {} for theme, entry, _ in drivers}, {}
    columns = (hits[name].tolist() for name in ("unit_id", "theme", "entry"))
    for unit, *pair in zip(*columns, strict=True):
        if tuple(pair) in again:
            touched.setdefault(unit, set()).add(tuple(pair))
    for unit, own_hits, covered in zip(texts, *find_all(themes, texts.values()), strict=True):
        if unit not in touched:
            continue
        text = half_width(texts[unit])
        negated = cache(partial(is_negated, text))
        spans = longest_first(hit[:3] for hit in (*own_hits, *covered))
        for theme, entry in touched[unit]:
            own, kept = weight[theme], sorted(choose(spans, row[theme, entry]))
            kept = [
                (start, end, of_own, False)
                for start, end, rows in kept
                if (of_own := [row for row in rows if row in own]) and not negated(start)
            ]
            left = (own[row] for _, _, rows, _ in in_company(kept, text, of_theme, proves) for row in rows)
            again[theme, entry][unit] = sum(left)
    return again


def _above(weight, length, threshold):
    """Units whose weight per hundred characters reaches the threshold."""
    score = 100 * weight / np.maximum(length.loc[weight.index], SHORT)
    return set(score.index[score >= threshold])
