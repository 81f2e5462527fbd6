#!/usr/bin/env bash
# pylightxl 1.61 with openpyxl 3.1.5: of a workbook that openpyxl (or pandas by it) wrote, the figures are read and every text is empty.
# Guess before running: of a sheet whose names carry a phonetic guide, the names are read and the guides left out. (One of its cells held its text
# itself, as a matter of course.)
# Seen: the guide is left out; but text that stands in its cell (t="inlineStr") is "", with a guide or without, and openpyxl writes all of its text
# that way. python-calamine 0.9.1 has it. With lxml installed beside openpyxl the workbook can't be opened at all (TypeError).
# Why it matters: a table of counties comes back as a table of figures without names or headings, and nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pylightxl==1.61 openpyxl==3.1.5 python-calamine==0.9.1
cat >check.py <<'PY'
import openpyxl
import pylightxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
for row in (["区县", "投资"], ["临溪区", 5.2], ["云岭县", 3]):
    book.active.append(row)
book.save("table.xlsx")
seen = list(pylightxl.readxl("table.xlsx").ws("Sheet").rows)
other = CalamineWorkbook.from_path("table.xlsx").get_sheet_by_index(0).to_python()
print(seen, other)
assert other == [["区县", "投资"], ["临溪区", 5.2], ["云岭县", 3]]
assert seen == [["", ""], ["", 5.2], ["", 3]]
PY
venv/bin/python check.py
