#!/usr/bin/env bash
# tablib 3.10.0 and petl 1.7.30: of two columns with one name, some calls have the first and others the last.
# Guess before running: both are kept under names that differ (as pyexcel has it), or there is an error.
# Seen: of a table 县, 2020年, 增速, 2021年, 增速 tablib's dataset["增速"] is the growth of 2020, and its dict, and with it JSON and YAML, has the growth of
# 2021 alone; back from JSON the table has four columns. petl's cut() and values() give 2020, dicts() and what is written as JSON 2021. Nothing is
# said.
# Why it matters: tables of yearbooks and bulletins repeat 增速 or 占比 behind each year. A column looked at in one way is not the one that is written
# to the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tablib==3.10.0 petl==1.7.30
cat >check.py <<'PY'
import json

import petl
import tablib

text = "县,2020年,增速,2021年,增速\n甲县,12,5.2,13,6.1\n"
with open("table.csv", "w", encoding="utf-8") as file:
    file.write(text)
data = tablib.Dataset().load(text, format="csv")
back = json.loads(data.export("json"))
print(data["增速"], data.dict, back)
assert data["增速"] == ["5.2"] and data.width == 5
assert [dict(row) for row in data.dict] == back == [{"县": "甲县", "2020年": "12", "增速": "6.1", "2021年": "13"}]
table = petl.fromcsv("table.csv", encoding="utf-8")
print(list(petl.values(table, "增速")), list(petl.dicts(table)))
assert list(petl.values(table, "增速")) == ["5.2"] and petl.cut(table, "增速")[1] == ("5.2",)
assert [row["增速"] for row in petl.dicts(table)] == ["6.1"]
petl.tojson(table, "table.json")
with open("table.json", encoding="utf-8") as file:
    assert [row["增速"] for row in json.load(file)] == ["6.1"]
PY
venv/bin/python check.py
