#!/usr/bin/env bash
# docx2python 3.7.1: the text of a text box is in the text twice, and three quarters, set as a fraction, are 34.
# Guess before running: the text of a box is there, once, in front of or behind its paragraph. Of formulas nothing was guessed.
# Seen: it comes twice before its paragraph: Word stores each box a second time for programs that don't know the new way, and both are read. The
# fraction 3/4 is <latex>34</latex>, the power 10⁵ <latex>105</latex>.
# Why it matters: headings, slogans and key figures of reports stand in boxes, and each is counted double, as is 5.2亿元; a share of three quarters is a
# number. Take mc:Fallback out of the file before reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2python==3.7.1 python-docx==1.2.0
cat >check.py <<'PY'
import docx
from docx2python import docx2python
from docx.oxml import parse_xml

OOXML = "http://schemas.openxmlformats.org"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = {
    "w": f"{OOXML}/wordprocessingml/2006/main",
    "mc": f"{OOXML}/markup-compatibility/2006",
    "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
    "a": f"{OOXML}/drawingml/2006/main",
    "m": f"{OOXML}/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": SHAPE,
}
XMLNS = " ".join(f'xmlns:{key}="{value}"' for key, value in NAMES.items())
RUN = "<w:r><w:t>{}</w:t></w:r>"
MATH = "<m:r><m:t>{}</m:t></m:r>"
BOX = f"<w:txbxContent><w:p>{RUN.format('完成投资5.2亿元')}</w:p></w:txbxContent>"
NEW = (
    f'<w:drawing><wp:anchor><a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
OLD = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
BOTH = f'<mc:AlternateContent><mc:Choice Requires="wps">{NEW}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>'
FRACTION = f"<m:oMath><m:f><m:num>{MATH.format(3)}</m:num><m:den>{MATH.format(4)}</m:den></m:f></m:oMath>"
POWER = f"<m:oMath><m:sSup><m:e>{MATH.format(10)}</m:e><m:sup>{MATH.format(5)}</m:sup></m:sSup></m:oMath>"


def text_of(content):
    document = docx.Document()
    document._body._body.insert_element_before(parse_xml(f"<w:p {XMLNS}>{content}</w:p>"), "w:sectPr")
    document.save("report.docx")
    with docx2python("report.docx") as read:
        return read.text.split()


seen = [
    text_of(f"{RUN.format('一季度')}<w:r>{BOTH}</w:r>{RUN.format('开局良好')}"),
    text_of(f"{RUN.format('超过')}{FRACTION}{RUN.format('的县')}"),
    text_of(f"{RUN.format('约')}{POWER}"),
]
print(seen)
assert seen == [["完成投资5.2亿元", "完成投资5.2亿元", "一季度开局良好"], ["超过<latex>34</latex>的县"], ["约<latex>105</latex>"]]
PY
venv/bin/python check.py
