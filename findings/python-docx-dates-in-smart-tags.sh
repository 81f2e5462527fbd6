#!/usr/bin/env bash
# python-docx 1.2.0: a date that Word for Chinese marked by itself is not in the text of its paragraph.
# Guess before running: paragraph.text is what Word shows; what it leaves out by design is deleted text.
# Seen: of 印发于2021年3月5日的通知, whose date stands in a smart tag "chsdate" as Word 2003 to 2010 set them, 印发于的通知 is left.
# Why it matters: older notices lose their dates, and the names and places that other smart tags hold, without a gap that one could see.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
cat >check.py <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = Document()
paragraph = document.add_paragraph("印发于")
paragraph._p.append(
    parse_xml(
        f'<w:smartTag {nsdecls("w")} w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">'
        "<w:r><w:t>2021年3月5日</w:t></w:r></w:smartTag>"
    )
)
paragraph.add_run("的通知")
document.save("notice.docx")
seen = Document("notice.docx").paragraphs[0].text
print(seen)
assert seen == "印发于的通知"
PY
venv/bin/python check.py
