#!/usr/bin/env bash
# openpyxl 3.1.5 (and so pandas.read_excel with it): dates as Chinese Excel formats them are read as whole numbers.
# Guess before running: a cell with one of the built-in date formats of Chinese Excel (2021年3月4日 is number 31, 2021年3月 57, 3月4日 58) is a date.
# Seen: 44259 for all of the built-in dates and times 27 to 36 and 50 to 58, which a file names without spelling them out; 14 (3/4/21) is a date.
# python-calamine 0.9.1 reads all of them as 2021-03-04.
# Why it matters: the date column of a register filled in China is a column of five-digit numbers, which sort and average without complaint.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
cat >check.py <<'PY'
import zipfile

import openpyxl
from python_calamine import CalamineWorkbook

FORMATS = [14, *range(27, 37), *range(50, 59)]
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPC = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLE = 'fontId="0" fillId="0" borderId="0"'
parts = {
    "[Content_Types].xml": f'<Types xmlns="{OPC}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OPC}/relationships">'
    f'<Relationship Id="r1" Type="{LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{LINK}"><sheets><sheet name="登记" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{OPC}/relationships">'
    f'<Relationship Id="r1" Type="{LINK}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{LINK}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1"><xf numFmtId="0" {STYLE}/></cellStyleXfs><cellXfs count="{len(FORMATS) + 1}">'
    f'<xf numFmtId="0" {STYLE} xfId="0"/>'
    + "".join(f'<xf numFmtId="{number}" {STYLE} xfId="0" applyNumberFormat="1"/>' for number in FORMATS)
    + "</cellXfs><cellStyles count='1'><cellStyle name='Normal' xfId='0' builtinId='0'/></cellStyles></styleSheet>",
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>'
    + "".join(f'<row r="{row}"><c r="A{row}" s="{row}"><v>44259</v></c></row>' for row in range(1, len(FORMATS) + 1))
    + "</sheetData></worksheet>",
}
with zipfile.ZipFile("register.xlsx", "w") as file:
    for name, text in parts.items():
        file.writestr(name, text)
read = [row[0] for row in openpyxl.load_workbook("register.xlsx").active.values]
other = [str(row[0]) for row in CalamineWorkbook.from_path("register.xlsx").get_sheet_by_index(0).to_python()]
print(dict(zip(FORMATS, read, strict=True)), other)
assert str(read[0])[:10] == "2021-03-04" and read[1:] == [44259] * (len(FORMATS) - 1)
assert other == ["2021-03-04"] * len(FORMATS)
PY
venv/bin/python check.py
