"""The ledger of duties that an office keeps, as a spreadsheet."""

from datetime import datetime
from pathlib import Path

import pandas as pd

from govnlp.analysis.duties.units import duties_by_unit, with_fields
from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.html_tables import visible
from govnlp.figures.manifest import record_page
from govnlp.figures.saving import safe_cell
from govnlp.figures.style import label
from govnlp.notes import Mistake

WIDTHS = {
    "bearer": 22,
    "supporting": 22,
    "action": 60,
    "measure": 26,
    "deadline": 12,
    "condition": 26,
    "quote": 60,
}
"""Characters of a column of the spreadsheet; others are as wide as their names. Longer texts are broken into lines."""

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Rows are written as they come; texts stay texts."""


def write_ledger(duties, path, lang="zh"):
    """Write duties as a spreadsheet with filters, a frozen head and deadlines as dates, a row per unit with its field.

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
    from xlsxwriter import Workbook

    path = Path(path)
    if path.suffix != ".xlsx":
        raise ValueError(Mistake("ending_must_be", name=path.name, known=".xlsx"))
    table = duties_by_unit(with_fields(duties))
    path.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(path, OPTIONS) as book:
        book.set_properties({"author": "govnlp", "created": datetime(2000, 1, 1)})  # the same bytes every run
        sheet = book.add_worksheet(label("table_duties", lang))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table), table.shape[1] - 1)
        bold, formats, columns = book.add_format({"bold": True}), [], []
        for number, name in enumerate(table):
            head, form = column_label(name, lang), {"text_wrap": name in WIDTHS, "valign": "top"}
            formats.append(
                book.add_format(form | ({"num_format": "yyyy-mm-dd"} if name == "deadline" else {}))
            )
            # what is filled in later looks like its column
            sheet.set_column(number, number, WIDTHS.get(name, 2 * len(head) + 4), formats[-1])
            sheet.write_string(0, number, head, bold)
            columns.append([_cell(value_label(name, x, lang)) for x in table[name].tolist()])
        for at, row in enumerate(zip(*columns, strict=True), 1):
            for number, (value, form) in enumerate(zip(row, formats, strict=True)):
                if value is not None:
                    sheet.write(at, number, value, form)
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
