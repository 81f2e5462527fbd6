"""Figures of phrases and of text that documents share."""

import numpy as np

from govnlp.analysis.phrases.abbreviations import PLAN
from govnlp.figures.column_names import value_label
from govnlp.figures.multiples import add_note, foot, panels
from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    listed,
    nothing,
    open_axes,
    sentences,
    shorten,
)

COLUMNS = (
    ("phrase", 0, 12), ("occurrences", 0.195, 0.07), ("members", 0.31, 26), ("n_docs", 0.715, 4),
    ("first_use", 0.775, 15),
)  # fmt: skip
"""Columns of a table: label, place in widths of the page, ems of a text or the width of the longest bar."""
PAIRS = (("one", 0, 16.5), ("other", 0.255, 16.5), ("shared", 0.51, 0.05), ("example", 0.595, 26))
INK, GREY = "#262626", "#6B6B6B"
LINE = 0.195
"""Height of a line of a table, in inches."""
REACH = 3
"""Times the highest rate that an interval is drawn: that of a year with hardly any text would flatten the dots."""
WITHIN = 0.9
"""Share of its occurrences within longer phrases from which a phrase is a piece of these."""
CROWDED = 8
"""Years, of which more leave no room for counts beside the dots."""


def say_phrases(table, *, lang="zh"):
    """The most frequent phrases, and how many abbreviations have members; a five-year plan stands for no list."""
    first = _by_itself(table[table["n"].gt(1)].sort_values(["n", "phrase"], ascending=[False, True]), 5)
    short = table[table["kind"].eq("numeric_abbreviation") & ~table["phrase"].str.fullmatch(PLAN)]
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
        Number of rows: most frequent first, without those that hardly occur outside of longer ones.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    shown = _by_itself(table.sort_values(["n", "phrase"], ascending=[False, True]), top)
    ax = open_axes(ax, title or label("phrases", lang), height=0.95 + LINE * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang)
    lines = []
    for item in shown.itertuples():
        members, listed = _members(item, lang)
        first = (names or {}).get(item.first_doc, item.first_doc)
        ink = INK if listed else GREY
        lines.append(
            [(item.phrase, INK), item.n, (members, ink), (f"{len(item.doc_ids)}", INK), (first, INK)]
        )
    return _table(ax, COLUMNS, lines, lang)


def _by_itself(table, top):
    """The first phrases of a table that mostly stand by themselves: not 五五 where the text says 十五五."""
    counts, found = table.set_index("phrase")["n"], []
    for at, (phrase, n) in enumerate(counts.items()):
        if len(found) == top:
            break
        longer = []  # without those of which a shorter one is counted
        for other in sorted(counts.index[counts.index.str.contains(phrase, regex=False)], key=len):
            if other != phrase and not any(one in other for one in longer):
                longer.append(other)
        if counts[longer].sum() < WITHIN * n:
            found.append(at)
    return table.iloc[found]


def _table(ax, columns, lines, lang):
    """A table: each line has a text with its ink, or a number that is drawn as a bar, for every column."""
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(len(lines) - 0.4, -1.5)
    for name, at, _ in columns:
        ax.text(at, -1, label(name, lang), va="center", fontsize=7, color=GREY)
    largest = max(cell for line in lines for cell in line if not isinstance(cell, tuple))
    for row, line in enumerate(lines):
        ax.axhline(row - 0.5, color="#E4E4E4", lw=0.6)
        for (_, at, width), cell in zip(columns, line, strict=True):
            if isinstance(cell, tuple):
                ax.text(at, row, shorten(cell[0], width), va="center", fontsize=7, color=cell[1])
                continue
            ax.barh(row, width * cell / largest, left=at, height=0.55, color=PALETTE[0])
            ax.text(at + width * cell / largest + 0.006, row, f"{cell}", va="center", fontsize=7)
    return ax


def _members(item, lang):
    """Members as text and whether the text lists them (not the shipped list); of other phrases the kind."""
    members = item.expansion
    if isinstance(members, (list, tuple, np.ndarray)) and len(members):
        return "、".join(map(str, members)), getattr(item, "members_from", "text") == "text"
    if item.kind == "numeric_abbreviation":
        return label("open", lang), False
    return value_label("kind", item.kind, lang), False


