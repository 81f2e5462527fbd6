"""Figures of duties: a calendar of deadlines, and units by field of policy."""

import pandas as pd

from govnlp.figures.style import (
    PALETTE,
    clear_first,
    figure,
    label,
    note,
    nothing,
    open_axes,
    rows,
    sentences,
    shorten,
)
from govnlp.figures.themes import heatmap

DATES, UNITS, FIELDS = 20, 14, 8
"""Deadlines, units and fields that a figure shows."""
TIED = 20
"""Units that it shows at most where the last ones have as many duties."""


def say_deadlines(table, lang="zh"):
    """How many duties have a date, the first and the last."""
    dated = table["deadline"].dropna()
    if dated.empty:
        return ""
    first, last = (f"{day:%Y-%m-%d}" for day in (dated.min(), dated.max()))
    key = "say_deadlines" if first < last else "say_deadline"
    return label(key, lang, n=len(dated), first=first, last=last)


@figure("deadlines", say_deadlines, unit="duty")
def plot_deadlines(table, *, ax=None, lang="zh", names=None, title=None):
    """Duties with a date, the earliest first: day, who, and what; hollow where the bearer is inferred or not named.

    Where none is named, its document stands in brackets.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_duties`.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names : dict, optional
        doc_id to short name.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    dated = table.dropna(subset=["deadline"]).sort_values(["deadline", "doc_id", "block"], kind="stable")
    shown = dated.head(DATES)
    ax = open_axes(ax, title or label("deadlines", lang), height=1.3 + 0.21 * max(len(shown), 3))
    if shown.empty:
        return nothing(ax, lang)
    days = list(shown["deadline"].dt.date)
    for row, (day, item) in enumerate(zip(days, shown.itertuples(), strict=True)):
        face = "white" if item.inferred or item.bearer is None else PALETTE[0]
        ax.plot(day, row, "o", ms=5, mfc=face, mec=PALETTE[0])
        text = f"{day:%Y-%m-%d}  {shorten(item.action, 30)}"
        ax.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(6, 0), va="center", fontsize=7,
                    textcoords="offset points", annotation_clip=False)  # fmt: skip
    unnamed = shown["doc_id"].map(lambda doc_id: f"（{(names or {}).get(doc_id, doc_id)}）")
    rows(ax, shown["bearer"].fillna(unnamed), width=14)
    ax.grid(axis="x", color="#E4E4E4", lw=0.6)
    span = max((days[-1] - days[0]).days, 30)
    ax.set_xlim(days[0] - pd.Timedelta(days=0.06 * span), days[-1] + pd.Timedelta(days=0.06 * span))
    ends = [days[0], days[-1]] if days[-1] > days[0] else [days[0]]
    ax.set_xticks(ends, [f"{day:%Y-%m}" for day in ends])
    note(ax, label("deadlines_note", lang, n=len(table) - len(dated)))
    if len(dated) > len(shown):
        note(ax, label("some_facts", lang, shown=len(shown), all=len(dated)))
    return ax


def say_duties(table, lang="zh"):
    """How many duties there are, and the unit that has most."""
    if table.empty:
        return ""
    by_unit = table.groupby("unit")["n"].sum()
    first = clear_first(by_unit)
    return sentences(
        label("say_duties", lang, units=len(by_unit), n=int(by_unit.sum())),
        ""
        if first is None or len(by_unit) < 2
        else label("say_duties_most", lang, unit=shorten(first, 20), n=by_unit[first]),
        lang=lang,
    )


def _most(order):
    """The units with most duties: all that have as many as the last or, where these are too many, none of them.

    Where all units have as many, the first.
    """
    last = order.iloc[:UNITS].min()
    shown = order.index[order >= last]
    shown = shown if len(shown) <= TIED else order.index[order > last]
    return list(shown if len(shown) else order.index[:UNITS])


@figure("duties", say_duties, unit="cell")
def plot_duties(table, *, ax=None, lang="zh", labels=None, title=None):
    """Matrix of units by field of policy with the number of duties; in brackets those whose bearer is inferred.

    Parameters
    ----------
    table : pandas.DataFrame
        From `duty_matrix`.
    labels : dict, optional
        Theme to name.
    ax, lang, title
        As for `plot_deadlines`.

    Returns
    -------
    matplotlib Axes
    """
    order = table.groupby("unit")["n"].sum().sort_index().sort_values(ascending=False, kind="stable")
    units = _most(order)
    ax = open_axes(ax, title or label("duties_matrix", lang), height=1.9 + 0.24 * max(len(units), 3))
    if not units:
        return nothing(ax, lang)
    if order.iloc[0] < 2:
        return nothing(ax, lang, "few_duties")
    other = label("no_field", lang)
    shown = table[table["unit"].isin(units)].assign(field=table["field"].where(table["field"].notna(), other))
    fields = shown.groupby("field")["n"].sum().sort_index().sort_values(ascending=False, kind="stable").index
    fields = [x for x in fields if x != other][: FIELDS - 1]
    shown = shown.assign(field=shown["field"].where(shown["field"].isin(fields), other))
    fields.append(other)
    grid, inferred = (
        shown.pivot_table(index="unit", columns="field", values=key, aggfunc="sum", fill_value=0)
        .reindex(index=units, columns=fields, fill_value=0)
        .to_numpy()
        for key in ("n", "n_inferred")
    )
    cells = [
        [f"{n:.0f} ({m:.0f})" if m else f"{n:.0f}" if n else "" for n, m in zip(*both, strict=True)]
        for both in zip(grid, inferred, strict=True)
    ]
    heatmap(ax, grid, units, [(labels or {}).get(field, field) for field in fields], cells)
    note(ax, label("duties_matrix_note", lang))
    if len(order) > len(units):
        key = "some_units" if order[units].min() > order.drop(units).max() else "equal_units"
        note(ax, label(key, lang, shown=len(units), all=len(order)))
    return ax
