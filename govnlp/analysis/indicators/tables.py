"""Rows of tables of indicators: the first cell names, the header gives unit, period and measure."""

import re
from typing import NamedTuple

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.quantities import find_quantities, narrow

NUMBER = re.compile("[-−+]?\\d[\\d, ]*(?:\\.\\d+)?\\s*[%‰一-鿿]{0,4}")
YEAR = re.compile("(?:19|20)\\d\\d年?(?:度)?")
SPACED = re.compile("(?<=[一-鿿]) +(?=[一-鿿])")  # 绝 对 数
STROKES = "|｜│┃"
FRAMED = re.compile(r"^\s*[|｜│┃]\s*\S|\S\s*[|｜│┃]\s*$|[|｜│┃].*[|｜│┃]")
BRACKET = re.compile("\\(([^()]*)\\)")
AIMED = ("约束性", "预期性")  # what the aims of a plan are: its last year is one to come
PRODUCED = ("产量", "销量", "产值", "面积")  # heads of columns that say of what another one gives the growth
LONGEST = 60  # characters of a caption


class Column(NamedTuple):
    """What the header says of the values of a column; `unit` is None where their rows have it."""

    unit: str | None
    measure: str
    changed: bool
    period: str | None
    evidence: str
    status: str


def is_row(text):
    """Whether the text of a block is a row of a table: its cells stand apart by tabs or strokes."""
    framed = any(x in text for x in STROKES) and FRAMED.search(text)
    return "\t" in text.rstrip() or bool(framed)


