"""Plots of words: frequency, dispersion, word cloud."""

import numpy as np

from govnlp.figures.style import PALETTE, SIZES, font_path, style


def new_axes(height):
    """Axes of a page's width and this height in inches, in the house's style."""
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(SIZES["page"], height))[1]


def bars(ax, labels, values, notes, *, colour=PALETTE[0]):
    """Horizontal bars from the top down, each with its label at the left and its number at the end."""
    at = np.arange(len(values))
    ax.barh(at, values, color=colour, height=0.7)
    ax.set_yticks(at, labels)
    ax.set_ylim(len(values) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    for y, value, note in zip(at, values, notes, strict=True):
        ax.annotate(note, (value, y), (3, 0), textcoords="offset points", va="center", fontsize=7)
    ax.set_xlim(0, max([*values, 0]) * 1.15 or 1)


def plot_frequency(table, *, ax=None, top=25, lang="zh"):
    """Rates of the most frequent terms.

    Parameters
    ----------
    table : pandas.DataFrame
        As `frequency` gives it for one selection: term, n, per_10k, n_units, rank.
    ax : matplotlib.axes.Axes, optional
        New axes of a page's width unless given.
    top : int
        How many terms to show.
    lang : {"zh", "en"}

    Returns
    -------
    matplotlib.axes.Axes
        One bar a term, its count at the end; a term that stands in one unit only is marked ○.
    """
    rows = table.nsmallest(top, "rank")
    with style():
        ax = ax or new_axes(0.6 + 0.19 * len(rows))
        labels = [
            f"{term} ○" if units == 1 else term
            for term, units in zip(rows["term"], rows["n_units"], strict=True)
        ]
        bars(ax, labels, rows["per_10k"].tolist(), [str(n) for n in rows["n"]])
        ax.set_title({"zh": "哪些词最常出现？", "en": "Which words dominate?"}[lang])
        ax.set_xlabel(
            {
                "zh": "每万词次数（条末为频数，○ 只见于一个单位）",
                "en": "per 10,000 tokens (count at the bar's end, ○ in one unit only)",
            }[lang]
        )
    return ax


def plot_dispersion(table, *, ax=None, top=12, lang="zh"):
    """Count against deviation of proportions: who is used evenly, who in bursts.

    Parameters
    ----------
    table : pandas.DataFrame
        As `dispersion` gives it: term, n, range, juilland_d, dp.
    ax : matplotlib.axes.Axes, optional
    top : int
        How many of the most frequent terms carry their name; names that would overlap are left out.
    lang : {"zh", "en"}

    Returns
    -------
    matplotlib.axes.Axes
        One point a term of at least five occurrences; 0 is even use, 1 a single passage.
    """
    rows = table[table["n"] >= 5].sort_values(["n", "term"], ascending=[False, True])
    with style():
        ax = ax or new_axes(4.2)
        ax.scatter(rows["dp"], rows["n"], s=9, color=PALETTE[0], alpha=0.5, linewidths=0)
        ax.set_yscale("log")
        ax.yaxis.set_major_formatter("{x:g}")  # the usual formatter of logarithms writes a formula
        ax.margins(x=0.12)
        taken = []
        for row in rows.head(10 * top).itertuples():
            spot = ax.transData.transform((row.dp, row.n))
            if len(taken) < top and all(abs(spot[0] - x) > 60 or abs(spot[1] - y) > 14 for x, y in taken):
                taken.append(spot)
                ax.annotate(row.term, (row.dp, row.n), (3, 2), textcoords="offset points", fontsize=7)
        ax.set_title({"zh": "用得均匀，还是集中一处？", "en": "Evenly used, or in bursts?"}[lang])
        ax.set_xlabel({"zh": "离散度 DP（0 为均匀）", "en": "DP (0 is even)"}[lang])
        ax.set_ylabel({"zh": "频数", "en": "count"}[lang])
    return ax


def plot_wordcloud(table, *, ax=None, top=80, lang="zh", random_state=0):
    """Word cloud of the rates in one hue: a first glance, never the only figure.

    Parameters
    ----------
    table : pandas.DataFrame
        As `frequency` gives it for one selection.
    ax : matplotlib.axes.Axes, optional
    top : int
    lang : {"zh", "en"}
    random_state : int
        Seed of the layout.

    Returns
    -------
    matplotlib.axes.Axes
    """
    from wordcloud import WordCloud

    rates = table.nsmallest(top, "rank").set_index("term")["per_10k"].to_dict()
    cloud = WordCloud(
        font_path=str(font_path()),
        width=1380,
        height=700,
        background_color="white",
        random_state=random_state,
        prefer_horizontal=1.0,
        color_func=lambda *_, **__: PALETTE[0],
    ).generate_from_frequencies(rates)
    with style():
        ax = ax or new_axes(3.8)
        ax.imshow(cloud.to_array(), interpolation="bilinear")
        ax.set_axis_off()
        ax.set_title({"zh": "第一眼：常用词", "en": "A first glance: frequent words"}[lang])
    return ax
