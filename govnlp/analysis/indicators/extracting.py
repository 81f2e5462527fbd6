"""Indicators: the quantitative statements of a corpus, one row each."""

from bisect import bisect_right
from itertools import groupby
from operator import attrgetter

import pandas as pd

from govnlp.analysis.indicators.apart import with_articles
from govnlp.analysis.indicators.canonical import canonical_name, read_synonyms, without_place
from govnlp.analysis.indicators.holding import Holding, Setting, period_of
from govnlp.analysis.indicators.leads import times_of_leads
from govnlp.analysis.indicators.papers import kind_of_paper
from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import Years, main_plan, times_of_headings
from govnlp.analysis.indicators.plain import read_places, read_plain
from govnlp.analysis.indicators.statements import read_statements
from govnlp.analysis.indicators.tables import is_row, table_rows
from govnlp.arguments import takes
from govnlp.documents.parsing.openings import year_of_opening, year_summed_up
from govnlp.workers import rarely_collected

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence place indicator"
).split()
SCOPE = COLUMNS.index("scope")


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
    articles = corpus.articles.set_index(["doc_id", "article"])
    # what was saved before 0.2 has none
    homes = articles["place"].dropna().to_dict() if "place" in articles else {}
    for doc_id, group in groupby(blocks.itertuples(), attrgetter("doc_id")):
        document = documents[doc_id]
        of_one = list(group)
        title, place, body = document["title"] or "", document.get("place"), _body(document)
        speaker = place + body if body else place
        whole = "全" + place[-1] if body and place[-1] != body[-1] else ""
        homes_of = {b.block: homes.get((doc_id, b.article), place) for b in of_one}
        kind = title, kind_of_paper(title, document.get("genre"))
        years, caption = _years(document, kind[1], of_one, histories.get(doc_id, "")), ""
        headed, leads, found = times_of_headings(of_one, title), times_of_leads(of_one), []
        for tabular, group in groupby(of_one, lambda block: is_row(block.text)):
            group = list(group)
            if tabular:
                time = headed[group[0].block]
                dated = period_of(time, years) if time and time.part else None
                read = table_rows(group, years.spoken, caption, dated)
            else:
                read = [
                    row for b in group for row in _block_rows(b, years, kind, headed[b.block], leads[b.block])
                ]
                caption = group[-1].text
            found += read
        for row in with_articles(found, of_one) if kind[1] == "law" else found:
            name = without_place(row[2], place)
            home = homes_of[row[1]]
            home = home if home != place or row[SCOPE] == whole else speaker
            home = None if _is_smaller(row[SCOPE], home) else home
            rows.append((*row[:2], name, *row[3:], home, canonical_name(name, own, row[5])))
    numbers = dict.fromkeys(("value", "value_high", "value_base"), float)
    numbers |= dict.fromkeys(("line", "start", "end"), int)
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).astype(numbers)


def _years(document, genre, blocks, history):
    """Years that the times of a document are resolved by; that of its figures where they name none."""
    text, title = "\n".join([b.text for b in blocks]), document["title"] or ""
    day = document["published"] if pd.notna(document["published"]) else document.get("signed")
    year = None if pd.isna(document["year"]) else int(document["year"])
    # figures of 2021 that came out in March 2022
    titled = year_summed_up(title)
    summed = titled or year_of_opening([b.text for b in blocks])
    early = year and pd.notna(day) and day.month <= 2
    before = early and text.count(f"{year - 1}年") > text.count(f"{year}年")
    spoken = summed[0] if summed and year and summed[0] < year else year - 1 if before else year
    up_to = None if year else pattern("up to a year").search(title)
    spoken = int(up_to[1]) if up_to else spoken
    evidence = "title" if up_to or titled else "document"
    if year and genre == "law":
        dated = "\n".join([x for x in f"{history}\n{text}".split("\n") if "日起" in x])
        for words, first in pattern("in force").findall(read_plain(dated)):
            if int(first) == year + 1:  # passed the year before
                year, spoken, evidence = int(first), int(first), words
    return Years(year, spoken, main_plan(title, text), evidence)


def _is_smaller(scope, home):
    """Whether a value speaks of one town or village of a place (再到青石镇,全镇茶农3千人)."""
    return scope in ("全镇", "全乡", "全村") and home is not None and scope[1] != home[-1]


def _body(document):
    """Office or town of its place that speaks in a document (望溪县柳湾街道), or ""."""
    place, title = document.get("place"), document["title"] or ""
    body = isinstance(place, str) and pattern("body").match(title.split(place)[-1].removeprefix(place[:-1]))
    return body["office"] or body["town"] if body else ""


def _block_rows(block, years, kind, headed, led):
    """Rows of a block of running text."""
    plain = read_places(block.text)
    statements = read_statements(plain[0])
    setting = Setting(block, plain, years, kind, (led[0] or headed, led[1])) if statements else None
    return [_row(block, Holding(statement, setting)) for statement in statements]


def _row(block, held):
    """Row of a statement as it holds in its block."""
    statement, q, places = held.statement, held.statement.quantity, held.setting.places
    quote = block.text[places[statement.begin] : places[statement.end]].strip()
    start, end = places[q.start], places[q.end]
    line = block.lines[bisect_right(block.line_starts, start) - 1]
    return (
        block.doc_id, block.block, statement.name, q.value, q.high, q.unit, q.base, q.unit_base, held.comparator,
        statement.direction, held.period, held.status, statement.scope, quote, line, start, end, held.evidence,
    )  # fmt: skip
