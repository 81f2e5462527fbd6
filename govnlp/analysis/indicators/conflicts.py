"""One fact stated twice: the same, rounded or contradicting."""

import re
from collections import defaultdict
from decimal import Decimal
from itertools import combinations

import numpy as np
import pandas as pd

from govnlp.analysis.indicators.canonical import is_defined
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import having, tag
from govnlp.arguments import gives, takes

WIDEST = 2.0  # two figures further apart speak of different things, unless the decimal point has moved
SHIFTED = 0.005  # how near to a power of ten the quotient of 478亿 and 4780亿 is
MOST = 2  # values of one name, owner and period in one document; more of them are several things
ALIKE = 0.5  # share of the pairs of characters that alike names have in common
ROUNDING = 0.01  # 10亿 for 10.08亿 may be the same fact
NEAR = 0.05  # 左右 and 约 hold within a twentieth
VERSIONS = 0.5  # share of the clauses with figures, figures apart, that versions of one text have in common
FIGURE = re.compile(r"-?[\d.]+")
MASKED = re.compile(r"[\d.]+|增长|下降|增加|减少")
SEVERITY = ("differs", "rounded", "same")
LEAST = 10  # sums of fewer units round too much to each other
SOON = 12  # characters after a name among which its time may stand
SHOWN = "fact relation place doc_id period status name said value_base unit_base line quote".split()


