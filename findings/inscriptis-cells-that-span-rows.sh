#!/usr/bin/env bash
# inscriptis 2.7.6: below a cell that spans rows (rowspan), figures stand under the heading to their left.
# Guess before running: the layout is that of the browser: a blank where the spanning cell is, each figure under its own heading; cells that span
# columns take the place of as many.
# Seen: of 青槐镇 over two rows (2020: 5, 2021: 6) the second row begins with 2021 in the column of towns and has 6 in the column of years; 投资, which
# spans two columns, takes one. The lines look like a table all the same.
# Why it matters: tables of notices group their rows by town or department in just this way; columns cut at these positions mix years and amounts.
# pandas.read_html repeats spanning cells, so that columns stay whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check inscriptis==2.7.6
cat >check.py <<'PY'
from inscriptis import get_text

page = (
    "<html><body><table>"
    '<tr><th>镇</th><th>年份</th><th colspan="2">投资</th><th>备注</th></tr>'
    '<tr><td rowspan="2">青槐镇</td><td>2020</td><td>5</td><td>50%</td><td>甲</td></tr>'
    "<tr><td>2021</td><td>6</td><td>60%</td><td>乙</td></tr>"
    "</table></body></html>"
)
seen = get_text(page)
print(seen)
head, first, second = (line.split() for line in seen.strip().splitlines())
assert head == ["镇", "年份", "投资", "备注"] and first == ["青槐镇", "2020", "5", "50%", "甲"]
assert second == ["2021", "6", "60%", "乙"]
assert [line for line in seen.splitlines() if "2021" in line][0].startswith("2021")
PY
venv/bin/python check.py
