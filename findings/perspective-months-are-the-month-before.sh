#!/usr/bin/env bash
# perspective-python 5.6.1 (a table for notebooks): a column of months has the last day of the month before: 2021-03 is 28 February 2021.
# Guess before running: text stays text. Of months and spans nothing was guessed; they were in the table with the other kinds of text that a report
# has.
# Seen: 2021-03 is 2021-02-28 and 2021-01 is 2020-12-31, a year early; 2021-03-04 is right. Spans are dates too: 3-5 (March to May) is the last of
# April of the year 3, and 1/3 (a third) 3 January 1900. 007 is 7. Nothing is said; 2020-21 and 2021年3月 stay text. Of the same table as CSV, months
# and spans are text.
# Why it matters: each month of a series of figures is counted in the month before it, each January in the year before, in a table that looks tidy.
# Give the types of the columns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check perspective-python==5.6.1
cat >check.py <<'PY'
import perspective

COLUMNS = {
    "月": ["2021-03", "2021-04", "2021-01"],
    "日": ["2021-03-04", "2021-03-05", "2021-01-01"],
    "区间": ["3-5", "6-8", "1-2"],
    "比例": ["3/5", "4/6", "1/3"],
    "编号": ["007", "010", "011"],
    "学年": ["2020-21", "2021-22", "2022-23"],
    "期": ["2021年3月", "2021年4月", "2021年1月"],
}
LINES = [",".join(COLUMNS), *(",".join(row) for row in zip(*COLUMNS.values()))]


def written(data, **options):
    table = perspective.Server().new_local_client().table(data, **options)
    lines = table.view(columns=list(COLUMNS)).to_csv().replace('"', "").splitlines()
    return dict(zip(COLUMNS, zip(*(line.split(",") for line in lines[1:]))))


seen, by_csv = written(COLUMNS), written("\n".join(LINES))
print(seen, by_csv)
assert seen["月"] == ("2021-02-28", "2021-03-31", "2020-12-31")
assert seen["日"] == tuple(COLUMNS["日"])
assert seen["区间"] == ("0003-04-30", "0006-07-31", "0001-01-31")
assert seen["比例"] == ("1900-03-05", "1900-04-06", "1900-01-03")
assert seen["编号"] == ("7", "10", "11")
assert [seen[name] for name in ("学年", "期")] == [tuple(COLUMNS[name]) for name in ("学年", "期")]
assert [by_csv[name] for name in ("月", "区间")] == [tuple(COLUMNS[name]) for name in ("月", "区间")]
PY
venv/bin/python check.py
