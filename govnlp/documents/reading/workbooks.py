"""Workbooks (.xlsx, .xls): sheets of figures as rows of tables; tables of documents are left to `read_table`."""

import io
import re
import zipfile
from datetime import datetime, time
from statistics import median
from typing import NamedTuple

from govnlp.documents.reading.archives import unpacks_to_more
from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.workbook_parts import mended, unseen
from govnlp.notes import Note

DOCUMENT = (
    30  # characters of the middle cell of a column of documents at least; half of its cells hold sentences
)
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # in the format of a cell
SCALED = re.compile(
    r"[0#?](?:[!\\]\.([0#]+))?(,+)(?![0#?])"
)  # thousands, or tens of thousands, of what a cell holds
FEWEST = 3  # rows of such a column; below, any long remark would be one


def read_workbook(data):
    """What a workbook of figures holds: for each sheet its name, its title rows and its rows, cells between tabs.

    Raises
    ------
    Unreadable
        Where a column holds documents, one text per row: `read_table` reads them as documents.
    """
    book = _new(data) if data.startswith(b"PK") else _old(data)
    if any(_holds_documents(sheet.rows) for sheet in book.sheets):
        raise Unreadable(Note("table_of_documents"))
    lines, roles = [], []
    for sheet in book.sheets:
        texts = [[cell_text(x) for x in row] for row in _shown_cells(sheet)]
        texts = [x for x in texts if any(x)]
        if texts and len(book.sheets) > 1:
            lines.append(sheet.name)
            roles.append("heading1")
        for row in texts:
            filled = [x for x in row if x]
            alone = len(filled) == 1
            lines.append(filled[0] if alone else "\t".join(row).rstrip("\t"))
            roles.append(None if alone else "table")
    return {"lines": lines, "roles": roles, "notes": _notes(book)}


def sheets(data):
    """Rows of the sheets of a workbook that are shown, by name; values as the cells hold them."""
    book = _new(data) if data.startswith(b"PK") else _old(data)
    return {x.name: [[_held(cell) for cell in row] for row in x.rows] for x in book.sheets}


class Sheet(NamedTuple):
    """A sheet: its name, its rows, and the numbers from 0 of the rows and columns that it hides."""

    name: str
    rows: list
    hidden_rows: set
    hidden_columns: set


class Book(NamedTuple):
    """The sheets of a workbook that are shown, the names of the others, and how many formulas have no value."""

    sheets: list
    hidden: list
    formulas: int = 0


class Span(NamedTuple):
    """The year, or the month, that a cell shows of the day that it holds."""

    day: datetime
    month: bool


def _shown_cells(sheet):
    """Rows of a sheet without the rows and columns that it hides."""
    rows = (row for i, row in enumerate(sheet.rows) if i not in sheet.hidden_rows)
    return [[x for j, x in enumerate(row) if j not in sheet.hidden_columns] for row in rows]


def _held(cell):
    """Value of a cell as it holds it: a day, whatever is shown of it."""
    return cell.day if isinstance(cell, Span) else cell


def _notes(book):
    """What of a workbook was not read."""
    notes = []
    rows, columns = (sum(len(x[i]) for x in book.sheets) for i in (2, 3))
    if book.hidden or rows or columns:
        names = ", ".join(book.hidden) or "–"
        notes.append(Note("hidden_cells", sheets=names, rows=rows, columns=columns))
    if book.formulas:
        notes.append(Note("no_values", n=book.formulas))
    return notes


def _new(data):
    """Sheets of a .xlsx; its values are those that were computed when it was saved."""
    import openpyxl

    left = limit("unpacked")
    for member in zipfile.ZipFile(io.BytesIO(data)).infolist():
        if unpacks_to_more(member, left):
            raise Unreadable(Note("large_workbook"))
        left -= member.file_size
    try:
        data = mended(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        shown = [x for x in book.worksheets if x.sheet_state == "visible"] or book.worksheets
        found = []
        for sheet in shown:
            sheet.reset_dimensions()  # what a program says of a sheet's size is often wrong
            rows = [[_shown(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
            found.append((sheet.title, rows, unseen(data, sheet)))
        others = [x.title for x in book.worksheets if x not in shown]
        return Book([Sheet(x, rows, *y[:2]) for x, rows, y in found], others, sum(y[2] for *_, y in found))
    except Exception as error:
        raise Unreadable(Note("damaged_workbook", error=type(error).__name__)) from error


def _old(data):
    """Sheets of a .xls."""
    try:
        import xlrd
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".xls")) from error
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True)
        shown = [x for x in book.sheets() if not x.visibility] or book.sheets()
        found = [
            Sheet(
                x.name,
                [[_value(cell, book) for cell in x.row(i)] for i in range(x.nrows)],
                {i for i, row in x.rowinfo_map.items() if row.hidden and i < x.nrows},
                {j for j, column in x.colinfo_map.items() if column.hidden and j < x.ncols},
            )
            for x in shown
        ]
        return Book(found, [x.name for x in book.sheets() if x not in shown])
    except Exception as error:
        raise Unreadable(Note("damaged_workbook", error=type(error).__name__)) from error


def _shown(value, form):
    """Value of a cell; one that its format shows in per cent as that, since 0.052 would be another figure than 5.2%.

    >>> _shown(0.052, "0.0%"), _shown(5.2, '0.0"%"'), _shown("增长", "0%")
    ('5.2%', 5.2, '增长')
    >>> _shown(32_000, "0.0,"), _shown(32_000, "0!.0,"), _shown(32_000, "#,##0.0")
    (32.0, 3.2, 32000)
    >>> cell_text(_shown(datetime(2023, 1, 1), 'yyyy"年"')), cell_text(_shown(datetime(2023, 1, 1), 'yyyy"年"m"月"'))
    ('2023年', '2023年1月')
    """
    if isinstance(value, datetime):
        parts = set(LITERAL.sub("", form or "").lower())
        return Span(value, "m" in parts) if "y" in parts and not parts & set("dh") else value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and (scaled := SCALED.search(form or "")):  # what is shown has the unit that its row states
        value = value / 1000 ** len(scaled[2]) / 10 ** len(scaled[1] or "")
    return f"{100 * value:.12g}%" if number and "%" in LITERAL.sub("", form or "") else value


def _value(cell, book):
    """Value of a cell of a .xls."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        return _shown(xlrd.xldate_as_datetime(cell.value, book.datemode), _form(cell, book))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return _shown(cell.value, _form(cell, book))
    return None if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR) else cell.value


def _form(cell, book):
    """Format in which a .xls shows a cell."""
    return book.format_map[book.xf_list[cell.xf_index].format_key].format_str


def cell_text(value):
    """A cell as text: whole numbers without a point, days as days.

    >>> cell_text(44.0), cell_text(datetime(2021, 3, 6)), cell_text(None)
    ('44', '2021-03-06', '')
    """
    if value is None:
        return ""
    if isinstance(value, Span):
        return f"{value.day.year}年" + (f"{value.day.month}月" if value.month else "")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, float):
        return f"{value:.12g}"
    return " ".join(str(value).split())


def _holds_documents(rows):
    """Whether a column holds texts of sentences in most of its rows."""
    width = max(map(len, rows), default=0)
    for column in range(width):
        texts = [row[column] for row in rows if column < len(row) and isinstance(row[column], str)]
        sentences = sum("。" in x for x in texts)
        if sentences >= max(FEWEST, len(texts) / 2) and median(map(len, texts)) >= DOCUMENT:
            return True
    return False
