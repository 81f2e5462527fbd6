"""report.xlsx: every table of a run as a sheet, with contents and native charts; written from its results."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.manifest import file_of, read_manifest
from govnlp.figures.packing import save_packed
from govnlp.figures.report import read_rows, shown_outputs
from govnlp.figures.report_parts import all_numbers
from govnlp.figures.style import ems, label
from govnlp.notes import Mistake

WIDEST = 60  # characters of a column; longer texts go on in the next line
PADDING = 4  # characters at the sides of a cell
POINTS, HIGHEST = 14.5, 400  # height of a line and of a row, in points; a row has 409 at most
NAME = 31  # characters that a sheet's name may have
MOST = 1_048_575  # rows that a sheet has under its head
BARS = 20  # bars of a chart that one reads
SHARES = frozenset("share ci_low ci_high uncovered agreement".split())
YEARS = frozenset("year period year_a year_b".split())


def write_workbook(folder, lang="zh"):
    """Write report.xlsx into the folder of a run.

    Parameters
    ----------
    folder : str or path
        With manifest.json and the tables of a run.
    lang : {"zh", "en"}
        Of the heads.

    Returns
    -------
    pathlib.Path
        First sheet: contents with links, rows and findings; second: charts of the most frequent words, the themes and
        the indicators named most often, drawn by the spreadsheet from cells beside them; then a sheet per table, its
        head frozen and filtered, numbers as numbers.

    Raises
    ------
    ValueError
        The folder has no table.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.hyperlink import Hyperlink

    folder = Path(folder)
    outputs = shown_outputs(read_manifest(folder))
    tables = {name: read_rows(folder / file_of(x, "csv")) for name, x in outputs.items() if file_of(x, "csv")}
    if not tables:
        raise ValueError(Mistake("no_run", folder=str(folder)))
    book = Workbook()
    book.properties.creator, book.properties.created = "govnlp", datetime(2000, 1, 1)
    contents, charts = book.active, book.create_sheet(label("charts", lang))
    contents.title = label("contents", lang)
    lines = [[label(key, lang) for key in ("sheet", "sheet_title", "sheet_rows", "findings")]]
    for name, (head, body) in tables.items():
        sheet = book.create_sheet(name[:NAME])
        _table(sheet, head, body, lang)
        finding = outputs[name].get("finding") or ""
        lines.append([name[:NAME], outputs[name]["title"], str(outputs[name]["rows"]), finding])
    _lay_out(contents, lines, [None, None, "#,##0", None])
    for row in range(2, len(lines) + 1):
        cell = contents.cell(row, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{cell.value}'!A1")
        cell.style, cell.alignment = "Hyperlink", Alignment(vertical="top")
    _charts(charts, tables, lang)
    return save_packed(book, folder / "report.xlsx")


def _table(sheet, head, body, lang):
    body = body[:MOST]
    columns = list(zip(*body, strict=False)) or [()] * len(head)
    formats = [_format(name, column) for name, column in zip(head, columns, strict=False)]
    lines = [[column_label(name, lang) for name in head]]
    for row in body:
        lines.append([value_label(name, cell, lang) for name, cell in zip(head, row, strict=False)])
    _lay_out(sheet, lines, formats)
    sheet.auto_filter.ref = sheet.dimensions


def _format(name, column):
    """Number format of a column, None for text: also for numbers with a leading zero, which are codes."""
    codes = any(len(cell) > 1 and cell[0] == "0" and cell.isdigit() for cell in column)
    if codes or not all_numbers(column):
        return None
    if name in SHARES:
        return "0.0%"
    if name in YEARS:
        return "0"
    return "#,##0" if all("." not in cell and "e" not in cell for cell in column) else "#,##0.00##"


def _lay_out(sheet, lines, formats):
    """Lines as cells: a frozen head, columns as wide as their texts, no text that is taken for a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    text_cell = Alignment(wrap_text=True, vertical="top")
    number = Alignment(horizontal="right", vertical="top", indent=1)
    for i, line in enumerate(lines, start=1):
        for j, (text, form) in enumerate(zip(line, formats, strict=False), start=1):
            if i > 1 and form and text:
                cell = sheet.cell(i, j, float(text) if "." in text or "e" in text else int(text))
                cell.number_format, cell.alignment = form, number
            elif text:
                cell = sheet.cell(i, j, ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767])
                cell.data_type = "s"
                cell.alignment = text_cell
        longest = max((ems(text) for text in line), default=0) * 2
        if longest > WIDEST - PADDING:
            sheet.row_dimensions[i].height = min(HIGHEST, POINTS * (1 + longest // (WIDEST - PADDING)))
    for cell, form in zip(sheet[1], formats, strict=False):
        cell.font = Font(bold=True)
        cell.alignment = number if form else text_cell
    for j, cells in enumerate(zip(*lines[:200], strict=False), start=1):
        width = max(2 * ems(text) for text in cells) + PADDING
        sheet.column_dimensions[get_column_letter(j)].width = min(WIDEST, width)
    sheet.freeze_panes = "A2"
    _print(sheet)
    sheet.print_title_rows = "1:1"


def _print(sheet):
    """Printed as wide as a page, as long as it is."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _charts(sheet, tables, lang):
    """A block of cells and a bar chart beside it for each thing that the run has."""
    from openpyxl.worksheet.pagebreak import Break

    row = 1
    for key, (names, values, percent) in _chart_data(tables, lang).items():
        if not names:
            continue
        if row > 1:  # printed, a chart is not cut
            sheet.row_breaks.append(Break(id=row - 1))
        sheet.cell(row, 1, label(key, lang))
        sheet.cell(row, 2, label(f"{key}_value", lang))
        for i, (name, value) in enumerate(zip(names, values, strict=True), start=row + 1):
            sheet.cell(i, 1, name).data_type = "s"
            sheet.cell(i, 2, value).number_format = "0%" if percent else "#,##0"
        sheet.add_chart(_bars(sheet, row, len(names), label(key, lang), percent), f"D{row}")
        row += max(len(names) + 3, 32)
    _print(sheet)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 12


def _chart_data(tables, lang):
    """Names and values of each chart; whether they are shares."""
    out = {}
    if "02-frequency" in tables:
        head, body = tables["02-frequency"]
        term, n = head.index("term"), head.index("n")
        words = [row for row in body if not row[term].startswith("<")][:BARS]  # <数> is a class of words
        out["chart_words"] = ([row[term] for row in words], [int(row[n]) for row in words], False)
    if "05-theme-profile" in tables:
        head, body = tables["05-theme-profile"]
        side, theme, share = (head.index(name) for name in ("side", "theme", "share"))
        whole = [row for row in body if row[side] == body[0][side]]
        whole.sort(key=lambda row: (-float(row[share] or 0), row[theme]))
        out["chart_themes"] = (
            [value_label("theme", r[theme], lang) for r in whole[:BARS]],
            [float(r[share] or 0) for r in whole[:BARS]],
            True,
        )
    if "06-indicators" in tables:
        head, body = tables["06-indicators"]
        counts = Counter(row[head.index("name")] for row in body)
        most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:BARS]
        out["chart_indicators"] = ([name for name, _ in most], [n for _, n in most], False)
    return out


def _bars(sheet, row, n, title, percent):
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type, chart.style, chart.legend, chart.title = "bar", 10, None, title
    chart.height, chart.width, chart.gapWidth = 15.0, 22.0, 40
    chart.add_data(Reference(sheet, min_col=2, min_row=row, max_row=row + n), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=row + 1, max_row=row + n))
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0%" if percent else "#,##0", 0
    chart.x_axis.tickLblSkip = 1  # every name
    chart.x_axis.scaling.orientation = "maxMin"  # the largest on top
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart
