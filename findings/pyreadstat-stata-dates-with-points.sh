#!/usr/bin/env bash
# pyreadstat 1.3.7: a Stata date that is shown as 2021.03.04 or 2021年03月04日 is the number 22343.
# Guess before running: a day of a .dta file is a date, whatever its format shows; %td and what begins with it is Stata's sign for days.
# Seen: with %td and %tdCCYY-NN-DD read_dta() gives 4 March 2021, with %tdCCYY.NN.DD, %tdCY-N-D and %tdCCYY!年NN!月DD!日 the days since 1960, 22343.0.
# Nothing is said. pandas.read_stata() gives the date for all of them.
# Why it matters: these are the formats that Chinese users give their dates; the same column is dates in one file and numbers of five digits in the
# next, which sort and average without complaint, and Excel's way of counting days puts them into the year 1961.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1
cat >check.py <<'PY'
import datetime

import pandas as pd
import pyreadstat

FORMATS = ("%td", "%tdCCYY-NN-DD", "%tdCCYY.NN.DD", "%tdCY-N-D", "%tdCCYY!年NN!月DD!日")
pd.DataFrame({"day": [22343.0, 22344.0]}).to_stata("a.dta", write_index=False, version=118)
with open("a.dta", "rb") as file:
    content = file.read()
start = content.index(b"<formats>") + len(b"<formats>")
seen, by_pandas = {}, set()
for shown in FORMATS:
    with open("b.dta", "wb") as file:
        file.write(content[:start] + shown.encode().ljust(57, b"\0") + content[start + 57 :])
    seen[shown] = pyreadstat.read_dta("b.dta")[0]["day"][0]
    by_pandas.add(pd.read_stata("b.dta")["day"][0])
print(seen, by_pandas)
day = datetime.date(2021, 3, 4)
assert [seen[shown] for shown in FORMATS] == [day, day, 22343.0, 22343.0, 22343.0]
assert by_pandas == {pd.Timestamp(2021, 3, 4)}
PY
venv/bin/python check.py
