"""Rows of tables of indicators: the first cell names, the header gives unit, period and measure."""

import re

from govnlp.analysis.indicators.quantities import find_quantities, narrow

NUMBER = re.compile("[-−+]?\\d[\\d, ]*(?:\\.\\d+)?\\s*[%‰一-鿿]{0,4}")
BOUND = re.compile("[≥≤><约]|累计|不(?:低于|少于|高于|超过)|大于|小于")  # before a value
YEAR = re.compile("(?:19|20)\\d\\d年?(?:度)?")
BRACKET = re.compile("\\(([^()]*)\\)")
CHANGE = re.compile("增长|增速|增幅|涨跌|同比|±")
NAMES = re.compile("(?:[一-鿿]{0,4}指标|项目|名称)(?:名称)?")
SERIAL = re.compile("序号?|编号|No\\.?|#", re.IGNORECASE)
DATES = re.compile("时间|日期|序号|编号|电话|代码")
AIMS = re.compile("计划|目标|预期|任务|(?<![成为占较比])预算")
AIMED = ("约束性", "预期性")  # what the aims of a plan are: its last year is one to come
EMPTY = re.compile(
    "(?:累计)?(?:完成|实际|绝对|计划|目标|预期|本年|今年|本期|基期|基|现状|总)?(?:数值?|值|量|额|情况|指标|实绩|完成)?"
)
UNITS = ("单位", "计量单位")
CAPTION = re.compile("(?:计量)?单位:\\s*([^\\s()]+)\\)?$")
LONGEST = 60  # characters of a caption
PART = re.compile("^(?:其中:?|#)\\s*")
NUMBERED = re.compile(
    "^(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[.、](?!\\d))\\s*"
)
BEFORE = re.compile("^(?:上年|去年)(?:同期|末|底)?")
SHARE = re.compile("(?:率|比重|占比|指数|系数|进度)$")  # the unit of a whole table is not theirs


def is_row(text):
    """Whether the text of a block is a row of a table: its cells stand apart by tabs."""
    return "\t" in text.strip()


def table_rows(blocks, year, caption=""):
    """Rows of indicators of a table.

    Parameters
    ----------
    blocks : list
        Blocks of its rows, as namedtuples; their first line is the header, with the second one where cells of the
        first are merged.
    year : int or None
        Year of the document, for columns that name none; later ones are aimed at.
    caption : str
        Text of the block above the table, which may state its unit.

    Returns
    -------
    list of tuple
        In the order of the columns of `extract_indicators` up to period_evidence.
    """
    lines = [line for block in blocks for line in _lines(block)]
    cells = [[narrow(cell).strip() for cell in text.split("\t")] for _, _, text, _ in lines]
    while cells and (sum(map(bool, cells[0])) == 1 or CAPTION.search(cells[0][-1])):
        caption, lines, cells = cells[0][-1] or cells[0][0], lines[1:], cells[1:]
    header, first = _header(cells)
    if not header:
        return []
    named = next((i for i, cell in enumerate(header) if NAMES.fullmatch(cell)), None)
    named = int(bool(SERIAL.fullmatch(header[0]))) if named is None else named
    unit_at = next((i for i, cell in enumerate(header) if cell.replace(" ", "") in UNITS), None)
    common, stated = _unit_of_caption(caption), sorted({x[:4] for x in YEAR.findall(" ".join(header))})
    if stated and any(x in AIMED for row in cells for x in row):
        year = min(year or int(stated[-1]) - 1, int(stated[-1]) - 1)
    rows, parent = [], ""
    for (block, at, text, line), row in zip(lines[first:], cells[first:], strict=True):
        full = NUMBERED.sub("", row[named]) if named < len(row) else ""
        name = PART.sub("", full)
        part = name != full
        name, own = _without_unit(name)
        name, parent = (parent + name if part else name), (parent if part else name)
        if not name or NUMBER.fullmatch(name):
            continue
        unit = own or (row[unit_at] if unit_at is not None and unit_at < len(row) else "")
        unit = unit or ("" if SHARE.search(name) else common)
        for i, (column, cell) in enumerate(zip(header, narrow(text).split("\t"), strict=False)):
            place = block, line, text
            if i > named and (found := _cell(place, name, cell, at, column, unit, (year, stated))):
                rows.append(found)
            at += len(cell) + 1
    return rows