def _lasting(table):
    """Rows of the phrases that more than one year has: of the others there is no course to tell."""
    years = table[table["n"].gt(0)].groupby("phrase")["year"].nunique()
    return table[table["phrase"].isin(years.index[years.gt(1)])]


def say_life(table, *, lang="zh"):
    """First and last year of each phrase that more than one year has."""
    seen = _lasting(table)
    seen = seen[seen["n"].gt(0)].groupby("phrase", sort=False)["year"].agg(["min", "max"])
    text = [f"{x.Index} {x.min}–{x.max}" for x in seen.itertuples()]
    return label("say_life", lang, text=listed(text, lang, "semicolon")) if text else ""


@figure("life", say_life, unit="phrase")
def plot_life(table, *, lang="zh", title=None):
    """Small multiples of the rate of each phrase over the years with intervals; years without it are hollow.

    A phrase that fewer than two years have is left out.

    Parameters
    ----------
    table : pandas.DataFrame
        From `phrase_life`: phrase, year, n, per_10k, ci_low, ci_high.
    lang, title
        As for `plot_phrases`.

    Returns
    -------
    list of matplotlib Axes
        One per phrase, over the same years, each with its own rates.
    """
    table = _lasting(table)
    phrases = list(dict.fromkeys(table["phrase"]))
    axes = panels(phrases, title or label("life", lang), height=1.35)
    if table.empty:
        return [nothing(axes[0], lang, "no_life")]
    years = sorted(set(table["year"]))
    counted = len(years) <= CROWDED
    for ax, phrase in zip(axes, phrases, strict=True):
        part = table[table["phrase"].eq(phrase)]
        seen, never = part[part["n"].gt(0)], part.loc[part["n"].eq(0), "year"]
        ax.vlines(seen["year"], seen["ci_low"], seen["ci_high"], color="#9DB8C9", lw=1.6)
        ax.plot(seen["year"], seen["per_10k"], "o", ms=4, color=PALETTE[0])
        if len(never):  # without points, marks that are not clipped would stand in the corner of the figure
            ax.plot(never, np.zeros(len(never)), "o", ms=4, mfc="white", mec=PALETTE[0], clip_on=False)
        for item in seen.itertuples() if counted else ():
            ax.annotate(f"{item.n}", (item.year, item.per_10k), xytext=(4, 0), textcoords="offset points", va="center",
                        fontsize=7)  # fmt: skip
        ax.set_ylim(0, min(seen["ci_high"].max() * 1.05, REACH * seen["per_10k"].max()))
        ax.set_xlim(years[0] - 0.6, years[-1] + 0.6)
        ax.set_xticks(years if len(years) < 6 else np.linspace(years[0], years[-1], 5).round())
        ax.xaxis.set_major_formatter(lambda year, _: f"{year:.0f}")
        ax.locator_params(axis="y", nbins=3)
    foot(axes, "")
    hollow = ["life_hollow"] if table["n"].eq(0).any() else []
    notes = ("life_note", *(["life_counts"] if counted else []), *hollow)
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
def plot_reuse(table, *, ax=None, lang="zh", names=None, top=16, total=None, title=None):
    """A table: pairs of documents, the number of passages that they share, and one of them.

    Parameters
    ----------
    table : pandas.DataFrame
        doc_a, doc_b, n: one row per pair of documents, those that share most first; example, a passage, where known.
    names : dict, optional
        doc_id to short name.
    top : int
        Most pairs.
    total : int, optional
        Number of documents that were compared.
    ax, lang, title
        As for `plot_phrases`.

    Returns
    -------
    matplotlib Axes
    """
    shown = table.head(top)
    ax = open_axes(ax, title or label("reuse", lang), height=0.95 + LINE * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang, "one_document" if total == 1 else "no_reuse")
    lines = [
        [((names or {}).get(row.doc_a, row.doc_a), INK), ((names or {}).get(row.doc_b, row.doc_b), INK), row.n,
         (getattr(row, "example", ""), GREY)]
        for row in shown.itertuples()
    ]  # fmt: skip
    _table(ax, PAIRS, lines, lang)
    if len(table) > len(shown):
        add_note(ax.figure, label("some_pairs", lang, shown=len(shown), all=len(table)))
    return ax
