"""Targets of two years: what was set anew, raised, lowered or given up, and what became of last year's."""

import re
from functools import cache
from itertools import product

import numpy as np
import pandas as pd

from govnlp.arguments import takes
from govnlp.lexicons import lexicon_content

COLUMNS = [
    "name", "unit_base", "change", "said_a", "said_b", "value_a", "value_b", "result", "said_result", "line_a",
    "line_b", "line_result", "quote_a", "quote_b", "quote_result",
]  # fmt: skip
ALIKE = 0.6
"""Share of the pairs of characters that two names have in common (Dice) when they are taken for one indicator: at
half, 改造老旧小区 would be paired with 改造老旧管线."""
FAR = 4
"""Values so many times apart are not of one indicator: one is of five years, or of all there is."""
TOTAL = 20
"""Per cent: beside a rate under a quarter of it, such growth is of several years."""
UNLIKE = 2
"""A count of more than so many times its target is of several years or of another thing, and so is one under a third of
it: of sixty results read in reports that look back on five years, all that were further off were wrong."""
NAMING = 2
"""Characters that a name must have beside general words such as 项目."""
RATE = "(?:增速|增幅|涨幅|降幅|增长率)$"
SHARE = "%"
"""Base unit of shares and rates."""
FROM = "(原)"
"""End of the name of a value that a change sets out from."""
OPPOSED = (
    ("高", "低"),
    ("增", "降"),
    ("增", "减"),
    ("升", "降"),
    ("国家", "省级"),
    ("省级", "市级"),
    ("市级", "县级"),
    ("城镇", "农村"),
    ("小学", "中学"),
    ("进口", "出口"),
)
"""Words one of which makes a name the contrary of one with the other."""
ROUGHLY = 0.1
"""左右 is met from nine tenths of the target on."""
EQUAL = 1e-9


@takes(a="extract_indicators: name, value", b="extract_indicators: name, value")
def compare_targets(a, b):
    """Targets of two years paired by indicator, and the results that the later text states for the earlier ones.

    Parameters
    ----------
    a, b : DataFrame
        From `extract_indicators` on the earlier and on the later document. Indicators are the same where the column
        ``indicator`` (``name`` where it is missing) and the base unit agree; else where names are alike and the
        assignment of highest summed likeness (Kuhn 1955) pairs them.

    Returns
    -------
    DataFrame
        A row per target, in order of `a`, then what is new in `b`: name, unit_base, change (same, raised, lowered,
        requalified: 左右 became 以上; new; given_up: `b` states it, but not that it was met, and sets no target;
        not_mentioned: `b` sets no target, and says nothing of it but that it was met), said_a, said_b
        (value, unit and qualifiers in words), value_a, value_b (in unit_base), result (met, missed, not_reported; None
        for what is new), said_result, line_a, line_b, line_result, quote_a, quote_b,
        quote_result. A ceiling (以内, 失业率) is met from below; 左右 from nine tenths on.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> a = extract_indicators(parse_text("2021年目标：地区生产总值增长5%左右。", "a"))
    >>> b = extract_indicators(parse_text("2021年地区生产总值增长5.2%。\\n2022年目标：地区生产总值增长5%以上。", "b"))
    >>> compare_targets(a, b)[["change", "said_a", "said_b", "result"]].values.tolist()
    [['requalified', '5% 左右', '5% 以上', 'met']]
    """
    a, b = _own(a), _own(b)
    old, new = _targets(a), _targets(b)
    actual = b[b["status"].isin(["actual", "estimate"])].reset_index(drop=True)
    partner = {i: j for i, j in pair_names(old, new).items() if _ahead(old, i) == _ahead(new, j)}
    ended = _of_the_year(actual, old["period"].dropna())
    result = pair_names(old, ended)
    stated = pair_names(old, actual)
    rows = []
    for i, target in enumerate(old.to_dict("records")):
        later = new.iloc[partner[i]] if i in partner else None
        reached = ended.iloc[result[i]] if i in result else None
        reached = reached if reached is not None and _comparable(target, reached) else None
        outcome = _result(target, reached)
        given_up = i in stated and outcome != "met"  # what was done is not given up
        change = _change(target, later) if later is not None else "given_up" if given_up else "not_mentioned"
        rows.append(_row(target, later, change, reached, outcome))
    rows += [
        _row(None, later, "new", None, None)
        for j, later in enumerate(new.to_dict("records"))
        if j not in set(partner.values())
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).astype(
        {"value_a": float, "value_b": float, "line_a": "Int64", "line_b": "Int64", "line_result": "Int64"}
    )