def _header(cells):
    """What heads each column, and the first row below; nothing where the first row is no header.

    Cells that are merged head all their columns, and the second row says what is in each of these.
    """
    if len(cells) < 2 or not cells[0][0] or any(NUMBER.fullmatch(YEAR.sub("", x)) for x in cells[0]):
        return [], 0
    width = max(map(len, cells))
    above, below = ([*row, *[""] * (width - len(row))] for row in cells[:2])
    numbers = any(NUMBER.fullmatch(YEAR.sub("", x)) for x in below)
    if all(above) or below[0] or numbers:
        return above, 1
    for i, cell in enumerate(above):
        above[i] = cell or above[i - 1]
    return [x + y for x, y in zip(above, below, strict=True)], 2


def _without_unit(name):
    """Name of a row without the unit in brackets that ends it, and the unit."""
    bracket = BRACKET.search(name)
    if bracket and bracket.end() == len(name) and _is_unit(bracket[1]):
        return name[: bracket.start()].strip(), bracket[1]
    return name, ""


def _is_unit(text):
    """Whether a text is a unit and nothing else."""
    found = find_quantities("12" + text)
    return len(found) == 1 and found[0].end == len(text) + 2 and found[0].unit.strip() == text.strip()


def _unit_of_caption(text):
    """The unit of a table that its caption states; of several the one beside %, if there is but one."""
    stated = CAPTION.search(narrow(text).strip()) if len(text) <= LONGEST else None
    units = [x for x in re.split("[、,/]", stated[1]) if x != "%"] if stated else []
    return units[0] if len(units) == 1 and _is_unit(units[0]) else ""


def _lines(block):
    """Lines of a block, each with where it begins: (block, start, text, line)."""
    starts = block.line_starts
    ends = [*starts[1:], len(block.text)]
    return [(block, a, block.text[a:b], line) for a, b, line in zip(starts, ends, block.lines, strict=True)]


def _cell(place, name, cell, at, column, unit, years):
    """Row of a cell, or None where it holds no value."""
    (block, line, text), value = place, cell.strip()
    bound = BOUND.match(value)
    figures = value[bound.end() :].strip() if bound else value
    if not column or DATES.search(column) or column in UNITS or not NUMBER.fullmatch(figures):
        return None
    bracket = next((x for x in BRACKET.findall(column) if _is_unit(x)), None)
    measure = YEAR.sub("", BRACKET.sub("", column)).strip()
    changed = CHANGE.search(measure) is not None
    unit = bracket or ("%" if changed or "%" in measure else "" if SHARE.search(measure) else unit)
    former, measure = BEFORE.match(measure), BEFORE.sub("", measure).replace("%", "")
    figures = re.sub("[ ,+]", "", figures).replace("−", "-")
    quantity = next(
        iter(find_quantities(figures.lstrip("-") + ("" if figures[-1] not in "0123456789" else unit))), None
    )
    if quantity is None:
        return None
    sign = -1 if figures.startswith("-") else 1
    own, (year, stated) = YEAR.search(column), years
    if own or former or not stated:
        period = own[0][:4] if own else year and str(year - bool(former))
    else:  # of several years none is that of a level, and the last one that of a change
        period = stated[-1] if changed or len(stated) == 1 else None
    if changed:
        name, direction = name + "增速", "下降" if sign < 0 else "增长"
    else:
        name, direction = name + ("" if EMPTY.fullmatch(measure) else measure), None
    aimed = AIMS.search(column) or (period and year and int(period) > year)
    start = at + len(cell) - len(cell.lstrip())
    return (
        block.doc_id, block.block, name, sign * quantity.value, quantity.high, quantity.unit, sign * quantity.base,
        quantity.unit_base, bound and bound[0], direction, period, "target" if aimed else "actual", None,
        text.strip(), line, start, start + len(value), "header" if own else "document",
    )  # fmt: skip
