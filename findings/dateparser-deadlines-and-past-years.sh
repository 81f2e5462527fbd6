#!/usr/bin/env bash
# dateparser 1.5.0: a Chinese deadline or a bare year is read as so many days, months or years ago.
# Guess before running: 2025年前 (before 2025) and 6月30日前 (by 30 June) are not read, or are read as that year and day; 2021年 is a day in 2021,
# as 2021年3月 is one in March 2021.
# Seen, on 15 June 2026: 2025年前 is the year 1, 2021年 the year 5, 6月30日前 15 November 2025 (six months and thirty days ago), 10日前 5 June 2026;
# 2027年 is 2027.
# Why it matters: 前 behind a date is how targets name their deadline; it turns into a day of the past, and a past year into antiquity.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat >check.py <<'PY'
from datetime import datetime

import dateparser

settings = {"RELATIVE_BASE": datetime(2026, 6, 15)}
texts = ["2021年3月4日", "2021年3月", "2027年", "2021年", "2025年前", "6月30日前", "10日前"]
seen = {text: str(dateparser.parse(text, languages=["zh"], settings=settings))[:10] for text in texts}
print(seen)
assert seen["2021年3月4日"] == "2021-03-04" and seen["2021年3月"].startswith("2021-03")
assert seen["2027年"].startswith("2027") and seen["2021年"].startswith("0005")
assert seen["2025年前"].startswith("0001")
assert seen["6月30日前"] == "2025-11-15" and seen["10日前"] == "2026-06-05"
PY
venv/bin/python check.py
