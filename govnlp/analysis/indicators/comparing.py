"""Indicators side by side: one indicator over documents and years; one fact stated twice."""

import re
from itertools import pairwise

import pandas as pd

from govnlp.analysis.indicators.tokens import having

SHOWN = (
    "place doc_id period status name said value value_high unit value_base unit_base comparator scope line quote"
).split()
WIDEST = 2.0  # two figures further apart speak of different things
MOST = 3  # values of one name in one document and period; more of them are several things
ALIKE = 0.5  # share of the pairs of characters that alike names have in common
EMPTY = re.compile("[^一-鿿]|[投资入元亿万年全总共额约达到完成工程项目建设安排计划的和了用]")
VAGUE = re.compile("(?:人?数|用时|年数|天数|月数)$")  # 项目数 of one passage is not that of another
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
        One row per statement: place, doc_id, period, status, name, said (value, unit and qualifiers in words:
        5% 左右 is not 5%), value, value_high, unit, value_base, unit_base, comparator, scope, line, quote; amounts
        and rates apart (sorted by unit_base), then by period, doc_id and line.

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

    Two statements are of one fact when place, name, unit, period and scope agree and the larger value is at most
    `WIDEST` times the smaller one; or when two amounts of money of one document and period are each other's rounding
    (10亿元, 10.08亿元 and 100811万元) and their names, or two clauses on an investment, speak of the same thing.
    Two values in one passage are a whole and a part, or before and after, and differ rightly (196个,其中187个).
    Targets are set beside targets only. A name with more than three values in one document and period belongs to
    several things (项目总投资): of these only equal values are linked.

    Parameters
    ----------
    table : DataFrame
        From `extract_indicators`.

    Returns
    -------
    DataFrame
        One row per statement of a fact that is stated more than once: fact (number), relation (same, rounded or
        differs: of the largest and the smallest value), place, doc_id, period, status, name, said, value_base,
        unit_base, line, quote. Facts whose statements differ come first.

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
    return rows["fact relation place doc_id period status name said value_base unit_base line quote".split()]


def _said(row):
    """Value, unit and qualifiers in words."""
    value = f"{row.value:.10g}"
    if row.value_high == row.value_high:
        value += f"—{row.value_high:.10g}"
    return f"{value}{row.unit}" + (f" {row.comparator}" if isinstance(row.comparator, str) else "")


def _link(rows):
    """Number of the fact that each row states."""
    parent = list(range(len(rows)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    records = list(rows.itertuples())
    for i, j in [*_same_name(records), *_same_amount(records)]:
        parent[root(i)] = root(j)
    return [root(i) for i in range(len(rows))]


def _same_name(records):
    """Pairs of rows that agree in all but the value, neighbours by value."""
    groups, values = {}, {}
    for i, r in enumerate(records):
        if VAGUE.sub("", r.name) in having("bare") | having("head"):
            continue
        scope = r.scope if isinstance(r.scope, str) and not r.scope.startswith("全") else ""
        key = (
            r.place or r.doc_id,
            r.name,
            r.unit_base,
            r.period,
            r.direction or "",
            scope,
            r.status == "target",
            "年均" in str(r.comparator),
        )
        groups.setdefault(key, []).append(i)
        values.setdefault((*key, r.doc_id), set()).add(r.value_base)
    for key, group in groups.items():
        group.sort(key=lambda i: (records[i].value_base, i))
        several = any(len(values.get((*key, records[i].doc_id), ())) > MOST for i in group)
        for i, j in pairwise(group):
            low, high = records[i].value_base, records[j].value_base
            apart = (records[i].doc_id, records[i].block) != (records[j].doc_id, records[j].block)
            if low == high or (
                apart and not several and 0 < high <= WIDEST * low
            ):  # 由5家增加到9家 is no conflict
                yield i, j


def _same_amount(records):
    """Pairs of amounts of money of one document and period that round to each other and speak of one thing."""
    groups = {}
    for i, r in enumerate(records):
        if r.unit_base == "元" and r.value >= 10:
            groups.setdefault((r.doc_id, r.period), []).append(i)
    for group in groups.values():
        group.sort(key=lambda i: (records[i].value_base, i))
        for at, i in enumerate(group):
            for j in group[at + 1 :]:
                a, b = records[i], records[j]
                if b.value_base > a.value_base * (1 + ROUNDING):
                    break
                if _rounds(a, b) and _same_thing(a, b):
                    yield i, j


def _rounds(a, b):
    """Whether one of two values is the other one in fewer figures."""
    steps = [10.0 ** _last_figure(r.value) * r.value_base / r.value for r in (a, b)]
    return abs(a.value_base - b.value_base) <= max(steps) / 2 * (1 + 1e-9)


def _last_figure(value):
    """Power of ten of the last figure that is not zero: 10.08 -> -2, 100 -> 0 at most."""
    text = f"{value:.10g}"
    return -len(text.split(".")[1]) if "." in text else 0


def _same_thing(a, b):
    """Whether two amounts speak of one thing: alike names, or clauses on an investment that share a word."""
    first, second = ({x[k : k + 2] for k in range(len(x) - 1)} for x in (a.name, b.name))
    if 2 * len(first & second) >= ALIKE * (len(first) + len(second)):
        return True
    invested = all(re.search("投[资入]|资金", r.quote) for r in (a, b))
    a, b = (set(EMPTY.sub("", r.quote)) for r in (a, b))
    return invested and (not a or not b or bool(a & b))
