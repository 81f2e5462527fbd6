"""Figures of indicators: the numbers by name and certainty, and statements that disagree."""

import numpy as np

from govnlp.figures.column_names import value_label
from govnlp.figures.style import (
    PALETTE,
    clean,
    clear_first,
    figure,
    label,
    listed,
    note,
    nothing,
    open_axes,
    rows,
    shorten,
)

MARKS = {
    "actual": ("o", PALETTE[0], "●"),
    "estimate": ("D", PALETTE[4], "◇"),
    "target": ("^", PALETTE[1], "△"),
}
NAMES, GAP = 16, 100
"""Names that a figure shows; medians that are so many times apart do not share an axis."""
SCALES = ((1e8, "亿"), (1e4, "万"))


def frequent_units(table, top=3):
    """Base units in the order of how many indicators are stated in several documents, or at all, in them.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`.
    top : int

    Returns
    -------
    list of str
    """
    known = table.dropna(subset=["value_base", "unit_base", "name"])
    shared = known[known.groupby(["unit_base", "name"])["doc_id"].transform("nunique").gt(1)]
    n, several = known["unit_base"].value_counts(), shared["unit_base"].value_counts()
    return sorted(n.index, key=lambda unit: (-several.get(unit, 0), -n[unit], unit))[:top]


def indicator_groups(table, top=4):
    """Parts of a table of indicators that can share an axis: one base unit, no wide gap between magnitudes.

    Income per head and the product of a district have a base unit in common, and nothing else: where the medians of
    the names that a figure would show leave two powers of ten empty, all names are parted there.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`.
    top : int
        Number of groups, in the order of `frequent_units`.

    Returns
    -------
    list of (str, pandas.DataFrame)
        Base unit and its rows; of one unit the group of most statements comes first.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(doc, *fact) for doc in "ab" for fact in (("生产总值", 2e10), ("投资", 3e8), ("人均收入", 4e4))]
    >>> table = pd.DataFrame(rows, columns=["doc_id", "name", "value_base"]).assign(unit_base="元")
    >>> [(unit, sorted(set(part["name"]))) for unit, part in indicator_groups(table)]
    [('元', ['投资', '生产总值']), ('元', ['人均收入'])]
    """
    groups = []
    for unit in frequent_units(table, top):
        part = table[table["unit_base"].eq(unit)].dropna(subset=["value_base", "name"])
        sizes = part["value_base"].astype(float).abs().groupby(part["name"]).median()
        often = sizes[_by_documents(part)[:NAMES]].sort_values()
        often = often[often > 0].to_numpy()
        middles = np.sqrt(often[1:] * often[:-1])[often[1:] > GAP * often[:-1]]
        group = np.searchsorted(middles, part["name"].map(sizes))
        order = np.argsort(-np.bincount(group, minlength=1), kind="stable")
        groups += [(unit, part[group == number]) for number in order]
    return groups[:top]


def _by_documents(table):
    """Names in the order of how many documents state them, then of how often."""
    counts = table.groupby("name")["doc_id"].agg(["nunique", "size"]).reset_index()
    return counts.sort_values(["nunique", "size", "name"], ascending=[False, False, True])["name"].tolist()


def say_indicators(table, *, lang="zh"):
    """How many indicators are stated more than once, and which by most documents."""
    known = table.dropna(subset=["value_base", "name"])
    n = known["name"].value_counts()
    documents = known.groupby("name")["doc_id"].nunique()
    best = clear_first(documents[documents.gt(1)])
    if best is None:
        return ""
    return label("say_indicators", lang, n=int(n.gt(1).sum()), name=best, docs=documents[best])


