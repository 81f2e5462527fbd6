"""Figures of where words stand: how evenly, and at which places."""

import numpy as np

from govnlp.arguments import takes, whole
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    note,
    nothing,
    open_axes,
    rows,
    sentences,
    words_only,
)
from govnlp.figures.words import above_axis, plain_logs


def say_dispersion(table, *, lang="zh"):
    """The most and the least even of the fifty most frequent words, where they differ clearly."""
    frequent = words_only(table).dropna(subset=["dp"]).query("n >= 5").head(50).set_index("term")["dp"]
    burst, even = clear_first(frequent), clear_first(-frequent)
    if burst is None or even is None or frequent[burst] - frequent[even] < 0.1:
        return ""
    low, high = f"{frequent[even]:.2f}", f"{frequent[burst]:.2f}"
    return label("say_dispersion", lang, even=even, low=low, burst=burst, high=high)


@figure("dispersion", say_dispersion)
@takes(table="dispersion: term, n, dp", top=whole(1))
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
    if shown["dp"].nunique() < 2:
        alone = "range" in shown and shown[["range", "dp"]].eq([1, 0]).all(axis=None)
        return nothing(ax, lang, "empty" if shown.empty else "one_part" if alone else "evenly_used")
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
        ax.plot(0.12 + 0.29 * i, 1.03, mark, ms=4, color=colour, transform=ax.transAxes, clip_on=False)
        ax.text(
            0.135 + 0.29 * i,
            1.03,
            label(name, lang),
            transform=ax.transAxes,
            va="center",
            fontsize=7,
            color=colour,
        )
    plain_logs(ax)
    ax.set_xlim(
        max(0.0, np.floor(shown["dp"].min() * 10) / 10 - 0.1) - 0.02, 1.03
    )  # many documents: no even word
    ax.set_ylim(0.7, shown["n"].max() * 1.8)
    ax.set_xlabel(label("uneven", lang))
    above_axis(ax, label("count", lang))
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
    key = "say_barcode" if total > 1 else "say_barcode_one"
    return sentences(
        label(key, lang, term=term, all=total, some=len(hits), n=hits.sum()),
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
    if not most.any():
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
    holding = int(n.gt(0).sum())
    if len(n) > len(documents):
        note(ax, label("documents_with", lang, n=holding, all=len(n)))
    if holding > len(documents):
        note(ax, label("some_documents", lang, shown=len(documents), all=holding))
    return ax
