"""Figures of words: frequency, Zipf, dispersion, and where a term stands."""

import numpy as np

from govnlp.figures.multiples import add_note, counted, foot, left_out, panels, side_column, word_bars
from govnlp.figures.point_labels import label_points, label_steps
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    rows,
    sentences,
    words_only,
)

INK = "#595959"
ENOUGH = 50
"""Words from which on the shape of a vocabulary says something."""


def say_frequency(table, *, lang="zh"):
    """The five most frequent words with their counts, if they occur twice or more."""
    first = _most_frequent(table, 5)
    return (
        ""
        if first.empty or first["n"].max() < 2
        else label("say_frequency", lang, words=counted(first, lang))
    )


@figure("frequency", say_frequency)
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
    titles = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    axes = panels(titles, title or label("frequencies", lang), height=0.42 + 0.155 * top)
    if table.empty or not documents:
        return [nothing(axes[0], lang)]
    limit = words_only(table)["per_10k"].max() * 1.25
    for ax, doc_id in zip(axes, documents, strict=True):
        shown = _most_frequent(table[table[side_column(table)].eq(doc_id)], top)
        single = shown["n_articles"].eq(1) if "n_articles" in shown else None
        colour = (colours or {}).get(doc_id, PALETTE[0])
        word_bars(ax, shown, "per_10k", shown["n"].astype(str), colour=colour, hollow=single, lines=top)
        ax.set_xlim(0, limit)
    foot(axes, label("per_10k", lang))
    marks = [label("counts_at_bars", lang), *([label("one_article", lang)] if "n_articles" in table else [])]
    add_note(axes[0].figure, *marks, *left_out(len(documents), total, lang))
    return axes


def say_zipf(table, *, lang="zh"):
    """How few words make up half of the text, and how many occur once."""
    if len(table) < ENOUGH:
        return ""
    half = int(np.searchsorted(table["n"].cumsum(), table["n"].sum() / 2)) + 1
    return label("say_zipf", lang, n=half, share=f"{table['n'].eq(1).mean():.0%}")


@figure("zipf", say_zipf)
def plot_zipf(table, *, ax=None, lang="zh", title=None, named=6):
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
    _plain_logs(ax, x=True)
    ax.set_xlabel(label("rank", lang))
    _above_axis(ax, label("count", lang))
    exponent = table.attrs.get("exponent")
    if exponent is not None:
        ax.text(0.03, 0.03, label("zipf_fit", lang, exponent=f"{exponent:.2f}"), transform=ax.transAxes,
                fontsize=7, color=INK)  # fmt: skip
    first = words_only(table).head(named)
    label_steps(ax, first["rank"].tolist(), first["n"].tolist(), first["term"].tolist())
    return ax


def _above_axis(ax, text):
    """Name of the vertical axis over its end, where it needs no turning."""
    ax.annotate(text, (0, 1), xycoords="axes fraction", xytext=(-4, 5), textcoords="offset points", ha="right",
                fontsize=7.5)  # fmt: skip


def _plain_logs(ax, x=False):
    """Logarithmic axes with plain numbers."""
    from matplotlib.ticker import FuncFormatter, NullFormatter

    for axis, scale in ((ax.yaxis, ax.set_yscale), *(((ax.xaxis, ax.set_xscale),) if x else ())):
        scale("log")
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
        axis.set_minor_formatter(NullFormatter())


def say_dispersion(table, *, lang="zh"):
    """The most and the least even of the fifty most frequent words, where they differ clearly."""
    frequent = words_only(table).dropna(subset=["dp"]).query("n >= 5").head(50).set_index("term")["dp"]
    burst, even = clear_first(frequent), clear_first(-frequent)
    if burst is None or even is None or frequent[burst] - frequent[even] < 0.1:
        return ""
    low, high = f"{frequent[even]:.2f}", f"{frequent[burst]:.2f}"
    return label("say_dispersion", lang, even=even, low=low, burst=burst, high=high)


