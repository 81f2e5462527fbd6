"""Indicators: the quantitative statements of a corpus, one row each."""

import math
import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby
from operator import attrgetter

import pandas as pd

from govnlp.analysis.indicators.canonical import canonical_name, read_synonyms, without_place
from govnlp.analysis.indicators.papers import is_counted, is_task, kind_of_paper, lays_down
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import (
    Years,
    last_year,
    main_plan,
    resolve,
    times_of_headings,
)
from govnlp.analysis.indicators.plain import read_places, read_plain
from govnlp.analysis.indicators.statements import GOVERNED, read_statements
from govnlp.analysis.indicators.status import LAID_DOWN, NOWHERE, status_of
from govnlp.analysis.indicators.tables import is_row, table_rows
from govnlp.arguments import takes
from govnlp.documents.parsing.openings import year_of_opening, year_summed_up
from govnlp.workers import rarely_collected

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence place indicator"
).split()
SCOPE = COLUMNS.index("scope")
YEAR = re.compile("(?:(?:19|20)\\d\\d|[去上前今])年")
# kinds of documents that tell what a paper requires: also pages that print it
TELLING = ("news", "policy_document", "plan", None)
NEAR = 8  # characters before what a change sets out from in which its own year stands


@takes(corpus="Corpus")
@rarely_collected()
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
        (qualifiers as said, joined by +), direction (增长, 下降 or None), period (year or years; of a part of a year
        2021Q1, 2021H1, 2021M05 or 2021M01-05), status
        (actual, estimate, target, or norm: what a rule lays down), scope, quote (the clause), line (of the source),
        start and end (of the value in the block's text), period_evidence (the words that state the period, or where
        it was inferred from), place (of the article, else of the document, with the office, town or zone that
        reports of its own),
        indicator (the name by which one indicator of many texts is known: GDP and 全市生产总值 are 地区生产总值).
        Rows of tables are read by their headers.

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
    lines = corpus.blocks.loc[corpus.blocks["kind"] == "dateline", ["doc_id", "text"]]
    histories = lines.groupby("doc_id")["text"].agg("\n".join)
    homes = corpus.articles.set_index(["doc_id", "article"])["place"].to_dict()
    for doc_id, group in groupby(blocks.itertuples(), attrgetter("doc_id")):
        document = documents[doc_id]
        of_one = list(group)
        title, place, body = document["title"] or "", document.get("place"), _body(document)
        speaker = place + body if body else place
        whole = "全" + place[-1] if body and place[-1] != body[-1] else ""
        homes_of = {b.block: homes.get((doc_id, b.article), place) for b in of_one}
        kind = title, kind_of_paper(title, document.get("genre"))
        years, caption = _years(document, kind[1], of_one, histories.get(doc_id, "")), ""
        headed = times_of_headings(of_one, title)
        for tabular, group in groupby(of_one, lambda block: is_row(block.text)):
            group = list(group)
            if tabular:
                time = headed[group[0].block]
                held = _period(time, years) if time and time.part else None
                read = table_rows(group, years.spoken, caption, held)
            else:
                read = [row for b in group for row in _block_rows(b, years, kind, headed[b.block])]
                caption = group[-1].text
            for row in read:
                name = without_place(row[2], place)
                home = homes_of[row[1]]
                told = home if home != place or row[SCOPE] == whole else speaker
                rows.append((*row[:2], name, *row[3:], told, canonical_name(name, own, row[5])))
    numbers = dict.fromkeys(("value", "value_high", "value_base"), float)
    numbers |= dict.fromkeys(("line", "start", "end"), int)
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).astype(numbers)


def _years(document, genre, blocks, history):
    """Years that the times of a document are resolved by; that of its figures where they name none."""
    text = "\n".join([b.text for b in blocks])
    stated = Counter(map(int, re.findall("(20[0-9]{2})年", text)))
    day = document["published"] if pd.notna(document["published"]) else document.get("signed")
    year = None if pd.isna(document["year"]) else int(document["year"])
    # figures of 2021 that came out in March 2022
    summed = year_summed_up(document.get("title")) or year_of_opening([b.text for b in blocks])
    before = year and pd.notna(day) and day.month <= 2 and stated[year - 1] > stated[year]
    spoken = summed[0] if summed and year and summed[0] < year else year - 1 if before else year
    evidence = "title" if year_summed_up(document.get("title")) else "document"
    laid_down = year and genre == "law"
    for words, first in pattern("in force").findall(read_plain(f"{history}\n{text}")) if laid_down else ():
        if int(first) == year + 1:  # passed the year before
            year, spoken, evidence = int(first), int(first), words
    return Years(year, spoken, main_plan(document["title"] or "", text), evidence)


def _body(document):
    """Office or town of its place that speaks in a document (望溪县柳湾街道), or ""."""
    place, title = document.get("place"), document["title"] or ""
    body = isinstance(place, str) and pattern("body").match(title.split(place)[-1].removeprefix(place[:-1]))
    return body["office"] or body["town"] if body else ""


