"""Figures of likeness: which documents or groups resemble each other, and by which words."""

import numpy as np

from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    figure,
    label,
    note,
    nothing,
    open_axes,
    sentences,
    shorten,
    words_only,
)

APART = 0.01
"""Difference of coordinates from which documents are apart; what equal ones have is noise of the computation."""

FEW_NAMES = 12
"""Documents, of which each has its name, however badly the plane shows it."""


def say_correspondence(table, *, lang="zh", names=None):
    """What the plane shows, and its ends where they are well represented on a first dimension that says something."""
    inertia = table.attrs.get("inertia", [0.0])
    sides = table[table["kind"].ne("term")].sort_values(["dim1", "name"])
    if len(sides) < 3 or sum(inertia[:2]) < 0.01 or np.ptp(sides["dim1"]) < APART:
        return ""
    ends = sides.iloc[[0, -1]]
    clear = inertia[0] >= 0.1 and ends["quality"].ge(0.3).all() and ends["dim1"].nunique() > 1
    left, right = ((names or {}).get(name, name) for name in ends["name"])
    return sentences(
        label("say_inertia", lang, share=f"{sum(inertia[:2]):.0%}"),
        label("say_ends", lang, left=left, right=right) if clear else "",
        lang=lang,
    )


@figure("correspondence", say_correspondence)
def plot_correspondence(
    table, *, ax=None, lang="zh", names=None, colours=None, top=30, quality=0.3, title=None
):
    """Biplot of documents and their words; only well represented points are named.

    Parameters
    ----------
    table : pandas.DataFrame
        From `correspondence`: kind, name, dim1, dim2, n, quality; shares of inertia in ``attrs``.
    ax, lang, title
        As for the other plots.
    names, colours : dict, optional
        doc_id to short name and to colour.
    top : int
        Most words with a name.
    quality : float
        Least share of a point's inertia on this plane for a name.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("correspondence", lang), height=5.4)
    if table.empty:
        return nothing(ax, lang, "few_sides")
    table = words_only(table, "name")
    if np.ptp(table["dim1"]) < APART:
        return nothing(ax, lang, "all_alike")
    documents, terms = table[table["kind"].eq("document")], table[table["kind"].eq("term")]
    ax.axhline(0, color="#D0D0D0", lw=0.6)
    ax.axvline(0, color="#D0D0D0", lw=0.6)
    ax.scatter(terms["dim1"], terms["dim2"], s=4, color="#B8B8B8", linewidths=0, rasterized=True)
    inks = [(colours or {}).get(name, PALETTE[1]) for name in documents["name"]]
    well = documents["quality"].ge(quality).to_numpy()
    faces = [ink if known else "white" for ink, known in zip(inks, well, strict=True)]
    ax.scatter(documents["dim1"], documents["dim2"], s=26, c=faces, edgecolors=inks, marker="s", zorder=3)
    low, high = np.quantile(table[["dim1", "dim2"]], [0.01, 0.99], axis=0)
    low = np.minimum(low, documents[["dim1", "dim2"]].min().to_numpy())
    high = np.maximum(high, documents[["dim1", "dim2"]].max().to_numpy())
    room = 0.08 * (high - low)
    ax.set_xlim(low[0] - room[0], high[0] + room[0])
    ax.set_ylim(low[1] - room[1], high[1] + room[1])
    inertia = table.attrs.get("inertia", [np.nan, np.nan])
    ax.set_xlabel(label("dimension", lang, number=1, share=f"{inertia[0]:.0%}"))
    ax.annotate(label("dimension", lang, number=2, share=f"{inertia[1]:.0%}"), (0, 1), xycoords="axes fraction",
                xytext=(-4, 4), textcoords="offset points", fontsize=7.5)  # fmt: skip
    note(ax, label("correspondence_note", lang, quality=f"{quality:.0%}"))
    seen = terms[terms["quality"].ge(quality) & terms[["dim1", "dim2"]].ge(low).all(axis=1)]
    seen = seen[seen[["dim1", "dim2"]].le(high).all(axis=1)].assign(weight=lambda t: t["n"] * t["quality"])
    seen = seen.sort_values(["weight", "name"], ascending=[False, True]).head(top)
    known = well | (len(documents) <= FEW_NAMES)
    named = documents[known]
    texts = [shorten((names or {}).get(name, name), 18) for name in named["name"]]
    colour = [ink for ink, is_named in zip(inks, known, strict=True) if is_named]
    label_points(
        ax, [*named["dim1"], *seen["dim1"]], [*named["dim2"], *seen["dim2"]], [*texts, *seen["name"]], width=18,
        colours=[*colour, *["#404040"] * len(seen)], others=table[["dim1", "dim2"]].to_numpy(),
    )  # fmt: skip
    return ax


def say_dendrogram(table, *, lang="zh", names=None):
    """The two whose words are most alike, where no other pair is as close."""
    if len(table) < 2 or table["distance"].iloc[0] > min(table["distance"].iloc[1], 1) - APART:
        return ""
    a, b = ((names or {}).get(name, name) for name in table.iloc[0, :2])
    return label("say_dendrogram", lang, a=a, b=b, distance=f"{table['distance'].iloc[0]:.2f}")


@figure("dendrogram", say_dendrogram)
def plot_dendrogram(table, *, ax=None, lang="zh", names=None, colours=None, title=None):
    """Tree of documents or units by the similarity of their words.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cluster_hierarchy`: left, right, distance, n.
    ax, lang, title
        As for `plot_topics`.
    names, colours : dict, optional
        Document to short name, and to the colour of its name.

    Returns
    -------
    matplotlib Axes
    """
    from scipy.cluster.hierarchy import dendrogram

    pairs = zip(table["left"], table["right"], strict=True)
    leaves = [name for pair in pairs for name in pair if not name.startswith("#")]
    ax = open_axes(ax, title or label("dendrogram", lang), height=1.1 + 0.17 * max(len(leaves), 4))
    if len(table) < 2:  # of two nobody is the nearer one
        return nothing(ax, lang, "few_sides")
    number = {leaf: i for i, leaf in enumerate(leaves)}
    number |= {f"#{i + 1}": len(leaves) + i for i in range(len(table))}
    steps = [[number[row.left], number[row.right], row.distance, row.n] for row in table.itertuples()]
    tree = dendrogram(np.array(steps, dtype=float), labels=leaves, no_plot=True)
    for across, along in zip(tree["dcoord"], tree["icoord"], strict=True):
        ax.plot(across, along, color="#8A8A8A", lw=1)
    shown = [shorten((names or {}).get(leaf, leaf), 18) for leaf in tree["ivl"]]
    ax.set_yticks(5 + 10 * np.arange(len(leaves)), shown, fontsize=7.5)
    ax.tick_params(axis="y", length=0, labelleft=False, labelright=True)
    for tick, leaf in zip(ax.get_yticklabels(), tree["ivl"], strict=True):
        tick.set_color((colours or {}).get(leaf, "#262626"))
    ax.spines["left"].set_visible(False)
    ax.set_ylim(0, 10 * len(leaves))
    ax.set_xlim(1, 0)
    ax.set_xlabel(label("difference", lang))
    inks = [(colours or {}).get(leaf) for leaf in leaves]
    if 1 < len(set(inks)) < len(inks):
        note(ax, label("group_inks", lang))
    return ax