@cache
def _words(key):
    return tuple(lexicon_content("versions.yaml")[key])


def _own(table):
    """Statements with a name and a unit that are of the place itself."""
    elsewhere = table["scope"].map(
        lambda scope: isinstance(scope, str) and scope.startswith(_words("elsewhere"))
    )
    stated = table["name"].notna() & table["unit_base"].notna() & ~table["name"].fillna("").str.endswith(FROM)
    return table[~elsewhere & stated].reset_index(drop=True)


def _targets(table):
    """The first statement of each target: later ones repeat it."""
    targets = table[table["status"].eq("target")]
    again = pd.DataFrame(
        {"what": _identities(targets), "value": targets["value_base"].to_numpy()}
    ).duplicated()
    return targets[~again.to_numpy()].reset_index(drop=True)


def _ahead(targets, at):
    """How many years a target lies beyond those of its text's own year: one of 2030 is not raised from one of 2025."""
    years = targets["period"].str.extract(r"(\d{4})\D*$")[0].dropna().astype(int)
    return years[at] - years.mode().iloc[0] if at in years.index else 0


def _of_the_year(actual, periods):
    """Results of the targets' own year; of two values in one clause (从 ... 提高到 ...) the latter."""
    several = "|".join(_words("several_years"))
    longer = actual["quote"].str.contains(several) | actual["comparator"].fillna("").str.contains(several)
    mixed = actual["block"].isin(set(actual.loc[longer, "block"]))  # counts beside 年均 are of the same years
    longer |= mixed & actual["unit_base"].ne(SHARE)
    within = actual["period"].isin(set(periods)) | actual["period"].isna()
    ended = actual[within & ~longer]
    return ended.drop_duplicates(["name", "unit_base", "quote"], keep="last").reset_index(drop=True)


def _keys(table):
    """The canonical indicator, the name where there is none."""
    if "indicator" in table.columns:
        return table["indicator"].where(table["indicator"].notna(), table["name"])
    return table["name"]


def pair_names(a, b):
    """Positions in `b` of the indicators of `a`, one to one: equal keys in order, then names that are alike.

    >>> from govnlp import extract_indicators, parse_text
    >>> texts = "新建高标准农田5万亩，粮食产量3万吨。", "粮食产量4万吨，建设高标准农田6万亩。"
    >>> pair_names(*(extract_indicators(parse_text(text)) for text in texts))
    {1: 0, 0: 1}
    """
    from scipy.optimize import linear_sum_assignment

    sides = [_identities(side) for side in (a, b)]
    values = [side["value_base"].abs().to_numpy() for side in (a, b)]
    waiting, pairs = {}, {}
    for j, key in enumerate(sides[1]):
        waiting.setdefault(key, []).append(j)
    for i, key in enumerate(sides[0]):
        far = [key[1] != SHARE or max(values[0][i], values[1][j]) > TOTAL for j in waiting.get(key, ())]
        near = [
            j
            for j, checked in zip(waiting.get(key, ()), far, strict=True)
            if not (checked and _far(values, i, j))
        ]
        if near and not _vague(key[0]):
            pairs[i] = near[0]
            waiting[key].remove(near[0])
    left = [i for i in range(len(a)) if i not in pairs]
    right = [j for j in range(len(b)) if j not in set(pairs.values())]
    alike = np.zeros((len(left), len(right)))
    for (k, i), (m, j) in product(enumerate(left), enumerate(right)):
        if sides[0][i][1:] == sides[1][j][1:] and not _far(values, i, j):
            alike[k, m] = _alike(sides[0][i][0], sides[1][j][0])
    rows, columns = linear_sum_assignment(np.where(alike >= ALIKE, alike, 0), maximize=True)
    return pairs | {left[i]: right[j] for i, j in zip(rows, columns, strict=True) if alike[i, j] >= ALIKE}