@takes(table="extract_indicators: name, value, quote")
@gives(str="relation said")
def find_conflicts(table):
    """Statements of one fact side by side: the same, rounded, or contradicting each other.

    Two statements are of one fact when place, name and what stands before it in the clause, unit, scope and
    period (both known) agree, both are targets or neither is, and their values are equal, or each other's
    rounding, or exclude each other; or when two amounts of money of one document and period are each
    other's rounding (10亿元, 10.08亿元 and 100811万元) and speak of the same thing. What does not contradict is
    not linked: values of one passage (a list, a part and its whole, before and after), a bound and a value
    that satisfies it (不足50亿 and 47.09亿), an estimate and a result, figures for parts of a year, two norms of
    one document, figures more than `WIDEST` times apart. A slip of the decimal point (478亿, 4780亿) and a direction
    turned round (增长, 下降) are contradictions. Versions of one text (half of their clauses with figures are the
    same) are set side by side clause by clause, whatever the names.

    Parameters
    ----------
    table : DataFrame
        From `extract_indicators`. Where it has a column ``indicator`` (the canonical name), that is compared.

    Returns
    -------
    DataFrame
        One row per statement of a fact that is stated more than once: fact (number), relation (same, rounded or
        differs: the gravest between two of its statements), place, doc_id, period, status, name, said, value_base,
        unit_base, line, quote. Facts whose statements differ come first.

    Examples
    --------
    >>> from govnlp import extract_indicators, parse_text
    >>> text = "2021年固定资产投资478亿元。\\n\\n2021年固定资产投资4780亿元。"
    >>> find_conflicts(extract_indicators(parse_text(text)))[["fact", "relation", "said"]].to_numpy().tolist()
    [[0, 'differs', '478亿元'], [0, 'differs', '4780亿元']]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    rows = table.reset_index(drop=True)
    records = list(rows.astype(object).where(rows.notna(), None).itertuples())
    pairs = [*_shared_passages(records), *_same_name(records), *_same_amount(records)]
    one, other, relation = zip(*pairs, strict=True) if pairs else ((), (), ())
    graph = coo_array((np.ones(len(pairs)), (one, other)), shape=(len(rows), len(rows)))
    facts = connected_components(graph, directed=False)[1]
    gravest = pd.Series(relation, dtype=object).map(SEVERITY.index).groupby(facts[list(one)]).min()
    rows = rows.assign(fact=facts, said=[said(r) for r in records], order=pd.Series(facts).map(gravest))
    rows = rows.dropna(subset="order").sort_values(["order", "fact", "doc_id", "line", "start"])
    rows = rows.assign(fact=pd.factorize(rows["fact"])[0], relation=[SEVERITY[int(i)] for i in rows["order"]])
    return rows[SHOWN].reset_index(drop=True)


def said(row):
    """Value, unit and qualifiers in words."""
    value = f"{row.value:.10g}"
    if pd.notna(row.value_high):
        value += f"—{row.value_high:.10g}"
    return f"{value}{row.unit}" + (f" {row.comparator}" if isinstance(row.comparator, str) else "")


def _same_name(records):
    """Pairs of statements that agree in place, name and period and in what else tells referents apart."""
    generic = having("bare") | having("head")
    groups = defaultdict(list)
    for i, (r, clause) in enumerate(zip(records, _naming(records), strict=True)):
        name = (getattr(r, "indicator", None) or r.name).replace("降幅", "增速")
        named = len(r.name) > 2 and pattern("vague").sub("", r.name) not in generic
        if referent := named and _referent(r, clause):
            groups[(*_setting(r), name, referent)].append(i)
    for group in groups.values():
        yield from _statements(records, group)


def _setting(r):
    """Place, period, unit and whether a target: what statements of one fact have in common; the period is known."""
    return r.place or r.doc_id, r.period or r.Index, r.unit_base, r.status == "target"


def _shared_passages(records):
    """Pairs of versions of one text whose clauses are the same but for figures: equal values first, then the rest."""
    passages, clauses = defaultdict(lambda: defaultdict(list)), defaultdict(set)
    for i, r in enumerate(records):
        masked = MASKED.sub("0", r.quote)
        passages[(*_setting(r), masked, _at(r))][r.doc_id].append(i)
        clauses[r.doc_id].add(masked)
    pairs = combinations(clauses.items(), 2)
    versions = {(a, b) for (a, x), (b, y) in pairs if len(x & y) >= VERSIONS * min(len(x), len(y))}
    for by_document in passages.values():
        for pair in versions.intersection(combinations(by_document, 2)):
            left, right = ({i: _told(records[i]) for i in by_document[doc]} for doc in pair)
            seen = {told: j for j, told in right.items()}
            yield from ((i, seen[told], "same") for i, told in left.items() if told in seen)
            sides = (left, right), (right, left)
            alone = ([i for i, told in x.items() if told not in y.values()] for x, y in sides)
            for i, j in zip(*alone, strict=False):
                yield i, j, _relation(records[i], records[j]) or "differs"


def _at(r):
    """How many figures precede a value in its clause."""
    value = f"{r.value:.10g}"
    figures = enumerate(FIGURE.findall(r.quote))
    return next((i for i, figure in figures if value in (figure, figure.lstrip("-"))), -1)


def _told(r):
    return r.value_base, r.direction or ""


def _statements(records, group):
    """Pairs of statements of one referent, of different passages: equal values, and those that exclude each other."""
    told = defaultdict(set)
    for i in group:
        told[records[i].doc_id].add(_told(records[i]))
    for i, j in combinations(group, 2):
        a, b = records[i], records[j]
        if a.status == b.status == "norm" and a.doc_id == b.doc_id:  # two articles are two rules
            continue
        relation = _relation(a, b)
        apart = (a.doc_id, a.block) != (b.doc_id, b.block)
        several = max(len(told[a.doc_id]), len(told[b.doc_id])) > MOST
        elsewhere = a.doc_id != b.doc_id and (_told(a) in told[b.doc_id] or _told(b) in told[a.doc_id])
        if relation == "same" or (relation and apart and not several and not elsewhere and _is_known(a, b)):
            yield i, j, relation


def _is_known(a, b):
    """Whether two statements surely are of one period and, in one document, of one thing.

    A year that only the document or its part has may be that of some months (截至11月底), or the sentence may speak of
    a part of the place (片区…，实际使用外资3亿美元); articles of one page count in places of their own.
    """
    inferred = {getattr(x, "period_evidence", None) for x in (a, b)}
    if a.doc_id == b.doc_id:
        return not inferred & {"document", "part"} and (not a.name.endswith("数") or is_defined(a.name))
    return "document" not in inferred


def _relation(a, b):
    """same, rounded, differs, or None where two values do not exclude each other or speak of different things."""
    turned = {a.direction, b.direction} == {"增长", "下降"}
    if (a.value_base, a.value_high) == (b.value_base, b.value_high):
        return "same" if not turned else "differs" if a.status == b.status else None
    # 涨幅回落到2.6%: what fell is the rate; an estimate need not have come true; 50—100元 is not 50—200元
    if turned or a.status != b.status or a.value_high != b.value_high:
        return None
    low, high = sorted((abs(a.value_base), abs(b.value_base)))
    if high - low <= ROUNDING * high and _rounds(a, b):
        return "rounded"
    if a.value_high or not low or _allows(a, b) or _allows(b, a):
        return None
    return "differs" if high <= WIDEST * low or _shifted(low, high) else None


def _shifted(low, high):
    """Whether two values are one number of two figures or more with the decimal point in another place."""
    power = next((p for p in (10, 100, 1000, 10_000) if abs(high / low / p - 1) <= SHIFTED), None)
    return power is not None and len(f"{low:.6g}".replace(".", "").strip("0")) > 1


def _allows(bound, other):
    """Whether a statement is a bound or an approximation that the other satisfies, or that does not speak exactly."""
    names = "about", "at most", "at least"
    about, most, least = (pattern(name).search(bound.comparator or "") for name in names)
    if (about or most or least) and bound.doc_id == other.doc_id:  # said exactly and about in one document
        return True
    if about:
        return abs(other.value_base - bound.value_base) <= NEAR * bound.value_base
    if most:
        return other.value_base <= bound.value_base
    return least is not None and other.value_base >= bound.value_base


def _core(r):
    """What a name is of, without its measure."""
    return pattern("measure").sub("", r.name)


def _naming(records):
    """Of each statement its clause; where that lacks the name, the clause of the one before, if of the same thing."""
    clause, block = "", None
    for r in records:
        core, before, block = _core(r), block, (r.doc_id, r.block)
        said = block == before and core not in r.quote and core in clause  # 产值30亿元,增长5%
        clause = clause.partition(core)[0] + core + r.quote if said else r.quote
        yield clause


def _referent(r, clause):
    """What a clause speaks of beside the name: nouns before it, scope and times within the year; None if unknown.

    Unknown are a share without its whole, a value in other prices, and a count of what stands in each of some towns.
    """
    core = _core(r)
    unknown = len(core) < 2 or core not in clause or "占" in r.name or pattern("repriced").search(clause)
    if unknown or (r.name.endswith("数") and pattern("towns").search(core)):
        return None
    before, _, after = clause.partition(core)
    nouns = "".join(word for word, kind in tag(pattern("known scope").sub("", before)) if kind[0] in "nbjsli")
    scope = "" if (r.scope or "全")[0] == "全" else r.scope
    near = f"{before}{after[:SOON]}{r.comparator or ''}"
    times = [x for name in ("part year", "holiday") for x in pattern(name).findall(near)]
    return nouns, scope, tuple(sorted(set(pattern("apart").findall(before)))), tuple(sorted(set(times)))


def _same_amount(records):
    """Pairs of amounts of money of one document and period that round to each other and speak of one thing."""
    groups = defaultdict(list)
    for i, r in enumerate(records):
        if r.unit_base == "元" and r.value >= LEAST and r.status != "norm":
            groups[r.doc_id, r.period].append((r.value_base, i))
    for group in map(sorted, groups.values()):
        for at, (value, i) in enumerate(group):
            for other, j in group[at + 1 :]:
                if other > value * (1 + ROUNDING):
                    break
                if _rounds(records[i], records[j]) and _same_thing(records[i], records[j]):
                    yield i, j, "same" if value == other else "rounded"


def _rounds(a, b):
    """Whether one of two values is the other one in fewer figures."""
    figures = [Decimal(f"{r.value:.10g}").as_tuple() for r in (a, b)]  # 10.08: two of them after the point
    steps = [10.0**x.exponent * r.value_base / r.value for x, r in zip(figures, (a, b), strict=True)]
    return abs(a.value_base - b.value_base) <= max(steps) / 2 * (1 + 1e-9)


def _same_thing(a, b):
    """Whether two amounts speak of one thing: alike names, or clauses on an investment that share a word."""
    first, second = ({x[k : k + 2] for k in range(len(x) - 1)} for x in (a.name, b.name))
    if 2 * len(first & second) >= ALIKE * (len(first) + len(second)):
        return True
    invested = all(re.search("投[资入]|资金", r.quote) for r in (a, b))
    a, b = (set(pattern("common").sub("", r.quote)) for r in (a, b))
    return invested and (not a or not b or bool(a & b))
