"""Plots of keywords: what sets each document apart, and one document against the rest."""

import math

import numpy as np

from govnlp.figures.style import PALETTE, SIZES, style
from govnlp.figures.words import bars, new_axes


def plot_keywords(table, *, names=None, top=8, lang="zh"):
    """Small multiples of the highest tf-idf per document.

    Parameters
    ----------
    table : pandas.DataFrame
        As `tfidf` gives it: doc_id, term, n, tf, idf, tf_idf.
    names : dict, optional
        Short name by doc_id; the doc_id itself is shown where there is none.
    top : int
        Terms per document.
    lang : {"zh", "en"}

    Returns
    -------
    numpy.ndarray of matplotlib.axes.Axes
        One per document, in the table's order, on one scale; the count stands at the bar's end.
    """
    import matplotlib.pyplot as plt

    names, groups = names or {}, list(table.groupby("doc_id", sort=False))
    columns = 3
    with style():
        rows = math.ceil(len(groups) / columns)
        figure, axes = plt.subplots(rows, columns, figsize=(SIZES["page"], 0.5 + 1.7 * rows), squeeze=False)
        highest = table["tf_idf"].max()
        for ax, (doc_id, part) in zip(axes.flat, groups, strict=False):
            best = part.nlargest(top, "tf_idf")
            bars(ax, best["term"].tolist(), best["tf_idf"].tolist(), [str(n) for n in best["n"]])
            ax.set_xlim(0, highest * 1.15)
            name = str(names.get(doc_id, doc_id))
            ax.set_title(name if len(name) <= 16 else name[:15] + "…", fontsize=8)
            ax.set_xticks([])
        for ax in axes.flat[len(groups) :]:
            ax.set_axis_off()
        figure.suptitle(
            {
                "zh": "各篇文献的特色词是什么？（条末为频数）",
                "en": "What sets each document apart? (count at the bar's end)",
            }[lang],
            fontsize=10,
        )
    return axes.ravel()[: len(groups)]


def plot_keyness(table, *, ax=None, top=15, lang="zh"):
    """Shrunken log-ratios with their intervals, for the terms furthest from zero on both sides.

    Parameters
    ----------
    table : pandas.DataFrame
        As `keyness` gives it: term, n_target, n_reference, log_ratio, ci_low, ci_high.
    ax : matplotlib.axes.Axes, optional
    top : int
        Terms per side.
    lang : {"zh", "en"}

    Returns
    -------
    matplotlib.axes.Axes
        A point and an interval a term; the counts in target and reference stand behind the term.
    """
    over = table[table["log_ratio"] > 0].sort_values(["ci_low", "term"], ascending=[False, True]).head(top)
    under = table[table["log_ratio"] < 0].sort_values(["ci_high", "term"]).head(top)[::-1]
    with style():
        ax = ax or new_axes(0.7 + 0.19 * (len(over) + len(under)))
        labels = []
        for y, (row, colour) in enumerate(
            [*((r, PALETTE[1]) for r in over.itertuples()), *((r, PALETTE[0]) for r in under.itertuples())]
        ):
            ax.plot([row.ci_low, row.ci_high], [y, y], color=colour, linewidth=1)
            ax.plot(row.log_ratio, y, "o", color=colour, markersize=4)
            labels.append(f"{row.term}  {row.n_target} : {row.n_reference}")
        ax.set_yticks(np.arange(len(labels)), labels)
        ax.set_ylim(len(labels) - 0.4, -0.6)
        ax.axvline(0, color="0.6", linewidth=0.8)
        ax.set_title(
            {"zh": "与其余文献相比，多用和少用哪些词？", "en": "Against the rest: used more, used less"}[lang]
        )
        ax.set_xlabel(
            {
                "zh": "对数比（以 2 为底，收缩估计，线段为 95% 区间）；词后为频数 本篇 : 其余",
                "en": "log2 ratio, shrunken, with 95 % interval; counts: target : reference",
            }[lang]
        )
    return ax