def _identities(table):
    """Key, base unit, what a percentage is of (points, a change, a level), and whether it is of several years."""
    points = table["unit"].eq("个百分点")
    changes = table["name"].str.contains(RATE)
    kinds = np.select([points, changes], ["points", "change"], "level")
    several = "|".join(_words("several_years"))
    longer = table["quote"].str.contains(several) | table["comparator"].fillna("").str.contains(several)
    return list(zip(_keys(table), table["unit_base"], kinds, longer, strict=True))


def _far(values, i, j):
    """Whether two values are too far apart to be of one indicator."""
    low, high = sorted((values[0][i], values[1][j]))
    return high > FAR * low


@cache
def _core(name):
    """A name without the verbs and endings that change from year to year."""
    return re.sub("|".join(sorted(_words("built"), key=len, reverse=True)), "", name)


def _vague(name):
    """Whether a name says too little to be the same thing in two texts (项目数, 年数)."""
    return len(re.sub("|".join(_words("general")), "", _core(name))) < NAMING


def _opposed(x, y):
    """Whether one name is the contrary of another, or of another rank; 增速 and 降幅 are of one thing."""
    return any((p in x and q in y) or (q in x and p in y) for p, q in OPPOSED)


@cache
def _alike(x, y):
    """Dice of the pairs of characters of two names; none for names that say too little."""
    if _vague(x) or _vague(y) or _opposed(re.sub(RATE, "", x), re.sub(RATE, "", y)):
        return 0.0
    if "占" in x and "占" in y:  # what has the share, and of what
        (x, of_x), (y, of_y) = (name.split("占", 1) for name in (x, y))
        return min(_alike(x, y), 1.0 if of_x == of_y else _alike(of_x, of_y))
    x, y = (frozenset(core[i : i + 2] for i in range(len(core) - 1)) for core in (_core(x), _core(y)))
    return 2 * len(x & y) / max(1, len(x) + len(y))


def _said(row):
    """Value, unit and qualifiers in words."""
    high = "" if pd.isna(row["value_high"]) else f"—{row['value_high']:.10g}"
    qualifier = f" {row['comparator']}" if isinstance(row["comparator"], str) else ""
    return f"{row['value']:.10g}{high}{row['unit']}{qualifier}"


def _row(target, later, change, reached, result):
    first = target if target is not None else later
    parts = [
        (None, None, None, None)
        if row is None
        else (_said(row), row["value_base"], row["line"], row["quote"])
        for row in (target, later, reached)
    ]
    (said_a, value_a, line_a, quote_a), (said_b, value_b, line_b, quote_b), (said_r, _, line_r, quote_r) = (
        parts
    )
    return [
        first["name"], first["unit_base"], change, said_a, said_b, value_a, value_b, result, said_r, line_a, line_b,
        line_r, quote_a, quote_b, quote_r,
    ]  # fmt: skip


def _change(old, new):
    if abs(old["value_base"] - new["value_base"]) > EQUAL * max(1, abs(old["value_base"])):
        return "raised" if new["value_base"] > old["value_base"] else "lowered"
    return "same" if _said(old).split(" ")[1:] == _said(new).split(" ")[1:] else "requalified"


def _comparable(target, reached):
    """Whether a result can be that of a target: of its year, as far as both say, and a count not far from it."""
    periods = {row["period"] for row in (target, reached) if isinstance(row["period"], str)}
    if len(periods) > 1:  # 到2025年 is not judged by 2021
        return False
    ratio = abs(reached["value_base"]) / max(abs(target["value_base"]), EQUAL)
    return target["unit_base"] == SHARE or 1 / 3 <= ratio <= UNLIKE


def _result(target, reached):
    """Whether a target was met, as far as the later text says."""
    if reached is None:
        return "not_reported"
    qualifiers = (
        set((target["comparator"] or "").split("+")) if isinstance(target["comparator"], str) else set()
    )
    ceiling = bool(qualifiers & set(_words("at_most"))) or any(
        x in target["name"] for x in _words("ceilings")
    )
    slack = ROUGHLY * abs(target["value_base"]) if qualifiers & set(_words("about")) else 0
    slack += EQUAL * max(1, abs(target["value_base"]))
    high = target["value_high"] / target["value"] if ceiling and pd.notna(target["value_high"]) else 1
    goal = target["value_base"] * high
    turned = target["direction"] == "增长" and reached["direction"] == "下降"
    value = -reached["value_base"] if turned else reached["value_base"]
    met = value <= goal + slack if ceiling else value >= goal - slack
    return "met" if met else "missed"
