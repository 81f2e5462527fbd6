"""Figures of policy themes: heatmap, profile of a document, place in the text."""

import numpy as np

from govnlp.figures.style import PALETTE, label, note, nothing, open_axes, rows, shorten, styled


def heatmap(ax, grid, names, heads, cells, top=None):
    """A table of shares in one hue, each with its text; heads are broken over lines, never rotated."""
    image = ax.pcolormesh(
        grid, cmap="Blues", vmin=0, vmax=top or max(np.nanmax(grid), 0.01), edgecolors="white", lw=1
    )
    ax.set_yticks(np.arange(len(names)) + 0.5, [shorten(name, 14) for name in names])
    heads = ["\n".join(head[i : i + 4] for i in range(0, min(len(head), 12), 4)) for head in map(str, heads)]
    ax.set_xticks(np.arange(len(heads)) + 0.5, heads, fontsize=7)
    ax.set_ylim(len(names), 0)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    limit = image.norm.vmax * 0.55
    for (row, column), value in np.ndenumerate(grid):
        ax.text(
            column + 0.5, row + 0.5, cells[row][column], ha="center", va="center", fontsize=7,
            linespacing=1.05, color="white" if value > limit else "#262626",
        )  # fmt: skip
    return ax


def percent(share, low=np.nan, high=np.nan):
    """A share as text, its interval below where there is one."""
    if not np.isfinite(share):
        return "–"
    interval = f"\n{low * 100:.0f}–{high * 100:.0f}" if np.isfinite(low) and np.isfinite(high) else ""
    return f"{share * 100:.0f}{interval}"


@styled
def plot_themes(table, *, ax=None, lang="zh", names=None, title=None):
    """Heatmap of documents by themes: share and interval in per cent, uncovered text as the last column.

    Parameters
    ----------
    table : pandas.DataFrame
        From `theme_profile`: doc_id, theme, share, ci_low, ci_high, uncovered (shares in 0..1).
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names : dict, optional
        doc_id to short name.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    documents, themes = list(dict.fromkeys(table["doc_id"])), list(dict.fromkeys(table["theme"]))
    ax = open_axes(ax, title or label("themes", lang), height=1.4 + 0.34 * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang)
    wide = table.set_index(["doc_id", "theme"])[["share", "ci_low", "ci_high"]].astype(float)
    uncovered = table.groupby("doc_id", sort=False)["uncovered"].first()
    grid, cells = np.full((len(documents), len(themes) + 1), np.nan), []
    for row, doc_id in enumerate(documents):
        values = [wide.loc[(doc_id, t)] if (doc_id, t) in wide.index else [np.nan] * 3 for t in themes]
        grid[row] = [*(v[0] if isinstance(v, list) else v["share"] for v in values), uncovered[doc_id]]
        cells.append([*(percent(*v) for v in values), percent(uncovered[doc_id])])
    heatmap(
        ax, grid, [(names or {}).get(d, d) for d in documents], [*themes, label("uncovered", lang)], cells
    )
    ax.axvline(len(themes), color="#404040", lw=1)
    ax.set_xlabel(label("share", lang))
    note(ax, label("overlap", lang))
    return ax


@styled
def plot_theme_profile(table, *, ax=None, lang="zh", evidence=None, title=None):
    """Bars of one document's themes with intervals, the strongest entries written on each.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of one document from `theme_profile`.
    evidence : dict, optional
        Theme to list of its strongest entries.
    ax, lang, title
        As for `plot_themes`.

    Returns
    -------
    matplotlib Axes
    """
    shown = table.sort_values(["share", "theme"], ascending=[False, True])
    ax = open_axes(ax, title or label("theme_profile", lang), height=0.9 + 0.26 * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang)
    share, low, high = (shown[c].astype(float).to_numpy() * 100 for c in ("share", "ci_low", "ci_high"))
    ax.barh(range(len(shown)), share, height=0.66, color=PALETTE[5])
    ax.hlines(range(len(shown)), low, high, color="#262626", lw=1)
    right = np.nanmax(np.r_[share, high, 1])
    for row, theme in enumerate(shown["theme"]):
        words = "、".join((evidence or {}).get(theme, [])[:3])
        end = np.nanmax([share[row], high[row]])
        text = f"{share[row]:.0f}%  {shorten(words, 18)}"
        ax.annotate(text, (end, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=7)
    rows(ax, shown["theme"])
    ax.set_xlim(0, right * 1.6)
    ax.set_xlabel(label("share", lang))
    return ax


@styled
def plot_theme_barcode(table, *, ax=None, lang="zh", title=None):
    """One strip per theme along one document, darker where the score is higher; sections are bordered.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of one document from `score_themes`: block, section, theme, score.
    ax, lang, title
        As for `plot_themes`.

    Returns
    -------
    matplotlib Axes
    """
    themes = list(dict.fromkeys(table["theme"]))
    ax = open_axes(ax, title or label("theme_barcode", lang), height=1.1 + 0.24 * max(len(themes), 3))
    if not themes:
        return nothing(ax, lang)
    blocks = sorted(set(table["block"]))
    place = {block: i for i, block in enumerate(blocks)}
    grid = np.zeros((len(themes), len(blocks)))
    for theme, block, score in zip(table["theme"], table["block"], table["score"], strict=True):
        grid[themes.index(theme), place[block]] = score
    edges = np.linspace(0, 100, len(blocks) + 1)
    mesh = ax.pcolormesh(edges, np.arange(len(themes) + 1) - 0.5, grid, cmap="Blues", vmin=0, rasterized=True)
    mesh.set_clim(0, max(grid.max(), 1e-9))
    rows(ax, themes)
    for row in range(len(themes) - 1):
        ax.axhline(row + 0.5, color="white", lw=2)
    sections = table.drop_duplicates("block").sort_values("block")["section"].fillna("").tolist()
    for i in range(1, len(blocks)):
        if sections[i] != sections[i - 1]:
            ax.axvline(edges[i], color="#8A8A8A", lw=0.5)
    ax.set_xlabel(label("position", lang))
    return ax
