"""Figures of topics: what they are, where, and how passages group."""

import numpy as np

from govnlp.analysis.intervals import FEW
from govnlp.arguments import takes, whole
from govnlp.figures.multiples import add_note, foot, left_out, over_words, panels, side_column, word_bars
from govnlp.figures.point_labels import label_points
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    ems,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    sentences,
    shorten,
    wrap,
)
from govnlp.figures.themes import WIDEST, heatmap, interval, largest_share, percent
from govnlp.text import SENTENCE

KEPT = 0.5
"""Share of resampled runs from which a topic may be a finding."""

SHOWN = 0.005
"""Share from which a cell says it: less is 0 %."""

TELLING = 9
"""Characters of a sentence that tells something."""
HEAD_LINES = 3
"""Lines over a column of the heatmap that words have."""
AROUND = (9, 16, 24, 34, 48, 64, 84)
"""Points from the middle of its passages at which a topic's name may stand, so that it covers few of them."""


def topic_name(topic, names, lang):
    """Name of a topic, or its number."""
    return (names or {}).get(topic, f"{label('topic', lang)} {topic}")


def _head(name, width):
    """The first words of a topic's name that fit into so many ems.

    >>> _head("地区生产总值、预算、投资", 9), _head("地区生产总值、预算", 5), _head("河道、泵站、堤防（临溪区）", 9)
    ('地区生产总值、预算', '地区生产…', '河道（临溪区）')
    """
    words, bracket, where = str(name).partition("（")
    words = words.split("、")
    while len(words) > 1 and ems("、".join(words) + bracket + where) > width + 0.5:
        words.pop()
    return shorten("、".join(words) + bracket + where, width + 0.5)


def _column_head(name, width):
    """The words of a topic's name on lines of so many ems, as many words as three lines hold; its place below.

    >>> _column_head("地区生产总值、一般公共预算收入（临溪区）", 4).split()
    ['地区生产', '总值', '(临溪区)']
    """
    words, _, place = name.partition("（")
    lines = []
    for word in words.split("、"):
        broken = wrap(word, width).split("\n")
        if not lines or len(lines) + len(broken) <= HEAD_LINES:
            lines += broken
    return "\n".join([*lines, *(["(" + place.replace("）", ")")] if place else [])])


def telling_sentence(passage, terms):
    """The first of the sentences of a passage that have most of the terms; a cry (各位代表！) tells less than any.

    >>> telling_sentence("全年植树造林。河道清淤，污水截流。渠清了。", ["河道", "污水"])
    '河道清淤，污水截流。'
    >>> telling_sentence("各位代表！今年要修十二座小桥。", ["代表"])
    '今年要修十二座小桥。'
    """
    return max(
        SENTENCE.findall(passage) or [passage],
        key=lambda text: (len(text) >= TELLING) * (1 + sum(term in text for term in terms)),
    )


def say_topics(table, *, lang="zh", names=None, support=None, shares=None):
    """How many topics there are, how many came back, and the largest of these."""
    topics = list(dict.fromkeys(table["topic"]))
    if len(topics) < 2 or support is None:
        return ""
    kept = [topic for topic in topics if support[topic] >= KEPT]
    largest = None if shares is None else clear_first(shares[shares.index.isin(kept)])
    return sentences(
        label("say_topics", lang, n=len(topics), kept=len(kept)),
        label("say_largest_topic", lang, name=topic_name(largest, names, lang))
        if largest is not None
        else "",
        lang=lang,
    )


@figure("topics", say_topics)
@takes(table="cluster_topics(...).terms: topic, term, weight", top=whole(1))
def plot_topics(
    table, *, lang="zh", top=8, names=None, support=None, passages=None, local=False, own_k=False,
    columns=3, title=None,
):  # fmt: skip
    """Small multiples of the strongest terms of every topic, with a passage below each.

    Parameters
    ----------
    table : pandas.DataFrame
        topic, term, weight, n.
    lang : {"zh", "en"}
    top : int
        Terms of each topic.
    names : dict, optional
        Topic to name.
    support : dict or Series, optional
        Topic to the share of resampled runs in which it came back; under one half the bars are hollow.
    passages : dict or Series, optional
        Topic to its most representative passage, of which the sentence with most of its terms is shown.
    local : bool
        Whether a name ends with the document or place that most of its topic comes from: the note says so.
    own_k : bool
        Whether the number of topics is the reader's own choice, and none that is recommended: the note says so.
    columns : int
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
    """
    weak = {topic: support is not None and support[topic] < KEPT for topic in table["topic"]}
    topics = sorted(sorted(weak), key=weak.get)  # what came back first
    heads = [f"{topic} {_head(topic_name(topic, names, lang), 12)}" for topic in topics]
    height = 0.55 + 0.16 * top + 0.42 * (passages is not None)
    axes = panels(heads, title or label("topics", lang), height=height, columns=columns)
    if len(topics) < 2:
        return [nothing(axes[0], lang, "no_k")]
    table = table.sort_values(["weight", "term"], ascending=[False, True])
    for ax, topic in zip(axes, topics, strict=True):
        part = table[table["topic"].eq(topic)].head(top)
        counts = part["n"].map("{:.0f}".format)
        word_bars(ax, part, "weight", counts, hollow=[weak[topic]] * len(part), lines=top, width=7)
        ax.set_xticks([])
        ax.margins(x=0.2)
        if support is not None and np.isfinite(support[topic]):
            text = f"{label('support', lang)}\n{support[topic]:.0%}"
            ax.text(
                0.98, 0.04, text, transform=ax.transAxes, ha="right", va="bottom", fontsize=7, color="#595959"
            )
        if passages is not None and topic in passages:
            lines = wrap(shorten(telling_sentence(passages[topic], part["term"]), 39), 14)
            ax.set_xlabel(lines, fontsize=7, color="#404040", x=0, ha="left", linespacing=1.3)
    over_words(axes)
    if passages is None:
        foot(axes, label("weight", lang))
    notes = {"bars_topic": True, "support_topic": support is not None, "weak_topic": any(weak.values())}
    notes |= {"local_topic": local, "own_k": own_k}
    notes = [label(key, lang) for key, holds in notes.items() if holds]
    add_note(axes[0].figure, *notes)
    return axes


