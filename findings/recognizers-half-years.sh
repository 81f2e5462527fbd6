#!/usr/bin/env bash
# recognizers-text-date-time 1.0.2a2 (Microsoft Recognizers-Text): the first half of the year is last year, the second half is next year.
# Guess before running (下半年 and 今年上半年; 上半年 had been seen once): for zh-cn 上半年 is January to June and 下半年 July to December of the year of reference, or they are not found.
# Seen, on 15 June 2026: 上半年 and 今年上半年 are all of 2025, 下半年 all of 2027; 2021年一季度 and 2021年底 are all of 2021 (only the year is read);
# 2021年3月4日 is right.
# Why it matters: half-years and quarters are the periods that work reports speak of; figures of this year are put into the last or the next.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check recognizers-text-date-time==1.0.2a2 emoji==1.7.0
cat >check.py <<'PY'
from datetime import datetime

from recognizers_date_time import recognize_datetime

seen = {}
for text in ["2021年3月4日", "上半年", "今年上半年", "下半年", "2021年一季度", "2021年底"]:
    found = recognize_datetime(text, "zh-cn", reference=datetime(2026, 6, 15))
    seen[text] = [(one.text, *(one.resolution["values"][0].get(key, "") for key in ("value", "start", "end"))) for one in found]
print(seen)
assert seen == {
    "2021年3月4日": [("2021年3月4日", "2021-03-04", "", "")],
    "上半年": [("上半年", "", "2025-01-01", "2026-01-01")],
    "今年上半年": [("今年上半年", "", "2025-01-01", "2026-01-01")],
    "下半年": [("下半年", "", "2027-01-01", "2028-01-01")],
    "2021年一季度": [("2021年", "", "2021-01-01", "2022-01-01")],
    "2021年底": [("2021年", "", "2021-01-01", "2022-01-01")],
}
PY
venv/bin/python check.py
