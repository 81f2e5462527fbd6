#!/usr/bin/env bash
# python-dateutil 4.0.0: fuzzy parsing of a Chinese date keeps month and day and puts this year in the place of the stated one.
# Guess before running: 2021年3月4日 is an error also with fuzzy=True, or gives 4 March 2021; 2021-03-04 within Chinese text is read.
# Seen: without fuzzy an error, with it 4 March of the given default year: the year, glued to 年, is not seen, and nothing says so.
# Why it matters: every document of a folder is dated this year, on a day that looks right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==4.0.0
cat >check.py <<'PY'
from datetime import datetime

from dateutil import parser

DEFAULT = datetime(1990, 1, 1)
seen = {text: str(parser.parse(text, fuzzy=True, default=DEFAULT).date()) for text in ("2021年3月4日", "发布于2021-03-04")}
try:
    parser.parse("2021年3月4日", default=DEFAULT)
    seen["strict"] = "read"
except parser.ParserError:
    seen["strict"] = "error"
print(seen)
assert seen == {"2021年3月4日": "1990-03-04", "发布于2021-03-04": "2021-03-04", "strict": "error"}
PY
venv/bin/python check.py
