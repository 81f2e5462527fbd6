#!/usr/bin/env bash
# pyjstat 2.4.0: a table whose rows are in another order than its columns ask for is written with the figures of one county and year under another.
# Guess before running: reading and writing JSON-stat, each value stays with its categories; of order only that it is kept.
# Seen: a table with all counties of 2021 first and then those of 2020, written by Dataset.read(table).write() and read again, has 甲县's figure of
# 2021 at 丙县's 2020; only two of six are where they were. The values are written as they come, beside categories in the order of a full cross table.
# Nothing is said. Sorted by county, then year, all six are right.
# Why it matters: tables put together year by year are in this order as a matter of course, and the wrong figures are real ones of the same
# indicator. Sort by all columns but the value, in their order, and have a row for each combination before writing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyjstat==2.4.0 pandas==3.1.1
cat >check.py <<'PY'
import pandas as pd
from pyjstat import pyjstat

table = pd.DataFrame(
    {"区县": ["丙县", "甲县", "乙县"] * 2, "年份": ["2021年"] * 3 + ["2020年"] * 3, "value": [1.25, 2, 3, 4, 5, 6]}
)


def again(table):
    written = pyjstat.Dataset.read(table).write("jsonstat")
    read = pyjstat.Dataset.read(written).write("dataframe")
    return dict(zip(zip(read["区县"], read["年份"]), read["value"]))


def pairs(table):
    return dict(zip(zip(table["区县"], table["年份"]), table["value"]))


seen = again(table)
print(seen)
assert pairs(table)["甲县", "2021年"] == 2 and seen["甲县", "2021年"] == 3
assert pairs(table)["丙县", "2020年"] == 4 and seen["丙县", "2020年"] == 2
assert sum(seen[key] == value for key, value in pairs(table).items()) == 2
ordered = table.sort_values(["区县", "年份"])
assert again(ordered) == pairs(ordered)
PY
venv/bin/python check.py
