#!/usr/bin/env bash
# cnyear 0.0.12: 民国25年 is the year 25 and 光绪三十一年 the year 3, both said to be exact.
# Guess before running: 民国25年 is 1936, 光绪三十一年 1905, in traditional and in simplified characters, or nothing is found.
# Seen: in traditional characters both are right. In simplified ones what is left of the name is taken for a year of the common era: 民国25年 is 25,
# 光绪三十一年 3, 清光绪三十一年 3; the third value, which says that the year is valid, is True for each. 清宣统元年 is None.
# Why it matters: local gazetteers and lists of archives in simplified characters sort two thousand years too early, without an error. Turn the names
# of eras into traditional characters first, and refuse what comes out before 1000.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cnyear==0.0.12
cat >check.py <<'PY'
from cnyear.cnyear_obj import Cnyear

EXPECTED = {
    "民國二十五年": (1936, None, True),
    "清光緒三十一年": (1905, None, True),
    "民国25年": (25, None, True),
    "光绪三十一年": (3, None, True),
    "清光绪三十一年": (3, None, True),
    "清宣统元年": (None, None, None),
}
seen = {text: Cnyear(text).cny2y() for text in EXPECTED}
print(seen)
assert seen == EXPECTED
PY
venv/bin/python check.py
