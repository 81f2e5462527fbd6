#!/usr/bin/env bash
# pypdf 7.1.1: text in the predefined encoding GBKp-EUC-H comes out as Korean and rare characters.
# Guess before running: as GBK-EUC-H, of which it differs only in the width of the Latin letters (ISO 32000 lists both for Adobe-GB1).
# Seen: GBK-EUC-H is read exactly; GBKp-EUC-H is decoded as UTF-16, with a line in the log and no error: no character of the sentence is left, but
# Hangul stands for it. pdfminer.six reads both.
# Why it matters: printed files of older office systems name this encoding; the text has the length of a text and passes as one. Look at the share
# of Hangul, or read with another library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.1 pdfminer.six==20260107
cat >check.py <<'PY'
import logging

import pypdf
from pdfminer.high_level import extract_text

logging.disable(logging.CRITICAL)
SENTENCE = "临溪区2024年财政收入12.6亿元，增长6.5%。"


def write(encoding):
    """A page with one sentence in the encoding; the font is one of the standard Chinese ones, not embedded."""
    content = f"BT /F1 14 Tf 72 700 Td <{SENTENCE.encode('gbk').hex()}> Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[6 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        "/Ascent 752/Descent -271/CapHeight 737/StemV 58>>",
    ]
    body, starts = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    with open(f"{encoding}.pdf", "w", encoding="latin-1", newline="\n") as file:
        file.write(f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}")
    return f"{encoding}.pdf"


read = {}
for encoding in ("GBK-EUC-H", "GBKp-EUC-H"):
    name = write(encoding)
    read[encoding] = pypdf.PdfReader(name).pages[0].extract_text().strip()
    print(encoding, read[encoding])
    assert extract_text(name).strip() == SENTENCE
assert read["GBK-EUC-H"] == SENTENCE
assert not set(read["GBKp-EUC-H"]) & set(SENTENCE)
assert any("\uac00" <= character <= "\ud7a3" for character in read["GBKp-EUC-H"])
PY
venv/bin/python check.py
