#!/usr/bin/env bash
# ReportLab 5.1.0: with wordWrap="CJK" a line ends within a figure, and a line may begin with a comma.
# Guess before running: its rules for East Asian text keep ，and 。 from the start of a line (it has a list of such characters) and never part 12,300.5.
# Seen: 12,3 | 00.5万元, 收入12 | 0.75亿元, 1,25 | 0个 and 300. | 5万元 at some widths of thirteen; at four widths a line begins with ，.
# Why it matters: it is how reports and whole corpora are printed to PDF; one figure in eighteen comes back out of such a PDF with a line end
# within it. Put figures into a table, or use a PDF writer that breaks lines as Unicode says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0
cat >check.py <<'PY'
import re

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph

TEXT = "全区完成固定资产投资12,300.5万元，同比增长15.2%，建成5G基站1,250个，新增就业3.25万人。一般公共预算收入120.75亿元，增长8.4%。"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
style = ParagraphStyle("body", fontName="STSong-Light", fontSize=10, leading=12, wordWrap="CJK")


def lines(width):
    paragraph = Paragraph(TEXT, style)
    paragraph.wrap(width, 1000)
    return ["".join(line[1]) for line in paragraph.blPara.lines]


parted, commas = {}, []
for width in range(60, 190, 10):
    rows = lines(width)
    assert "".join(rows) == TEXT
    for above, below in zip(rows, rows[1:]):
        if re.search(r"[\d.,]$", above) and re.match(r"[\d.,%]", below):
            parted.setdefault(width, []).append(f"{above[-4:]} | {below[:4]}")
        if below[0] in "，。":
            commas.append(width)
print(parted, commas)
assert parted == {60: ["12,3 | 00.5", "收入12 | 0.75"], 80: ["1,25 | 0个，新"], 90: ["120. | 75亿元"], 130: ["300. | 5万元，"]}
assert sorted(set(commas)) == [60, 80, 120, 160]
PY
venv/bin/python check.py
