"""Figures of facts: indicators, phrases, reuse."""

import numpy as np

from govnlp.figures.style import PALETTE, label, nothing, open_axes, rows, shorten, styled
from govnlp.figures.themes import heatmap

MARKS = {"actual": ("o", PALETTE[0]), "estimate": ("D", PALETTE[4]), "target": ("^", PALETTE[1])}


@styled
def plot_indicators(table, *, ax=None, lang="zh", unit=None, top=25, title=None):
    """Dots by indicator's name for one base unit; shape and written word tell actual, estimate and target.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`: name, value, unit, value_base, unit_base, comparator, status.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    unit : str, optional
        Base unit to show, by default the most frequent: units never share an axis.
    top : int
        Number of names.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    known = table.dropna(subset=["value_base", "unit_base", "name"])
    if unit is None and len(known):
        counts = known["unit_base"].value_counts()
        unit = min(counts.index, key=lambda name: (-counts[name], name))
    known = known[known["unit_base"].eq(unit)]
    names = known["name"].value_counts()
    names = sorted(names.index, key=lambda name: (-names[name], name))[:top]
    ax = open_axes(ax, title or label("indicators", lang), height=1.2 + 0.22 * max(len(names), 3))
    if not names:
        return nothing(ax, lang)
    shown = known[known["name"].isin(names)]
    for status, (mark, colour) in MARKS.items():
        part = shown[shown["status"].eq(status)]
        at = [names.index(name) for name in part["name"]]
        ax.scatter(part["value_base"].astype(float), at, marker=mark, s=18, color=colour, alpha=0.8)
    for row, name in enumerate(names):
        last = shown[shown["name"].eq(name)].iloc[-1]
        said = (
            ""
            if last["comparator"] is None or last["comparator"] != last["comparator"]
            else last["comparator"]
        )
        text = shorten(f"{label(last['status'], lang)} {last['value']:g}{last['unit']} {said}", 16)
        ax.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(4, 0), textcoords="offset points",
                    va="center", fontsize=7, annotation_clip=False)  # fmt: skip
    rows(ax, names)
    values = shown["value_base"].astype(float)
    if values.min() > 0 and values.max() / values.min() > 1000:
        ax.set_xscale("log")
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.6g}")
    ax.locator_params(axis="x", nbins=5) if ax.get_xscale() == "linear" else ax.set_xticks(
        10.0 ** np.linspace(np.floor(np.log10(values.min())), np.ceil(np.log10(values.max())), 4).round(),
        minor=False,
    )
    ax.tick_params(axis="x", which="minor", labelbottom=False)
    ax.set_xlabel(shorten(unit, 20))
    return ax


@styled
def plot_phrases(table, *, ax=None, lang="zh", top=25, title=None):
    """Bars of phrases by count with their members; members that no text lists are shown as open.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_phrases`: phrase, kind, n, doc_ids, expansion.
    ax, lang, top, title
        As for `plot_indicators`.

    Returns
    -------
    matplotlib Axes
    """
    shown = table.sort_values(["n", "phrase"], ascending=[False, True]).head(top)
    ax = open_axes(ax, title or label("phrases", lang), height=0.9 + 0.2 * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang)
    ax.barh(range(len(shown)), shown["n"], height=0.7, color=PALETTE[0])
    for row, (n, kind, members) in enumerate(zip(shown["n"], shown["kind"], shown["expansion"], strict=True)):
        listed = isinstance(members, (list, tuple, str, np.ndarray)) and len(members) > 0
        text = "、".join(members) if listed and not isinstance(members, str) else members if listed else ""
        if not listed and kind == "numeric_abbreviation":
            text = label("open", lang)
        ax.annotate(f"{n}  {shorten(text, 26)}", (n, row), xytext=(3, 0), textcoords="offset points",
                    va="center", fontsize=7)  # fmt: skip
    rows(ax, shown["phrase"])
    ax.set_xlim(0, shown["n"].max() * 2.4)
    ax.set_xlabel(label("count", lang))
    return ax


@styled
def plot_reuse(table, *, ax=None, lang="zh", names=None, title=None):
    """Matrix of the number of passages that two documents share.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_a, doc_b, n.
    ax, lang, title
        As for `plot_indicators`.
    names : dict, optional
        doc_id to short name.

    Returns
    -------
    matplotlib Axes
    """
    documents = sorted({*table["doc_a"], *table["doc_b"]})
    ax = open_axes(ax, title or label("reuse", lang), height=1.4 + 0.3 * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang)
    grid = np.zeros((len(documents), len(documents)))
    for a, b, n in zip(table["doc_a"], table["doc_b"], table["n"], strict=True):
        i, j = documents.index(a), documents.index(b)
        grid[i, j] = grid[j, i] = n
    shown = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    heatmap(ax, grid, shown, shown, [[f"{n:.0f}" if n else "" for n in row] for row in grid], top=grid.max())
    return ax
