#!/usr/bin/env bash
# officeparser 7.8.0 (npm) and doc-files 0.1.0: in an .xlsx sheet, a name with a phonetic guide is the name and the guide in one: 渠县 is 渠县qu.
# Guess before running: the guide (拼音指南 of Excel and WPS; rPh) is left out, as in openpyxl, SheetJS and calamine.
# Seen: 渠县qu in both, where the shared text of the cell carries a guide; the same name as the result of a formula is 渠县. Highlighted parts of a text
# (增长5.2% with 5.2 in bold) are joined without loss. In doc-files a row that doesn't say where its cells are, as the standard allows, is empty.
# Why it matters: names that few can read are the ones that get a guide, so that one county of a table has two names, matches no other table and
# counts as one that is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check doc-files==0.1.0
npm install --silent --no-audit --no-fund officeparser@7.8.0
cat >check.py <<'PY'
import subprocess
import zipfile

import doc_files

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def relations(*targets):
    rows = (f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{path}"/>' for i, (kind, path) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}relationships">{"".join(rows)}</Relationships>'


parts = {"workbook.xml": "sheet.main", "worksheets/sheet1.xml": "worksheet", "sharedStrings.xml": "sharedStrings"}
types = "".join(f'<Override PartName="/xl/{path}" ContentType="{KIND}{kind}+xml"/>' for path, kind in parts.items())
types = f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}'
texts = '<si><t>渠县</t><rPh sb="0" eb="1"><t>qu</t></rPh><phoneticPr fontId="1"/></si>'
texts += "<si><r><t>增长</t></r><r><rPr><b/></rPr><t>5.2</t></r><r><t>%</t></r></si>"
rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
rows += '<row r="2"><c r="A2" t="str"><f>A1</f><v>渠县</v></c><c r="B2"><v>7</v></c></row>'
rows += '<row><c t="inlineStr"><is><t>乙县</t></is></c><c><v>8</v></c></row>'
files = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types">{types}</Types>',
    "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
}
with zipfile.ZipFile("names.xlsx", "w") as package:
    for path, text in files.items():
        package.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
by_doc_files = doc_files.to_text(doc_files.read("names.xlsx")).split("==")[-1].split()
script = 'require("officeparser").parseOffice("names.xlsx").then((document) => console.log(document.toText()))'
by_officeparser = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout.split()
print(by_doc_files, by_officeparser)
assert by_doc_files == ["渠县qu", "增长5.2%", "渠县", "7"]
assert by_officeparser == ["渠县qu", "增长5.2%", "渠县", "7", "乙县", "8"]
PY
venv/bin/python check.py
