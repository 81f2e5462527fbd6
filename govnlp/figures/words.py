"""Figures of words: frequency, Zipf, dispersion, where a term stands, clouds and networks."""

import numpy as np

from govnlp.figures.style import (
    PALETTE,
    clean,
    font_path,
    label,
    note,
    nothing,
    open_axes,
    rows,
    shorten,
    styled,
)  # fmt: skip


def label_points(ax, x, y, names, size=7):
    """Names beside points, moved apart so that none overlaps another; the same on every run."""
    from adjustText import adjust_text

    state = np.random.get_state()
    np.random.seed(0)
    texts = [ax.text(a, b, shorten(name, 8), fontsize=size) for a, b, name in zip(x, y, names, strict=True)]
    if texts:
        arrow = {"arrowstyle": "-", "color": "#8A8A8A", "lw": 0.5}
        adjust_text(texts, x=list(x), y=list(y), ax=ax, arrowprops=arrow, iter_lim=150)
    np.random.set_state(state)


@styled
def plot_frequency(table, *, ax=None, lang="zh", top=20, title=None):
    """Bars of the most frequent words by rate; a word from a single unit is hollow.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, n, per_10k, n_units, rank; one selection.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    top : int
        Number of bars.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    shown = table.sort_values(["n", "term"], ascending=[False, True]).head(top)
    ax = open_axes(
        ax, title or label("frequency", lang), size="column", height=0.9 + 0.17 * max(len(shown), 4)
    )
    if shown.empty:
        return nothing(ax, lang)
    single = shown["n_units"].eq(1).to_numpy() if "n_units" in shown else np.zeros(len(shown), bool)
    bars = ax.barh(range(len(shown)), shown["per_10k"], height=0.72, color=PALETTE[0], edgecolor=PALETTE[0])
    for bar, hollow, n in zip(bars, single, shown["n"], strict=True):
        bar.set_facecolor("white" if hollow else PALETTE[0])
        place = (bar.get_width(), bar.get_y() + bar.get_height() / 2)
        ax.annotate(f"{n}", place, xytext=(3, 0), textcoords="offset points", va="center", fontsize=7)
    rows(ax, shown["term"])
    ax.set_xlim(0, shown["per_10k"].max() * 1.15 or 1)
    ax.set_xlabel(label("per_10k", lang))
    if single.any():
        note(ax, label("one_unit", lang))
    return ax


@styled
def plot_zipf(table, *, ax=None, lang="zh", title=None):
    """Rank against frequency, both logarithmic, with the line of slope -1 through the first decade.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: rank, n, term.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    from matplotlib.ticker import FuncFormatter, NullFormatter

    ax = open_axes(ax, title or label("zipf", lang), size="column", height=3)
    if table.empty:
        return nothing(ax, lang)
    counts = np.sort(table["n"].to_numpy())[::-1]
    ranks = np.arange(1, len(counts) + 1)
    ax.scatter(ranks, counts, s=5, color=PALETTE[0], linewidths=0, rasterized=True)
    middle = min(len(counts), 10) - 1
    ax.plot(ranks, counts[middle] * ranks[middle] / ranks, color="#595959", lw=0.8, ls="--")
    ax.set_xscale("log")
    ax.set_yscale("log")
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
        axis.set_minor_formatter(NullFormatter())
    ax.set_xlabel(label("rank", lang))
    ax.set_ylabel(label("count", lang), rotation=0, ha="right")
    return ax


