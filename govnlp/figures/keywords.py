"""Figures of keywords: tf-idf per document, keyness, correspondence."""

import numpy as np

from govnlp.figures.style import (
    PALETTE,
    SIZES,
    label,
    note,
    nothing,
    open_axes,
    rows,
    set_title,
    shorten,
    styled,
)  # fmt: skip
from govnlp.figures.words import label_points


@styled
def plot_keywords(table, *, lang="zh", top=10, names=None, columns=3, title=None):
    """Small multiples of the highest tf-idf per document on one scale; the count is written on each bar.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tfidf`: doc_id, term, n, tf_idf.
    lang : {"zh", "en"}
    top : int
        Words per document.
    names : dict, optional
        doc_id to short name.
    columns : int
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
        One per document, on one figure.
    """
    import matplotlib.pyplot as plt

    documents = list(dict.fromkeys(table["doc_id"])) or [None]
    columns = min(columns, len(documents))
    lines = -(-len(documents) // columns)
    fig, grid = plt.subplots(
        lines, columns, figsize=(SIZES["page"], 0.8 + lines * (0.4 + 0.16 * top)), sharex=True, squeeze=False
    )
    limit = (table["tf_idf"].max() if len(table) else 1) * 1.2 or 1
    for ax, doc_id in zip(grid.flat, documents, strict=False):
        part = (
            table[table["doc_id"].eq(doc_id)]
            .sort_values(["tf_idf", "term"], ascending=[False, True])
            .head(top)
        )
        ax.barh(range(len(part)), part["tf_idf"], height=0.72, color=PALETTE[0])
        for row, (value, n) in enumerate(zip(part["tf_idf"], part["n"], strict=True)):
            ax.annotate(
                f"{n}", (value, row), xytext=(2, 0), textcoords="offset points", va="center", fontsize=7
            )
        rows(ax, part["term"], width=9)
        ax.set_ylim(top - 0.4, -0.6)
        ax.set_xlim(0, limit)
        ax.set_xticks([0])
        ax.set_title(shorten((names or {}).get(doc_id, doc_id or ""), 16), x=-0.15, fontsize=7.5)
    for ax in grid.flat[len(documents) :]:
        ax.set_axis_off()
    for ax in grid[-1]:
        ax.set_xlabel(label("tf_idf", lang))
    set_title(fig, title or label("keywords", lang))
    return list(grid.flat[: len(documents)]) if len(table) else [nothing(grid[0, 0], lang)]


@styled
def plot_keyness(table, *, ax=None, lang="zh", top=12, title=None):
    """Log ratio with interval of the most distinctive words on either side, counts at the right.

    Parameters
    ----------
    table : pandas.DataFrame
        From `keyness`: term, n_target, n_reference, log_ratio, ci_low, ci_high, g2; n_units where known.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    top : int
        Words per side.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    order = table.sort_values(["g2", "term"], ascending=[False, True])
    positive, negative = order[order["log_ratio"] > 0].head(top), order[order["log_ratio"] < 0].tail(top)
    shown = order.loc[[*positive.index, *negative.index]].sort_values(
        ["log_ratio", "term"], ascending=[False, True]
    )
    ax = open_axes(ax, title or label("keyness", lang), height=1.1 + 0.18 * max(len(shown), 4))
    if shown.empty:
        return nothing(ax, lang)
    single = shown["n_units"].eq(1) if "n_units" in shown else shown["n_target"].eq(1)
    ax.axvline(0, color="#595959", lw=0.8)
    for row, (item, hollow) in enumerate(zip(shown.itertuples(), single, strict=True)):
        colour = PALETTE[0] if item.log_ratio > 0 else PALETTE[1]
        ax.plot([item.ci_low, item.ci_high], [row, row], color=colour, lw=1)
        ax.plot(item.log_ratio, row, "o", ms=4.5, mec=colour, mfc="white" if hollow else colour)
        ax.annotate(
            f"{item.n_target} : {item.n_reference}", (1, row), xycoords=("axes fraction", "data"),
            xytext=(4, 0), textcoords="offset points", va="center", fontsize=7, annotation_clip=False,
        )  # fmt: skip
    rows(ax, shown["term"])
    ax.set_xlabel(label("log_ratio", lang))
    if single.any():
        note(ax, label("one_unit", lang))
    return ax


@styled
def plot_correspondence(table, *, ax=None, lang="zh", names=None, top=25, title=None):
    """Biplot of documents and their words; only well represented words are named.

    Parameters
    ----------
    table : pandas.DataFrame
        From `correspondence`: kind, name, dim1, dim2, quality; shares of inertia in ``attrs``.
    ax, lang, names, top, title
        As for the other plots.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("correspondence", lang), height=5)
    if table.empty:
        return nothing(ax, lang)
    documents = table[table["kind"].eq("document")]
    terms = table[table["kind"].eq("term") & table["quality"].ge(0.5)].sort_values(
        ["quality", "name"], ascending=[False, True]
    )
    terms = terms.head(top)
    ax.axhline(0, color="#D0D0D0", lw=0.6)
    ax.axvline(0, color="#D0D0D0", lw=0.6)
    ax.scatter(terms["dim1"], terms["dim2"], s=8, color="#8A8A8A")
    ax.scatter(documents["dim1"], documents["dim2"], s=26, color=PALETTE[1], marker="s")
    shown = [(names or {}).get(name, name) for name in documents["name"]]
    label_points(
        ax,
        np.r_[terms["dim1"], documents["dim1"]],
        np.r_[terms["dim2"], documents["dim2"]],
        [*terms["name"], *shown],
    )
    inertia = table.attrs.get("inertia")
    if inertia is not None:
        ax.set_xlabel(f"1 ({inertia[0]:.0%})")
        ax.set_ylabel(f"2 ({inertia[1]:.0%})", rotation=0, ha="right")
    return ax
