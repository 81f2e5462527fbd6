"""Rows of tables of indicators: the first cell names, the header gives unit, period and measure."""

import re

from govnlp.analysis.indicators.quantities import find_quantities, narrow

NUMBER = re.compile("[-−]?\\d[\\d, ]*(?:\\.\\d+)?\\s*[%‰一-鿿]{0,4}")
YEAR = re.compile("(?:19|20)\\d\\d年?(?:度)?")
BRACKET = re.compile("\\(([^()]*)\\)")
CHANGE = re.compile("增长|增速|增幅|涨跌|同比|±")
DATES = re.compile("时间|日期|序号|编号|电话|代码")
AIMS = re.compile("计划|目标|预期|预计目标")
EMPTY = re.compile(
    "(?:累计)?(?:完成|实际|绝对|计划|目标|预期|本年|本期)?(?:数值?|值|量|情况|指标|实绩|完成)?"
)
UNITS = ("单位", "计量单位")
PART = re.compile("^(?:其中:?|#)\\s*")


def is_row(text):
    """Whether the text of a block is a row of a table: its cells stand apart by tabs."""
    return "\t" in text.strip()


def table_rows(blocks, year):
    """Rows of indicators of a table.

    Parameters
    ----------
    blocks : list
        Blocks of its rows, as namedtuples; their first line is the header.
    year : int or None
        Year of the document, for columns that name none.

    Returns
    -------
    list of tuple
        In the order of the columns of `extract_indicators` up to period_evidence.
    """
    lines = [line for block in blocks for line in _lines(block)]
    if len(lines) < 2:
        return []
    header = [narrow(cell).strip() for cell in lines[0][2].split("\t")]
    if sum(NUMBER.fullmatch(YEAR.sub("", cell)) is not None for cell in header) or not header[0]:
        return []
    unit_at = next((i for i, cell in enumerate(header) if cell.replace(" ", "") in UNITS), None)
    rows, parent = [], ""
    last = max(YEAR.findall(" ".join(header)), default=None)
    for block, at, text, line in lines[1:]:
        cells = narrow(text).split("\t")
        name = PART.sub("", cells[0].strip())
        part = name != cells[0].strip()
        name, parent = (parent + name if part else name), (parent if part else name)
        if not name or NUMBER.fullmatch(name):
            continue
        unit = cells[unit_at].strip() if unit_at is not None and unit_at < len(cells) else ""
        at += len(cells[0]) + 1
        place = block, line, text
        for column, cell in zip(header[1:], cells[1:], strict=False):
            if row := _cell(place, name, cell, at, column, unit, last or (str(year) if year else None)):
                rows.append(row)
            at += len(cell) + 1
    return rows


def _lines(block):
    """Lines of a block, each with where it begins: (block, start, text, line)."""
    starts = block.line_starts
    ends = [*starts[1:], len(block.text)]
    return [(block, a, block.text[a:b], line) for a, b, line in zip(starts, ends, block.lines, strict=True)]


def _cell(place, name, cell, at, column, unit, last):
    """Row of a cell, or None where it holds no value."""
    value, (block, line, text) = cell.strip(), place
    if not value or DATES.search(column) or column in UNITS or not NUMBER.fullmatch(value):
        return None
    bracket = BRACKET.search(column)
    measure = YEAR.sub("", BRACKET.sub("", column)).strip()
    changed = CHANGE.search(measure) is not None
    unit = bracket[1] if bracket else "%" if changed else unit
    figures = value.replace(" ", "").replace(",", "").replace("−", "-")
    quantity = next(
        iter(find_quantities(figures.lstrip("-") + ("" if figures[-1] not in "0123456789" else unit))), None
    )
    if quantity is None:
        return None
    sign = -1 if figures.startswith("-") else 1
    stated = YEAR.search(column)
    period = (stated[0] if stated else last or "")[:4] or None
    if changed:
        name, direction = name + "增速", "下降" if sign < 0 else "增长"
    else:
        name, direction = name + ("" if EMPTY.fullmatch(measure) else measure), None
    status = "target" if AIMS.search(column) else "actual"
    start = at + len(cell) - len(cell.lstrip())
    return (
        block.doc_id, block.block, name, sign * quantity.value, quantity.high, quantity.unit, sign * quantity.base,
        quantity.unit_base, None, direction, period, status, None, text.strip(), line,
        start, start + len(value), "header" if stated else "document",
    )  # fmt: skip
