#!/usr/bin/env bash
# kreuzberg 4.10.4, docx2md 1.0.5 and officeparser 7.8.0 (npm): in a Word document, figures that are parted by tabs are one figure.
# Guess before running: text comes as Word shows it; of tabs nothing was guessed: they stood in a file that was written to try lists and footnotes.
# Seen: 甲县, 12 and 34 in columns set by tabs is 甲县1234 in all three, and so is a line whose tabs stand in the run of the text. 2019-2021年 with
# Word's non-breaking hyphen is 20192021年. In officeparser a line break within a paragraph goes too: 增长5 and 6月 below it is 增长56月; the others keep
# it.
# Why it matters: officials set short lists of figures with tabs rather than as a table. Nothing tells 1234 from a figure of the document. The texts
# of .rtf and .odt keep their tabs in kreuzberg; python-docx and mammoth keep them in .docx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kreuzberg==4.10.4 docx2md==1.0.5
npm install --silent --no-audit --no-fund officeparser@7.8.0
cat >check.py <<'PY'
import subprocess
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OWN = "word/_rels/document.xml.rels"


def write(name, body):
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    types = f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="{rels}"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
    relations = f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    document = f'<w:document xmlns:w="{MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    none = f'<Relationships xmlns="{PACKAGE}relationships"/>'
    with zipfile.ZipFile(name, "w") as package:
        for path, text in {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document, OWN: none}.items():
            package.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"
lines = [run("甲县") + TAB + run("12") + TAB + run("34"), "<w:r><w:t>乙县</w:t><w:tab/><w:t>56</w:t><w:tab/><w:t>78</w:t></w:r>"]
lines += [run("2019") + "<w:r><w:noBreakHyphen/></w:r>" + run("2021年"), run("增长5") + "<w:r><w:br/></w:r>" + run("6月")]
write("lines.docx", "".join(f"<w:p>{line}</w:p>" for line in lines))

from kreuzberg import extract_file_sync  # noqa: E402

by_kreuzberg = extract_file_sync("lines.docx").content.split()
script = 'require("officeparser").parseOffice("lines.docx").then((document) => console.log(document.toText()))'
by_officeparser = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout.split()
subprocess.run(["venv/bin/docx2md", "lines.docx", "lines.md"], capture_output=True, check=True)
with open("lines.md", encoding="utf-8") as file:
    by_docx2md = file.read().replace("<br>", " ").split()
print(by_kreuzberg, by_docx2md, by_officeparser)
assert by_docx2md == by_kreuzberg == ["甲县1234", "乙县5678", "20192021年", "增长5", "6月"]
assert by_officeparser == ["甲县1234", "乙县5678", "20192021年", "增长56月"]
PY
venv/bin/python check.py
