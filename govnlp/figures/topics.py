"""Figures of topics: how many, what they are, where, and how passages group."""

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
)
from govnlp.figures.themes import heatmap, percent
from govnlp.figures.words import label_points


def topic_name(topic, names, lang):
    """Name of a topic, or its number."""
    return (names or {}).get(topic, f"{label('topic', lang)} {topic}")


@styled
def plot_choose_k(table, *, ax=None, lang="zh", recommended=None, title=None):
    """Stability, coherence and exclusivity over k, each named at its last point.

    Parameters
    ----------
    table : pandas.DataFrame
        From `choose_k`: k, coherence_npmi, stability, exclusivity.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    recommended : int, optional
        Marked by a line.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("choose_k", lang))
    if table.empty:
        return nothing(ax, lang)
    named = {"stability": "stability", "coherence_npmi": "coherence", "exclusivity": "exclusivity"}
    for colour, (column, name) in zip(PALETTE, named.items(), strict=False):
        bars = table["stability_se"] if column == "stability" and "stability_se" in table else None
        ax.errorbar(table["k"], table[column], yerr=bars, fmt="o-", ms=3.5, capsize=2, color=colour)
        end = (table["k"].iloc[-1], table[column].iloc[-1])
        ax.annotate(
            label(name, lang), end, xytext=(6, 0), textcoords="offset points", va="center", color=colour
        )
    if recommended is not None:
        ax.axvline(recommended, color="#8A8A8A", lw=0.8, ls="--")
    ax.set_xticks(table["k"].tolist())
    ax.set_xlabel("k")
    return ax


@styled
def plot_topics(table, *, lang="zh", top=8, names=None, support=None, columns=3, title=None):
    """Small multiples of the strongest terms of every topic.

    Parameters
    ----------
    table : pandas.DataFrame
        topic, term, weight.
    lang, top, names, columns, title
        As for `plot_keywords`; names maps topic to name.
    support : dict or Series, optional
        Topic to the share of resampled runs in which it came back, written beside its name.

    Returns
    -------
    list of matplotlib Axes
    """
    import matplotlib.pyplot as plt

    topics = list(dict.fromkeys(table["topic"])) or [0]
    columns = min(columns, len(topics))
    lines = -(-len(topics) // columns)
    size = (SIZES["page"], 0.8 + lines * (0.4 + 0.16 * top))
    fig, grid = plt.subplots(lines, columns, figsize=size, sharex=True, squeeze=False)
    for ax, topic in zip(grid.flat, topics, strict=False):
        part = (
            table[table["topic"].eq(topic)].sort_values(["weight", "term"], ascending=[False, True]).head(top)
        )
        ax.barh(range(len(part)), part["weight"], height=0.72, color=PALETTE[0])
        rows(ax, part["term"], width=9)
        ax.set_ylim(top - 0.4, -0.6)
        ax.set_xticks([0])
        head = shorten(f"{topic} {topic_name(topic, names, lang)}", 17)
        if support is not None and np.isfinite(support[topic]):
            head += f"\n{label('support', lang)} {support[topic]:.0%}"
        ax.set_title(head, x=-0.25, fontsize=7.5)
    for ax in grid.flat[len(topics) :]:
        ax.set_axis_off()
    for ax in grid[-1]:
        ax.set_xlabel(label("weight", lang))
    set_title(fig, title or label("topics", lang))
    return list(grid.flat[: len(topics)]) if len(table) else [nothing(grid[0, 0], lang)]


@styled
def plot_topic_document(table, *, ax=None, lang="zh", names=None, topic_names=None, title=None):
    """Heatmap of topics' shares per document.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_id, topic, share; ci_low and ci_high where known.
    ax, lang, names, topic_names, title
        As for `plot_themes`.

    Returns
    -------
    matplotlib Axes
    """
    documents, topics = list(dict.fromkeys(table["doc_id"])), sorted(set(table["topic"]))
    ax = open_axes(ax, title or label("topic_document", lang), height=1.3 + 0.34 * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang)
    grid = np.zeros((len(documents), len(topics)))
    cells = [[percent(0.0)] * len(topics) for _ in documents]
    for row in table.to_dict("records"):
        at = documents.index(row["doc_id"]), topics.index(row["topic"])
        grid[at] = row["share"]
        cells[at[0]][at[1]] = percent(row["share"], row.get("ci_low", np.nan), row.get("ci_high", np.nan))
    heads = [topic_name(topic, topic_names, lang) for topic in topics]
    heatmap(ax, grid, [(names or {}).get(d, d) for d in documents], heads, cells)
    ax.set_xlabel(label("share", lang))
    return ax


@styled
def plot_topic_map(table, *, ax=None, lang="zh", names=None, title=None):
    """Passages in two dimensions, the topics' names at the middle of their passages.

    Parameters
    ----------
    table : pandas.DataFrame
        x, y, topic.
    ax, lang, names, title
        As for `plot_topics`.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("topic_map", lang), height=4.5)
    if table.empty:
        return nothing(ax, lang)
    topics = sorted(set(table["topic"]))
    for i, topic in enumerate(topics):
        part = table[table["topic"].eq(topic)]
        ax.scatter(part["x"], part["y"], s=9, color=PALETTE[i % 8], marker="osD^v"[i // 8 % 5], linewidths=0)
    middle = table.groupby("topic")[["x", "y"]].median().loc[topics]
    label_points(ax, middle["x"], middle["y"], [topic_name(topic, names, lang) for topic in topics], size=8)
    ax.set_xticks([])
    ax.set_yticks([])
    note(ax, label("distance", lang))
    return ax


@styled
def plot_dendrogram(table, *, ax=None, lang="zh", names=None, title=None):
    """Tree of documents or units by the similarity of their words.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cluster_hierarchy`: left, right, distance, n.
    ax, lang, title
        As for `plot_topics`.
    names : dict, optional
        Document to short name.

    Returns
    -------
    matplotlib Axes
    """
    from scipy.cluster.hierarchy import dendrogram

    pairs = zip(table["left"], table["right"], strict=True)
    leaves = [name for pair in pairs for name in pair if not name.startswith("#")]
    ax = open_axes(ax, title or label("dendrogram", lang), height=1.1 + 0.17 * max(len(leaves), 4))
    if table.empty:
        return nothing(ax, lang)
    number = {leaf: i for i, leaf in enumerate(leaves)}
    number |= {f"#{i + 1}": len(leaves) + i for i in range(len(table))}
    steps = [[number[row.left], number[row.right], row.distance, row.n] for row in table.itertuples()]
    shown = [shorten((names or {}).get(leaf, leaf), 14) for leaf in leaves]
    dendrogram(
        np.array(steps, dtype=float),
        labels=shown,
        orientation="left",
        ax=ax,
        color_threshold=0,
        above_threshold_color=PALETTE[0],
    )
    ax.tick_params(axis="y", length=0, labelsize=7.5)
    ax.spines["left"].set_visible(False)
    ax.set_xlim(max(1, table["distance"].max()), 0)
    ax.set_xlabel(label("difference", lang))
    return ax
