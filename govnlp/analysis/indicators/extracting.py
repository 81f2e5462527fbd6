"""Indicators: the quantitative statements of a corpus, one row each."""

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

import pandas as pd

from govnlp.analysis.indicators.naming import name_all
from govnlp.analysis.indicators.periods import find_times, resolve
from govnlp.analysis.indicators.quantities import find_quantities, narrow
from govnlp.analysis.indicators.status import status_of

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence place"
).split()
SENTENCE = re.compile("[。!?\n]")
LEAD = re.compile("[。!?;\n]")
SCOPE = re.compile(
    "全(?:国|省|市|区|县|州|盟|旗|镇|街|域|球)(?![性人政重文道劳知])|[一二三四五六七八九十两]+城区|(?:中心|主)?城区|辖区(?:内)?|(?:国|省|市|区|县|州)内"
)
GOVERNED = 300  # characters over which a word at the beginning of a sentence governs
OPENING = 4  # characters that may stand before a time that opens a sentence
COMPARED = re.compile("同比|环比|[比较](?:上年|去年|(?:19|20)\\d\\d年)|占比|年均|预计|计划|力争|确保|连续")


def extract_indicators(corpus):
    """Quantitative statements of a corpus.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per statement, in reading order: doc_id, block, name, value, value_high (of a range), unit
        (as written), value_base and unit_base (万 and 亿 multiplied out, shares in percent points), comparator
        (qualifiers as said, joined by +), direction (增长, 下降 or None), period (year or years), status
        (actual, estimate or target), scope, quote (the clause), line (of the source), start and end (of the
        value in the block's text), period_evidence (the words that state the period, or where it was inferred
        from), place (of the document).

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = extract_indicators(parse_text("2021年全区完成固定资产投资478亿元，增长12.5%。"))
    >>> table[["name", "value", "unit", "period"]].to_numpy().tolist()
    [['固定资产投资', 478.0, '亿元', '2021'], ['固定资产投资增速', 12.5, '%', '2021']]
    """
    rows = []
    blocks = corpus.content(include_headings=True)
    documents = corpus.documents.set_index("doc_id")
    for doc_id, group in blocks.groupby("doc_id", sort=False):
        year, spoken = _years(documents.loc[doc_id], group["text"])
        for block in group.itertuples():
            rows += [(*row, documents.loc[doc_id].get("place")) for row in _block_rows(block, year, spoken)]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    numbers = dict.fromkeys(("value", "value_high", "value_base"), float) | dict.fromkeys(
        ("line", "start", "end"), int
    )
    return table.astype(numbers)


def _years(document, texts):
    """Year of a document, and the year its figures speak of where they name none."""
    stated = [int(y) for t in texts for y in re.findall("(20[0-9]{2})年", t)]
    year = int(document["year"]) if pd.notna(document["year"]) else None
    published = document["published"]
    if year is None:
        year = published.year if pd.notna(published) else _most_stated(stated)
    if pd.notna(published) and published.month <= 2 and stated.count(year - 1) > stated.count(year):
        return year, year - 1
    return year, year


def _most_stated(years):
    """The year that most of the statements of a text name, or None: a single mention dates no document."""
    most = max(sorted(set(years)), key=years.count, default=None)
    return most if most and 1 < years.count(most) > len(years) / 2 else None


def _block_rows(block, year, spoken):
    text = narrow(block.text)
    quantities = find_quantities(text)
    if not quantities:
        return []
    rows, times, starts = [], find_times(text), [q.start for q in quantities]
    times = times, _opening(text, times)
    sentences = [0, *(m.end() for m in SENTENCE.finditer(text))]
    for start, stop in zip(sentences, [*sentences[1:], len(text)], strict=True):
        inside = quantities[bisect_left(starts, start) : bisect_left(starts, stop)]
        if not inside:
            continue
        governing = start
        scope = None
        for named in name_all(text, start, stop, inside):
            q, bounds = named.quantity, (named.begin, named.left, named.end)
            if q.kind == "rank":  # a rank is known: 预计 reaches no further
                governing = bounds[0]
            scope = _scope(text[max(bounds[1], q.start - GOVERNED) : q.end], q.kind) or (
                scope if named.inherited else None
            )
            rows.append(
                _row(block, text, q, named, (start, governing, *bounds), times, (year, spoken), scope)
            )
    return rows


def _scope(text, kind):
    """The area that a value speaks of (全市, 五城区): named first, or last before a rank; or None."""
    found = [m for m in SCOPE.finditer(text) if kind == "rank" or m.start() <= OPENING * 2]
    return found[-1][0] if found else None


def _row(block, text, q, named, bounds, times, years, scope):
    sentence, governing, begin, _, end = bounds
    part = getattr(block, "part", None)
    period, evidence = _period(times, q.start, sentence, part, years)
    if named.former and not (period and re.search("(?:19|20)\\d\\d年", text[q.start - 8 : q.start])):
        period = evidence = None
    status = status_of(text[max(governing, q.start - GOVERNED) : q.start], part, period, years[0])
    if (
        status == "target"
        and period
        and years[0]
        and int(period[-4:]) < years[0]
        and period not in text[sentence : q.start]
    ):
        period, evidence = str(years[0]), "document"  # nobody aims at a year gone by
    said = COMPARED.findall(text[max(begin, q.start - GOVERNED) : q.start])
    if status == "estimate" and "预计" not in said:
        said.append("预计")
    comparator = "+".join(dict.fromkeys([*q.marks, *said])) or None
    quote, line = block.text[begin:end].strip(), block.lines[bisect_right(block.line_starts, q.start) - 1]
    return (
        block.doc_id, block.block, named.name, q.value, q.high, q.unit, q.base, q.unit_base, comparator,
        named.direction, period, status, scope, quote, line, q.start, q.end, evidence,
    )  # fmt: skip


def _period(times, at, sentence, part, years):
    """Period of a value and its evidence.

    The last time named before it in its sentence; else the last one that opens a sentence before it in the block
    and so governs what follows; else the year that the document speaks of.
    """
    year, spoken = years
    if part and year is not None:  # the review looks back on the year before that of the report
        spoken = year - (part == "review")
    every, opening = times
    before = _last(every, at)
    if before is None or before[0] < sentence:
        before = _last(opening, at)
    if before is not None:
        return resolve(before, year, spoken), before[-1]
    if spoken is None:
        return None, None
    return str(spoken), "part" if part == "review" else "document"


def _last(times, at):
    """The last expression of time that begins before a place, or None."""
    i = bisect_left(times, at, key=itemgetter(0))
    return times[i - 1] if i else None


def _opening(text, times):
    """Those expressions of time that open their sentences, and are no beginnings of spans (从2019年)."""
    leads = [0, *(m.end() for m in LEAD.finditer(text))]
    near = [t for t in times if t[0] - leads[bisect_right(leads, t[0]) - 1] <= OPENING]
    return [t for t in near if not t[-1].startswith(("从", "自"))]