def table_rows(blocks, year, caption="", held=None):
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

    held : (str, str), optional
        Period that the title states, a part of a year, and its words.

    Returns
    -------
    list of tuple
        In the order of the columns of `extract_indicators` up to period_evidence.
    """
    lines = [line for block in blocks for line in _lines(block)]
    cells = [re.split(f"[\t{STROKES}]", narrow(text)) for _, _, text, _ in lines]
    if not any(row[0].strip() for row in cells):
        cells = [row[1:] for row in cells]  # strokes frame them
    stripped = [[cell.strip() for cell in row] for row in cells]
    top = 0
    while top < len(lines) and (len(list(filter(None, stripped[top]))) == 1 or _caption(stripped[top][-1])):
        caption, top = stripped[top][-1] or stripped[top][0], top + 1
    header, height = _header([[SPACED.sub("", x) for x in row] for row in stripped[top : top + 2]])
    if not header:
        return []
    named, unit_at, due_at = (_place_of(header, kind) for kind in ("names", "units", "deadline"))
    named = named or int(bool(pattern("serial").search(header[0])))
    columns = _read_columns(header, named, stripped, year, held)
    dues = [_deadline(row, due_at) for row in stripped]
    latest = max(filter(None, dues), default=None)
    common, parent, rows = _unit_of_caption(caption), "", []
    below = [*zip(lines, cells, stripped, dues, strict=True)][top + height :]
    for line, row, own, due in below:
        name, unit = _name_of_row(own[named]) if named < len(own) else ("", "")
        part = pattern("part").match(name)
        name = parent + name[part.end() :] if part else name
        parent = parent if part else name
        if not name or NUMBER.fullmatch(name):
            continue
        stated = own[unit_at] if unit_at is not None and unit_at < len(own) else ""
        unit = unit or stated or ("" if pattern("own unit").search(name) else common)
        at = line[1]
        for column, cell in zip(columns, row, strict=False):
            if column and (found := _cell(line, name, cell, at, _due(column, due or latest), unit)):
                rows.append(found)
            at += len(cell) + 1
    return rows


def _place_of(header, kind):
    """Place of the first column whose head says that it holds names, units or deadlines, or None."""
    return next((i for i, cell in enumerate(header) if pattern(kind).search(cell)), None)


def _read_columns(header, named, rows, year, held):
    """What the header says of each column; None up to that of the names and where there are no values."""
    stated = sorted({x[:4] for x in YEAR.findall(" ".join(header))})
    if stated and any(x in AIMED for row in rows for x in row):
        before = int(stated[-1]) - 1
        year = min(year or before, before)
    columns = [_read_column(cell, year, stated) if i > named else None for i, cell in enumerate(header)]
    if held or any(map(pattern("to date").search, header)):  # 本月止累计: no year's values
        dated = dict(zip(("period", "evidence"), held or (None, None), strict=True))
        columns = [c._replace(**dated) if c and c.evidence == "document" else c for c in columns]
    levels = {c.measure for c in columns if c and not c.changed}
    output = "".join(levels) if len(levels) == 1 and "".join(levels).endswith(PRODUCED) else ""
    return [c and c._replace(measure=output if c.changed else c.measure) for c in columns]


def _header(cells):
    """What heads each column, and how many rows that takes: none where the first row is no header.

    Cells that are merged head all their columns, and the second row says what is in each of these.
    """
    numbers = [any(NUMBER.fullmatch(YEAR.sub("", x)) for x in row) for row in cells]
    if len(cells) < 2 or numbers[0] or not (cells[0][0] or (numbers[1] and cells[1][0])):
        return [], 0  # the corner above the names may be empty
    width = max(map(len, cells))
    above, below = ([*row, *[""] * (width - len(row))] for row in cells)
    if all(above) or below[0] or numbers[1]:
        return above, 1
    for i, cell in enumerate(above):
        single = any(pattern(x).search(above[i - 1]) for x in ("names", "units"))  # they head no other column
        above[i] = cell or ("" if single else above[i - 1])
    return [x + y for x, y in zip(above, below, strict=True)], 2


def _name_of_row(cell):
    """Name of a row without its number and the unit in brackets that ends it, and the unit."""
    name = pattern("numbered").sub("", cell)
    bracket = BRACKET.search(name)
    if bracket and bracket.end() == len(name) and _is_unit(bracket[1]):
        return name[: bracket.start()].strip(), bracket[1]
    return name, ""


def _is_unit(text):
    """Whether a text is a unit and nothing else."""
    found = find_quantities("12" + text)
    return len(found) == 1 and found[0].end == len(text) + 2 and found[0].unit == text.strip()


def _caption(text):
    """The units that the caption of a table states, as a match or None."""
    return pattern("caption").search(narrow(text).strip()) if len(text) <= LONGEST else None


def _unit_of_caption(text):
    """The unit of a table that its caption states; of several the one beside %, if there is but one."""
    stated = _caption(text)
    units = [x for x in re.split("[、,/]", stated[1]) if x != "%"] if stated else []
    return units[0] if len(units) == 1 and _is_unit(units[0]) else ""


def _lines(block):
    """Rows of a block, each with where it begins: (block, start, text, line); cells may stand one a line."""
    ends = [*block.line_starts[1:], len(block.text)]
    out = []
    for start, end, line in zip(block.line_starts, ends, block.lines, strict=True):
        if out and out[-1][2].endswith("\t"):
            out[-1] = (*out[-1][:2], block.text[out[-1][1] : end], out[-1][3])
        else:
            out.append((block, start, block.text[start:end], line))
    return out


def _read_column(text, year, stated):
    """What heads a column, or None where this holds no values.

    Of several years none is that of a level in a column without one, and the last one is that of a change.
    """
    if not text or any(pattern(kind).search(text) for kind in ("units", "dates", "deadline")):
        return None
    own = YEAR.search(text)
    measure = YEAR.sub("", BRACKET.sub("", text)).strip()
    former, changed = pattern("last year").match(measure), pattern("change").search(measure) is not None
    if own:
        period = own[0][:4]
    elif former or not stated:
        period = year and str(year - bool(former))
    else:
        period = stated[-1] if changed or len(stated) == 1 else None
    unit = next((x for x in BRACKET.findall(text) if _is_unit(x)), None)
    if not unit and (changed or "%" in measure):
        unit = "%"
    elif not unit and pattern("own unit").search(measure):
        unit = ""
    measure = pattern("last year").sub("", measure).replace("%", "")
    measure = "" if pattern("empty").fullmatch(measure) else measure
    aimed = pattern("aims").search(text) or (period and year and int(period) > year)
    evidence = "header" if own else "document"
    return Column(unit, measure, changed, period, evidence, "target" if aimed else "actual")


def _deadline(row, at):
    """The words of a row that state its deadline, from the year on, or None."""
    found = YEAR.search(row[at]) if at is not None and at < len(row) else None
    return found and row[at][found.start() :]


def _due(column, deadline):
    """A column without a year of its own in a row with a deadline: what is to be done by then."""
    if deadline is None or column.evidence == "header":
        return column
    return column._replace(period=deadline[:4], status="target", evidence=deadline)


def _cell(line, name, cell, at, column, unit):
    """Row of a cell, or None where it holds no value."""
    (block, _, text, number), value = line, cell.strip()
    bound = pattern("cell bound").match(value)
    figures = value[bound.end() :].strip() if bound else value
    if not NUMBER.fullmatch(figures):
        return None
    figures = re.sub("[ ,+]", "", figures).replace("−", "-")
    stated = "" if figures[-1] not in "0123456789" else unit if column.unit is None else column.unit
    q = next(iter(find_quantities(figures.lstrip("-") + stated)), None)
    if q is None:
        return None
    sign = -1 if figures.startswith("-") else 1
    direction = None if not column.changed else "下降" if sign < 0 else "增长"
    start, end = at + len(cell) - len(cell.lstrip()), at + len(cell.rstrip())
    told = name.endswith(column.measure[-1:] or "\0")  # the output of 发电量
    name += column.measure * (not told) + "增速" * column.changed
    return (
        block.doc_id, block.block, name, sign * q.value, q.high, q.unit, sign * q.base, q.unit_base, bound and bound[0],
        direction, column.period, column.status, None, text.strip(), number, start, end, column.evidence,
    )  # fmt: skip
