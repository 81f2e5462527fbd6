"""Figure of terms over many years, with the change points that shuffled years do not have."""

from govnlp.figures.column_names import value_label
from govnlp.figures.multiples import add_note, foot, panels, year_axis
from govnlp.figures.style import PALETTE, figure, label, listed, nothing, words_only

MOST = 12
"""Terms that a figure shows: a panel each."""
LEAST = 8
"""Years from which on a line is drawn; fewer are points."""
REACH = 3
"""Times the highest rate that an interval is drawn: that of a year with hardly any text would flatten all others."""
SHOWN = 3
"""Years at the least: two would set single documents side by side and call it a course."""


def say_years(table, trends=None, lang="zh"):
    """Which terms rise and which fall, the surest first."""
    if trends is None or trends.empty or not trends["trend"].notna().any():
        return ""
    up, down = (trends[trends["trend"].eq(x)]["term"].head(5) for x in ("rising", "falling"))
    years = f"{table['year'].min()}–{table['year'].max()}"
    return label("say_years", lang, years=years, up=listed(up, lang), down=listed(down, lang))


@figure("years", say_years, unit="term")
def plot_years(table, *, trends=None, changes=None, lang="zh", title=None):
    """Small multiples of rates by year with intervals: risers, then fallers; dashed lines are change points.

    Parameters
    ----------
    table : pandas.DataFrame
        From `term_years`.
    trends : pandas.DataFrame, optional
        From `year_trends`; half of the panels show the surest risers, half the surest fallers. Without any, the most
        frequent terms are shown.
    changes : pandas.DataFrame, optional
        From `change_points`; those found are drawn.
    lang : {"zh", "en"}
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
        One per term.
    """
    terms = _chosen(table, trends)
    years = sorted(set(table["year"]))
    few = len(years) < LEAST
    axes = panels(terms, title or _title(table, few, lang), height=1.35)
    if not terms:
        return [nothing(axes[0], lang)]
    if len(years) < SHOWN:
        return [nothing(axes[0], lang, "two_years")]
    for ax, term in zip(axes, terms, strict=True):
        part = table[table["term"].eq(term)].sort_values("year")
        ax.vlines(part["year"], part["ci_low"], part["ci_high"], color="#9DB8C9", lw=1.4)
        ax.plot(part["year"], part["per_10k"], "o" if few else "o-", ms=2.5, lw=0.8, color=PALETTE[0])
        for row in (
            ()
            if changes is None
            else changes[changes["term"].eq(term) & changes["found"].astype(bool)].itertuples()
        ):
            ax.axvline(row.year - 0.5, color=PALETTE[1], lw=0.9, ls="--")
        ax.set_ylim(0, min(part["ci_high"].max() * 1.05, REACH * part["per_10k"].max()) or 1)
        year_axis(ax, years)
    foot(axes, "")
    said = label("few_years", lang, n=len(years), least=LEAST) if few else label("years_note", lang)
    add_note(axes[0].figure, said)
    return axes


def _title(table, few, lang):
    """The question, and of which documents it is asked."""
    question = label("years_few" if few else "years", lang)
    if table.attrs.get("genre") is None:
        return question
    genre = value_label("genre", table.attrs["genre"], lang)
    return label("question_of", lang, question=question, n=table.attrs["n_documents"], genre=genre)


def _chosen(table, trends):
    """Terms of the panels: the surest risers, then the surest fallers."""
    if trends is None or trends.empty:
        n = words_only(table).groupby("term")["n"].agg(["sum", "min"]).sort_index()
        n = n.loc[n["min"].gt(1), "sum"]  # of a year that lacks a word a single document may be the reason
        return list(n.sort_values(ascending=False, kind="stable").index[:MOST])
    return [
        x for kind in ("rising", "falling") for x in trends[trends["trend"].eq(kind)]["term"].head(MOST // 2)
    ]
