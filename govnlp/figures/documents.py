"""Figures of the documents: what there is, and how each is built."""

from govnlp.figures.grouping import FEW
from govnlp.figures.multiples import left_out
from govnlp.figures.spread import STEP, draw_spread
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    note,
    nothing,
    open_axes,
    per_cent,
    rows,
    sentences,
)

GROUPS = {
    "content": (("paragraph", "question", "answer"), PALETTE[5], 0.56),
    "headline": (("title", "heading"), PALETTE[1], 0.74),
    "furniture": (("byline", "dateline", "caption", "page", "editor", "boilerplate"), "#8A8A8A", 0.3),
}
ROW = 0.185  # inches
THIN = 0.3  # points around a block: what is narrower than a pixel would be drawn or not as its place has it


def days_of(table):
    """Days of publication, else of signing."""
    return table["published"].fillna(table["signed"])


def say_inventory(table, *, lang="zh", names=None):
    """How much there is and how much of it is text, the longest document, and how many have neither date nor year."""
    sizes = table.set_index("doc_id")["n_chars"]
    longest = clear_first(sizes) if len(sizes) > 1 else None
    text = per_cent((sizes * (1 - table.set_index("doc_id")["aside"])).sum() / max(sizes.sum(), 1))
    undated = int((days_of(table).isna() & table["year"].isna()).sum())
    name = (names or {}).get(longest, longest)
    return sentences(
        label("say_documents", lang, n=len(table), chars=f"{sizes.sum():,}", text=text) if len(table) else "",
        label("say_longest", lang, name=name, chars=f"{sizes[longest]:,}") if longest is not None else "",
        label("say_undated", lang, n=undated) if undated else "",
        lang=lang,
    )


