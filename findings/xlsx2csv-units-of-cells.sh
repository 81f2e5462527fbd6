#!/usr/bin/env bash
# xlsx2csv 0.8.6: a number whose format carries a unit with m, d or h becomes a piece of a date.
# Guess before running: a date is 2021-03-04 or as shown, 1.2 with the format 0.0"亿元" is 1.2 (right); other units, m² among them, were in the
# same list as a matter of course.
# Seen: 12.5 m² is 0.0"01²", 3.5 km 0.0"k01", 3.2 hm² 0.0"0401²", 30 d 0"29"; the number itself is nowhere. A date as Chinese Excel shows it,
# yyyy"年"m"月"d"日", is 2021"年"03"月"04"日" with the quotes of the format in it.
# Why it matters: units in quotes are how tables of areas and distances are formatted; the converted file has text where the figures were.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 xlsxwriter==3.3.1
cat >check.py <<'PY'
import csv
import io
from datetime import datetime

import xlsxwriter
from xlsx2csv import Xlsx2csv

cells = [
    (3, '0"户"'),
    (1.2, '0.0"亿元"'),
    (12.5, '0.0"m²"'),
    (3.5, '0.0"km"'),
    (3.2, '0.0"hm²"'),
    (30, '0"d"'),
    (datetime(2021, 3, 4), 'yyyy"年"m"月"d"日"'),
]
book = xlsxwriter.Workbook("table.xlsx")
sheet = book.add_worksheet()
for row, (value, code) in enumerate(cells):
    sheet.write(row, 0, value, book.add_format({"num_format": code}))
book.close()
out = io.StringIO()
Xlsx2csv("table.xlsx").convert(out)
seen = [line[0] for line in csv.reader(io.StringIO(out.getvalue()))]
print(seen)
assert seen[0] == "3" and float(seen[1]) == 1.2
assert seen[2:] == ['0.0"01²"', '0.0"k01"', '0.0"0401²"', '0"29"', '2021"年"03"月"04"日"']
PY
venv/bin/python check.py
