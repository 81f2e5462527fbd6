#!/usr/bin/env bash
# docx2txt 0.9: text that was moved under track changes is read twice, and years run into each other.
# Guess before running: as Word shows the document: moved text once, at its new place; a non-breaking hyphen is a hyphen.
# Seen: the paragraph that was moved away (w:moveFrom) is read where it was as well as where it went; 2019-2021 with Word's non-breaking hyphen
# becomes 20192021. Deleted text (w:del) is left out as one would think.
# Why it matters: counts of drafts with tracked changes double, and a span of years becomes a number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2txt==0.9
cat >check.py <<'PY'
import io
import zipfile

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def write(path, body):
    """A Word document with this body."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{OPC}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{OPC}/relationships"><Relationship Id="r1" Type="{OFFICE}" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")


import docx2txt

moved = (
    '<w:p><w:moveFrom w:id="1" w:author="a"><w:r><w:t>清渠</w:t></w:r></w:moveFrom>'
    '<w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
    '<w:p><w:moveTo w:id="3" w:author="a"><w:r><w:t>清渠</w:t></w:r></w:moveTo></w:p>'
)
years = "<w:p><w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2021</w:t></w:r></w:p>"
write("moved.docx", moved)
write("years.docx", years)
seen = {name: docx2txt.process(f"{name}.docx").split() for name in ("moved", "years")}
print(seen)
assert seen == {"moved": ["清渠", "清渠"], "years": ["20192021"]}
PY
venv/bin/python check.py
