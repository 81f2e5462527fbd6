#!/usr/bin/env bash
# stream-read-ods 0.0.22: of an .ods sheet, rows that are equal to the one before them are not there, and 5 and 6 under each other in a cell are 56.
# Guess before running: rows and cells that the file stores once with a number of repeats (number-rows-repeated) are there as often as in the sheet.
# Seen: three equal rows, stored as one with a 3, are one row; repeated cells are there as often as they stand. A line break within a cell (Ctrl and
# Enter) is nothing, so that 5 and 6 below it are 56, and so is a blank with an element of its own; two paragraphs of a cell stay apart.
# pandas-ods-reader 1.0.2 has all rows and both figures.
# Why it matters: LibreOffice stores equal neighbours this way whenever a sheet is saved: districts without projects, answers of a survey, months
# without change. Sums and counts of rows are too small, without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check stream-read-ods==0.0.22 pandas-ods-reader==1.0.2
cat >check.py <<'PY'
import zipfile

import pandas_ods_reader
from stream_read_ods import stream_read_ods

NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def text(content, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{content}</text:p></table:table-cell>'


def number(value, more=""):
    return f'<table:table-cell office:value-type="float" office:value="{value}"{more}><text:p>{value}</text:p></table:table-cell>'


rows = (
    row(text("项目"), text("数量"), text("投资"), text("备注"))
    + row(text("清渠"), number(0, ' table:number-columns-repeated="2"'), text("5<text:line-break/>6"), more=' table:number-rows-repeated="3"')
    + row(text("修路"), number(2), number(3), text("共<text:s/>7"))
)
with zipfile.ZipFile("t.ods", "w") as file:
    file.writestr("mimetype", KIND)
    body = f'<office:body><office:spreadsheet><table:table table:name="表">{rows}</table:table></office:spreadsheet></office:body>'
    file.writestr("content.xml", f'<office:document-content {NAMES} office:version="1.2">{body}</office:document-content>')
    space = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entries = "".join(f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>' for path, kind in (("/", KIND), ("content.xml", "text/xml")))
    file.writestr("META-INF/manifest.xml", f"<m:manifest {space}>{entries}</m:manifest>")

with open("t.ods", "rb") as file:
    seen = [list(row) for _, rows in stream_read_ods([file.read()]) for row in rows]
other = pandas_ods_reader.read_ods("t.ods", 1)
print(seen, other.values.tolist())
assert seen[1:] == [["清渠", 0, 0, "56"], ["修路", 2, 3, "共7"]]
assert other.values.tolist() == [["清渠", 0, 0, "5\n6"]] * 3 + [["修路", 2, 3, "共 7"]]
PY
venv/bin/python check.py
