#!/usr/bin/env bash
# xlsx2html 0.6.4: amounts that a number format shows in 千元 or 万元 keep all their digits, with the unit behind them.
# Guess before running: 123456 with the format 0\.0,"万元" (the usual way to show ten thousands) is 12.3万元, as Excel shows it.
# Seen: 123456.0"万元", and 123456.0"千元" with 0.0,"千元": a thousand and ten thousand times as much; the comma that divides by a thousand has no effect.
# The quotes of the format stay: 1.2"亿元", 5"年". A date with Excel's Chinese digits ([DBNum1][$-804]yyyy"年"m"月"d"日") is [5BNu31][$-804]2021年3月5日.
# Why it matters: the page is made to be read as the workbook is; a budget of 123,000 yuan is one of 1.2 billion there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsx2html==0.6.4 xlsxwriter==3.3.1 setuptools==80.9.0
cat >check.py <<'PY'
import io
import re

import xlsxwriter
from xlsx2html import xlsx2html

cells = [(123456, r'0\.0,"万元"'), (123456, '0.0,"千元"'), (1.2, '0.0"亿元"'), (0.052, "0.0%"), (44260, '[DBNum1][$-804]yyyy"年"m"月"d"日"')]
book = xlsxwriter.Workbook("amounts.xlsx")
sheet = book.add_worksheet("amounts")
for row, (value, form) in enumerate(cells):
    sheet.write(row, 0, value, book.add_format({"num_format": form}))
book.close()
page = io.StringIO()
xlsx2html("amounts.xlsx", page, locale="zh_CN")
seen = re.findall(r"<td[^>]*>(.*?)</td>", page.getvalue(), re.S)
print(seen)
assert seen == ['123456.0"万元"', '123456.0"千元"', '1.2"亿元"', "5.2%", "[5BNu31][$-804]2021年3月5日"]
PY
venv/bin/python check.py
