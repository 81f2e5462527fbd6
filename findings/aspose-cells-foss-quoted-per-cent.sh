#!/usr/bin/env bash
# aspose-cells-foss 26.10.0 (the open-source one, no licence needed): saved as CSV, a cell that shows 5% by a sign in quotation marks is 500%; saved
# as Markdown, dates are numbers.
# Guess before running: an export shows what Excel shows: 5% for 5 with the format 0"%", 12.3万元 for 123456 with 0\.0,"万元", dates as dates.
# Seen: in CSV the sign within quotation marks multiplies by a hundred, as only the bare one does; the format that divides by a thousand is
# 123456.0,万元; 5.2% with a bare sign, dates in 年月日 and in Chinese digits are right there. In Markdown .052 is 0.052, and 2021年3月5日 is 44260.
# Why it matters: rates of yearbooks are kept as 5.2 with a quoted sign so that they can be added up as points. In one file of CSV such a column is
# hundredfold and its neighbour is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aspose-cells-foss==26.10.0 xlsxwriter==3.3.1
cat >check.py <<'PY'
import csv

import xlsxwriter
from aspose.cells_foss import SaveFormat, Workbook

cells = [(5, '0"%"'), (5.2, '0.0"%"'), (0.052, "0.0%"), (123456, r'0\.0,"万元"'), (44260, 'yyyy"年"m"月"d"日"')]
book = xlsxwriter.Workbook("cells.xlsx")
sheet = book.add_worksheet("cells")
for row, (value, form) in enumerate(cells):
    sheet.write(row, 0, value, book.add_format({"num_format": form}))
book.close()
Workbook("cells.xlsx").save("cells.csv", SaveFormat.CSV)
Workbook("cells.xlsx").save("cells.md", SaveFormat.MARKDOWN)
with open("cells.csv", encoding="utf-8-sig", newline="") as file:
    seen = [row[0] for row in csv.reader(file)]
with open("cells.md", encoding="utf-8-sig") as file:
    marked = [line.strip("| \n") for line in file if line.startswith("| ") and "---" not in line]
print(seen, marked)
assert seen == ["500%", "520.0%", "5.2%", "123456.0,万元", "2021年3月5日"]
assert marked == ["5", "5.2", "0.052", "123456", "44260"]
PY
venv/bin/python check.py