@figure("indicators", say_indicators, unit="statement")
def plot_indicators(table, *, ax=None, lang="zh", unit=None, top=NAMES, title=None):
    """Dots by indicator for one base unit; shape tells actual, estimate and target, the last statement is written.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`: doc_id, name, value, unit, value_base, unit_base, comparator, period, status.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    unit : str, optional
        Base unit to show, by default the first of `frequent_units`: units never share an axis; for magnitudes that
        are far apart see `indicator_groups`.
    top : int
        Number of names: those that most documents state; names of one document where hardly any is shared.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    known = table.dropna(subset=["value_base", "unit_base", "name"])
    unit = unit or next(iter(frequent_units(known, 1)), None)
    known = known[known["unit_base"].eq(unit)]
    order, documents = _by_documents(known), known.groupby("name")["doc_id"].nunique()
    shared = [name for name in order if documents[name] > 1]
    names = (shared if len(shared) > 2 else order)[:top]
    shown = known[known["name"].isin(names)]
    values = shown["value_base"].astype(float)
    factor, word = next(((size, word) for size, word in SCALES if values.abs().median() >= size), (1, ""))
    question = label("indicators", lang, unit=clean(f"{word}{unit}"))
    ax = open_axes(ax, title or question, height=1.45 + 0.21 * max(len(names), 3))
    if not names:
        return nothing(ax, lang)
    for i, (status, (mark, colour, sign)) in enumerate(MARKS.items()):
        part = shown[shown["status"].eq(status)]
        at = [names.index(name) for name in part["name"]]
        ax.scatter(part["value_base"].astype(float) / factor, at, marker=mark, s=20, facecolors="none" if i else colour,
                   edgecolors=colour, linewidths=1, alpha=0.85)  # fmt: skip
        ax.annotate(f"{sign} {value_label('status', status, lang)}", (0.22 * i, 1), xycoords="axes fraction",
                    xytext=(0, 5), textcoords="offset points", color=colour, fontsize=7.5)  # fmt: skip
    for row, name in enumerate(names):
        _beside(ax, row, _last(shown[shown["name"].eq(name)], lang))
    _beside(ax, -0.85, label("last_statement", lang))
    rows(ax, names, width=15)
    if values.min() > 0 and values.max() / values.min() > 100:
        ax.set_xscale("log")
        ax.xaxis.set_minor_formatter(lambda *_: "")
    else:
        ax.locator_params(axis="x", nbins=6)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    ax.set_xlabel(shorten(f"{word}{unit}", 20))
    if len(order) > len(names):
        note(ax, label("some_names", lang, shown=len(names), all=len(order)))
    return ax


def _beside(ax, row, text):
    ax.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(6, 0), textcoords="offset points",
                va="center", fontsize=7, annotation_clip=False)  # fmt: skip


def _said(item):
    """Value, unit and qualifier as stated: 5% 左右 is not 5%."""
    qualifier = f"（{item['comparator'].replace('+', '、')}）" if isinstance(item["comparator"], str) else ""
    return f"{item['value']:,.10g}{item['unit']}{qualifier}"


def _last(part, lang):
    """The statement of the latest period, and how many documents state the indicator."""
    period = part["period"].astype(str).where(part["period"].notna(), "")
    item = part.loc[period.sort_values(kind="stable").index[-1]]
    when = f"{item['period']} " if isinstance(item["period"], str) else ""
    text = f"{when}{value_label('status', item['status'], lang)} {_said(item)}"
    return f"{shorten(text, 19)} · {label('n_documents', lang, n=part['doc_id'].nunique())}"


def say_conflicts(table, *, lang="zh"):
    """The facts whose statements contradict each other, or that none do."""
    some = table[table["relation"].eq("differs")].drop_duplicates("fact")["name"]
    if some.empty:
        return label("no_conflicts", lang)
    return label("say_conflicts", lang, n=len(some), names=listed(dict.fromkeys(some.head(5)), lang))


@figure("conflicts", say_conflicts, unit="statement")
def plot_conflicts(table, *, ax=None, lang="zh", names=None, top=7, title=None):
    """Statements of one fact that disagree: dots relative to the largest, and the quotes.

    Parameters
    ----------
    table : pandas.DataFrame
        From `find_conflicts`: fact, relation, doc_id, period, name, said, value_base, quote; place, where
        known, goes with the fact. Shown are facts whose statements differ, between documents first, then by closeness.
    names : dict, optional
        doc_id to short name.
    top : int
        Number of facts; of each the first three statements.
    ax, lang, title
        As for `plot_indicators`.

    Returns
    -------
    matplotlib Axes
    """
    differs = table[table["relation"].eq("differs")]
    facts = [part.drop_duplicates("value_base").head(3) for _, part in differs.groupby("fact", sort=False)]
    facts.sort(key=lambda part: (part["doc_id"].nunique() == 1, -_closeness(part)))
    shown, lines = facts[:top], []
    for part in shown:
        first = part.iloc[0]
        parts = (first.get("place"), first["period"], first["name"])
        lines.append((" ".join(text for text in parts if isinstance(text, str)), None))
        lines += [((names or {}).get(item["doc_id"], item["doc_id"]), item) for _, item in part.iterrows()]
    ax = open_axes(ax, title or label("conflicts", lang), height=1.2 + 0.21 * max(len(lines), 3))
    if not lines:
        nothing(ax, lang)
        ax.texts[-1].set_text(label("no_conflicts", lang))
        return ax
    largest = 1.0
    for row, (name, item) in enumerate(lines):
        if item is None:
            largest = max(abs(i["value_base"]) for _, i in lines[row + 1 : row + 4] if i is not None) or 1.0
            ax.annotate(name, (0, row), xycoords=("axes fraction", "data"), xytext=(-2, 0), textcoords="offset points",
                        va="center", ha="right", fontsize=7.5, annotation_clip=False)  # fmt: skip
            ax.axhline(row - 0.5, color="#D0D0D0", lw=0.6, clip_on=False)
            continue
        mark, colour, _ = MARKS.get(item["status"], MARKS["actual"])
        ax.hlines(row, 0, 100 * item["value_base"] / largest, color="#D0D0D0", lw=0.8)
        ax.plot(100 * item["value_base"] / largest, row, mark, ms=4.5, color=colour)
        _beside(ax, row, f"{shorten(item['said'], 9)}：“{shorten(item['quote'], 20)}”")
    rows(ax, ["" if item is None else name for name, item in lines], width=17, size=7)
    ax.set_xlim(0, 106)
    ax.set_xlabel(label("of_largest", lang))
    if len(facts) > len(shown):
        note(ax, label("some_facts", lang, shown=len(shown), all=len(facts)))
    return ax


def _closeness(part):
    values = part["value_base"].abs()
    return float(values.min() / values.max()) if values.max() else 0.0
