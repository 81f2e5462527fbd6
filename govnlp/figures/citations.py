"""Figure of citations: what rests on what, by rank and date; of many documents, what they cite most."""

import pandas as pd

from govnlp.analysis.citations.resolving import title_key
from govnlp.documents.naming import subject
from govnlp.figures.grouping import FEW
from govnlp.figures.multiples import word_bars
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    note,
    nothing,
    open_axes,
    sentences,
    shorten,
)

STYLES = {
    "依据": ("-", PALETTE[0]), "贯彻": ("-", PALETTE[2]), "转发": ("--", PALETTE[6]), "印发": ("--", PALETTE[6]),
    "废止": (":", PALETTE[1]), "修订": ("-.", PALETTE[4]), "代替": (":", PALETTE[1]), "参照": ("-.", PALETTE[5]),
    "答复": ("--", PALETTE[3]), "提及": ("-", "#BBBBBB"),
}  # fmt: skip
NODES = 36
"""Documents that a figure shows: those of the corpus that cite or are cited most, then the most cited others."""
WIDE, LONG = 10, 26
"""Width of a name in ems, beside a point and in a list."""
YEAR = 3
"""Width of the year behind it."""
RANKED = 20
"""Documents in the order of how many cite them."""


def say_citations(graph, lang="zh"):
    """How many citations of how many documents there are, and which of these most documents cite, if several do."""
    if not graph.number_of_edges():
        return ""
    citing = pd.Series({node: len(set(graph.predecessors(node))) for node in graph})
    most = clear_first(citing[citing.gt(1)])
    targets = sum(n > 0 for _, n in graph.in_degree())
    n = sum(weight for _, _, weight in graph.edges(data="weight"))
    return sentences(
        label("say_citations", lang, n=n, targets=targets),
        ""
        if most is None
        else label("say_most_cited", lang, most=shorten(graph.nodes[most]["label"], 24), n=citing[most]),
        lang=lang,
    )


