"""Word clouds and networks: a first glance, never the only figure."""

import numpy as np

from govnlp.figures.multiples import add_note, left_out, panels, say_first, side_column, value_column
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    clean,
    figure,
    font_path,
    label,
    listed,
    note,
    nothing,
    open_axes,
    words_only,
)

HUES = {
    "#0072B2": 203,
    "#D55E00": 26,
    "#009E73": 164,
    "#CC79A7": 327,
    "#A6761D": 40,
    "#56B4E9": 202,
    "#5B3A8C": 264,
}


def say_wordcloud(table, *, lang="zh"):
    """The largest words."""
    first = words_only(table).sort_values(["per_10k", "term"], ascending=[False, True]).head(5)
    return label("say_cloud", lang, words=listed(first["term"], lang)) if len(first) else ""


@figure("cloud", say_wordcloud)
def plot_wordcloud(table, *, ax=None, lang="zh", title=None, max_words=60, colour=PALETTE[0]):
    """A cloud with words sized by rate, in one hue; never to be the only figure.

    Parameters
    ----------
    table : pandas.DataFrame
        From `frequency`: term, per_10k. Classes of numbers are left out.
    max_words : int
    colour : str
        One of the package's colours; the words have its hue.
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("wordcloud", lang), size="column", height=2.6)
    return _draw_cloud(ax, table, lang, max_words, colour)


def say_wordclouds(table, sides, *, lang="zh", names=None):
    """The largest word of each cloud, where no other is as large."""
    return say_first(table, sides, "say_keywords", lang, names)


@figure("cloud", say_wordclouds)
def plot_wordclouds(
    table, documents, *, lang="zh", names=None, colours=None, max_words=40, total=None, title=None
):
    """Small multiples of clouds, one per document, each in the document's own hue.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tfidf` or `frequency` by document or group: doc_id or group, term, tf_idf or per_10k.
    documents : list of str
        Which doc_id, in this order.
    names, colours : dict, optional
        doc_id to short name and to colour.
    max_words : int
        Per cloud.
    total : int, optional
        Documents of the corpus: where fewer are shown, the figure says so.
    lang, title
        As for `plot_frequency`.

    Returns
    -------
    list of matplotlib Axes
    """
    titles = [(names or {}).get(doc_id, doc_id) for doc_id in documents]
    axes = panels(titles, title or label("wordclouds", lang), height=1.75, share=False, indent=0)
    if not documents:
        return [nothing(axes[0], lang)]
    for ax, doc_id in zip(axes, documents, strict=True):
        part = table[table[side_column(table)].eq(doc_id)]
        _draw_cloud(ax, part, lang, max_words, (colours or {}).get(doc_id, PALETTE[0]))
    add_note(axes[0].figure, label("cloud_note", lang), *left_out(len(documents), total, lang))
    return axes


def _draw_cloud(ax, table, lang, max_words, colour):
    """The cloud of one table as an image on the axes."""
    from wordcloud import WordCloud

    value = value_column(table)
    shown = words_only(table).sort_values([value, "term"], ascending=[False, True]).head(max_words)
    pairs = zip(shown["term"], shown[value], strict=True)
    weights = {clean(term): rate for term, rate in pairs if rate > 0 and clean(term)}
    if not weights:
        return nothing(ax, lang)
    hue = HUES.get(colour)

    def ink(word, font_size, **_):
        light = 38 - min(font_size, 45) / 2.5
        return f"hsl({hue or 0}, {100 if hue else 0}%, {light:.0f}%)"

    cloud = WordCloud(
        font_path=str(font_path()), width=330, height=215, scale=2, background_color="white", max_words=max_words,
        prefer_horizontal=1.0, min_font_size=11, random_state=0, relative_scaling=0.5, color_func=ink,
    ).generate_from_frequencies(weights)  # fmt: skip
    ax.imshow(cloud.to_array(), interpolation="antialiased")
    ax.set_axis_off()
    return ax


def say_network(table, *, lang="zh"):
    """The five pairs in closest company."""
    pairs = words_only(words_only(table, "source"), "target").head(5)
    text = [f"{a}—{b}" for a, b in zip(pairs["source"], pairs["target"], strict=True)]
    return label("say_network", lang, pairs=listed(text, lang)) if text else ""


@figure("network", say_network)
def plot_network(table, *, ax=None, lang="zh", title=None, max_nodes=45):
    """Words that keep company: edges by log-Dice, the strongest thickest; layout seeded.

    Parameters
    ----------
    table : pandas.DataFrame
        From `cooccurrence`: source, target, n_source, n_target, log_dice.
    max_nodes : int
    ax, lang, title
        As for `plot_frequency`.

    Returns
    -------
    matplotlib Axes
    """
    import networkx as nx

    ax = open_axes(ax, title or label("network", lang), height=5.2)
    graph, sizes = nx.Graph(), {}
    order = words_only(words_only(table, "source"), "target")
    order = order.sort_values(["log_dice", "source", "target"], ascending=[False, True, True])
    for row in order.itertuples():
        if len(graph) + (row.source not in graph) + (row.target not in graph) <= max_nodes:
            graph.add_edge(row.source, row.target, weight=row.log_dice)
            sizes |= {row.source: row.n_source, row.target: row.n_target}
        if graph.number_of_edges() >= 2 * max_nodes:
            break
    large = {node for part in nx.connected_components(graph) if len(part) > 2 for node in part}
    graph = _part(graph, large or graph)  # pairs by themselves are in the table
    if not graph:
        return nothing(ax, lang)
    places = _places(graph)
    weights = np.array([weight for *_, weight in graph.edges(data="weight")])
    widths = 0.5 + 2.5 * (weights - weights.min()) / (np.ptp(weights) or 1)
    ends = [[places[a], places[b]] for a, b in graph.edges]
    ax.add_collection(_lines(ends, widths))
    x, y = np.array([places[node] for node in graph]).T
    n = np.array([sizes[node] for node in graph])
    ax.scatter(x, y, s=8 + 50 * n / n.max(), color=PALETTE[0], linewidths=0, zorder=3)
    ax.margins(0.08)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    note(ax, label("network_note", lang))
    by_size = sorted(graph, key=lambda node: (-sizes[node], node))
    label_points(
        ax, [places[node][0] for node in by_size], [places[node][1] for node in by_size], by_size, size=7.5
    )
    return ax


def _lines(ends, widths):
    from matplotlib.collections import LineCollection

    return LineCollection(ends, linewidths=widths, color="#C3D3DD", zorder=1)


def _part(graph, nodes):
    """Part of a graph, in order: subgraphs of networkx have that of a set, which differs between runs."""
    import networkx as nx

    part = nx.Graph()
    part.add_nodes_from(sorted(nodes))
    part.add_edges_from(sorted((*sorted(edge[:2]), edge[2]) for edge in graph.edges(nodes, data=True)))
    return part


def _places(graph):
    """Places of the nodes: each connected part is laid out by itself, and the parts stand side by side by size."""
    import networkx as nx

    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    places, x, y, shelf, width = {}, 0.0, 0.0, 0.0, None
    for part in parts:
        nodes = _part(graph, part)
        side = np.sqrt(len(part))
        at = (
            nx.kamada_kawai_layout(nodes, weight=None)
            if len(part) > 2
            else dict(zip(sorted(part), [(-1, 0), (1, 0)], strict=True))
        )
        width = width or max(2.2 * side, 1.5 * np.sqrt(len(graph)) * 1.6)
        if x + side > width and x:
            x, y, shelf = 0.0, y - shelf - 0.9, 0.0
        for node, (a, b) in at.items():
            places[node] = np.array(
                [x + (a + 1) * side / 2, y + (b - 1) * side / 2 * (1 if len(part) > 2 else 0.3)]
            )
        x, shelf = x + side + 0.9, max(shelf, side)
    return places
