"""Figure of passages taken over: documents on a line of time each, arrows from the earlier to the later one."""

import numpy as np
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

LABELLED = 8
"""Years that are written along the axis, each in its middle."""
BEND = 0.12
"""Height of an arrow's bow over its length."""
BESIDE = 6.5
"""Points between the middle of a number and its arrow."""
ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where on an arrow its number may stand, as shares of the way."""
MOST = 16
"""Documents that a figure shows: those of the pairs with most passages."""


def _pairs(table):
    """Number of passages that went from one document to another."""
    pairs = table.groupby(["doc_earlier", "doc_later"]).size().rename("n").reset_index()
    return pairs.sort_values(
        ["n", "doc_earlier", "doc_later"], ascending=[False, True, True], ignore_index=True
    )


def say_diffusion(table, *, lang="zh", names=None):
    """How many passages were taken over by how many documents, and the pair with most, where no other has as many."""
    if table.empty:
        return ""
    pairs, named = _pairs(table), names or {}
    best = clear_first(pairs["n"]) if len(pairs) > 1 else None
    first = pairs.loc[best] if best is not None else None
    earlier, later = (None, None) if first is None else (first["doc_earlier"], first["doc_later"])
    return sentences(
        label("say_diffusion", lang, n=len(table), later=table["doc_later"].nunique()),
        ""
        if first is None
        else label(
            "say_diffusion_most", lang, a=named.get(earlier, earlier), b=named.get(later, later), n=first["n"]
        ),
        lang=lang,
    )


@figure("diffusion", say_diffusion, unit="passage")
def plot_diffusion(table, *, ax=None, lang="zh", names=None, title=None):
    """Documents from the oldest down, each at its date; an arrow leads from a document to one that takes over from it.

    A document of which the year alone is known is hollow, and stands in its middle.

    Parameters
    ----------
    table : pandas.DataFrame
        From `diffusion`.
    ax : matplotlib Axes, optional
    lang : {"zh", "en"}
    names : dict, optional
        doc_id to short name.
    title : str, optional

    Returns
    -------
    matplotlib Axes
    """
    dates = {}
    for side in ("earlier", "later"):
        dates |= dict(zip(table[f"doc_{side}"], table[f"date_{side}"], strict=True))
    pairs = _pairs(table)
    shown = sorted(_most_tied(pairs), key=lambda doc_id: (_day(dates[doc_id]), doc_id))
    ax = open_axes(ax, title or label("diffusion", lang), height=1.4 + 0.24 * max(len(shown), 3))
    if not shown:
        return nothing(ax, lang, "no_diffusion")
    place = {doc_id: (_day(dates[doc_id]), row) for row, doc_id in enumerate(shown)}
    pairs = pairs[pairs["doc_earlier"].isin(shown) & pairs["doc_later"].isin(shown)]
    for pair in pairs.itertuples():
        (x, y), (to_x, to_y) = place[pair.doc_earlier], place[pair.doc_later]
        width = 0.6 + 2.4 * (pair.n / pairs["n"].max()) ** 0.5
        arrow = {
            "arrowstyle": "-|>",
            "color": "#7FA3B8",
            "lw": width,
            "mutation_scale": 8,
            "shrinkA": 3,
            "shrinkB": 3,
        }
        ax.annotate(
            "",
            (to_x, to_y),
            (x, y),
            arrowprops=arrow | {"connectionstyle": f"arc3,rad={BEND}"},
            zorder=1,
        )
    x = [day for day, _ in place.values()]
    for doc_id, (day, row) in place.items():
        known = len(dates[doc_id]) == 10
        ax.plot(day, row, "o", ms=4, mfc=PALETTE[0] if known else "white", mec=PALETTE[0], zorder=2)
    rows(ax, [shorten((names or {}).get(doc_id, doc_id), 22) for doc_id in shown], width=24)
    ax.set_ylim(len(shown) - 0.4, -0.6)
    pad = max(max(x) - min(x), 1.0) * 0.05
    ax.set_xlim(min(x) - pad, max(x) + pad)
    years = range(int(min(x)), int(max(x)) + 1)
    step = -(-len(years) // LABELLED)
    ax.set_xticks([year + 0.5 for year in years][::step], [str(year) for year in years][::step])
    ax.set_xticks(years[1:], minor=True)  # where a year begins
    ax.tick_params(axis="x", which="major", length=0)
    note(ax, label("diffusion_note", lang))
    if any(len(dates[doc_id]) < 10 for doc_id in shown):
        note(ax, label("diffusion_years", lang))
    if len(dates) > len(shown):
        note(ax, label("some_documents", lang, shown=len(shown), all=len(dates)))
    _count(ax, pairs[pairs["n"].gt(1)], place)
    return ax


def _most_tied(pairs):
    """Documents of the pairs with most passages, as many as a figure shows, so that each has an arrow."""
    shown = []
    for pair in pairs.itertuples():
        new = [doc_id for doc_id in (pair.doc_earlier, pair.doc_later) if doc_id not in shown]
        shown += new if len(shown) + len(new) <= MOST else []
    return shown


def _count(ax, pairs, place):
    """Numbers of passages beside the bent arrows, outside of the bow; along it where another number has the middle."""
    from govnlp.figures.canvas import lay_out

    lay_out(ax.figure)
    unit, taken = ax.figure.dpi / 72, np.empty((0, 2))
    for pair in pairs.itertuples():
        start, end = ax.transData.transform([place[pair.doc_earlier], place[pair.doc_later]])
        across = np.array([1, -1]) * (end - start)[::-1]
        bend = (start + end) / 2 + BEND * across
        beside = BESIDE * unit * across / max(np.hypot(*across), 1)
        spots = [(1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end + beside for t in ALONG]
        free = (x for x in spots if (np.hypot(*(taken - x).T) > 1.5 * BESIDE * unit).all())
        spot = next(free, spots[0])
        taken = np.vstack([taken, spot])
        ax.annotate(f"{pair.n}", ax.transData.inverted().transform(spot), fontsize=7, zorder=3, ha="center",
                    va="center", bbox={"fc": "white", "ec": "none", "pad": 0.4})  # fmt: skip


def _day(date):
    """A date as a year with its part gone by; that of a year alone is its middle."""
    if len(date) < 10:
        return int(date[:4]) + 0.5
    day = pd.Timestamp(date)
    return day.year + (day.day_of_year - 1) / 366
