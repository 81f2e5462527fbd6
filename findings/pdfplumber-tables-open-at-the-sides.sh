#!/usr/bin/env bash
# pdfplumber 0.11.10: a table without lines at its left and right edge loses its first and its last column.
# Guess before running: the rules above and below the cells bound the outer columns; all four columns are there, as camelot-py 2.0.0 has them.
# Seen: extract_tables() gives 单位 and 数值 without the names of the indicators on the left and the growth on the right; with the two lines drawn all
# four columns are there. camelot reads both in full.
# Why it matters: tables of statistical yearbooks and bulletins are drawn open at the sides; what comes out is a clean table of figures without
# names, and for a table of three columns only the middle one. Compare the words on the page with the words in the table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pdfplumber==0.11.10 camelot-py==2.0.0 reportlab==5.1.0
cat >check.py <<'PY'
import camelot
import pdfplumber
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
ROWS = [["指标", "单位", "数值", "增长"], ["投资", "亿元", "30.1", "3.1"], ["消费", "亿元", "22.4", "4.0"]]
BORDERS, TOP, HEIGHT = [80, 200, 280, 380, 500], 700, 24


def draw(path, verticals):
    page = canvas.Canvas(path)
    page.setFont("STSong-Light", 10.5)
    for number, row in enumerate(ROWS):
        for left, cell in zip(BORDERS, row):
            page.drawString(left + 6, TOP - HEIGHT * number - 16, cell)
    for number in range(len(ROWS) + 1):
        page.line(BORDERS[0], TOP - HEIGHT * number, BORDERS[-1], TOP - HEIGHT * number)
    for left in verticals:
        page.line(left, TOP, left, TOP - HEIGHT * len(ROWS))
    page.save()


draw("open.pdf", BORDERS[1:-1])
draw("closed.pdf", BORDERS)
seen = {}
for name in ("open.pdf", "closed.pdf"):
    with pdfplumber.open(name) as file:
        seen[name] = [file.pages[0].extract_tables(), [table.df.values.tolist() for table in camelot.read_pdf(name)]]
print(seen)
assert seen == {"open.pdf": [[[row[1:3] for row in ROWS]], [ROWS]], "closed.pdf": [[ROWS], [ROWS]]}
PY
venv/bin/python check.py
