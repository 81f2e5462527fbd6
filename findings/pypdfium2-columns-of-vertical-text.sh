#!/usr/bin/env bash
# pypdfium2 5.15.2 and pdfminer.six 20260107: columns of vertical text are read from left to right, the last one first.
# Guess before running: the columns of a page set vertically (writing mode 1, as its font says) are read from right to left, each as a line.
# Seen: pypdfium2 has each column as a line, the leftmost, which is the end of the text, first. pdfminer has one character a line, and the leftmost
# column first too; with detect_vertical=True lines and order are right. pypdf 7.1.1 and PyMuPDF 1.28.2 keep the order in which the columns were
# drawn, PyMuPDF with one character a line.
# Why it matters: older gazettes, local histories and their reprints are set this way; sentences begin with their end, and no term of two characters
# is found. Turn detect_vertical on, or sort the columns by their place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdfium2==5.15.2 pdfminer.six==20260107 pypdf==7.1.1 pymupdf==1.28.2 reportlab==5.1.0
cat >check.py <<'PY'
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

COLUMNS = ["民国二十五年本县大水", "堤岸冲决三十余里", "田庐多没"]
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light", isVertical=True))
page = canvas.Canvas("page.pdf")
for number, column in enumerate(COLUMNS):
    page.setFont("STSong-Light", 12)
    page.drawString(500 - 30 * number, 700, column)
page.save()
seen = {
    "pypdfium2": pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range().split(),
    "pdfminer": extract_text("page.pdf").split(),
    "detect_vertical": extract_text("page.pdf", laparams=LAParams(detect_vertical=True)).split(),
    "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text().split(),
    "pymupdf": pymupdf.open("page.pdf")[0].get_text().split(),
}
print(seen)
assert seen == {
    "pypdfium2": COLUMNS[::-1],
    "pdfminer": list("".join(COLUMNS[::-1])),
    "detect_vertical": COLUMNS,
    "pypdf": COLUMNS,
    "pymupdf": list("".join(COLUMNS)),
}
PY
venv/bin/python check.py
