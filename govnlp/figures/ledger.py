"""The ledger of duties that an office keeps, as a spreadsheet."""

from pathlib import Path

import pandas as pd

from govnlp.analysis.duties.units import duties_by_unit
from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.html_tables import visible
from govnlp.figures.manifest import record_page
from govnlp.figures.packing import save_packed
from govnlp.figures.saving import safe_cell
from govnlp.figures.style import label

WIDTHS = {
    "bearer": 22,
    "support": 22,
    "action": 60,
    "measure": 26,
    "deadline": 12,
    "condition": 26,
    "quote": 60,
}
"""Characters of a column of the spreadsheet; others are as wide as their names. Longer texts are broken into lines."""


def write_ledger(duties, path, lang="zh"):
    """Write duties as a spreadsheet with filters, a frozen head and deadlines as dates, a row per unit, sorted by unit.

    Parameters
    ----------
    duties : DataFrame
        From `extract_duties`.
    path : str or path
        Ending in .xlsx.
    lang : {"zh", "en"}
        Language of the head.

    Raises
    ------
    ValueError
        The ending is another one.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    path = Path(path)
    if path.suffix != ".xlsx":
        raise ValueError(f"can't write a ledger to {path.name!r}: the ending must be .xlsx")
    table = duties_by_unit(duties)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(label("table_duties", lang))
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(table.shape[1])}{len(table) + 1}"
    cells = []
    for number, column in enumerate(table.columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = WIDTHS.get(column, 2 * len(column_label(column, lang)) + 4)
        cells.append(WriteOnlyCell(sheet))
        for part in (dimension, cells[-1]):  # what is filled in later looks like its column
            part.alignment = Alignment(wrap_text=column in WIDTHS, vertical="top")
            part.number_format = "yyyy-mm-dd" if column == "deadline" else "General"
    head = [WriteOnlyCell(sheet, column_label(column, lang)) for column in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    columns = ([_cell(value_label(name, x, lang)) for x in table[name].tolist()] for name in table)
    for row in zip(*columns, strict=True):  # a row is written at once, so that its cells serve the next one
        for cell, value in zip(cells, row, strict=True):
            cell.value = value
        sheet.append([cell if cell.value is not None else None for cell in cells])
    path.parent.mkdir(parents=True, exist_ok=True)
    save_packed(book, path)
    record_page(path, label("table_duties", lang))


def _cell(value):
    """What a cell holds: nothing for what is missing, a date as a date, text that is no formula."""
    if isinstance(value, str):
        return safe_cell(visible(value))
    if pd.isna(value):
        return None
    return (
        value.to_pydatetime()
        if isinstance(value, pd.Timestamp)
        else value.item()
        if hasattr(value, "item")
        else value
    )
