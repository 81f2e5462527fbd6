#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0 and pandoc 3.9 (pypandoc_binary 1.17): in a Word table, the figures of a row that begins further right stand
# under the years to their left.
# Guess before running: a row whose first place is left out (w:gridBefore, as Word stores a row whose left edge was drawn in) keeps its figures
# under their headings, or has an empty cell in front of them.
# Seen: of 31 and 32, set under 2020年 and 2021年, mammoth and pandoc make 31 the name of the county and 32 the figure of 2020, in HTML and in
# Markdown. python-docx's row has the two cells (and says grid_cols_before = 1), but column(0) has 31 as a name, the column of 2021 has the total's
# name in the place of 32, and table.cell() of the last row is an IndexError: whole columns are one row off.
# Why it matters: Word leaves out a place wherever someone drags the edge of a row; the table looks right and every row of it can be read without an
# error. Compare the number of cells of each row with the grid first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17
cat >check.py <<'PY'
import re
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def write(name, body):
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    types = f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="{rels}"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
    relations = f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    document = f'<w:document xmlns:w="{MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    with zipfile.ZipFile(name, "w") as package:
        for path, text in {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}.items():
            package.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text, span=1):
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{run(text)}</w:p></w:tc>'


rows = [cell("县名") + cell("2020年") + cell("2021年"), cell("甲县") + cell("11") + cell("12")]
rows += ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("31") + cell("32"), cell("合计", 2) + cell("99")]
grid = '<w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="1500"/><w:gridCol w:w="1500"/></w:tblGrid>'
write("table.docx", f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl><w:p/>")

import docx  # noqa: E402
import mammoth  # noqa: E402
import pypandoc  # noqa: E402

table = docx.Document("table.docx").tables[0]
columns = [[cell.text for cell in column.cells] for column in table.columns]
print(columns, [row.grid_cols_before for row in table.rows])
assert columns == [["县名", "甲县", "31", "合计"], ["2020年", "11", "32", "99"], ["2021年", "12", "合计"]]
assert table.cell(2, 2).text == "合计" and table.rows[2].grid_cols_before == 1
with open("table.docx", "rb") as file:
    by_mammoth = mammoth.convert_to_html(file).value
for page in (by_mammoth, pypandoc.convert_file("table.docx", "html")):
    seen = [re.findall(r"<t[dh][^>]*>(?:<p>)?(.*?)(?:</p>)?</t[dh]>", row, re.S) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)]
    print(seen)
    assert seen[1] == ["甲县", "11", "12"] and seen[2][:2] == ["31", "32"] and "".join(seen[2][2:]) == ""
PY
venv/bin/python check.py