@figure("inventory", say_inventory, unit="block")
def plot_inventory(table, *, ax=None, lang="zh", names=None, colours=None, title=None):
    """A bar of characters per document, with date, articles and the share set aside in columns beside it.

    More than fifteen documents are a row of dots for each year; those of unusual length are named.

    Parameters
    ----------
    table : pandas.DataFrame
        From `inventory`: doc_id, published, signed, year, n_articles, n_chars, aside. Undated documents stay visible.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names, colours : dict, optional
        doc_id to short name and to colour.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    height = 1.15 + ROW * max(len(table), 3) if len(table) <= FEW else 1.2 + STEP * len(set(_years(table)))
    ax = open_axes(ax, title or label("inventory", lang), height=max(height, 1.9))
    if table.empty:
        return nothing(ax, lang)
    if len(table) > FEW:
        return _by_year(ax, table, lang, names)
    inks = [(colours or {}).get(doc_id, PALETTE[0]) for doc_id in table["doc_id"]]
    ax.barh(range(len(table)), table["n_chars"], height=0.7, color=inks)
    for row, item in enumerate(table.itertuples()):
        ax.annotate(f"{item.n_chars:,}", (item.n_chars, row), xytext=(3, 0), textcoords="offset points", va="center",
                    fontsize=7)  # fmt: skip
        for name, at, text in _columns(item, lang):
            _beside(ax, row, at, text)
            if not row:
                _beside(ax, -1, at, label(name, lang))
    rows(ax, [(names or {}).get(doc_id, doc_id) for doc_id in table["doc_id"]], width=20)
    ax.set_xlim(0, table["n_chars"].max() * 1.18 or 1)
    ax.locator_params(axis="x", nbins=7)
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.set_xlabel(label("characters", lang))
    return ax


def _years(table):
    """Year of every document: the one that it was published or signed in, else its own; 0 where there is none."""
    years = days_of(table).dt.year.astype("Float64").fillna(table["year"].astype("Float64"))
    return years.fillna(0).astype(int)


def _by_year(ax, table, lang, names):
    """A dot per document, by year and length."""
    years = _years(table)
    dots = table[["doc_id"]].assign(row=years, value=table["n_chars"].astype(float)).reset_index(drop=True)
    counts = years.value_counts().sort_index()
    heads = {year: str(year) if year else label("undated", lang) for year in counts.index}
    ax.set_xlabel(label("characters", lang))
    draw_spread(ax, dots, heads, ("inventory_note", "spread_named"), lang, names)
    for row, n in enumerate(counts):
        _beside(ax, row, 20, f"{n:,}")
    ax.xaxis.set_major_formatter("{x:,.0f}")
    return ax


def _columns(item, lang):
    """Date, articles and share set aside of one document: name of the column, place in points, text."""
    import pandas as pd

    if pd.notna(day := item.published) or pd.notna(day := item.signed):
        when = f"{day:%Y-%m-%d}"
    else:
        when = label("about", lang, year=int(item.year)) if pd.notna(item.year) else label("undated", lang)
    return (("date", 56, when), ("articles", 92, f"{item.n_articles}"), ("aside", 132, per_cent(item.aside)))


def _beside(ax, row, at, text):
    ax.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(at, 0), textcoords="offset points",
                ha="right", va="center", fontsize=7, annotation_clip=False)  # fmt: skip


def say_structure(table, *, lang="zh", names=None):
    """Which document has most articles, and which the largest share of text that is neither body nor heading
    (from one in a hundred on)."""
    articles = table.groupby("doc_id")["article"].nunique()
    size = table["text"].str.len()
    aside = size[table["kind"].isin(GROUPS["furniture"][0])].groupby(table["doc_id"]).sum()
    share = aside / size.groupby(table["doc_id"]).sum()
    most, widest = (clear_first(values) if len(articles) > 1 else None for values in (articles, share))
    named = names or {}
    return sentences(
        label("say_articles", lang, name=named.get(most, most), n=articles[most]) if most is not None else "",
        label("say_aside", lang, name=named.get(widest, widest), share=f"{share[widest]:.0%}")
        if widest is not None and share[widest] >= 0.01
        else "",
        lang=lang,
    )


@figure("structure", say_structure, unit="block")
def plot_structure(table, *, ax=None, lang="zh", names=None, title=None):
    """One strip per document with its blocks in order; content, headlines and page furniture differ in height too.

    Of more than fifteen documents those are shown of which most was set aside, and the figure says so.

    Parameters
    ----------
    table : pandas.DataFrame
        `corpus.blocks`: doc_id, block, article, kind, text. A dark tick stands where an article begins.
    names : dict, optional
        doc_id to short name.
    ax, lang, title
        As for `plot_inventory`.

    Returns
    -------
    matplotlib Axes
    """
    documents = _least_plain(table)
    ax = open_axes(ax, title or label("structure", lang), height=1.3 + ROW * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang)
    for row, doc_id in enumerate(documents):
        part = table[table["doc_id"].eq(doc_id)].sort_values("block")
        width = part["text"].str.len()
        width = 100 * width / (width.sum() or 1)
        start = width.cumsum() - width
        for kinds, colour, height in GROUPS.values():
            chosen = part["kind"].isin(kinds)
            spans = list(zip(start[chosen], width[chosen], strict=True))
            ax.broken_barh(spans, (row - height / 2, height), color=colour, lw=THIN)
        first = part["article"].notna() & ~part["article"].duplicated()
        ax.vlines(start[first], row - 0.5, row - 0.28, color="#262626", lw=0.9)
        ax.annotate(
            f"{int(first.sum())}",
            (100, row),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=7,
        )
    for i, (name, (_, colour, _)) in enumerate(GROUPS.items()):
        ax.annotate(f"■ {label(name, lang)}", (i * 0.25, 1), xycoords="axes fraction", xytext=(0, 5),
                    textcoords="offset points", color=colour, fontsize=7.5)  # fmt: skip
    rows(ax, [(names or {}).get(doc_id, doc_id) for doc_id in documents], width=20)
    ax.set_ylim(len(documents) - 0.4, -0.65)
    ax.set_xlim(0, 100)
    ax.set_xlabel(label("position", lang))
    for text in [label("structure_note", lang), *left_out(len(documents), table["doc_id"].nunique(), lang)]:
        note(ax, text)
    return ax


def _least_plain(table):
    """All of a few documents; of many those with most set aside, in their order."""
    size = table["text"].str.len()
    aside = (
        size.where(table["kind"].isin(GROUPS["furniture"][0]), 0).groupby(table["doc_id"], sort=False).sum()
    )
    share = aside / size.groupby(table["doc_id"], sort=False).sum().clip(lower=1)
    return [doc_id for doc_id in share.index if doc_id in set(share.nlargest(FEW).index)]
