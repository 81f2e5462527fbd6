#!/usr/bin/env bash
# html2text 2025.4.15 and pandas 3.1.1 (read_html): two figures in two paragraphs of a cell are one figure.
# Guess before running: two figures in a cell, in paragraphs or with <br>, stay two figures.
# Seen: html2text gives 1234 for the paragraphs, and for <br> a line break that ends the row of the table; read_html gives 1234 for the paragraphs (a
# number, where the column has nothing else) and "12 34" for <br>. inscriptis 2.7.6 gives both figures in both cases.
# Why it matters: Word puts each line of a cell into a <p> when it saves as HTML, and cells with last year's and this year's figure are
# common; 12 and 34 households become 1,234. Put a blank before each </p> of a cell before reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 pandas==3.1.1 lxml==6.1.3 inscriptis==2.7.6
cat >check.py <<'PY'
import io

import html2text
import inscriptis
import pandas

page = "<table><tr><th>区县</th><th>户数</th></tr><tr><td>临溪区</td><td>{}</td></tr></table>"
seen = {}
for name, cell in (("p", "<p>12</p><p>34</p>"), ("br", "12<br>34")):
    html = page.format(cell)
    value = pandas.read_html(io.StringIO(html))[0].loc[0, "户数"]
    seen[name] = [html2text.html2text(html).split(), str(value), inscriptis.get_text(html).split()]
    print(seen[name])
assert seen["p"][0][-2:] == ["临溪区|", "1234"] and seen["p"][1] == "1234"
assert seen["br"][0][-3:] == ["临溪区|", "12", "34"] and seen["br"][1] == "12 34"
assert {"12", "34"} <= set(seen["p"][2]) & set(seen["br"][2])
PY
venv/bin/python check.py
