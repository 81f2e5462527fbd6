"""Indicators: the quantitative statements of a corpus, one row each."""

import re
from bisect import bisect_right

import pandas as pd

from govnlp.analysis.facts.names import lexicon, name_quantity, subject_of
from govnlp.analysis.facts.periods import find_times, resolve
from govnlp.analysis.facts.quantities import find_quantities, narrow
from govnlp.analysis.facts.status import status_of
from govnlp.documents.corpus import CONTENT, HEADINGS

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence"
).split()
SENTENCE = re.compile("[。!?\n]")
CLAUSE = re.compile("[,;:。!?\n]")
JOINT = re.compile("(?:、|,|和|与|及|以及)?(?:(?:同比|分别)?增长)?")
WIDEST = 80  # characters of a clause before and after a value
BOUNDS = ("以上", "以下", "左右", "以内", "上下")
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
        from).

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = extract_indicators(parse_text("2021年全区完成固定资产投资478亿元，增长12.5%。"))
    >>> table[["name", "value", "unit", "period"]].to_numpy().tolist()
    [['固定资产投资', 478.0, '亿元', '2021'], ['固定资产投资增速', 12.5, '%', '2021']]
    """
    rows = []
    blocks = corpus.blocks[corpus.blocks["kind"].isin(CONTENT + HEADINGS)]
    documents = corpus.documents.set_index("doc_id")
    for doc_id, group in blocks.groupby("doc_id", sort=False):
        year, spoken = _years(documents.loc[doc_id], group["text"])
        for block in group.itertuples():
            rows += _block_rows(block, year, spoken)
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
        year = (
            published.year
            if pd.notna(published)
            else max(sorted(set(stated)), key=stated.count, default=None)
        )
    if pd.notna(published) and published.month <= 2 and stated.count(year - 1) > stated.count(year):
        return year, year - 1
    return year, year


def _block_rows(block, year, spoken):
    text = narrow(block.text)
    quantities = find_quantities(text)
    if not quantities:
        return []
    rows, times = [], find_times(text)
    sentences = [0, *(m.end() for m in SENTENCE.finditer(text))]
    for start, stop in zip(sentences, [*sentences[1:], len(text)], strict=True):
        inside = [q for q in quantities if start <= q.start < stop]
        governing = start
        for q, named, left, right in _name_all(text, start, stop, inside):
            if q.kind == "rank":  # a rank is known: 预计 reaches no further
                governing = left
            rows.append(_row(block, text, q, named, (governing, left, right), times, (year, spoken)))
    return rows


def _name_all(text, start, stop, quantities):
    """Quantities of a sentence with their names and the bounds of their clauses; thresholds are left out."""
    cuts = [start, *(m.end() for m in CLAUSE.finditer(text, start, stop))]
    spans = []
    for i, q in enumerate(quantities):
        begin = max(cuts[bisect_right(cuts, q.start) - 1], q.start - WIDEST)
        left = max(begin, quantities[i - 1].end if i else start)
        later = bisect_right(cuts, q.end)
        end = min(cuts[later] - 1 if later < len(cuts) else stop, q.end + WIDEST)
        right = min(end, quantities[i + 1].start if i + 1 < len(quantities) else stop)
        spans.append((begin, left, right, end))
    named, subject, i = [], "", 0
    while i < len(quantities):
        q, (begin, left, right, end) = quantities[i], spans[i]
        if _is_threshold(text, quantities, spans, i):
            i += 1
            if i < len(quantities) and spans[i][0] == begin:
                spans[i] = (begin, left, *spans[i][2:])
            continue
        run = _run(text, quantities, i)
        before = text[left : q.start]
        phrase, verb, level = subject_of(before)
        items = _items(before, phrase, run) if run > 1 else None
        marks = quantities[i + run - 1].marks
        after = text[quantities[i + run - 1].end : spans[i + run - 1][2]]
        for k, q in enumerate(quantities[i : i + run]):
            if not q.marks:
                q.marks = tuple(x for x in marks if x in BOUNDS)
            made = name_quantity(q, (items[k] if items else phrase, verb, level), before, after, subject)
            named.append((q, made, begin, end))
        subject = made.subject or subject
        i += run
    return named


def _is_threshold(text, quantities, spans, i):
    """Whether a quantity is the size of things that are counted (50亿元以上项目5个)."""
    q, (begin, _, _, _) = quantities[i], spans[i]
    if q.kind in ("share", "rank") or not set(q.marks) & {"以上", "以下", "及以上", "以内", "级"}:
        return False
    if i and quantities[i - 1].end == q.start and quantities[i - 1].kind == "count":
        return True
    following = i + 1 < len(quantities) and spans[i + 1][0] == begin
    return (
        following
        and re.match("[^、,和及与]", text[q.end : q.end + 1]) is not None
        and quantities[i + 1].kind == "count"
    )


def _run(text, quantities, i):
    """How many quantities from this one on are only joined (348项、191项和498项)."""
    run = 1
    while i + run < len(quantities):
        a, b = quantities[i + run - 1], quantities[i + run]
        if (
            a.kind != b.kind
            or a.unit_base != b.unit_base
            or not re.fullmatch("(?:、|,|和|与|及|以及)", text[a.end : b.start])
        ):
            break
        run += 1
    return run


def _items(left, phrase, n):
    """The n subjects that a list of values belongs to, each with the words that all share; None if there are not n."""
    if n == 2 and "城乡" in phrase:
        return [phrase.replace("城乡", x) for x in ("城镇", "农村")]
    if m := re.search("“([^”]+)”(.*)$", left):
        items, shared = re.split("[、和与及]", m[1]), subject_of(m[2])[0]
        return [x + shared for x in items] if len(items) == n else None
    items = [x for x in re.split("、|以及|[和与及]", phrase) if x]
    if len(items) == n:
        last, size = items[-1], max(len(x) for x in items[:-1])
        if size <= 4 and len(last) >= size + 3:
            items = [x + last[len(x) :] for x in items[:-1]] + [last]
        return items
    known = lexicon()["shorthand"]
    if all(c in known for c in phrase[:n]):
        return [known[c] + phrase[n:] for c in phrase[:n]]
    return None


def _row(block, text, q, named, bounds, times, years):
    sentence, begin, end = bounds
    year = years[0]
    part = getattr(block, "part", None)
    period, evidence = _period(times, q.start, sentence, part, years)
    status = status_of(text[sentence : q.start], part, period, year)
    said = COMPARED.findall(text[begin : q.start])
    if status == "estimate" and "预计" not in said:
        said.append("预计")
    scope = re.findall("|".join(sorted(lexicon()["scopes"], key=lambda w: (-len(w), w))), text[begin : q.end])
    return (
        block.doc_id, block.block, named.name, q.value, q.high, q.unit, q.base, q.unit_base,
        "+".join(dict.fromkeys([*q.marks, *said])) or None, named.direction, period, status, scope[-1] if scope else None,
        block.text[begin:end].strip(), block.lines[bisect_right(block.line_starts, q.start) - 1], q.start, q.end, evidence,
    )  # fmt: skip


def _period(times, at, sentence, part, years):
    """Period of a value and its evidence: the last time named before it in the block, else the document's year."""
    year, spoken = years
    before = [t for t in times if t[0] < at and (t[0] >= sentence or not t[-1].startswith(("从", "自")))]
    if before:
        return resolve(before[-1], year, spoken), before[-1][-1]
    if spoken is None:
        return None, None
    return str(spoken - (part == "review")), "part" if part == "review" else "document"
