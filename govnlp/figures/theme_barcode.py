"""Figure of themes along a document."""

import numpy as np

from govnlp.analysis.themes.profile import THRESHOLD, membership
from govnlp.arguments import takes
from govnlp.figures.style import clear_first, ems, figure, label, note, nothing, open_axes, rows, shorten
from govnlp.figures.themes import named, side_name, theme_colours, theme_order

BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}


def say_theme_barcode(table, *, lang="zh", labels=None):
    """The theme of most paragraphs, where these are several: as many as `theme_profile` counts."""
    import pandas as pd

    _, themes, member = membership(table)
    n = pd.Series(member.sum(axis=0), index=themes)
    best = clear_first(n[n.gt(1)])
    return (
        ""
        if best is None
        else label("say_theme_barcode", lang, theme=(labels or {}).get(best, best), n=n[best])
    )


@figure("theme-barcode", say_theme_barcode)
@takes(table="score_themes: block, theme, score")
def plot_theme_barcode(
    table, *, ax=None, lang="zh", name=None, titles=None, labels=None, colours=None, title=None
):
    """One strip per theme along one document, darker where the score is higher, with the sections above.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of one document from `score_themes`, blocks without a theme among them: block, section, theme,
        score, n_chars, article.
    name : str, optional
        Of the document, for the title.
    titles : dict, optional
        Article to title, to stand above blocks that have no section.
    colours : dict, optional
        Theme to colour, as from `lexicon_colours`.
    ax, lang, labels, title
        As for `plot_themes`.

    Returns
    -------
    matplotlib Axes
    """
    from matplotlib.colors import LinearSegmentedColormap

    name = name or side_name(table)
    order = theme_order(table)
    grouped, colours = colours is not None, colours or theme_colours(order)
    found = set(table["theme"].unique())
    themes = [theme for theme in order if theme in found]
    ax = open_axes(
        ax, title or named(label("theme_barcode", lang), name), height=2.1 + 0.22 * max(len(themes), 3)
    )
    if not themes or len(table["doc_id"].unique()) > 1:
        return nothing(ax, lang, "one_at_a_time" if themes else "no_theme")
    blocks = table.drop_duplicates("unit_id")
    edges = np.r_[0, np.cumsum(blocks["n_chars"].to_numpy(dtype=float))]
    edges = 100 * edges / max(edges[-1], 1)
    place = {unit: i for i, unit in enumerate(blocks["unit_id"])}
    top = max(float(table["score"].max()), 1e-9)
    for row, theme in enumerate(themes):
        part, strip = table[table["theme"] == theme], np.zeros((1, len(blocks)))
        strip[0, part["unit_id"].map(place)] = np.sqrt(part["score"] / top)
        hue = LinearSegmentedColormap.from_list("hue", ["#F4F4F4", colours[theme]])
        ax.pcolormesh(edges, [row - 0.42, row + 0.42], strip, cmap=hue, vmin=0, vmax=1, rasterized=True)
    rows(ax, [(labels or {}).get(theme, theme) for theme in themes])
    heads = blocks["section"].where(blocks["section"].notna(), blocks["article"].map(titles or {}))
    heads = heads.astype(object).where(heads.notna(), "").tolist()
    starts = [i for i, head in enumerate(heads) if head and (i == 0 or head != heads[i - 1])]
    left_out = _headings(ax, [(edges[i], heads[i]) for i in starts], len(themes))
    ax.set_xlim(0, 100)
    ax.set_xlabel(label("position", lang))
    note(ax, label("strip_note", lang, n=THRESHOLD))
    if grouped and len({colours[theme] for theme in themes}) < len(themes):
        note(ax, label("same_colour", lang))
    if left_out:
        note(ax, label("headings_left", lang, n=left_out, total=len(starts)))
    return ax


def _headings(ax, headings, n_rows, levels=5):
    """Section headings above the strips where there is room on one of so many lines; how many had none."""
    width = ax.figure.get_figwidth() * 72 * 0.85
    ends, left_out = [-np.inf] * levels, 0
    for at, text in headings:
        text = shorten(text, 16)
        size = 100 * (ems(text) + 1) * 7 / width
        start = min(at, 100 - size)
        level = next((i for i in range(levels) if ends[i] <= start), None)
        if level is None:
            left_out += 1
            continue
        ends[level] = start + size
        y = -0.95 - 0.62 * level
        ax.plot([at, at], [n_rows - 0.5, y], color="#8A8A8A", lw=0.5, clip_on=False, zorder=1)
        ax.text(start + 0.4, y, text, fontsize=7, va="center", color="#404040", bbox=BEHIND)
    used = max((i + 1 for i in range(levels) if np.isfinite(ends[i])), default=0)
    ax.set_ylim(n_rows - 0.4, -0.6 - 0.62 * used - (0.2 if used else 0))
    return left_out
