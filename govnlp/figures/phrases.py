"""Figures of phrases and of text that documents share."""

import numpy as np

from govnlp.figures.column_names import value_label
from govnlp.figures.multiples import add_note, foot, panels
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    rows,
    sentences,
    shorten,
)

COLUMNS = (("phrase", 0), ("occurrences", 0.195), ("members", 0.31), ("n_docs", 0.715), ("first_use", 0.775))
GREY = "#6B6B6B"
CROWDED = 8
"""Years, of which more leave no room for counts beside the dots."""


def say_phrases(table, *, lang="zh"):
    """The most frequent phrases, and how many abbreviations have members."""
    first = table[table["n"].gt(1)].sort_values(["n", "phrase"], ascending=[False, True]).head(5)
    short = table[table["kind"].eq("numeric_abbreviation")]
    found = short["members_from"].value_counts()
    members = {"listed": found.get("text", 0), "known": found.get("lexicon", 0)}
    words = [label("quoted_count", lang, name=row.phrase, n=row.n) for row in first.itertuples()]
    return sentences(
        label("say_phrases", lang, words=listed(words, lang)) if words else "",
        label("say_members", lang, all=len(short), **members) if len(short) else "",
        lang=lang,
    )


@figure("phrases", say_phrases, unit="phrase")
def plot_phrases(table, *, ax=None, lang="zh", names=None, top=24, title=None):
    """A table: phrase, occurrences, members, documents and first use; members that no text lists are shown as open.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_phrases`: phrase, kind, n, doc_ids, expansion, first_doc; members_from where known.
    names : dict, optional
        doc_id to short name.
    top : int
        Number of rows: most frequent first.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    shown = table.sort_values(["n", "phrase"], ascending=[False, True]).head(top)
    ax = open_axes(ax, title or label("phrases", lang), height=0.95 + 0.195 * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang)
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(len(shown) - 0.4, -1.5)
    for name, at in COLUMNS:
        ax.text(at, -1, label(name, lang), va="center", fontsize=7, color=GREY)
    largest = shown["n"].max()
    for row, item in enumerate(shown.itertuples()):
        ax.axhline(row - 0.5, color="#E4E4E4", lw=0.6)
        members, listed = _members(item, lang)
        first = (names or {}).get(item.first_doc, item.first_doc)
        ax.barh(row, 0.07 * item.n / largest, left=COLUMNS[1][1], height=0.55, color=PALETTE[0])
        ax.text(COLUMNS[1][1] + 0.07 * item.n / largest + 0.006, row, f"{item.n}", va="center", fontsize=7)
        texts = (
            shorten(item.phrase, 11),
            None,
            shorten(members, 26),
            f"{len(item.doc_ids)}",
            shorten(first, 15),
        )
        for (name, at), text in zip(COLUMNS, texts, strict=True):
            if text:
                ink = GREY if name == "members" and not listed else "#262626"
                ax.text(at, row, text, va="center", fontsize=7.5 if name == "phrase" else 7, color=ink)
    return ax


def _members(item, lang):
    """Members as text and whether the text lists them (not the shipped list); of other phrases the kind."""
    members = item.expansion
    if isinstance(members, (list, tuple, np.ndarray)) and len(members):
        return "、".join(map(str, members)), getattr(item, "members_from", "text") == "text"
    if item.kind == "numeric_abbreviation":
        return label("open", lang), False
    return value_label("kind", item.kind, lang), False


def say_life(table, *, lang="zh"):
    """First and last year of each phrase, where there is more than one year."""
    seen = table[table["n"].gt(0)].groupby("phrase", sort=False)["year"].agg(["min", "max"])
    if table["year"].nunique() < 2 or seen.empty:
        return ""
    text = [
        f"{x.Index} {x.min}" if x.min == x.max else f"{x.Index} {x.min}–{x.max}" for x in seen.itertuples()
    ]
    return label("say_life", lang, text=listed(text, lang, "semicolon"))


@figure("life", say_life, unit="phrase")
def plot_life(table, *, lang="zh", title=None):
    """Small multiples of the rate of each phrase over the years with intervals; years without it are hollow.

    A phrase that no year has is left out.

    Parameters
    ----------
    table : pandas.DataFrame
        From `phrase_life`: phrase, year, n, per_10k, ci_low, ci_high.
    lang, title
        As for `plot_phrases`.

    Returns
    -------
    list of matplotlib Axes
        One per phrase, on the same scales.
    """
    table = table[table.groupby("phrase")["n"].transform("sum").gt(0)]
    phrases = list(dict.fromkeys(table["phrase"]))
    axes = panels(phrases, title or label("life", lang), height=1.35, indent=0)
    if table.empty:
        return [nothing(axes[0], lang)]
    years = sorted(set(table["year"]))
    limit = table.loc[table["n"].gt(0), "ci_high"].max()
    counted = len(years) <= CROWDED
    for ax, phrase in zip(axes, phrases, strict=True):
        part = table[table["phrase"].eq(phrase)]
        seen = part[part["n"].gt(0)]
        ax.vlines(seen["year"], seen["ci_low"], seen["ci_high"], color="#9DB8C9", lw=1.6)
        ax.plot(seen["year"], seen["per_10k"], "o", ms=4, color=PALETTE[0])
        never = part.loc[part["n"].eq(0), "year"]
        if len(never):  # without points, marks that are not clipped would stand in the corner of the figure
            ax.plot(never, np.zeros(len(never)), "o", ms=4, mfc="white", mec=PALETTE[0], clip_on=False)
        for item in seen.itertuples() if counted else ():
            ax.annotate(f"{item.n}", (item.year, item.per_10k), xytext=(4, 0), textcoords="offset points", va="center",
                        fontsize=7)  # fmt: skip
        ax.set_ylim(0, limit * 1.05)
        ax.set_xlim(years[0] - 0.6, years[-1] + 0.6)
        ax.set_xticks(years if len(years) < 6 else np.linspace(years[0], years[-1], 5).round())
        ax.xaxis.set_major_formatter(lambda year, _: f"{year:.0f}")
        ax.locator_params(axis="y", nbins=3)
    foot(axes, "")
    notes = (
        "life_note",
        *(["life_counts"] if counted else []),
        *(["life_hollow"] if table["n"].eq(0).any() else []),
    )
    add_note(axes[0].figure, listed([label(key, lang) for key in notes], lang, "semicolon"))
    return axes


def say_reuse(table, *, lang="zh", names=None, total=None):
    """How many pairs of documents share passages, and which most; or that none do; nothing of a single document."""
    if table.empty:
        return "" if total == 1 else label("no_reuse", lang)
    best = clear_first(table.reset_index(drop=True)["n"]) if len(table) > 1 else 0
    a, b, n = (None, None, 0) if best is None else table[["doc_a", "doc_b", "n"]].iloc[best]
    named = names or {}
    return sentences(
        label("say_shared", lang, n=len(table)),
        label("say_reuse", lang, a=named.get(a, a), b=named.get(b, b), n=n) if best is not None else "",
        lang=lang,
    )


@figure("reuse", say_reuse)
def plot_reuse(table, *, ax=None, lang="zh", names=None, top=14, total=None, title=None):
    """Matrix of the number of passages that two documents share.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_a, doc_b, n: one row per pair of documents.
    names : dict, optional
        doc_id to short name.
    top : int
        Most documents: those that share most.
    total : int, optional
        Number of documents that were compared.
    ax, lang, title
        As for `plot_phrases`.

    Returns
    -------
    matplotlib Axes
    """
    each = {}
    for a, b, n in zip(table["doc_a"], table["doc_b"], table["n"], strict=True):
        each[a], each[b] = each.get(a, 0) + n, each.get(b, 0) + n
    order = sorted(each, key=lambda doc_id: (-each[doc_id], doc_id))
    documents = sorted(order[:top])
    ax = open_axes(ax, title or label("reuse", lang), height=1.5 + 0.27 * max(len(documents), 3))
    if not documents:
        return nothing(ax, lang, "one_document" if total == 1 else "no_reuse")
    size, place = len(documents), {doc_id: i for i, doc_id in enumerate(documents)}
    grid = np.zeros((size, size))
    for a, b, n in zip(table["doc_a"], table["doc_b"], table["n"], strict=True):
        if a in place and b in place:
            grid[max(place[a], place[b]), min(place[a], place[b])] += n
    shown = np.ma.masked_where(~np.tril(np.ones((size, size), bool), -1), grid)
    ax.pcolormesh(shown, cmap="Blues", vmin=0, vmax=max(grid.max() * 1.4, 1), edgecolors="#DDDDDD", lw=0.6)
    for (i, j), n in np.ndenumerate(grid):
        if n:
            ink = "white" if n > 0.8 * grid.max() else "#262626"
            ax.text(j + 0.5, i + 0.5, f"{n:.0f}", ha="center", va="center", fontsize=7, color=ink)
    texts = [
        f"{shorten((names or {}).get(doc_id, doc_id), 20)}  {i}" for i, doc_id in enumerate(documents, 1)
    ]
    rows(ax, texts, width=26)
    ax.set_yticks(np.arange(size) + 0.5, texts)
    ax.set_ylim(size, 0)
    ax.set_xlim(0, size)
    ax.set_xticks(np.arange(size) + 0.5, [f"{i}" for i in range(1, size + 1)])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set_xlabel(label("reuse_note", lang))
    if len(order) > size:
        note(ax, label("some_documents", lang, shown=size, all=len(order)))
    return ax
