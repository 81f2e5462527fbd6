#!/usr/bin/env bash
# XlsxWriter 3.3.1: autofit() gives ten Han characters hardly more room than ten digits.
# Guess before running: a Han character takes as much room as two digits, as in every Chinese font, so ten of them about twice the width.
# Seen: 87 pixels for ten Han characters, 77 for ten digits (all but the margin is eight pixels a character, seven a digit); in the Chinese fonts of
# the same size (11 points, 15 pixels) they need about 150, so that each column of Chinese words is cut at its middle, or runs over the next.
# Why it matters: a table of indicators from a report has its names in Chinese and its values in digits: the values fit, the names do not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
cat >check.py <<'PY'
import openpyxl
import xlsxwriter

with xlsxwriter.Workbook("table.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["一般公共预算收入增长", "1234567890"])
    sheet.autofit()
columns = openpyxl.load_workbook("table.xlsx").active.column_dimensions
han, digits = columns["A"].width, columns["B"].width
print(han, digits, round(han / digits, 2))
assert 1 < han / digits < 1.2
PY
venv/bin/python check.py
