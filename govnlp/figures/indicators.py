"""Figure of indicators: each over places and years, results apart from estimates and targets."""

from govnlp.analysis.indicators.canonical import is_defined
from govnlp.arguments import takes, whole
from govnlp.figures.column_names import value_label
from govnlp.figures.comparable import OPEN, arrow, comparable, scale
from govnlp.figures.multiples import add_note, panels
from govnlp.figures.point_labels import spread
from govnlp.figures.style import PALETTE, clear_first, figure, label, nothing, sentences

MARKS = {"actual": ("o", PALETTE[0]), "estimate": ("D", PALETTE[4]), "target": ("^", PALETTE[1])}
PANELS = 9
"""Indicators that a page shows."""


def say_indicators(table, *, lang="zh"):
    """How many indicators are stated for several, and who leads, or what came of one place, in the first that shows it.

    It is one that yearbooks define, and has a panel.
    """
    parts = _by_panel(comparable(table))
    if not parts:
        return ""
    shown = (_say_results(part, lang) for part in parts[:PANELS] if is_defined(part["name"].iloc[0]))
    return sentences(label("say_indicators", lang, n=len(parts)), next(filter(None, shown), ""), lang=lang)


def _say_results(part, lang):
    """Highest and lowest place where the last year has results of all; of one place its first and last result."""
    results = part[part["status"].eq("actual")].sort_values("year")
    years = results["year"].agg(["min", "max"]).tolist()
    last = results[results["year"].eq(years[1])].set_index("place")["value_base"]
    factor, unit = scale(last, part["unit_base"].iloc[0])

    def said(value):
        return f"{value / factor:,.10g}{unit}"

    name, place = part["name"].iloc[0], part["place"].iloc[0]
    if part["place"].nunique() == 1:
        if years[0] == years[1] or results["comparator"].iloc[[0, -1]].notna().any():
            return ""
        ends = {"first": said(results["value_base"].iloc[0]), "last": said(results["value_base"].iloc[-1])}
        return label("say_course", lang, name=name, place=place, begin=years[0], end=years[1], **ends)
    best, least = clear_first(last), clear_first(-last)
    if len(last) < part["place"].nunique() or best is None or least is None:
        return ""
    ends = {"high": said(last[best]), "low": said(last[least])}
    said_as = "say_both" if len(last) == 2 else "say_highest"
    return label(said_as, lang, name=name, year=years[1], best=best, least=least, **ends)


def _by_panel(known):
    """The statements of each indicator, in the order of the panels.

    Where places are too many for lines they are ranked, and indicators come first of which most are.
    """
    groups = list(known.groupby(["name", "unit_base"], sort=False))
    if known["place"].nunique() > len(PALETTE):
        most = known.value_counts(["name", "unit_base", "year", "status"]).groupby(level=[0, 1]).max()
        groups.sort(key=lambda group: -most[group[0]])
    return [part for _, part in groups]


@figure("indicators", say_indicators, unit="statement")
@takes(table="extract_indicators: name, value, unit, period", top=whole(1))
def plot_indicators(table, *, lang="zh", top=PANELS, title=None):
    """A panel per indicator: a line per place over the years, or places ranked where there is one year, or many places.

    Filled dots are results, hollow marks estimates and targets; an arrow says at least or at most, a ring about.
    Units never share a panel.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`. Only what is stated for two or more places or years is shown.
    lang : {"zh", "en"}
    top : int
        Number of indicators: those with most places and years.
    title : str, optional

    Returns
    -------
    list of matplotlib Axes
    """
    groups = _by_panel(comparable(table))
    shown = groups[:top]
    scaled = [scale(part["value_base"], part["unit_base"].iloc[0]) for part in shown]
    heads = [f"{part['name'].iloc[0]}（{unit}）" for part, (_, unit) in zip(shown, scaled, strict=True)]
    axes = panels(heads, title or label("indicators", lang), height=1.55, share=False)
    if not shown:
        return [nothing(axes[0], lang, "no_comparison")]
    places = sorted({place for part in shown for place in part["place"]})
    inks = dict(zip(places, PALETTE, strict=False)) if len(places) <= len(PALETTE) else {}
    for ax, part, (factor, _) in zip(axes, shown, scaled, strict=True):
        part = part.assign(value=part["value_base"] / factor)
        if inks and part["year"].nunique() > 1:
            _over_years(ax, part, inks)
        else:
            _ranked(ax, part, inks, lang)
        ax.tick_params(labelsize=7)
    marks = [label("indicator_marks", lang)]
    if any(line.get_linestyle() == ":" for ax in axes for line in ax.lines):
        marks.append(label("ranked_ends", lang))
    if len(groups) > len(shown):
        marks.append(label("some_names", lang, shown=len(shown), all=len(groups)))
    add_note(axes[0].figure, *marks)
    return axes


