"""Statements of indicators that a figure can set side by side, and the signs of what is no exact value."""

import re
from functools import cache

from govnlp.analysis.indicators.canonical import SAME_CHANGE
from govnlp.analysis.indicators.patterns import pattern

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


def scale(values, unit):
    """Divisor and unit for the size of values, as 亿元 for 元."""
    typical = values.abs().median()
    factor, word = next(((size, word) for size, word in SCALES if typical >= size), (1, ""))
    return factor, f"{word}{unit}"
