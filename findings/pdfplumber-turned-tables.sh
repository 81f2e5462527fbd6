#!/usr/bin/env bash
# pdfplumber 0.11.10: in a table that is turned to the left, every figure and every name is read backwards.
# Guess before running: of a table set across an upright page extract_tables() gives rows and columns exchanged, with each cell as it is printed.
# Seen: turned to the left (the usual way) 5.2 is 2.5, 120.5 is 5.021 and 投资 is 资投; turned to the right cells are as printed. camelot-py 2.0.0 gives the
# table upright, and right, in both cases.
# Why it matters: wide annexes of work plans and budgets are set across the page; 2.5 for 5.2 is a figure that nobody doubts.
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
ROWS = [["指标", "数值", "增长"], ["投资", "120.5", "5.2"], ["消费", "30.1", "3.4"]]
BORDERS, TOP, HEIGHT = [80, 200, 280, 380], 400, 24


def draw(path, degrees):
    """The table on an A4 page, turned to the left (90) or to the right (-90)."""
    page = canvas.Canvas(path, pagesize=(595, 842))
    page.translate(*((595, 0) if degrees > 0 else (0, 842)))
    page.rotate(degrees)
    page.setFont("STSong-Light", 10.5)
    for number, row in enumerate(ROWS):
        for left, cell in zip(BORDERS, row):
            page.drawString(left + 6, TOP - HEIGHT * number - 16, cell)
    for number in range(len(ROWS) + 1):
        page.line(BORDERS[0], TOP - HEIGHT * number, BORDERS[-1], TOP - HEIGHT * number)
    for left in BORDERS:
        page.line(left, TOP, left, TOP - HEIGHT * len(ROWS))
    page.save()


seen = {}
for name, degrees in (("left.pdf", 90), ("right.pdf", -90)):
    draw(name, degrees)
    with pdfplumber.open(name) as file:
        seen[name] = file.pages[0].extract_tables()
    assert [table.df.values.tolist() for table in camelot.read_pdf(name)] == [ROWS]
print(seen)
assert seen == {
    "left.pdf": [[["长增", "2.5", "4.3"], ["值数", "5.021", "1.03"], ["标指", "资投", "费消"]]],
    "right.pdf": [[["消费", "投资", "指标"], ["30.1", "120.5", "数值"], ["3.4", "5.2", "增长"]]],
}
PY
venv/bin/python check.py
