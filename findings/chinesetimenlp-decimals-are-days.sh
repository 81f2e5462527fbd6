#!/usr/bin/env bash
# ChineseTimeNLP 3.0.1: an amount or a rate with a point is a day of the year, and the first half of 2021 goes on until now.
# Guess before running: 2021年3月4日 is that day (right), 2021年上半年 January to June, 3月4日前 that day of the year. Of amounts nothing was guessed: they
# stood in the list to be "no time".
# Seen, on 15 June 2026: 投资5.2亿元 and 增长5.2% are 2 May 2027, 提高1.2个百分点 20 January 2027; 12个项目 is no time. 2021年上半年 runs from 1 January 2021 to the
# moment of the call, 2021年底 is 1 January 2021, 3月4日前 4 March 2027.
# Why it matters: run over the sentences of a report, each figure with a point is a deadline in the next year, in the form of a real one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ChineseTimeNLP==3.0.1 arrow==1.4.0 regex==2026.11.19
cat >check.py <<'PY'
import arrow
from ChineseTimeNLP import TimeNormalizer

reader, today = TimeNormalizer(), arrow.get("2026-06-15T12:00:00")
texts = ["2021年3月4日", "投资5.2亿元", "增长5.2%", "提高1.2个百分点", "2021年底", "3月4日前", "12个项目"]
seen = [reader.parse(text, baseTime=today).get("timestamp", "none")[:10] for text in texts]
half = reader.parse("2021年上半年", baseTime=today)["timespan"]
print(seen, half)
assert seen == ["2021-03-04", "2027-05-02", "2027-05-02", "2027-01-20", "2021-01-01", "2027-03-04", "none"]
assert half[0][:10] == "2021-01-01" and arrow.get(half[1]) > arrow.get("2021-12-31")
PY
venv/bin/python check.py 2>/dev/null
