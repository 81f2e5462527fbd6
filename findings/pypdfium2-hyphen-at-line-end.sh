#!/usr/bin/env bash
# pypdfium2 5.15.2: a hyphen that ends a line is neither "-" nor the same character in its two calls for text, and the line end goes with it.
# Guess before running: get_text_range() and get_text_bounded() of a page give "5G-", a line break, "A"; or both "5G-A".
# Seen: U+FFFE in get_text_range(), U+0002 in get_text_bounded(), then "A" at once; the same hyphen inside a line is "-" in both.
# Why it matters: names of technology programmes such as 5G-A are split or glued; a filter of control characters makes 5GA of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
cat >check.py <<'PY'
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas("page.pdf")
canvas.setFont("Helvetica", 12)
for place, line in [(700, "stations for 5G-"), (680, "A are built, and"), (660, "more 5G-A follows")]:
    canvas.drawString(50, place, line)
canvas.save()
page = PdfDocument("page.pdf")[0].get_textpage()
whole, bounded = page.get_text_range(), page.get_text_bounded()
print([whole, bounded])
assert "5G\ufffeA are" in whole and "5G\x02A are" in bounded
assert "more 5G-A" in whole and "more 5G-A" in bounded
PY
venv/bin/python check.py
