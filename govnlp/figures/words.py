"""Figures of words: frequency, Zipf, dispersion, and where a term stands."""

import numpy as np

from govnlp.arguments import takes, whole
from govnlp.figures.multiples import (
    add_note,
    counted,
    foot,
    left_out,
    over_words,
    panels,
    side_column,
    word_bars,
)
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    words_only,
)

INK, NAMED = "#595959", "#262626"
BESIDE = (3.2, 6)
"""Points from its dot at which the name of a word stands on a curve, where the next dots are near."""
ENOUGH = 50
"""Words from which on the shape of a vocabulary says something."""


def say_frequency(table, *, lang="zh"):
    """The five most frequent words with their counts, of those that occur twice or more."""
    first = _most_frequent(table, 5)
    first = first[first["n"].ge(2)]
    return label("say_frequency", lang, words=counted(first, lang)) if len(first) else ""


@figure("frequency", say_frequency)
@takes(table="frequency: term, n", top=whole(1))
def plot_frequency(table, *, ax=None, lang="zh", top=20, title=None):
    """Bars of the most frequent words by rate, with their counts; a word from a single unit is hollow.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, n, per_10k, n_units; one selection. Classes of numbers (<数>) are left out.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    top : int
        Number of bars.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    shown = _most_frequent(table, top)
    height = 0.9 + 0.17 * max(len(shown), 4)
    ax = open_axes(ax, title or label("frequency", lang), size="column", height=height)
    if shown.empty:
        return nothing(ax, lang)
    single = shown["n_units"].eq(1) if "n_units" in shown else None
    word_bars(ax, shown, "per_10k", shown["n"].astype(str), hollow=single)
    ax.set_xlim(0, shown["per_10k"].max() * 1.15)
    ax.set_xlabel(label("per_10k", lang))
    note(ax, label("counts_at_bars", lang))
    if single is not None and single.any():
        note(ax, label("one_unit", lang))
    return ax


def _most_frequent(table, top):
    return words_only(table).sort_values(["n", "term"], ascending=[False, True]).head(top)


def say_frequencies(table, sides, *, lang="zh", names=None):
    """The most frequent word of each document or group, where no other is as frequent."""
    words, key = words_only(table), side_column(table)
    text = []
    for side in sides:
        part = words[words[key].eq(side)].set_index("term")["n"]
        best = clear_first(part)
        if best is not None and part[best] > 1:
            word = label("with_count", lang, name=best, n=part[best])
            text.append(label("of_side", lang, name=(names or {}).get(side, side), words=word))
    return label("say_frequencies", lang, text=listed(text, lang, "semicolon")) if text else ""


@figure("frequency-documents", say_frequencies)
def plot_frequencies(table, documents, *, lang="zh", top=8, names=None, colours=None, total=None, title=None):
    """Small multiples of the most frequent words of each document, on one scale of rates.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency` by document: doc_id, term, n, per_10k; n_articles, where known, makes a word that stands in one
        article of the whole corpus hollow.
    documents : list of str
        Which doc_id, in this order; the scale is that of the whole table.
    lang : {"zh", "en"}
    top : int
        Words per document.
    names, colours : dict, optional
        doc_id to short name and to colour.
    total : int, optional
        Documents of the corpus: where fewer are shown, the figure says so.
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
    """
    words = words_only(table)
    documents = [] if words.empty else documents
    titles = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    axes = panels(titles, title or label("frequencies", lang), height=0.42 + 0.155 * top)
    if not documents:
        return [nothing(axes[0], lang)]
    limit = words["per_10k"].max() * 1.25
    for ax, doc_id in zip(axes, documents, strict=True):
        shown = _most_frequent(table[table[side_column(table)].eq(doc_id)], top)
        single = shown["n_articles"].eq(1) if "n_articles" in shown else None
        colour = (colours or {}).get(doc_id, PALETTE[0])
        word_bars(ax, shown, "per_10k", shown["n"].astype(str), colour=colour, hollow=single, lines=top)
        ax.set_xlim(0, limit)
    over_words(axes)
    foot(axes, label("per_10k", lang))
    marks = [label("counts_at_bars", lang), *([label("one_article", lang)] if "n_articles" in table else [])]
    add_note(axes[0].figure, *marks, *left_out(len(documents), total, lang))
    return axes


def half_rank(table):
    """How many of the most frequent words make up half of all tokens.

    >>> import pandas as pd
    >>> half_rank(pd.DataFrame({"n": [5, 3, 1, 1]}))
    1
    """
    return int(np.searchsorted(table["n"].cumsum(), table["n"].sum() / 2)) + 1


def say_zipf(table, *, lang="zh"):
    """How few words make up half of the text, and how many occur once."""
    if len(table) < ENOUGH:
        return ""
    return label("say_zipf", lang, n=half_rank(table), share=f"{table['n'].eq(1).mean():.0%}")


@figure("zipf", say_zipf)
def plot_zipf(table, *, ax=None, lang="zh", title=None, named=4):
    """Rank against frequency, both logarithmic, with the fitted law.

    Parameters
    ----------
    table : pandas.DataFrame
        From `zipf`: term, n, rank, expected; the exponent in ``attrs``.
    ax, lang, title
        As for `plot_frequency`.
    named : int
        Number of words written beside their points.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("zipf", lang), size="column", height=3.1)
    if table.empty:
        return nothing(ax, lang)
    ax.scatter(table["rank"], table["n"], s=6, color=PALETTE[0], linewidths=0, rasterized=True)
    ax.plot(table["rank"], table["expected"], color=INK, lw=0.9, ls="--")
    ax.set_xlim(0.8, table["rank"].max() * 1.6)
    ax.set_ylim(0.7, max(table["n"].max(), table["expected"].max()) * 2)
    plain_logs(ax, x=True)
    ax.set_xlabel(label("rank", lang))
    half = half_rank(table)
    ax.axvline(half, color=PALETTE[1], lw=0.9)
    note(ax, label("half_of_tokens", lang, n=half))
    above_axis(ax, label("count", lang))
    exponent = table.attrs.get("exponent")
    if exponent is not None:
        ax.text(0.03, 0.03, label("zipf_fit", lang, exponent=f"{exponent:.2f}"), transform=ax.transAxes,
                fontsize=7, color=INK)  # fmt: skip
    first = words_only(table).head(named)
    ax.scatter(first["rank"], first["n"], s=14, color=NAMED, linewidths=0, zorder=3)
    dots = table[["rank", "n"]].head(200).to_numpy()
    place = first["rank"].tolist(), first["n"].tolist(), first["term"].tolist()
    label_points(ax, *place, others=dots, colours=[NAMED] * len(first), reach=BESIDE)
    return ax


def above_axis(ax, text):
    """Name of the vertical axis over its end, where it needs no turning."""
    ax.annotate(text, (0, 1), xycoords="axes fraction", xytext=(-4, 5), textcoords="offset points", ha="right",
                fontsize=7.5)  # fmt: skip


def plain_logs(ax, x=False):
    """Logarithmic axes with plain numbers."""
    from matplotlib.ticker import FuncFormatter, NullFormatter

    for axis, scale in ((ax.yaxis, ax.set_yscale), *(((ax.xaxis, ax.set_xscale),) if x else ())):
        scale("log")
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
        axis.set_minor_formatter(NullFormatter())