@figure("citations", say_citations, unit="citation")
def plot_citations(graph, *, ax=None, lang="zh", names=None, top=NODES, title=None):
    """Layers by rank, time from left to right, lines by relation; what is outside of the corpus is hollow.

    Where more than fifteen documents cite, a list: what most of them cite.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `citation_graph`.
    names : dict, optional
        doc_id to short name, for documents without a title.
    top : int
        Documents shown.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    citing = {source for source, _ in graph.edges()}
    if len(citing) > FEW:
        return _ranked(graph, len(citing), ax, lang, names or {}, title)
    shown = _most_tied(graph, top)
    ranks = sorted({graph.nodes[node]["rank"] for node in shown})
    ax = open_axes(ax, title or label("citations", lang), height=1.5 + 0.62 * max(len(ranks), 3))
    if not shown:
        return nothing(ax, lang)
    edge = _edge(graph, shown)
    places = _places(graph, shown, ranks, edge)
    relations = []
    for source, target, relation in sorted(graph.edges(data="relation")):
        if source in places and target in places and source != target:
            line, colour = STYLES[relation]
            arrow = {"arrowstyle": "-|>", "ls": line, "color": colour, "lw": 0.8, "mutation_scale": 6}
            arrow |= {"shrinkA": 4, "shrinkB": 4, "connectionstyle": _bend(places[source], places[target])}
            ax.annotate("", places[target], places[source], zorder=1, arrowprops=arrow)
            relations.append(relation)
    for node, (x, y) in places.items():
        inside = graph.nodes[node]["inside"]
        ax.plot(x, y, "o", ms=5, mfc=PALETTE[7] if inside else "white", mec=PALETTE[7], zorder=2)
    for i, relation in enumerate(x for x in STYLES if x in relations):
        ax.text(0.105 * i, -0.85, f"— {relation}", fontsize=7, color=STYLES[relation][1], va="center")
    ax.set_yticks(range(len(ranks)), [label(f"rank_{rank}", lang) for rank in ranks])
    ax.set_ylim(len(ranks) - 0.4, -1.1)
    ax.set_xlim(-0.04, 1.04)
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    note(ax, label("citations_note", lang))
    if edge:
        note(ax, label("dated_left" if edge < 1 else "by_date", lang))
    if 0 < edge < 1:
        ax.plot([edge, edge], [-0.5, len(ranks) - 0.4], color="#DDDDDD", lw=0.8, zorder=0)  # below the legend
    if graph.number_of_nodes() > len(shown):
        note(ax, label("some_documents", lang, shown=len(shown), all=graph.number_of_nodes()))
    _name(ax, graph, places, names or {})
    return ax


def _ranked(graph, n, ax, lang, names, title):
    """Bars of the documents that most of n documents cite; what is outside of the corpus is hollow.

    What one document alone cites has no bar: how many these are is said.
    """
    times = {node: len(set(graph.predecessors(node)) - {node}) for node in graph}
    order = sorted(filter(times.get, times), key=lambda node: (-times[node], node))
    several = [node for node in order if times[node] > 1]
    shown, once = several[:RANKED], len(order) - len(several)
    ax = open_axes(ax, title or label("most_cited", lang), height=1.3 + 0.2 * max(len(shown), 3))
    if not shown:
        return nothing(ax, lang, "each_cited_once")
    titles = [names.get(x, x) if graph.nodes[x]["label"] == x else graph.nodes[x]["label"] for x in shown]
    table = pd.DataFrame({"term": titles, "n": [times[node] for node in shown]})
    outside = [not graph.nodes[node]["inside"] for node in shown]
    word_bars(ax, table, "n", table["n"].astype(str), hollow=outside, width=LONG)
    ax.set_xlabel(label("citing_documents", lang, n=n))
    ax.locator_params(axis="x", integer=True, nbins=6)
    note(ax, label("cited_hollow", lang))
    if len(several) > len(shown):
        note(ax, label("some_cited", lang, shown=len(shown), all=len(several)))
    if once:
        note(ax, label("cited_once", lang, n=once))
    return ax


def _bend(source, target):
    """Lines within a layer are bowed: straight ones would run through the documents between."""
    return "arc3,rad=-0.25" if source[1] == target[1] else "arc3"


def _most_tied(graph, top):
    """Documents of the corpus that are most tied, half of the figure at most, then the most cited others."""
    degree = dict(graph.degree(weight="weight"))
    order = sorted(graph.nodes, key=lambda node: (-degree[node], node))
    inside = [node for node in order if graph.nodes[node]["inside"]][: top // 2]
    outside = [node for node in order if not graph.nodes[node]["inside"]]
    return inside + outside[: top - len(inside)]


def _edge(graph, shown):
    """Share of the width that the dated documents have; none is squeezed into less than a quarter."""
    n = sum(bool(graph.nodes[node]["date"]) for node in shown)
    return n / len(shown) if n in (0, len(shown)) else min(max(n / len(shown), 0.25), 0.75)


def _places(graph, shown, ranks, edge):
    """Place of each document: its layer, and within it an even step in the order of dates, the undated at the right."""
    places, dates = {}, {node: graph.nodes[node]["date"] for node in shown}
    for row, rank in enumerate(ranks):
        layer = [x for x in shown if graph.nodes[x]["rank"] == rank]
        dated = sorted((x for x in layer if dates[x]), key=lambda x: (dates[x], x))
        undated = sorted(x for x in layer if not dates[x])
        for part, start, end in ((dated, 0, edge), (undated, edge, 1)):
            for i, node in enumerate(part):
                places[node] = (start + (end - start) * (i + 0.5) / len(part), row)
    return places


def _name(ax, graph, places, short):
    """Names beside the documents, those of the most tied ones first, where there is room."""
    degree = dict(graph.degree(weight="weight"))
    nodes = sorted(places, key=lambda node: (-degree[node], node))
    names = [_title(node, graph.nodes[node], short) for node in nodes]
    x, y = zip(*(places[node] for node in nodes), strict=True)
    label_points(ax, x, y, names, width=WIDE + YEAR)


def _title(node, document, short):
    """What a title is about, with the year of its document where it is known; without a title the short name."""
    if document["label"] == node:
        return short.get(node, node)
    said = subject(title_key(document["label"]))
    year = document["date"][:4] if document["inside"] else ""
    return f"{shorten(said, WIDE)} {year}" if year else shorten(said, WIDE)
