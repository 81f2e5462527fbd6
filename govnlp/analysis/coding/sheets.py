"""Passages to code by hand in a spreadsheet, and the codes read back."""

import re
from pathlib import Path

import pandas as pd

from govnlp.analysis.themes.scores import placed_texts
from govnlp.arguments import takes, whole
from govnlp.notes import Mistake

NO_THEME = ("无", "none", "0")
SEPARATOR = re.compile(r"[、,，;；/|\n]+")


@takes(n=whole(1), random_state=whole(0))
def export_passages(source, path, themes, *, n=60, coders=("coder_1", "coder_2"), random_state=0):
    """Write passages to be coded by hand to a spreadsheet.

    Passages are drawn at random from all, in random order, and without what the lexicon says of them, so
    that coders are not led. A coder writes the names of one or several themes, parted by 、, or 无 where none
    fits; an empty cell is a passage not coded.

    Parameters
    ----------
    source : Corpus or DataFrame
        A corpus stands for its content blocks, a table for its rows (unit_id, text).
    path : str or path
        Ends in .xlsx.
    themes : DataFrame
        From `read_themes`; its names and definitions (in both languages) stand on a sheet of their own.
    n : int
        Passages; all where there are fewer.
    coders : sequence of str
        A column for each.
    random_state : int

    Returns
    -------
    DataFrame
        The passages as written: unit_id, doc_id, section, text. Cells are text: nothing in them is taken for a
        formula.
    """
    units = placed_texts(source)
    units = units.sample(min(n, len(units)), random_state=random_state)
    passages = units[["unit_id", "doc_id", "section", "text"]].reset_index(drop=True)
    about = themes.drop_duplicates("theme")[["theme", "definition_zh", "definition"]]
    sheets = {"passages": passages.assign(**dict.fromkeys(coders, "")), "themes": about}
    write_sheets(sheets, path)
    return passages


def write_sheets(sheets, path):
    """Write tables as sheets of a spreadsheet, every cell as text."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment

    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        lines = [list(table.columns), *table.astype(object).where(table.notna(), "").to_numpy().tolist()]
        for i, line in enumerate(lines, start=1):
            for j, value in enumerate(line, start=1):
                cell = sheet.cell(i, j, ILLEGAL_CHARACTERS_RE.sub("", str(value)))
                cell.data_type = "s"  # a text that begins with = stays one
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in sheet.columns:
            widest = max(len(str(cell.value)) for cell in column)
            sheet.column_dimensions[column[0].column_letter].width = min(60, 2 * widest + 4)
        sheet.freeze_panes = "A2"
    book.save(path)


def read_codes(path, themes=None):
    """Read codes that were given by hand in a spreadsheet.

    Parameters
    ----------
    path : str or path
        What `export_passages` wrote, filled in; or any .xlsx or .csv with a column unit_id and a column per
        coder, or with the columns unit_id, coder and theme.
    themes : DataFrame, optional
        From `read_themes`; codes that are no theme of it are refused.

    Returns
    -------
    DataFrame
        A row per passage, coder and theme: unit_id, coder, theme; theme is None where the coder found none.
        Passages that a coder left empty are not there.

    Raises
    ------
    FileNotFoundError
        There is no such file.
    ValueError
        There is no unit_id, no code, or a code that is no theme; the message names it.
    """
    if not Path(path).is_file():
        raise FileNotFoundError(Mistake("no_sheet", path=str(path)))
    read = pd.read_csv if str(path).lower().endswith(".csv") else pd.read_excel
    table = read(path, dtype=str).fillna("")
    if "unit_id" not in table:
        raise ValueError(
            Mistake("no_column_in", name="unit_id", path=path, known=", ".join(map(str, table.columns)))
        )
    known = None if themes is None else set(themes["theme"])
    if not {"coder", "theme"} <= set(table):
        coders = table.columns.difference(["unit_id", "doc_id", "section", "text"], sort=False)
        table = table.melt("unit_id", coders, "coder", "theme")
    rows = []
    for unit_id, coder, cell in table[["unit_id", "coder", "theme"]].itertuples(index=False):
        codes = [code.strip() for code in SEPARATOR.split(cell) if code.strip()]
        for code in dict.fromkeys(codes):
            theme = None if code.lower() in NO_THEME else code
            if known is not None and theme is not None and theme not in known:
                raise ValueError(
                    Mistake("code_no_theme", coder=coder, code=code, at=unit_id, known=", ".join(known))
                )
            rows.append((unit_id, coder, theme))
    if not rows:
        raise ValueError(Mistake("no_codes", path=path))
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])
