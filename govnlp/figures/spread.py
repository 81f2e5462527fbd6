"""Many documents in one figure: a dot for each, and the names of those that stand out."""

import numpy as np

from govnlp.analysis.intervals import FEW
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import PALETTE, figure, label, listed, note, nothing, open_axes, rows, words_only

FENCE = 1.5
"""Ranges between the quartiles, beyond which a value stands out from its row (Tukey 1977)."""
LEAST = 8
"""Dots of a row: of fewer none can be said to stand out."""
ENOUGH = 3
"""Dots of a row that has a median: of fewer it is one of them, or between two."""
NAMED = 2
"""Names in a row, of the dots farthest out."""
EMPHASIS = PALETTE[1]
"""Colour of the dots that have names."""
STEP = 0.3
"""Height of a row, in inches."""


def standing_out(values):
    """How far values lie beyond the fences of their row, in ranges between its quartiles; 0 within.

    Parameters
    ----------
    values : pandas.Series
        Of one row.

    Returns
    -------
    pandas.Series

    Examples
    --------
    >>> import pandas as pd
    >>> standing_out(pd.Series([1, 2, 3, 4, 5, 6, 7, 8, 30])).tolist()[-2:]
    [0.0, 4.25]
    """
    low, high = values.quantile(0.25), values.quantile(0.75)
    width = high - low
    if len(values) < LEAST or not width > 0:
        return values * 0.0
    beyond = (values - high).clip(lower=0) + (low - values).clip(lower=0)
    return (beyond / width - FENCE).clip(lower=0)


def outliers(table):
    """Rows of a table (row, doc_id, value) that stand out, at most two of each row, the farthest first.

    A value that is more than half of its row's sum stands out farthest. Where there is a column `sure`, only these are
    named: one paragraph is all of a theme, or has nothing of it.
    """
    values = table.groupby("row", sort=False)["value"]
    alone = (values.transform("size") >= LEAST) & (table["value"] > values.transform("sum") / 2)
    far = values.transform(standing_out).mask(alone, np.inf)
    found = table.assign(far=far)[far.gt(0) & table.get("sure", True)]
    found = found.sort_values(["far", "doc_id"], ascending=[False, True], kind="stable")
    return found.groupby("row", sort=False).head(NAMED)


def draw_spread(ax, table, heads, notes, lang, names=None):
    """A row of dots for each row of a table (row, doc_id, value), and the names of the dots that stand out.

    Below stands what is drawn, the first of two notes, and where a dot has a name the second, which says why.
    """
    place = {row: i for i, row in enumerate(heads)}
    y = table["row"].map(place)
    y = y + (table.groupby("row").cumcount() % 5 - 2) * 0.08  # dots of one value lie side by side
    named = outliers(table)
    inks = [EMPHASIS if i in named.index else PALETTE[0] for i in table.index]
    ax.scatter(table["value"], y, s=11, c=inks, alpha=0.6, lw=0)
    middle = table.groupby("row")["value"].agg(["median", "size"])
    middle = middle.loc[middle["size"].ge(ENOUGH), "median"]
    ax.vlines(middle, *([middle.index.map(place) + d for d in (-0.34, 0.34)]), color="#262626", lw=1.4)
    rows(ax, list(heads.values()), width=12)
    ax.set_xlim(0, table["value"].max() * 1.12 or 1)
    text = [(names or {}).get(doc_id, doc_id) for doc_id in named["doc_id"]]
    others = table.index.difference(named.index)
    points = list(zip(table["value"][others], y[others], strict=True))
    x = table["value"][named.index].tolist()
    shown = [label(key, lang, few=FEW) for key in notes[: 1 + bool(text)]]
    note(ax, listed(shown, lang, "semicolon"))
    label_points(ax, x, y[named.index].tolist(), text, size=6.5, width=17, others=points)


def _said(found, form, lang, names, labels=None):
    """Each document that stands out, with its row and value."""
    return [
        label(
            "stands_out",
            lang,
            name=(names or {}).get(row.doc_id, row.doc_id),
            theme=(labels or {}).get(row.row, row.row),
            share=form.format(row.value),
        )
        for row in found.itertuples()
    ]


def say_theme_spread(table, *, lang="zh", names=None, labels=None):
    """The documents that stand out farthest, each with its theme and share; empty where none does."""
    found = outliers(_shares(table)).head(3)
    said = _said(found, "{:.0f}%", lang, names, labels)
    return label("say_theme_spread", lang, documents=listed(said, lang)) if said else ""


@figure("theme-spread", say_theme_spread)
def plot_theme_spread(table, *, ax=None, lang="zh", names=None, labels=None, title=None):
    """A row of dots per theme, one for each document; those that stand out are named.

    Parameters
    ----------
    table : pandas.DataFrame
        From `theme_profile` by doc_id.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names : dict, optional
        doc_id to short name.
    labels : dict, optional
        Theme to label, as from `theme_labels`.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    shares = _shares(table)
    middle = shares.groupby("row", sort=False)["value"].median().sort_values(ascending=False, kind="stable")
    ax = open_axes(ax, title or label("theme-spread", lang), height=1.2 + STEP * max(len(middle), 3))
    if shares.empty or not shares["value"].gt(0).any():
        return nothing(ax, lang, "no_theme")
    heads = {theme: (labels or {}).get(theme, theme) for theme in middle.index}
    ax.set_xlabel(label("share", lang))
    draw_spread(ax, shares, heads, ("spread_note", "spread_named_themes"), lang, names)
    return ax


def say_word_spread(table, *, lang="zh", names=None):
    """The documents that use one of the most frequent words far more than the others do; empty where none does."""
    found = outliers(_rates(table)).head(3)
    said = _said(found, "{:.0f}", lang, names)
    return label("say_word_spread", lang, documents=listed(said, lang)) if said else ""


@figure("frequency-spread", say_word_spread)
def plot_word_spread(table, *, ax=None, lang="zh", names=None, top=16, title=None):
    """A row of dots per word, one for each document at its rate; those that stand out are named.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency` by doc_id. Documents without a word have a rate of 0. The axis is that of square roots.
    top : int
        Number of words: the most frequent.
    ax, lang, names, title
        As for `plot_theme_spread`.

    Returns
    -------
    matplotlib Axes
    """
    rates = _rates(table, top)
    words = list(dict.fromkeys(rates["row"]))
    ax = open_axes(ax, title or label("frequency-spread", lang), height=1.2 + STEP * max(len(words), 3))
    if not words:
        return nothing(ax, lang)
    ax.set_xscale("function", functions=(lambda x: np.sqrt(np.abs(x)), np.square))
    ax.set_xlabel(label("per_10k_root", lang))
    draw_spread(ax, rates, {word: word for word in words}, ("spread_note", "spread_named"), lang, names)
    return ax


def _rates(table, top=16):
    """doc_id, row and value of each document and each of the most frequent words, the most frequent first."""
    words = words_only(table)
    n = words.groupby("term")["n"].sum().sort_index().sort_values(ascending=False, kind="stable").head(top)
    grid = words[words["term"].isin(n.index)].pivot(index="doc_id", columns="term", values="per_10k")
    grid = grid.reindex(index=sorted(table["doc_id"].unique()), columns=n.index).fillna(0.0)
    return grid.melt(ignore_index=False, var_name="row").reset_index()


def _shares(table):
    """doc_id, row, value (per cent) and whether it is sure (has an interval) of each document and theme."""
    shares = table.dropna(subset=["theme", "share"]).reset_index(drop=True).rename(columns={"theme": "row"})
    shares = shares.assign(value=100 * shares["share"].astype(float), sure=shares["ci_low"].notna())
    return shares[["doc_id", "row", "value", "sure"]]
