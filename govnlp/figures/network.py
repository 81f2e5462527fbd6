"""Figure of words that keep company: groups of a co-occurrence network."""

import numpy as np

from govnlp.figures.style import PALETTE, figure, label, listed, note, nothing, open_axes, words_only

NODES = 40
"""Words that a reader can take in on one page."""
SMALL, LARGE = 7, 10
"""Points of the least and the most frequent word."""
ROUNDS = 200
"""In which words that overlap are pushed apart."""


def network_groups(table, most=NODES):
    """Groups of words that keep company, the largest first, and the graph that they are parts of.

    Words of one character are left out: they are cut from longer words as often as not.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cooccurrence`.
    most : int
        Words.

    Returns
    -------
    list of list of str, networkx.Graph
        Words of a group by number of occurrences; groups of fewer than three words are left out.
    """
    import networkx as nx

    graph, sizes = nx.Graph(), {}
    order = words_only(words_only(table, "source"), "target")
    order = order[order["source"].str.len().gt(1) & order["target"].str.len().gt(1)]
    for row in order.sort_values(
        ["log_dice", "source", "target"], ascending=[False, True, True]
    ).itertuples():
        if len(graph) + (row.source not in graph) + (row.target not in graph) <= most:
            graph.add_edge(row.source, row.target, weight=row.log_dice)
            sizes |= {row.source: row.n_source, row.target: row.n_target}
        if graph.number_of_edges() >= 2 * most:
            break
    if not graph:
        return [], graph
    found = nx.community.greedy_modularity_communities(graph, weight="weight")
    groups = [sorted(group, key=lambda word: (-sizes[word], word)) for group in found if len(group) > 2]
    groups.sort(key=lambda group: (-len(group), group))
    kept = nx.Graph()
    kept.add_nodes_from(
        (word, {"n": sizes[word], "group": i}) for i, group in enumerate(groups) for word in group
    )
    kept.add_edges_from(
        sorted(
            (*sorted(edge[:2]), edge[2])
            for edge in graph.edges(data=True)
            if edge[0] in kept and edge[1] in kept
        )
    )
    return groups, kept


def say_network(table, *, lang="zh"):
    """The first words of the three largest groups."""
    groups, _ = network_groups(table)
    text = [listed(group[:4], lang) for group in groups[:3]]
    return label("say_network", lang, groups=listed(text, lang, "semicolon")) if text else ""


@figure("network", say_network)
def plot_network(table, *, ax=None, lang="zh", title=None, most=NODES):
    """Words that keep company, each written where its dot would be; a colour per group, lines by log-Dice.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cooccurrence`: source, target, n_source, n_target, log_dice.
    most : int
        Words.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    from matplotlib.collections import LineCollection
    from matplotlib.patheffects import withStroke

    ax = open_axes(ax, title or label("network", lang), height=4.8)
    groups, graph = network_groups(table, most)
    if not groups:
        return nothing(ax, lang)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    note(ax, label("network_note", lang))
    n = np.array([size for _, size in graph.nodes(data="n")], dtype=float)
    points = SMALL + (LARGE - SMALL) * np.sqrt(n / n.max())
    places = _apart(_laid_out(graph), points, list(graph))
    weights = np.array([weight for *_, weight in graph.edges(data="weight")])
    widths = 0.4 + 2.2 * (weights - weights.min()) / (np.ptp(weights) or 1)
    ends = [[places[a], places[b]] for a, b in graph.edges]
    ax.add_collection(LineCollection(ends, linewidths=widths, color="#D3DEE5", zorder=1))
    for (word, group), size in zip(graph.nodes(data="group"), points, strict=True):
        text = ax.text(
            *places[word], word, ha="center", va="center", fontsize=size, color=PALETTE[group % len(PALETTE)]
        )
        text.set_path_effects([withStroke(linewidth=2, foreground="white")])
    x, y = np.array(list(places.values())).T
    ax.set_xlim(x.min() - 25, x.max() + 25)
    ax.set_ylim(y.min() - 10, y.max() + 10)
    return ax


WIDE, HIGH = 430.0, 270.0  # points of the page that the words are laid out on


def _laid_out(graph):
    """Places of the words in points: each connected part by itself, side by side in widths by their sizes."""
    import networkx as nx

    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    total, left, places = sum(len(part) + 2 for part in parts), 0.0, {}
    for part in parts:
        own = nx.Graph()
        own.add_nodes_from(sorted(part))
        own.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges(part)))
        width = WIDE * (len(part) + 2) / total
        for node, (x, y) in nx.kamada_kawai_layout(own).items():
            places[node] = (left + width * (0.5 + 0.45 * x), HIGH * (0.5 + 0.5 * y))
        left += width
    return {word: places[word] for word in graph}


def _apart(places, points, words):
    """Words pushed apart, in small steps, until none lies on another."""
    at = np.array([places[word] for word in words])
    half = np.array(
        [[len(word) * size / 2 + 3, size * 0.7 + 1.5] for word, size in zip(words, points, strict=True)]
    )
    for _ in range(ROUNDS):
        gap = at[:, None] - at[None]
        over = half[:, None] + half[None] - np.abs(gap)
        hit = (over > 0).all(axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        side = np.where(
            gap == 0, np.sign(np.arange(len(at))[:, None] - np.arange(len(at)))[..., None], np.sign(gap)
        )
        across = over[..., 0] < over[..., 1]
        push = np.stack([np.where(across, over[..., 0], 0), np.where(across, 0, over[..., 1])], axis=2)
        at = at + (side * push * hit[..., None]).sum(axis=1) / 2
    return dict(zip(words, at, strict=True))
