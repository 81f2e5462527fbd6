#!/usr/bin/env bash
# python-calamine 0.9.1: of an .ods sheet, two figures that stand under each other in one cell are one figure.
# Guess before running: as in an .xlsx sheet, a line break within a cell is a line break; a comment of the cell is no part of its value (right).
# Seen: 5 and 6, parted by a line break or by a tab, are 56; parted as two paragraphs they are right. A name with a phonetic guide is read together
# with it: 渠qu县. So in Polars and pandas where they read by calamine.
# Why it matters: which of the two breaks a sheet has depends on the program that wrote it, and looks the same. 56 per cent for 5 (城镇) and 6 (农村)
# passes every check that asks for a number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 pandas==3.1.1
cat >check.py <<'PY'
import zipfile

import pandas as pd
from python_calamine import CalamineWorkbook

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
names = " ".join(f'xmlns:{name}="{NAMESPACE}{name}:1.0"' for name in ("office", "table", "text"))
cells = ["<text:p>5<text:line-break/>6</text:p>", "<text:p>5<text:tab/>6</text:p>", "<text:p>5</text:p><text:p>6</text:p>"]
cells += ["<text:p><text:ruby><text:ruby-base>渠</text:ruby-base><text:ruby-text>qu</text:ruby-text></text:ruby>县</text:p>"]
cells += ["<office:annotation><text:p>待核</text:p></office:annotation><text:p>乙县</text:p>"]
row = "".join(f'<table:table-cell office:value-type="string">{cell}</table:table-cell>' for cell in cells)
table = f'<table:table table:name="表"><table:table-row>{row}</table:table-row></table:table>'
body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
content = f'<office:document-content {names} office:version="1.2">{body}</office:document-content>'
kind = "application/vnd.oasis.opendocument.spreadsheet"
manifest = f'<m:manifest xmlns:m="{NAMESPACE}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
with zipfile.ZipFile("cells.ods", "w") as package:
    for name, text in {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}.items():
        package.writestr(name, text)
seen = CalamineWorkbook.from_path("cells.ods").get_sheet_by_index(0).to_python()[0]
print(seen)
assert seen == ["56", "56", "5\n6", "渠qu县", "乙县"]
assert [str(value) for value in pd.read_excel("cells.ods", header=None, engine="calamine").iloc[0]][:2] == ["56", "56"]
PY
venv/bin/python check.py
