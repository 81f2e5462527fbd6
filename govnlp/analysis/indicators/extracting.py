"""Indicators: the quantitative statements of a corpus, one row each."""

import re
from bisect import bisect_left, bisect_right
from itertools import groupby
from operator import attrgetter, itemgetter

import pandas as pd

from govnlp.analysis.indicators.canonical import canonical_name, read_synonyms
from govnlp.analysis.indicators.periods import main_plan, plans_next_year, read_plain, resolve
from govnlp.analysis.indicators.statements import GOVERNED, read_statements
from govnlp.analysis.indicators.status import LAID_DOWN, status_of
from govnlp.analysis.indicators.tables import is_row, table_rows
from govnlp.arguments import takes

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence place indicator"
).split()
COMPARED = re.compile("同比|环比|[比较](?:上年|去年|(?:19|20)\\d\\d年)|占比|年均|预计|计划|力争|确保|连续")


@takes(corpus="Corpus")
def extract_indicators(corpus, synonyms=None):
    """Quantitative statements of a corpus.

    Parameters
    ----------
    corpus : Corpus
    synonyms : path, optional
        YAML file of indicators of one's own: name -> list of other names for it.

    Returns
    -------
    DataFrame
        One row per statement, in reading order: doc_id, block, name, value, value_high (of a range), unit
        (as written), value_base and unit_base (万 and 亿 multiplied out, shares in percent points), comparator
        (qualifiers as said, joined by +), direction (增长, 下降 or None), period (year or years), status
        (actual, estimate, target, or norm: what a rule lays down), scope, quote (the clause), line (of the source),
        start and end (of the value in the block's text), period_evidence (the words that state the period, or where
        it was inferred from), place (of the document), indicator (the name by which one indicator of many texts is
        known: GDP and 全市生产总值 are 地区生产总值). Rows of tables are read by their headers.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = extract_indicators(parse_text("2021年全区完成固定资产投资478亿元，增长12.5%。"))
    >>> table[["name", "value", "unit", "period"]].to_numpy().tolist()
    [['固定资产投资', 478.0, '亿元', '2021'], ['固定资产投资增速', 12.5, '%', '2021']]
    """
    rows, own = [], read_synonyms(synonyms)
    blocks = corpus.content(include_headings=True)
    documents = {d["doc_id"]: d for d in corpus.documents.to_dict("records")}
    for doc_id, rows_of_one in groupby(blocks.itertuples(), attrgetter("doc_id")):
        document, group = documents[doc_id], list(rows_of_one)
        years, place, table = _years(document, group), document.get("place"), []
        caption = ""
        for block in [*group, None]:
            if block is not None and is_row(block.text):
                table.append(block)
                continue
            read = table_rows(table, years[0], caption)
            rows += [(*row, place, canonical_name(row[2], own)) for row in read]
            table, caption = [], block.text if block is not None else ""
            if block is not None:
                rows += [
                    (*row, place, canonical_name(row[2], own))
                    for row in _block_rows(block, years, document.get("genre"))
                ]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    numbers = dict.fromkeys(("value", "value_high", "value_base"), float) | dict.fromkeys(
        ("line", "start", "end"), int
    )
    return table.astype(numbers)


def _years(document, blocks):
    """Years to resolve times by: that of a document, that of its figures where they name none, its five-year plan,
    and whether the document was given before its year began."""
    texts = [b.text for b in blocks]
    late = plans_next_year(b.text for b in blocks if getattr(b, "part", None) == "plan")
    stated = [int(y) for t in texts for y in re.findall("(20[0-9]{2})年", t)]
    year = int(document["year"]) if pd.notna(document["year"]) else None
    day = document["published"] if pd.notna(document["published"]) else document.get("signed")
    if year is None:
        year = day.year if pd.notna(day) else _most_stated(stated)
    if pd.notna(day) and day.month <= 2 and stated.count(year - 1) > stated.count(year):
        return year, year - 1, main_plan(texts), late
    return year, year, main_plan(texts), late


def _most_stated(years):
    """The year that most of the statements of a text name, or None: a single mention dates no document."""
    most = max(sorted(set(years)), key=years.count, default=None)
    return most if most and 1 < years.count(most) > len(years) / 2 else None


def _block_rows(block, years, genre):
    """Rows of a block of running text."""
    text = read_plain(block.text)
    statements, *times = read_statements(text)
    return [_row(block, text, statement, times, years, genre) for statement in statements]


def _row(block, text, statement, times, years, genre):
    q, part, sentence = statement.quantity, getattr(block, "part", None), statement.sentence
    period, evidence = _period(times, q.start, sentence, part, years)
    if statement.former and not (period and re.search("(?:19|20)\\d\\d年", text[q.start - 8 : q.start])):
        period = evidence = None
    signs, law = statement.signs, genre == "law"
    if genre == "policy_document" and statement.rule in LAID_DOWN:
        signs = signs._replace(norm=True)
    status = status_of(signs, part, period, years[0], law)
    aimed = status == "target" and not statement.signs.goal and period and years[0]
    if statement.former:
        status = "actual"
    elif aimed and int(period[-4:]) < years[0] and period not in text[sentence : q.start]:
        period, evidence = str(years[0]), "document"  # nobody aims at a year gone by
    said = COMPARED.findall(text[max(statement.begin, q.start - GOVERNED) : q.start])
    if status == "estimate" and "预计" not in said:
        said.append("预计")
    comparator = "+".join(dict.fromkeys([*q.marks, *said])) or None
    quote = block.text[statement.begin : statement.end].strip()
    line = block.lines[bisect_right(block.line_starts, q.start) - 1]
    return (
        block.doc_id, block.block, statement.name, q.value, q.high, q.unit, q.base, q.unit_base, comparator,
        statement.direction, period, status, statement.scope, quote, line, q.start, q.end, evidence,
    )  # fmt: skip


def _period(times, at, sentence, part, years):
    """Period of a value and its evidence.

    The last time named before it in its sentence; else the last one that opens a sentence before it in the block
    and so governs what follows; else the year that the document speaks of.
    """
    year, spoken, plan, late = years
    if part and year is not None:  # the review looks back on the year before that of the report
        spoken = year - (part == "review")
    every, opening = times
    before = _last(every, at)
    if before is None or before.start < sentence:
        before = _last(opening, at)
    if before is not None:
        return resolve(before, year, spoken, plan, late), before.words
    if spoken is None:
        return None, None
    return str(spoken), "part" if part == "review" else "document"


def _last(times, at):
    """The last expression of time that begins before a place and holds there, or None."""
    before = times[: bisect_left(times, at, key=itemgetter(0))]
    return next((t for t in reversed(before) if at <= t.reach), None)