def say_topic_document(table, *, lang="zh", names=None, topic_names=None, support=None):
    """The largest share of a topic that came back, with its interval, where there is one."""
    found = table[table["topic"].ne(0)]
    found = largest_share(found if support is None else found[found["topic"].map(support).ge(KEPT)])
    if found is None or table["topic"].nunique() < 2:
        return ""
    side = found[side_column(table)]
    topic, name = topic_name(found["topic"], topic_names, lang), (names or {}).get(side, side)
    return label("say_topic_document", lang, topic=topic, name=name, **interval(found))


@figure("topic-document", say_topic_document)
def plot_topic_document(
    table, *, ax=None, lang="zh", names=None, topic_names=None, local=False, total=None, title=None
):
    """Heatmap of topics' shares per document; more topics than columns can be read are the rows.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_id, topic, share; ci_low and ci_high where known.
    ax, lang, names, topic_names, title
        As for `plot_themes`.
    local : bool
        As for `plot_topics`.
    total : int, optional
        Number of documents, of which the table may hold some.

    Returns
    -------
    matplotlib Axes
    """
    documents = list(dict.fromkeys(table[side_column(table)]))
    held = table[
        table["topic"].ne(0) | table["share"].ge(SHOWN)
    ]  # a column for no topic only where text has none
    topics = sorted(set(held["topic"]), key=lambda t: (t == 0, t))
    turned = len(topics) > max(WIDEST, len(documents))
    n_rows = len(topics) if turned else len(documents)
    ax = open_axes(ax, title or label("topic_document", lang), height=1.6 + 0.34 * max(n_rows, 2))
    if table.loc[table["topic"].ne(0), "topic"].nunique() < 2:
        return nothing(ax, lang, "no_k")
    grid = np.zeros((len(documents), len(topics)))
    cells = np.full(grid.shape, "", dtype=object)
    for row in held.to_dict("records"):
        at = documents.index(row[side_column(table)]), topics.index(row["topic"])
        grid[at] = row["share"]
        if row["share"] >= SHOWN:
            cells[at] = percent(row["share"], row.get("ci_low", np.nan), row.get("ci_high", np.nan))
    heads = [
        label("no_topic", lang) if topic == 0 else topic_name(topic, topic_names, lang) for topic in topics
    ]
    sides = [str((names or {}).get(d, d)) for d in documents]
    if turned:
        sides, heads, grid, cells = heads, sides, grid.T, cells.T
    heatmap(ax, grid, sides, heads, cells)
    heads = [_column_head(head, 53 / len(heads) + 0.05) for head in heads]  # ems in a column at 7 points
    ax.set_xticks(ax.get_xticks(), heads, fontsize=7)
    if not turned:
        ax.set_xticks(np.arange(1, len(heads)), minor=True)  # lines that part the heads
        ax.tick_params(axis="x", which="minor", top=True, length=24, width=0.5, color="#C8C8C8")
    ax.set_xlabel(label("share", lang))
    notes = [label("local_topic", lang)] if local else []
    for text in (label("topic_cell", lang, few=FEW), *notes, *left_out(len(documents), total, lang)):
        note(ax, text)
    return ax


def say_topic_map(table, *, lang="zh"):
    """How many passages of how many topics are shown."""
    k = int(table.loc[table["topic"].ne(0), "topic"].nunique())
    return label("say_map", lang, n=len(table), k=k) if k > 1 else ""


@figure("map", say_topic_map)
@takes(table="topic_map: x, y, topic")
def plot_topic_map(table, *, ax=None, lang="zh", names=None, local=False, title=None):
    """Passages in two dimensions, the topics' names at the middle of their passages.

    Parameters
    ----------
    table : pandas.DataFrame
        x, y, topic.
    ax, lang, names, local, title
        As for `plot_topics`.

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("topic_map", lang), height=4.5)
    if table["topic"].nunique() < 2:
        return nothing(ax, lang, "no_k")
    topics = sorted(set(table["topic"]))
    colours = {topic: PALETTE[i % 8] for i, topic in enumerate(topics)}
    for i, topic in enumerate(topics):
        part = table[table["topic"].eq(topic)]
        marker = {"marker": "osD^v"[i // 8 % 5], "color": colours[topic], "linewidths": 0}
        ax.scatter(part["x"], part["y"], s=9, alpha=0.75, **marker)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.margins(0.08)
    notes = ["distance", *(["local_topic"] if local else [])]
    note(ax, listed([label(key, lang) for key in notes], lang, "semicolon"))
    middle = table.groupby("topic")[["x", "y"]].median().loc[topics]
    heads = [topic_name(topic, names, lang) for topic in topics]
    ink = [colours[topic] for topic in topics]
    others = table[["x", "y"]].to_numpy()
    label_points(
        ax,
        middle["x"].tolist(),
        middle["y"].tolist(),
        heads,
        size=8,
        width=14,
        colours=ink,
        others=others,
        reach=AROUND,
    )
    return ax
