#!/usr/bin/env bash
# agate 1.14.2: columns of ratios, lengths and spans become durations and dates.
# Guess before running: pupils per teacher (1:15) is text; 5.2% is 5.2 or text, 12,300 a number (both are numbers). Of spans (3-5), shares (1/3) and
# lengths (5m) nothing was guessed.
# Seen: 1:15 and 1:20 are durations of 75 and 80 seconds and are written as 0:01:15 and 0:01:20; 3-5 (March to May) is 5 March 2001 and 1/3 is 3
# January 2001; 5m is five minutes, 5d five days. 5月, 30天 and 3月4日, which are a month, a duration and a day, are text.
# Why it matters: these are the usual ways of writing in tables of Chinese statistics; whoever reads a table and writes it again has other data in it,
# and the year 2001 stands nowhere. Give the types of the columns (column_types), or agate.TypeTester(types=[agate.Number(), agate.Text()]).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check agate==1.14.2 parsedatetime==2.6 pytimeparse==1.1.8
cat >table.csv <<'CSV'
区县,师生比,工期,占比,路宽,增速,收入,时限
临溪区,1:15,3-5,1/3,5m,5.2%,"12,300",30天
青槐区,1:20,1-2,1/2,3m,3.1%,"9,800",5天
CSV
cat >check.py <<'PY'
import agate

table = agate.Table.from_csv("table.csv")
kinds = {column.name: type(column.data_type).__name__ for column in table.columns}
table.to_csv("again.csv")
with open("again.csv", encoding="utf-8") as file:
    first = file.read().splitlines()[1]
print(kinds, first)
assert kinds == {
    "区县": "Text", "师生比": "TimeDelta", "工期": "Date", "占比": "Date", "路宽": "TimeDelta", "增速": "Number", "收入": "Number", "时限": "Text",
}
assert first == "临溪区,0:01:15,2001-03-05,2001-01-03,0:05:00,5.2,12300,30天"
PY
venv/bin/python check.py
