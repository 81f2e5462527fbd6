"""Figures of the documents: what there is, and how each is built."""

from govnlp.figures.names import short_names
from govnlp.figures.style import PALETTE, label, nothing, open_axes, rows, styled

GROUPS = {
    "content": (("paragraph", "question", "answer"), PALETTE[5]),
    "headline": (("title", "heading"), PALETTE[1]),
    "furniture": (("byline", "dateline", "caption", "page", "editor", "boilerplate"), "#9A9A9A"),
}


@styled
def plot_inventory(table, *, ax=None, lang="zh", title=None):
    """Bars of characters per document with its date; undated documents stay visible.

    Parameters
    ----------
    table : pandas.DataFrame
        `corpus.documents`: doc_id, title, region, year, genre, published, n_chars.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    ax = open_axes(ax, title or label("inventory", lang), height=0.9 + 0.24 * max(len(table), 3))
    if table.empty:
        return nothing(ax, lang)
    names = short_names(table, lang)
    ax.barh(range(len(table)), table["n_chars"], height=0.7, color=PALETTE[0])
    for row, (n, date) in enumerate(zip(table["n_chars"], table["published"], strict=True)):
        when = label("undated", lang) if date is None or date != date else f"{date:%Y-%m-%d}"
        ax.annotate(
            f"{n:,}  {when}", (n, row), xytext=(3, 0), textcoords="offset points", va="center", fontsize=7
        )
    rows(ax, [names[doc_id] for doc_id in table["doc_id"]])
    ax.set_xlim(0, table["n_chars"].max() * 1.35 or 1)
    ax.set_xlabel(label("characters", lang))
    return ax


@styled
def plot_structure(table, *, ax=None, lang="zh", names=None, title=None):
    """One strip per document with its blocks in order; content, headlines and page furniture differ in height too.

    Parameters
    ----------
    table : pandas.DataFrame
        `corpus.blocks`: doc_id, block, kind, text.
    names : dict, optional
        doc_id to short name.
    ax, lang, title
        As for `plot_inventory`.

    Returns
    -------
    matplotlib Axes
    """
    documents = list(dict.fromkeys(table["doc_id"]))
    ax = open_axes(ax, title or label("structure", lang), height=1.2 + 0.26 * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang)
    for row, doc_id in enumerate(documents):
        part = table[table["doc_id"].eq(doc_id)].sort_values("block")
        width = part["text"].str.len()
        width = 100 * width / (width.sum() or 1)
        start = width.cumsum() - width
        for height, (kinds, colour) in zip((0.5, 0.8, 0.3), GROUPS.values(), strict=True):
            chosen = part["kind"].isin(kinds)
            spans = list(zip(start[chosen], width[chosen], strict=True))
            ax.broken_barh(spans, (row - height / 2, height), color=colour, lw=0, rasterized=True)
    for i, (name, (_, colour)) in enumerate(GROUPS.items()):
        ax.annotate(f"■ {label(name, lang)}", (i * 0.25, 1), xycoords="axes fraction", xytext=(0, 4),
                    textcoords="offset points", color=colour, fontsize=7.5)  # fmt: skip
    rows(ax, [(names or {}).get(doc_id, doc_id) for doc_id in documents])
    ax.set_xlim(0, 100)
    ax.set_xlabel(label("position", lang))
    return ax
