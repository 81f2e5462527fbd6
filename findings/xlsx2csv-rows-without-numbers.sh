#!/usr/bin/env bash
# xlsx2csv 0.8.6: a row of an .xlsx sheet that doesn't say its number is an empty line, and where no row does the file is empty.
# Guess before running: rows and cells without a place (r="1", r="A1"), which the standard (ISO/IEC 29500) leaves to the writer, follow each other.
# Seen: cells without a place do follow each other. A row without its number is an empty line; of a sheet of such rows nothing is left. Exit status 0,
# no message. openpyxl 3.1.5 and python-calamine 0.9.1 read every row.
# Why it matters: small writers of spreadsheets, as behind the export button of a statistical yearbook, leave the numbers out. An empty file is
# noticed, a header that is missing in a batch of a thousand files is not. Read such files by another library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1
cat >check.py <<'PY'
import io
import re
import zipfile

import openpyxl
from python_calamine import CalamineWorkbook
from xlsx2csv import Xlsx2csv

book = openpyxl.Workbook()
book.active.append(["区县", "投资"])
book.active.append(["临溪区", 5.2])
book.save("whole.xlsx")


def read(pattern):
    """The lines of xlsx2csv and the rows of the others, where this attribute is left out."""
    with zipfile.ZipFile("whole.xlsx") as old, zipfile.ZipFile("table.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, re.sub(pattern, rb"\1", part) if name == "xl/worksheets/sheet1.xml" else part)
    out = io.StringIO()
    Xlsx2csv("table.xlsx").convert(out)
    rows = [[list(row) for row in openpyxl.load_workbook("table.xlsx").active.values]]
    rows.append(CalamineWorkbook.from_path("table.xlsx").get_sheet_by_index(0).to_python())
    assert rows == [[["区县", "投资"], ["临溪区", 5.2]]] * 2
    return out.getvalue().splitlines()


seen = {
    "cells": read(rb'(<c) r="\w+"'),
    "first row": read(rb'(<row) r="1"'),
    "all rows": read(rb'(<row) r="\d"'),
}
print(seen)
assert seen == {"cells": ["区县,投资", "临溪区,5.2"], "first row": ["", "临溪区,5.2"], "all rows": []}
PY
venv/bin/python check.py
