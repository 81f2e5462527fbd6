"""Small multiples: panels of words that share a scale."""

from govnlp.figures.style import (
    PALETTE,
    SIZES,
    clear_first,
    ems,
    label,
    listed,
    rows,
    set_source_room,
    set_title,
    shorten,
    words_only,
    wrap,
)

TITLE = 15.5
"""Ems of a line of a panel's title, of which there are two at the most."""
SIZE, PADDING = 7.5, 3.5
"""Points of a panel's title and of the words at its side, and between these and the panel."""


def side_column(table):
    """The column that tells panels or rows apart: doc_id, or group where documents are many."""
    return "doc_id" if "doc_id" in table else "group"


def counted(table, lang="zh"):
    """Terms of a table with their counts, as a sentence lists them."""
    pairs = zip(table["term"], table["n"], strict=True)
    return listed([label("with_count", lang, name=term, n=n) for term, n in pairs], lang)


def value_column(table):
    """What words are ranked by: tf_idf where the table has it, else the rate."""
    return "tf_idf" if "tf_idf" in table else "per_10k"


def say_first(table, sides, key, lang, names):
    """The first word of each document or group by tf-idf or rate, where no other has as much."""
    table, column = words_only(table), side_column(table)
    value = value_column(table)
    text = []
    for side in sides:
        best = clear_first(table[table[column].eq(side)].set_index("term")[value])
        if best is not None:
            text.append(label("of_side", lang, name=(names or {}).get(side, side), words=best))
    return label(key, lang, text=listed(text, lang, "semicolon")) if text else ""


def panels(names, title, *, height, columns=3, share=True):
    """Axes in rows and columns on a page-wide figure, each under its name.

    Parameters
    ----------
    names : list of str
        What stands over each panel.
    title : str
        The question over the figure.
    height : float
        Of a panel, in inches.
    columns : int
    share : bool
        One scale for all.

    Returns
    -------
    list of matplotlib Axes
    """
    import matplotlib.pyplot as plt

    columns = min(columns, max(len(names), 2))
    lines = max(1, -(-len(names) // columns))
    size = (SIZES["page"], 0.75 + lines * height)
    fig, grid = plt.subplots(lines, columns, figsize=size, sharex=share, squeeze=False)
    for ax, name in zip(grid.flat, names, strict=False):
        ax.set_title(wrap(shorten(name, 2 * TITLE), TITLE), fontsize=7.5)
    for ax in grid.flat[len(names) :]:
        ax.remove()
    set_title(fig, title)
    set_source_room(fig)
    return list(grid.flat[: len(names)]) or [fig.subplots()]


def over_words(axes):
    """Let the names of panels begin over the words at their sides: there they have room, and stay within the figure."""
    from matplotlib.transforms import ScaledTranslation

    for ax in axes:
        longest = max((ems(tick.get_text()) for tick in ax.get_yticklabels()), default=0)
        left = ScaledTranslation(-(SIZE * longest + PADDING) / 72, 0, ax.figure.dpi_scale_trans)
        title = ax.set_title(ax.get_title(loc="left"), fontsize=SIZE)
        title.set_transform(title.get_transform() + left)


def foot(axes, text):
    """The name of the shared scale and its ticks under the last panel of each column."""
    last = {round(ax.get_subplotspec().colspan.start): ax for ax in axes}
    for ax in last.values():
        ax.set_xlabel(text)
        ax.tick_params(axis="x", labelbottom=True)


def year_axis(ax, years):
    """Years along a small panel: ticks at the first and the last that has documents, between them where there is room.

    Four at the most: they stand at least a third of the span apart.
    """
    span = years[-1] - years[0]
    pad = max(0.6, 0.04 * span)  # no dot is cut
    ax.set_xlim(years[0] - pad, years[-1] + pad)
    ticks = years[:1]
    for year in years[1:-1]:
        if min(year - ticks[-1], years[-1] - year) >= span / 3:
            ticks.append(year)
    ax.set_xticks(sorted({*ticks, years[-1]}))
    ax.xaxis.set_major_formatter(lambda year, _: f"{year:.0f}")
    ax.locator_params(axis="y", nbins=3)


def left_out(shown, total, lang):
    """The sentence that says how many of the documents are shown, as a list that is empty where all are."""
    return [label("some_documents", lang, shown=shown, all=total)] if total and total > shown else []


def add_note(fig, *texts):
    """What a reader must know, on lines of their own over the source."""
    text = wrap(" | ".join(texts), fig.get_figwidth() * 72 / 7.4)
    fig.supxlabel(f"{text}\n ", x=0.008, ha="left", fontsize=7, color="#595959", linespacing=1.5)


def word_bars(ax, table, value, texts, *, colour=PALETTE[0], hollow=None, lines=None, width=12):
    """Horizontal bars of words, the first on top, with a text at the end of each; some are hollow.

    Parameters
    ----------
    ax : matplotlib Axes
    table : pandas.DataFrame
        In the order of the bars: term and the column `value`.
    value : str
    texts : iterable of str
        At the end of each bar.
    colour : str
    hollow : iterable of bool, optional
    lines : int, optional
        Room for so many bars, the number of rows by default.
    width : float
        Longest word, in ems.
    """
    bars = ax.barh(
        range(len(table)), table[value], height=0.72, color=colour, edgecolor=colour, linewidth=0.9
    )
    for bar, empty, text in zip(
        bars, hollow if hollow is not None else [False] * len(table), texts, strict=True
    ):
        bar.set_facecolor("white" if empty else colour)
        place = (bar.get_width(), bar.get_y() + bar.get_height() / 2)
        ax.annotate(text, place, xytext=(3, 0), textcoords="offset points", va="center", fontsize=7)
    rows(ax, table["term"], width=width)
    ax.set_ylim((lines or len(table)) - 0.4, -0.6)