@styled
def plot_dispersion(table, *, ax=None, lang="zh", top=20, title=None):
    """Count against DP; the most frequent words are labelled.

    Parameters
    ----------
    table : pandas.DataFrame
        From `dispersion`: term, n, dp.
    ax, lang, top, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    from matplotlib.ticker import FuncFormatter, NullFormatter

    ax = open_axes(ax, title or label("dispersion", lang), height=3.8)
    shown = table.dropna(subset=["dp"]).sort_values(["n", "term"], ascending=[False, True])
    if shown.empty:
        return nothing(ax, lang)
    ax.scatter(shown["dp"], shown["n"], s=8, color=PALETTE[0], alpha=0.5, linewidths=0, rasterized=True)
    ax.set_yscale("log")
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    ax.yaxis.set_minor_formatter(NullFormatter())
    ax.set_xlim(-0.03, 1.08)
    ax.set_xlabel(label("uneven", lang))
    ax.set_ylabel(label("count", lang), rotation=0, ha="right")
    named = shown.head(top)
    label_points(ax, named["dp"], named["n"], named["term"])
    return ax


@styled
def plot_term_barcode(table, term, *, ax=None, lang="zh", names=None, title=None):
    """One row per document with a tick wherever the term stands.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_id, position (0..1 along the text); documents without the term have one row with position NA.
    term : str
    names : dict, optional
        doc_id to short name.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    documents = list(dict.fromkeys(table["doc_id"]))
    height = 1.0 + 0.24 * max(len(documents), 3)
    ax = open_axes(ax, title or label("term_barcode", lang, term=term), height=height)
    if not documents:
        return nothing(ax, lang)
    for row, doc_id in enumerate(documents):
        at = table.loc[table["doc_id"].eq(doc_id), "position"].dropna() * 100
        ax.barh(row, 100, height=0.62, color="#EFEFEF")
        ax.vlines(at, row - 0.31, row + 0.31, color=PALETTE[0], lw=1.1)
        ax.annotate(
            f"{len(at)}", (100, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=7
        )
    rows(ax, [(names or {}).get(doc_id, doc_id) for doc_id in documents])
    ax.set_xlim(0, 100)
    ax.set_xlabel(label("position", lang))
    return ax


@styled
def plot_wordcloud(table, *, ax=None, lang="zh", title=None, max_words=80):
    """A cloud with words sized by rate, in one hue; never to be the only figure.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, per_10k.
    max_words : int
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    from wordcloud import WordCloud

    ax = open_axes(ax, title or label("wordcloud", lang), size="column", height=2.4)
    shown = table.sort_values(["per_10k", "term"], ascending=[False, True]).head(max_words)
    weights = {
        clean(term): rate for term, rate in zip(shown["term"], shown["per_10k"], strict=True) if rate > 0
    }
    weights.pop("", None)
    if not weights:
        return nothing(ax, lang)
    ink = {size: f"hsl(203, 100%, {36 - min(size, 90) / 5:.0f}%)" for size in range(1, 400)}
    cloud = WordCloud(
        font_path=str(font_path()), width=660, height=400, background_color="white", max_words=max_words,
        prefer_horizontal=1.0, min_font_size=14, random_state=0,
        color_func=lambda word, font_size, **_: ink.get(int(font_size), ink[399]),
    ).generate_from_frequencies(weights)  # fmt: skip
    ax.imshow(cloud.to_array(), interpolation="nearest")
    ax.set_axis_off()
    return ax


@styled
def plot_network(table, *, ax=None, lang="zh", title=None, max_nodes=60):
    """Words that keep company: edges by log-Dice, layout seeded.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cooccurrence`: source, target, log_dice.
    max_nodes : int
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    import networkx as nx

    ax = open_axes(ax, title or label("network", lang), height=5)
    graph = nx.Graph()
    for row in table.sort_values(
        ["log_dice", "source", "target"], ascending=[False, True, True]
    ).itertuples():
        if len(graph) + (row.source not in graph) + (row.target not in graph) <= max_nodes:
            graph.add_edge(row.source, row.target, weight=row.log_dice)
    if not graph:
        return nothing(ax, lang)
    places = nx.kamada_kawai_layout(graph, weight=None)
    weights = np.array([weight for *_, weight in graph.edges(data="weight")])
    widths = 0.4 + 1.6 * (weights - weights.min()) / (np.ptp(weights) or 1)
    nx.draw_networkx_edges(graph, places, ax=ax, edge_color="#B9CDD9", width=widths)
    x, y = np.array([places[node] for node in graph]).T
    ax.scatter(x, y, s=10, color=PALETTE[0], zorder=2)
    label_points(ax, x, y, graph)
    ax.set_axis_off()
    return ax
