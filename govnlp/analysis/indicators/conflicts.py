"""One fact stated twice: the same, rounded or contradicting."""

import re
from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

from govnlp.analysis.indicators.canonical import is_defined
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.tokens import having
from govnlp.arguments import takes

WIDEST = 2.0  # two figures further apart speak of different things, unless the decimal point has moved
SHIFTED = 0.005  # how near to a power of ten the quotient of 478亿 and 4780亿 is
MOST = 2  # values of one name, owner and period in one document; more of them are several things
ALIKE = 0.5  # share of the pairs of characters that alike names have in common
ROUNDING = 0.01  # 10亿 for 10.08亿 may be the same fact
NEAR = 0.05  # 左右 and 约 hold within a twentieth
VERSIONS = 0.5  # share of the clauses with figures, figures apart, that versions of one text have in common
FIGURE = re.compile(r"-?[\d.]+")
MASKED = re.compile(r"[\d.]+|增长|下降|增加|减少")
SEVERITY = {"differs": 0, "rounded": 1, "same": 2}
LEAST = ("以上", "超", "突破", "逾", "不低于", "不少于", "至少", "迈上", "余", "多")
AT_MOST = ("以内", "以下", "不足", "不超过", "低于", "控制在", "少于", "近", "接近")
ABOUT = ("左右", "约", "上下")
TOWNS = ("镇", "乡", "街道", "县", "区", "市")
NOUNS = ("n", "b", "j", "s", "l", "i")