def _block_rows(block, years, kind, headed):
    """Rows of a block of running text."""
    (text, places), part = read_places(block.text), getattr(block, "part", None) if kind[1] != "law" else None
    statements = read_statements(text)
    if not statements:
        return []
    if headed and headed.first == headed.last == years.of_part(part).spoken and not headed.part:
        headed = None
    years = years.of_part(part, headed)
    if not part and pattern("looking back").search(getattr(block, "section", None) or ""):
        part = "review"
    return [_row(block, text, places, part, statement, years, kind, headed) for statement in statements]


def _row(block, text, places, told, statement, years, kind, headed):
    (title, genre), section = kind, getattr(block, "section", None) or ""
    q, sentence, time = statement.quantity, statement.sentence, statement.time
    undated = time is None or (headed and headed.part and time.shift == 0 and not time.part)
    if headed and undated and "全年" not in text[sentence : q.start]:
        time = headed
    elif getattr(block, "part", None) and not (headed and headed.part) and time and time.start < sentence:
        time = time._replace(part="")  # in a report of a year, a quarter holds for its sentence
    period, evidence = _period(time, years)
    dated = period and (
        (time and time.reach < math.inf) or YEAR.search(text, max(0, q.start - NEAR), q.start)
    )
    if statement.former and not dated:
        period = evidence = None
    signs, granted = statement.signs, None
    papers = genre in ("policy_document", "plan")
    if papers and (statement.rule in LAID_DOWN or lays_down(text, statement, section, period, years)):
        granted = statement.begin - sentence
    if signs.last("striven") > NOWHERE and _is_gone_by(text, statement, genre, period, years):
        signs = signs.without("striven")
    until = period and last_year(period) >= (years.year or 0) and f"到{evidence}" in text[: q.start]
    until = until and f"到{evidence}的" not in text[sentence : q.start]  # 由2018年的8亿元增长到2023年的9亿元
    law = genre == "law" and not until and not is_counted(title, text, statement, section)
    # what rules lay down from a day to come on is a norm, too
    since = law and (statement.rule in LAID_DOWN or (evidence or "")[:1] in ("自", "从"))
    status = status_of(signs, told, None if since else period, years.year, law, granted)
    status = "actual" if statement.former else status
    open_ended = status == "actual" and not (statement.former or told or _is_past(signs, text, sentence))
    gone = period and years.year and last_year(period) < years.year
    speaks = genre in TELLING and not gone
    task = genre == "plan" and is_task(text, statement, section, period, years)
    if open_ended and (
        until or (speaks and _is_announced(text, q.start)) or task or _is_aimed(section, text)
    ):
        status = "target"
    unnamed = gone and str(last_year(period)) not in text[sentence : q.start]
    if unnamed and status == "target" and not signs.goal:
        period, evidence = str(years.year), "document"  # nobody aims at a year gone by
    said = pattern("compared").findall(text, max(statement.begin, q.start - GOVERNED), q.start)
    holidays = pattern("holiday").finditer(text, sentence, q.start)
    said += [m[0] for m in holidays if pattern("counted in it").match(text, m.end())][-1:]
    said += ["预计"] * (status == "estimate")
    if "每年" in said and time is None:
        period = evidence = None
    comparator = "+".join(dict.fromkeys([*q.marks, *said])) or None
    quote = block.text[places[statement.begin] : places[statement.end]].strip()
    start, end = places[q.start], places[q.end]
    line = block.lines[bisect_right(block.line_starts, start) - 1]
    return (
        block.doc_id, block.block, statement.name, q.value, q.high, q.unit, q.base, q.unit_base, comparator,
        statement.direction, period, status, statement.scope, quote, line, start, end, evidence,
    )  # fmt: skip


def _is_gone_by(text, statement, genre, period, years):
    """Whether what a clause strives for (努力) was done: it tells of a time gone by, as bulletins do throughout."""
    start, at, time = statement.sentence, statement.quantity.start, statement.time
    told = [m.end() for m in pattern("gone by").finditer(text, start, at)]
    if told:
        return time is None or time.start < told[-1]
    last = period and years.year and last_year(period)
    return last and (genre == "communique" or last < years.year) and str(last) in text[start:at]


def _is_past(signs, text, sentence):
    """Whether the words before a value say that it was reached."""
    at = signs.last("past")
    return signs.found("done") or (at >= 0 and not text.startswith("累计", sentence + at))  # 到2025年累计


def _is_aimed(section, text):
    """Whether a block stands under a heading of aims, or opens with one (二、主要目标)."""
    return any(pattern("goals").match(x) for x in (section, text))


def _is_announced(text, at):
    """Whether the last to speak before a place in a text is a paper that says what is to be done (通知要求)."""
    spoken = [m["paper"] for m in pattern("announced").finditer(text, max(0, at - GOVERNED), at)]
    return bool(spoken and spoken[-1])


def _period(time, years):
    """Period of a value and its evidence: the time that governs it, else the year that the document speaks of."""
    if time is not None:
        return resolve(time, years), time.words
    if years.spoken is None:
        return None, None
    return str(years.spoken), years.evidence
