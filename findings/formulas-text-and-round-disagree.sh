#!/usr/bin/env bash
# formulas 1.3.4 and pycel 1.0b30: TEXT(0.0525,"0.0%") is 5.2%, although ROUND(0.0525,3) is .053.
# Guess before running: as in Excel, halves go up in both functions: 5.3%, TEXT(0.125,"0.00") .13, TEXT(2.5,"0") 3.
# Seen: TEXT gives 5.2%, 0.12, 2 and, of 12.25 with one place, 12.2; ROUND in the same sheet gives .053, .13, 3 and 12.3. Halves go to the even digit
# in the one and up in the other.
# Why it matters: figures with a 5 behind are frequent in tables that were rounded before (a growth of 12.25%); the sentence computed in Python
# differs from the workbook that it was taken from, and from the table beside it, in the last digit. Write TEXT(ROUND(A1,3),"0.0%").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check formulas==1.3.4 pycel==1.0b30 openpyxl==3.1.5
cat >check.py <<'PY'
import formulas
import openpyxl
from pycel import ExcelCompiler

CELLS = ('=TEXT(0.0525,"0.0%")', '=TEXT(0.125,"0.00")', '=TEXT(2.5,"0")', '=TEXT(12.25,"0.0")')
ROUNDED = ("=ROUND(0.0525,3)", "=ROUND(0.125,2)", "=ROUND(2.5,0)", "=ROUND(12.25,1)")
book = openpyxl.Workbook()
for row, cell in enumerate(CELLS + ROUNDED, 1):
    book.active.cell(row, 1).value = cell
book.active.title = "a"
book.save("a.xlsx")
compiler = ExcelCompiler("a.xlsx")
first = [formulas.Parser().ast(cell)[1].compile()() for cell in CELLS + ROUNDED]
second = [compiler.evaluate(f"a!A{row}") for row in range(1, 9)]
print(first, second)
for seen in (first, second):
    assert [str(value) for value in seen[:4]] == ["5.2%", "0.12", "2", "12.2"]
    assert [round(float(value), 3) for value in seen[4:]] == [0.053, 0.13, 3, 12.3]
PY
venv/bin/python check.py
