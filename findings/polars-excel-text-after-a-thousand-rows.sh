#!/usr/bin/env bash
# Polars 2.1.0 with fastexcel 0.21.0: in a column of figures of an .xlsx sheet, text that comes after the first thousand rows is empty.
# Guess before running: where 约500 or 2020年 comes after 1,200 rows of numbers, the column is text or read_excel() raises an error.
# Seen: 约500 (about 500) and 2020年 are null, as an empty cell is, and nothing is said; in the 100th row the same words make the column text. With
# infer_schema_length=None all is there, as text.
# Why it matters: tables of townships, enterprises or projects have more than a thousand rows, and such cells hold a figure; a sum or a count of what
# is missing is wrong without a sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 xlsxwriter==3.3.1
cat >check.py <<'PY'
import polars
import xlsxwriter


def read(row, **options):
    """The population and the year of a row, which are words in this row of the sheet and numbers in all other 1,300, and of the row behind it."""
    with xlsxwriter.Workbook("table.xlsx") as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["镇", "人口", "年份"])
        for number in range(1, 1301):
            sheet.write_row(number, 0, [f"镇{number}", *(["约500", "2020年"] if number == row else [500, 2021])])
    return polars.read_excel("table.xlsx", **options)[row - 1 : row + 1, 1:].rows()


seen = {"100": read(100), "1200": read(1200), "1200, all rows looked at": read(1200, infer_schema_length=None)}
print(seen)
assert seen == {
    "100": [("约500", "2020年"), ("500", "2021")],
    "1200": [(None, None), (500, 2021)],
    "1200, all rows looked at": [("约500", "2020年"), ("500", "2021")],
}
PY
venv/bin/python check.py