@figure("dispersion", say_dispersion)
def plot_dispersion(table, *, ax=None, lang="zh", top=24, title=None):
    """Frequency against DP; named are the frequent words, and those more even or in more of a burst than their like.

    Parameters
    ----------
    table : pandas.DataFrame
        From `dispersion`: term, n, dp.
    ax, lang, title
        As for `plot_frequency`.
    top : int
        Number of names: a third each for the most frequent, the most even and the most bursty among words of about the
        same frequency.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("dispersion", lang), height=4.2)
    shown = words_only(table).dropna(subset=["dp"]).sort_values(["n", "term"], ascending=[False, True])
    if shown.empty:
        return nothing(ax, lang)
    shown = shown.assign(apart=shown["dp"] - shown["dp"].rolling(41, center=True, min_periods=1).median())
    third = max(1, top // 3)
    enough = shown[shown["n"].ge(max(3, np.sort(shown["n"])[-min(len(shown), 150)]))]
    first = shown.head(third)
    burst = enough.drop(first.index, errors="ignore").nlargest(third, "apart")
    even = enough.drop([*first.index, *burst.index], errors="ignore").nsmallest(third, "apart")
    ax.scatter(shown["dp"], shown["n"], s=7, color="#9DB8C9", linewidths=0, rasterized=True)
    groups = (
        (first, "o", PALETTE[7], "frequent"),
        (even, "s", PALETTE[0], "even"),
        (burst, "^", PALETTE[1], "burst"),
    )
    for i, (part, mark, colour, name) in enumerate(groups):
        ax.scatter(part["dp"], part["n"], s=16, color=colour, marker=mark, linewidths=0, zorder=3)
        ax.plot(0.01, 0.3 - 0.06 * i, mark, ms=4, color=colour, transform=ax.transAxes)
        ax.text(
            0.03,
            0.3 - 0.06 * i,
            label(name, lang),
            transform=ax.transAxes,
            va="center",
            fontsize=7,
            color=colour,
        )
    _plain_logs(ax)
    ax.set_xlim(
        max(0.0, np.floor(shown["dp"].min() * 10) / 10 - 0.1) - 0.02, 1.03
    )  # many documents: no even word
    ax.set_ylim(0.7, shown["n"].max() * 1.8)
    ax.set_xlabel(label("uneven", lang))
    _above_axis(ax, label("count", lang))
    named = [row for part, *_ in groups for row in part.itertuples()]
    inks = [colour for part, _, colour, _ in groups for _ in range(len(part))]
    x, y, words = ([getattr(row, name) for row in named] for name in ("dp", "n", "term"))
    label_points(ax, x, y, words, colours=inks, others=shown[["dp", "n"]].to_numpy())
    return ax


def say_term_barcode(table, term, *, lang="zh", names=None, total=None):
    """How often a term occurs, in how many documents, and where most often."""
    hits = table[table["kind"].eq("phrase")]["doc_id"].value_counts()
    if hits.empty:
        return ""
    total, most = total or table["doc_id"].nunique(), clear_first(hits) if len(hits) > 1 else None
    name = (names or {}).get(most, most)
    return sentences(
        label("say_barcode", lang, term=term, all=total, some=len(hits), n=hits.sum()),
        label("say_barcode_most", lang, name=name, n=hits[most]) if most is not None else "",
        lang=lang,
    )


@figure("barcode-term", say_term_barcode)
def plot_term_barcode(table, term, *, ax=None, lang="zh", names=None, colours=None, top=24, title=None):
    """One row per document with a tick wherever the term stands and a gap where an article begins.

    Parameters
    ----------
    table : pandas.DataFrame
        From `positions`: doc_id, kind (article | phrase), position (0 to 1).
    term : str
    names, colours : dict, optional
        doc_id to short name and to colour.
    top : int
        With more documents than this, only those with the most occurrences have a row, in the order of the table.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    n = table["kind"].eq("phrase").groupby(table["doc_id"], sort=False).sum()
    most = n if len(n) <= top else n[n.gt(0)].sort_values(ascending=False, kind="stable").head(top)
    documents = [doc_id for doc_id in n.index if doc_id in most.index]
    height = 1.1 + 0.2 * max(len(documents), 3)
    ax = open_axes(ax, title or label("term_barcode", lang, term=term), height=height)
    if not documents:
        return nothing(ax, lang)
    for row, doc_id in enumerate(documents):
        part = table[table["doc_id"].eq(doc_id)]
        ax.barh(row, 100, height=0.66, color="#EBEBEB")
        starts = part.loc[part["kind"].eq("article") & part["position"].gt(0), "position"] * 100
        ax.vlines(starts, row - 0.34, row + 0.34, color="white", lw=1.6)
        at = part.loc[part["kind"].eq("phrase"), "position"] * 100
        ax.vlines(at, row - 0.33, row + 0.33, color=(colours or {}).get(doc_id, PALETTE[0]), lw=1.1)
        ax.annotate(
            f"{len(at)}", (100, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=7
        )
    rows(ax, [(names or {}).get(doc_id, doc_id) for doc_id in documents], width=20)
    ax.set_xlim(0, 100)
    ax.set_xlabel(label("position", lang))
    note(ax, label("barcode_note", lang))
    if len(n) > len(documents):
        note(ax, label("some_documents", lang, shown=len(documents), all=len(n)))
    return ax
