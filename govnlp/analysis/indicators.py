"""Indicators: the quantitative statements of a corpus, one row each."""

import re
from bisect import bisect_right

import pandas as pd

from govnlp.analysis.facts.quantities import find_quantities, narrow
from govnlp.documents.corpus import CONTENT, HEADINGS

COLUMNS = (
    "doc_id block name value value_high unit value_base unit_base comparator direction period status scope quote line "
    "start end period_evidence"
).split()
CHANGE = re.compile(
    "(增长|增加|增幅|增速|提高|上升|新增|提升|扩大|涨幅|下降|减少|降低|回落|缩短|压缩|降幅)[了到至为达约近]{0,3}$"
)
FALL = re.compile("降|减|落|缩")
AHEAD = re.compile("目标|力争|确保|预期|计划|争取|到20[2-9][0-9]年|将")
ESTIMATE = re.compile("预计|预测|有望")
YEAR = re.compile("((?:19|20)[0-9]{2})(?:年|—)|(今年|本年|去年|上年|明年)")
TAIL = re.compile(
    "(?:达到|达|为|是|占比|共计|共|合计|总计|约|超过|突破|稳定在|控制在|保持在|提高到|提升到|增加到|增加至|增至|增长到|降至|实现|完成|"
    "有|了|分别|同比|比上年|较上年|年均|预计|位居|排名|居)+$"
)
HEAD = re.compile(
    "^(?:(?:19|20)[0-9]{2}年度?|今年|去年|全年|预计|其中|实现|完成|全市|全区|全省|累计|共|截至目前|目前|已|将|推动|有|和|及|的|了|达到?)+"
)


def extract_indicators(corpus):
    """Quantitative statements of a corpus.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row per statement: doc_id, block, name, value, value_high (of a range), unit (as written), value_base and
        unit_base (万 and 亿 multiplied out, shares in percent points), comparator, direction, period, status (actual,
        estimate or target), scope, quote, line, start and end (in the block's text), period_evidence.

    Examples
    --------
    >>> from govnlp import parse_text
    >>> table = extract_indicators(parse_text("2021年全区完成固定资产投资478亿元，增长12.5%。"))
    >>> table[["name", "value", "unit", "direction", "period"]].to_numpy().tolist()
    [['固定资产投资', 478.0, '亿元', None, '2021'], ['固定资产投资增速', 12.5, '%', '增长', '2021']]
    """
    rows = []
    blocks = corpus.blocks[corpus.blocks["kind"].isin(CONTENT + HEADINGS)]
    for doc_id, group in blocks.groupby("doc_id", sort=False):
        year = _document_year(corpus, doc_id, group)
        for block in group.itertuples():
            rows += _block_rows(block, year)
    return pd.DataFrame(rows, columns=COLUMNS)


def _document_year(corpus, doc_id, blocks):
    document = corpus.documents.loc[corpus.documents["doc_id"] == doc_id].iloc[0]
    if pd.notna(document["year"]):
        return int(document["year"])
    found = [int(y) for t in blocks["text"] for y in re.findall("(20[0-9]{2})年", t)]
    return max(sorted(set(found)), key=found.count) if found else None


def _block_rows(block, year):
    text = narrow(block.text)
    quantities = find_quantities(text)
    if not quantities:
        return []
    rows, subject, last_end = [], "", 0
    for q in quantities:
        sentence = max(text.rfind(c, 0, q.start) for c in "。!?") + 1
        clause = max(text.rfind(c, 0, q.start) for c in "。!?,;:、") + 1
        stop = min((i for c in "。!?,;、" if (i := text.find(c, q.end)) >= 0), default=len(text))
        left, right = text[max(clause, last_end) : q.start], text[q.end : stop]
        changed = CHANGE.search(left)
        noun = HEAD.sub("", TAIL.sub("", CHANGE.sub("", left) if changed else left))
        direction = None if not changed else "下降" if FALL.search(changed[1]) else "增长"
        if q.kind == "count" and len(noun) < 2 and right:
            name = re.sub("^的", "", right)[:20] + "数"
        elif noun:
            name = subject = noun
            name += "数" if q.kind == "count" else "增速" if changed and q.unit == "%" else ""
        else:
            name = subject + ("增速" if changed else "")
        governing = text[sentence : q.start]
        rest = text[sentence:stop]
        plan = getattr(block, "part", None) == "plan"
        status = (
            "target"
            if plan or AHEAD.search(governing)
            else "estimate"
            if ESTIMATE.search(governing)
            else "actual"
        )
        period, evidence = _period(text[: q.start], year)
        line = block.lines[bisect_right(block.line_starts, q.start) - 1]
        comparator = "+".join([*q.marks, *re.findall("预计|计划|同比", rest)[:1]]) or None
        rows.append(
            (
                block.doc_id,
                block.block,
                name or right[:12],
                q.value,
                q.high,
                q.unit,
                q.base,
                q.unit_base,
                comparator,
                direction,
                period,
                status,
                None,
                block.text[clause:stop],
                line,
                q.start,
                q.end,
                evidence,
            )
        )
        last_end = q.end
    return rows


def _period(before, year):
    found = None
    for found in YEAR.finditer(before):
        pass
    if found and found[1]:
        return found[1], found[0]
    if year is None:
        return None, None
    shift = {"去年": -1, "上年": -1, "明年": 1}.get(found[2], 0) if found else 0
    return str(year + shift), found[2] if found else "document"