@takes(table="extract_indicators: name, value, quote")
def find_conflicts(table):
    """Statements of one fact side by side: the same, rounded, or contradicting each other.

    Two statements are of one fact when place, name and what stands before it in the clause, unit, scope and
    period (both known) agree, both are targets or neither is, and their values are equal, or each other's
    rounding, or exclude each other; or when two amounts of money of one document and period are each
    other's rounding (10亿元, 10.08亿元 and 100811万元) and speak of the same thing. What does not contradict is
    not linked: values of one passage (a list, a part and its whole, before and after), a bound and a value
    that satisfies it (不足50亿 and 47.09亿), an estimate and a result, figures for parts of a year, figures
    more than `WIDEST` times apart. A slip of the decimal point (478亿, 4780亿) and a direction turned round
    (增长, 下降) are contradictions. Versions of one text (half of their clauses with figures are the same) are
    set side by side clause by clause, whatever the names.

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
    rows = table.reset_index(drop=True)
    records = list(rows.itertuples())
    links = [*_shared_passages(records), *_same_name(records), *_same_amount(records)]
    facts, relation = _joined(len(records), links)
    rows = rows.assign(fact=facts, said=[said(r) for r in records])
    rows = rows.assign(relation=rows["fact"].map(relation))
    rows = rows[rows["relation"].notna()]
    rows = rows.assign(order=rows["relation"].map(SEVERITY))
    rows = rows.sort_values(["order", "fact", "doc_id", "line", "start"]).reset_index(drop=True)
    rows["fact"] = pd.factorize(rows["fact"])[0]
    return rows["fact relation place doc_id period status name said value_base unit_base line quote".split()]


def said(row):
    """Value, unit and qualifiers in words."""
    value = f"{row.value:.10g}"
    if row.value_high == row.value_high:
        value += f"—{row.value_high:.10g}"
    return f"{value}{row.unit}" + (f" {row.comparator}" if isinstance(row.comparator, str) else "")


def _joined(n, links):
    """Number of the fact of each of n statements, and the gravest relation between two statements of a fact."""
    parent = list(range(n))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j, _ in links:
        parent[root(i)] = root(j)
    relation = {}
    for i, _, name in links:
        known = relation.setdefault(root(i), name)
        relation[root(i)] = min(known, name, key=SEVERITY.get)
    return [root(i) for i in range(n)], relation


def _same_name(records):
    """Pairs of statements that agree in place, name and period and in what else tells referents apart."""
    generic = having("bare") | having("head")
    groups = defaultdict(list)
    for i, r in enumerate(records):
        name = (getattr(r, "indicator", None) or r.name).replace("降幅", "增速")
        referent = (
            _referent(r) if len(r.name) > 2 and pattern("vague").sub("", r.name) not in generic else None
        )
        if referent:
            groups[(*_setting(r), name, referent)].append(i)
    for group in groups.values():
        yield from _statements(records, group)


def _setting(r):
    """Place, period, unit and whether a target: what statements of one fact have in common; the period is known."""
    place = r.place if isinstance(r.place, str) else r.doc_id
    return place, r.period if isinstance(r.period, str) else r.Index, r.unit_base, r.status == "target"


def _shared_passages(records):
    """Pairs of versions of one text whose clauses are the same but for figures: equal values first, then the rest."""
    passages, clauses = defaultdict(lambda: defaultdict(list)), defaultdict(set)
    for i, r in enumerate(records):
        masked = MASKED.sub("0", r.quote)
        passages[(*_setting(r), masked, _at(r))][r.doc_id].append(i)
        clauses[r.doc_id].add(masked)
    versions = {
        (a, b)
        for a, b in combinations(clauses, 2)
        if len(clauses[a] & clauses[b]) >= VERSIONS * min(len(clauses[a]), len(clauses[b]))
    }
    for by_document in passages.values():
        for first, second in versions.intersection(combinations(by_document, 2)):
            left, right = by_document[first], by_document[second]
            seen = {_told(records[j]): j for j in right}
            yield from ((i, seen[_told(records[i])], "same") for i in left if _told(records[i]) in seen)
            pairs = zip(_rest(records, left, right), _rest(records, right, left), strict=False)
            yield from ((i, j, _relation(records[i], records[j]) or "differs") for i, j in pairs)


def _at(r):
    """How many figures precede a value in its clause."""
    value = f"{r.value:.10g}"
    figures = enumerate(FIGURE.findall(r.quote))
    return next((i for i, figure in figures if value in (figure, figure.lstrip("-"))), -1)


def _told(r):
    return r.value_base, r.direction or ""


def _rest(records, mine, others):
    """Statements of mine without those that the others make too, as often as they do."""
    left = Counter(_told(records[j]) for j in others)
    out = []
    for i in mine:
        if left[_told(records[i])]:
            left[_told(records[i])] -= 1
        else:
            out.append(i)
    return out


def _statements(records, group):
    """Pairs of statements of one referent, of different passages: equal values, and those that exclude each other."""
    values = defaultdict(set)
    for i in group:
        values[records[i].doc_id].add(_told(records[i]))
    told = {doc: frozenset(found) for doc, found in values.items()}
    for i, j in combinations(group, 2):
        a, b = records[i], records[j]
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
    if a.value_base == b.value_base and not turned:
        return "same"
    if turned and a.value_base != b.value_base:  # 涨幅回落到2.6%: what fell is the rate
        return None
    if a.status != b.status:  # what was expected need not have come true
        return None
    if turned:
        return "differs"
    if abs(a.value_base - b.value_base) <= ROUNDING * max(a.value_base, b.value_base) and _rounds(a, b):
        return "rounded"
    ranges = a.value_high == a.value_high or b.value_high == b.value_high
    if ranges or _allows(a, b) or _allows(b, a):
        return None
    low, high = sorted((abs(a.value_base), abs(b.value_base)))
    if not low:
        return None
    return "differs" if high <= WIDEST * low or _shifted(low, high) else None


def _shifted(low, high):
    """Whether two values are one number of two figures or more with the decimal point in another place."""
    power = next((p for p in (10, 100, 1000, 10_000) if abs(high / low / p - 1) <= SHIFTED), None)
    return power is not None and len(f"{low:.6g}".replace(".", "").strip("0")) > 1


def _allows(bound, other):
    """Whether a statement is a bound or an approximation that the other satisfies, or that does not speak exactly."""
    words = bound.comparator if isinstance(bound.comparator, str) else ""
    inexact = any(word in words for word in (*LEAST, *AT_MOST, *ABOUT))
    if inexact and bound.doc_id == other.doc_id:  # said exactly and about in one document
        return True
    if any(word in words for word in ABOUT):
        return abs(other.value_base - bound.value_base) <= NEAR * bound.value_base
    if any(word in words for word in AT_MOST):
        return other.value_base <= bound.value_base
    return any(word in words for word in LEAST) and other.value_base >= bound.value_base


def _referent(r):
    """What a clause speaks of beside the name: nouns before it, scope and times within the year; None if unknown."""
    from rjieba import tag

    core = re.sub("(?:增速|增长率|增幅|降幅|占比重?|比重|人?数|额|率)$", "", r.name)
    if len(core) < 2 or core not in r.quote or "占" in r.name:  # a share without its whole
        return None
    if pattern("repriced").search(r.quote):
        return None
    if r.name.endswith("数") and core.endswith(TOWNS):  # 东湾镇数: what was counted there is not said
        return None
    before, _, after = r.quote.partition(core)
    own = re.sub("[去今上]年|[全我本][国省市区县州]", "", before)
    nouns = "".join(word for word, kind in tag(own) if kind[0] in NOUNS)
    scope = r.scope if isinstance(r.scope, str) and not r.scope.startswith("全") else ""
    comparator = r.comparator if isinstance(r.comparator, str) else ""
    times = tuple(sorted(set(pattern("part year").findall(before + after[:12] + comparator))))
    return nouns, scope, tuple(sorted(set(pattern("apart").findall(before)))), times


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
                    yield i, j, "same" if a.value_base == b.value_base else "rounded"


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
    a, b = (set(pattern("common").sub("", r.quote)) for r in (a, b))
    return invested and (not a or not b or bool(a & b))
