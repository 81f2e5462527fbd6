#!/usr/bin/env bash
# pypdfium2 5.15.2: which Chinese text of a turned table is read depends on the fonts of the machine.
# Guess before running: of a table set across the page all lines are there, in an order that can be read. Of fonts nothing was guessed.
# Seen: where the file leaves its Song font to the reader (not embedded) and the machine has no Chinese font, each piece of a page turned by 90 degrees that
# is Chinese alone (合计, the names of a table) is gone, while pieces with a digit are read whole; upright, all is there. With a Chinese font
# (Noto Sans SC) for it, all was there in both. The script gives it an empty folder of fonts, as a server or a container has it.
# Why it matters: an annex set across the page comes out as figures without names, and a colleague's desktop reads the same file in full. Have a
# Chinese font installed where PDFs are read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
mkdir fonts
cat >check.py <<'PY'
import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
PIECES = ["指标", "数值（亿元）", "投资5.2亿元", "合计", "30.1"]


def draw(path, degrees):
    page = canvas.Canvas(path, pagesize=(595, 842))
    page.translate(595 if degrees else 0, 0)
    page.rotate(degrees)
    page.setFont("STSong-Light", 10.5)
    for number, piece in enumerate(PIECES):
        page.drawString(100, 400 - 20 * number, piece)
    page.save()


def use_fonts(folder):
    """Start PDFium anew with this folder of fonts instead of the system's."""
    pdfium.FPDF_DestroyLibrary()
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
    folders = (ctypes.c_char_p * 2)(folder, None)
    config.m_pUserFontPaths = ctypes.cast(folders, type(config.m_pUserFontPaths))
    pdfium.FPDF_InitLibraryWithConfig(config)
    return folders


folders = use_fonts(b"fonts")
seen = {}
for name, degrees in (("upright.pdf", 0), ("turned.pdf", 90)):
    draw(name, degrees)
    seen[name] = pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range().split("\r\n")
print(seen)
assert seen == {"upright.pdf": PIECES, "turned.pdf": ["投资5.2亿元", "30.1"]}
PY
venv/bin/python check.py
