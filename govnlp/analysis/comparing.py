"""Indicators side by side: one indicator over documents and years; one fact stated twice."""

import pandas as pd

SHOWN = (
    "doc_id period status name said value value_high unit value_base unit_base comparator scope line quote"
).split()
ROUNDING = 0.01  # 10亿 for 10.08亿 is the same fact; beyond that two figures differ


def compare_indicators(table, name):
    """One indicator of several documents, places or years in one table.

    Parameters
    ----------
    table : DataFrame
        From `extract_indicators`.
    name : str
        What the indicator's name contains, such as ``"地区生产总值"``.

    Returns
    -------
    DataFrame
        One row per statement: doc_id, period, status, name, said (value, unit and qualifiers in words: 5% 左右 is
        not 5%), value, value_high, unit, value_base, unit_base, comparator, scope, line, quote; amounts and rates
        apart (sorted by unit_base), then by period, doc_id and line.

    Raises
    ------
    ValueError
        No indicator's name contains `name`; the message lists frequent names.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> table = extract_indicators(parse_text("2021年，固定资产投资增长6%左右。2022年，固定资产投资增长5%以上。"))
    >>> compare_indicators(table, "固定资产投资")[["period", "said"]].to_numpy().tolist()
    [['2021', '6% 左右'], ['2022', '5% 以上']]
    """
    rows = table[table["name"].str.contains(name, regex=False)]
    if rows.empty:
        frequent = (
            table["name"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:10]
        )
        raise ValueError(f"no indicator's name contains {name!r}; frequent names: {', '.join(frequent)}")
    rows = rows.assign(said=[_said(r) for r in rows.itertuples()])
    return rows.sort_values(["unit_base", "period", "doc_id", "line", "start"])[SHOWN].reset_index(drop=True)


def find_conflicts(table):
    """Statements of one fact side by side: the same, rounded, or contradicting each other.

    Two statements are of one fact when name, unit and period agree, or when amounts of money of one document and
    period agree to within rounding (10亿元, 10.08亿元 and 100811万元).

    Parameters
    ----------
    table : DataFrame
        From `extract_indicators`.

    Returns
    -------
    DataFrame
        One row per statement of a fact that is stated more than once: fact (number), relation (same, rounded or
        differs: of the largest and the smallest value), doc_id, period, status, name, said, value_base, unit_base,
        line, quote. Facts whose statements differ come first.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> text = "2021年固定资产投资478亿元。\\n\\n2021年固定资产投资500亿元。"
    >>> find_conflicts(extract_indicators(parse_text(text)))[["fact", "relation", "said"]].to_numpy().tolist()
    [[0, 'differs', '478亿元'], [0, 'differs', '500亿元']]
    """
    rows = table[table["name"].str.len() > 2].reset_index(drop=True)
    facts = _link(rows)
    rows = rows.assign(fact=facts, said=[_said(r) for r in rows.itertuples()])
    rows = rows[rows.groupby("fact")["fact"].transform("size") > 1]
    base = rows.groupby("fact")["value_base"]
    spread = (base.transform("max") - base.transform("min")) / base.transform("max").abs().clip(lower=1e-12)
    rows = rows.assign(
        relation=["same" if s < 1e-9 else "rounded" if s <= ROUNDING else "differs" for s in spread]
    )
    rows = rows.assign(order=rows["relation"].map({"differs": 0, "rounded": 1, "same": 2}))
    rows = rows.sort_values(["order", "fact", "doc_id", "line"]).reset_index(drop=True)
    rows["fact"] = pd.factorize(rows["fact"])[0]
    return rows["fact relation doc_id period status name said value_base unit_base line quote".split()]


def _said(row):
    """Value, unit and qualifiers in words."""
    value = f"{row.value:.10g}"
    if row.value_high == row.value_high:
        value += f"—{row.value_high:.10g}"
    return f"{value}{row.unit}" + (f" {row.comparator}" if isinstance(row.comparator, str) else "")


def _link(rows):
    """Number of the fact that each row states; rows that agree in one of two keys state one fact."""
    parent = list(range(len(rows)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    seen = {}
    for i, r in enumerate(rows.itertuples()):
        keys = [(r.name, r.unit_base, r.period, r.direction if isinstance(r.direction, str) else "")]
        if r.unit_base == "元" and r.value >= 10:
            keys += [(r.doc_id, r.period, step) for step in _steps(r.value_base)]
        for key in keys:
            if key in seen:
                parent[root(i)] = root(seen[key])
            seen[key] = i
    return [root(i) for i in range(len(rows))]


def _steps(value):
    """Two overlapping bins of the width of rounding: values within half a bin share at least one."""
    from math import floor, log

    at = log(value) / (2 * ROUNDING) if value > 0 else 0.0
    return ("even", floor(at)), ("odd", floor(at + 0.5))
