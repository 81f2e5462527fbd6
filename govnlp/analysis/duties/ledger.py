"""The ledger of duties that an office keeps: a spreadsheet, and a table of units by field."""

import re

import pandas as pd

SPLIT = re.compile(r"[、，,；;](?![^（(]*[）)])")
WIDTHS = {
    "bearer": 22,
    "support": 22,
    "action": 60,
    "measure": 26,
    "deadline": 12,
    "condition": 26,
    "quote": 60,
}
"""Characters of a column of the spreadsheet; others are as wide as their names."""
WRAPPED = ("bearer", "support", "action", "measure", "condition", "quote")


def by_unit(duties):
    """Duties with a row per unit: those whose bearers are listed come once for each.

    Parameters
    ----------
    duties : DataFrame
        From `extract_duties`.

    Returns
    -------
    DataFrame
        With ``unit`` as first column, sorted by unit, deadline (duties without one last) and place in the text.

    Examples
    --------
    >>> from govnlp import extract_duties, parse_text
    >>> duties = extract_duties(parse_text("清理河道。（区水利局、各镇负责）"))
    >>> by_unit(duties)["unit"].tolist()
    ['区水利局', '各镇']
    """
    units = duties["bearer"].map(
        lambda said: [x.strip() for x in SPLIT.split(said)] if isinstance(said, str) else [None]
    )
    table = duties.assign(unit=units).explode("unit").reset_index(drop=True)
    table = table[["unit", *duties.columns]]
    return table.sort_values(
        ["unit", "deadline", "doc_id", "block"], kind="stable", na_position="last"
    ).reset_index(drop=True)


def write_ledger(duties, path, lang="zh"):
    """Write duties as a spreadsheet with filters, a frozen head and deadlines as dates, sorted by unit.

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
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    from govnlp.lexicons import lexicon_content

    if Path(path).suffix != ".xlsx":
        raise ValueError(f"can't write a ledger to {Path(path).name!r}: the ending must be .xlsx")
    table, names = by_unit(duties), lexicon_content("duties.yaml")["columns"]
    book = Workbook()
    sheet = book.active
    sheet.title = names["sheet"][lang]
    sheet.append([names[column][lang] for column in table.columns])
    for row in table.itertuples(index=False):
        sheet.append([_cell(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, column in enumerate(table.columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = WIDTHS.get(column, 2 * len(names[column][lang]) + 4)
        for cell in sheet[letter][1:]:
            cell.alignment = Alignment(wrap_text=column in WRAPPED, vertical="top")
            if column == "deadline":
                cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    book.properties.creator = "govnlp"
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _cell(value):
    """What a cell holds; a text that a spreadsheet would take for a formula gets an apostrophe (OWASP)."""
    if value is None or value is pd.NA or (not isinstance(value, str) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, str):
        value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
        return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
    return value.item() if hasattr(value, "item") else value


def field_matrix(duties, themes=None):
    """How many duties each unit has in each field of policy.

    Parameters
    ----------
    duties : DataFrame
        From `extract_duties`.
    themes : DataFrame, optional
        From `read_themes`: the fields; the theme of the highest score names that of a duty.

    Returns
    -------
    DataFrame
        unit, field (None where no theme occurs in the action), n, n_inferred (duties whose bearer is inferred); most
        duties first.

    Examples
    --------
    >>> from govnlp import extract_duties, parse_text
    >>> duties = extract_duties(parse_text("区教育局要办好学校。区教育局要优化营商环境。"))
    >>> field_matrix(duties)[["unit", "n"]].values.tolist()
    [['区教育局', 1], ['区教育局', 1]]
    """
    from govnlp.analysis.themes.scores import score_themes

    units = pd.DataFrame(
        {"unit_id": range(len(duties)), "doc_id": duties["doc_id"], "text": duties["action"]}
    )
    scores = score_themes(units.reset_index(drop=True), themes)
    best = (
        scores.sort_values("score", ascending=False, kind="stable")
        .drop_duplicates("unit_id")
        .set_index("unit_id")
    )
    fields = best["theme"].reindex(range(len(duties))).to_numpy()
    table = by_unit(duties.assign(field=fields))
    table = table[table["unit"].notna()]
    groups = (
        table.groupby(["unit", "field"], dropna=False)["inferred"]
        .agg(n="size", n_inferred="sum")
        .reset_index()
    )
    return groups.sort_values(["n", "unit", "field"], ascending=[False, True, True]).reset_index(drop=True)