def _draw(ax, x, y, item, ink, **at):
    """A statement: its shape says what kind it is, a ring that it is about so much, an arrow at least or at most.

    The arrow stands above it unless told where (`at`: xytext, ha, va).
    """
    said = item.comparator if isinstance(item.comparator, str) else ""
    hollow = item.status != "actual" or any(word in said for word in OPEN.split())
    shape = MARKS.get(item.status, MARKS["actual"])[0]
    # larger and without a face: a result in the same place is seen through it
    size, face = (5.5, "none") if hollow else (3.5, ink)
    ax.plot([x], [y], shape, ms=size, mew=0.9, mec=ink, mfc=face)
    if sign := arrow(said):
        at = at or {"xytext": (0, 2), "ha": "center"}
        ax.annotate(sign, (x, y), textcoords="offset points", fontsize=7, color=ink, **at)


def _over_years(ax, part, inks):
    """A line per place through its results, other statements beside it; the name at the end of the line."""
    years = sorted(set(part["year"]))
    low, high = part["value"].min(), part["value"].max()
    room = (high - low or abs(high) or 1) * 0.15
    ends = []
    for place, own in part.groupby("place", sort=True):
        results = own[own["status"].eq("actual")].sort_values("year")
        ax.plot(results["year"], results["value"], color=inks[place], lw=1.1)
        for item in own.itertuples():
            _draw(ax, item.year, item.value, item, inks[place])
        ends.append((float(own.sort_values("year")["value"].iloc[-1]), place))
    ends.sort()
    heights = spread([value for value, _ in ends], (high - low + 2 * room) / 9)
    for (_, place), at in zip(ends, heights, strict=True):
        ax.annotate(place, (years[-1], at), xytext=(7, 0), textcoords="offset points", va="center", fontsize=7,
                    color=inks[place])  # fmt: skip
    ax.set_xlim(years[0] - 0.25, years[-1] + (years[-1] - years[0]) * 0.55 + 0.3)
    ax.set_xticks(range(years[0], years[-1] + 1, max(1, -(-(years[-1] - years[0]) // 3))))
    ax.xaxis.set_major_formatter(lambda year, _: f"{year:.0f}")
    ax.set_ylim(low - room, high + room)
    if low < 0 < high:  # growth above, falls below
        ax.axhline(0, color="#D0D0D0", lw=0.9, zorder=0)
    ax.locator_params(axis="y", nbins=4)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")


def _ranked(ax, part, inks, lang, most=8):
    """Places from the largest value down, for the year and kind of statement that most have, results before targets.

    Of many places both ends.
    """
    n = part.groupby(["year", "status"])["place"].transform("nunique")
    part = part.assign(n=n).sort_values(
        ["n", "status", "year"], ascending=[False, True, False], kind="stable"
    )
    first = part.iloc[0]
    part = part[part["year"].eq(first["year"]) & part["status"].eq(first["status"])]
    part = part.sort_values(["value", "place"], ascending=[False, True])
    if len(part) > most:
        ax.axhline(most / 2 - 0.5, color="#8A8A8A", lw=0.8, ls=":")
    middle = part.index[most // 2 : -(most // 2)] if len(part) > most else []
    shown = part.drop(middle)
    for row, item in enumerate(shown.itertuples()):
        ax.hlines(row, 0, item.value, color="#D0D0D0", lw=0.9)
        beside = {"xytext": (4, 0), "ha": "left", "va": "center"}  # above it is the next place
        _draw(ax, item.value, row, item, inks.get(item.place, PALETTE[0]), **beside)
    ax.set_yticks(range(len(shown)), shown["place"], fontsize=7)
    ax.set_ylim(max(len(shown), most // 2) - 0.4, -0.6)
    ax.margins(x=0.12)
    ax.locator_params(axis="x", nbins=4)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    status = value_label("status", first["status"], lang)
    ax.set_xlabel(label("ranked", lang, year=first["year"], status=status, n=len(part)))
