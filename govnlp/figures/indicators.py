"""Figure of indicators: each over places and years, results apart from estimates and targets."""

import re
from functools import cache

from govnlp.analysis.indicators.canonical import SAME_CHANGE, is_defined
from govnlp.analysis.indicators.patterns import pattern
from govnlp.arguments import takes, whole
from govnlp.figures.column_names import value_label
from govnlp.figures.multiples import add_note, panels
from govnlp.figures.point_labels import spread
from govnlp.figures.style import PALETTE, clear_first, figure, label, nothing, sentences

MARKS = {"actual": ("o", PALETTE[0]), "estimate": ("D", PALETTE[4]), "target": ("^", PALETTE[1])}
PANELS = 9
"""Indicators that a page shows."""
SCALES = ((1e8, "亿"), (1e4, "万"))
ELSEWHERE = ("全国", "国内")
"""Scopes that are not the document's own place."""
SUMMED = "累计"
"""Qualifier of what no year alone came to."""
OPEN = "左右 约 近 上下"
"""Qualifiers that leave a value open."""
ARROWS = {  # signs for qualifiers that say at least, or at most
    "↑": "以上 超 破 逾 不低于 不少于 不小于 至少 最少 余 多",
    "↓": "以下 以内 不足 不超过 不超 低于 少于 小于 不高于 不多于 不大于 最多 至多",
}
SIGNS = {word: sign for sign, words in ARROWS.items() for word in words.split()}
BOUND = re.compile("|".join(sorted(SIGNS, key=len, reverse=True)))  # 不超过 goes before 超
FALL, GROWTH = "降幅", "增速"


@cache
def _is_bare_count(name):
    """Whether a name says no more than what was counted (社区数): of how many a clause speaks, not how many there are.

    >>> [_is_bare_count(name) for name in ("社区数", "新增学位数", "常住人口")]
    [True, False, False]
    """
    import rjieba

    return name.endswith("数") and len(rjieba.cut(name.removesuffix("数"))) == 1


def arrow(comparator):
    """The sign for a qualifier that says at least, or at most; else none.

    >>> arrow("超"), arrow("不超过"), arrow("最多+不超"), arrow("左右"), arrow(None)
    ('↑', '↓', '↓', '', '')
    """
    found = BOUND.search(comparator) if isinstance(comparator, str) else None
    return SIGNS[found[0]] if found else ""


def _turned(comparator):
    """A qualifier of what is negated: at least 3 down is at most -3."""
    if not isinstance(comparator, str):
        return comparator
    return BOUND.sub(lambda found: "以下" if SIGNS[found[0]] == "↑" else "以上", comparator)


def _signed(table):
    """Rates of one thing by one name, a fall as negative growth where growth of it is stated too (能耗 only falls)."""
    rates = table["unit_base"].eq("%") & table["unit"].eq("%")  # not points
    ends = table["name"].str.replace(
        pattern("ending"), lambda end: SAME_CHANGE.get(end[0], end[0]), regex=True
    )
    names = ends.where(rates, table["name"])
    growth = names.str.removesuffix(FALL) + GROWTH
    fall = rates & names.str.endswith(FALL) & growth.isin(names[rates])
    return table.assign(
        name=names.where(~fall, growth),
        value_base=table["value_base"].where(~fall, -table["value_base"]),
        comparator=table["comparator"].where(~fall, table["comparator"].map(_turned)),
    )


def comparable(table):
    """Statements that a figure can set side by side: one a place, year and status, exact before bounds, then
    the most often stated. 降幅 of what also grows is a negative 增速, whose bounds are turned round.

    Parameters
    ----------
    table : pandas.DataFrame
        From `extract_indicators`.

    Returns
    -------
    pandas.DataFrame
        name, place, year, status, value_base, unit_base, comparator, doc_id; only indicators of which results, or
        targets, are stated for two or more places or years, those with most of them first.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"name": "投资", "place": ["甲区", "乙区"], "period": "2020", "status": "actual",
    ...                       "value_base": 1.0, "unit": "元", "unit_base": "元", "comparator": None, "scope": None,
    ...                       "doc_id": ["a", "b"]})
    >>> comparable(table)[["place", "year"]].values.tolist()
    [['甲区', 2020], ['乙区', 2020]]
    """
    known = table[table["period"].astype(str).str.fullmatch(r"\d{4}") & ~table["scope"].isin(ELSEWHERE)]
    known = known.dropna(subset=["value_base", "unit_base", "name", "place"])
    # of several years, or of days, though said of one year
    of_other = f"{SUMMED}|{pattern('holiday').pattern}"
    summed = known["comparator"].str.contains(of_other, na=False)
    known = known[~known["name"].map(_is_bare_count).astype(bool) & ~summed]
    known = _signed(known.assign(year=known["period"].astype(int)))
    key = ["name", "unit_base", "place", "year", "status"]
    n = known.groupby([*key, "value_base"])["doc_id"].transform("nunique")
    known = known.assign(n=n, exact=known["comparator"].isna())
    known = (
        known.sort_values(["exact", "n"], ascending=False, kind="stable").drop_duplicates(key).sort_index()
    )
    kinds = ["name", "unit_base", "kind"]  # one document's result and target are no two years of one thing
    known = known.assign(kind=known["status"].eq("target"))
    groups = known.drop_duplicates([*kinds, "place", "year"]).groupby(kinds)
    sizes = groups.agg(points=("year", "size"), places=("place", "nunique"), years=("year", "nunique"))
    several = sizes["points"].gt(sizes[["places", "years"]].min(axis=1)).groupby(kinds[:2]).transform("any")
    points = sizes[several].groupby(kinds[:2])["points"].sum().reset_index()
    found = known.merge(points, on=["name", "unit_base"])
    found = found.sort_values(
        ["points", "name", "unit_base", "year"], ascending=[False, True, True, True], kind="stable"
    )
    columns = ["name", "place", "year", "status", "value_base", "unit_base", "comparator", "doc_id"]
    return found[columns].reset_index(drop=True)


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


def scale(values, unit):
    """Divisor and unit for the size of values, as 亿元 for 元."""
    typical = values.abs().median()
    factor, word = next(((size, word) for size, word in SCALES if typical >= size), (1, ""))
    return factor, f"{word}{unit}"


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
