#!/usr/bin/env bash
# pycnnum 2.1.1: cn2num() takes the first digit of hundreds or thousands of 万 for ten or a hundred times what it is.
# Guess before running: colloquial 一万二 is 12,000 (right). No guess was written for numbers in full: none seemed needed.
# Seen: 一百二十万 is 10,200,000, 二千三百万 2,003,000,000, 一千二百万 1,002,000,000; 十万, 三百万, 二十三万 and 一万二 are right. 九点五亿 is 9.5.
# Why it matters: amounts of this size (一百二十万元) are the everyday ones of budgets, and most of the small tests that one makes come out right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pycnnum==2.1.1
cat >check.py <<'PY'
from pycnnum import cn2num

texts = ["十万", "三百万", "二十三万", "一万二", "一百二十万", "二千三百万", "一千二百万", "九点五亿"]
seen = {text: cn2num(text) for text in texts}
print(seen)
assert seen == {
    "十万": 100_000,
    "三百万": 3_000_000,
    "二十三万": 230_000,
    "一万二": 12_000,
    "一百二十万": 10_200_000,
    "二千三百万": 2_003_000_000,
    "一千二百万": 1_002_000_000,
    "九点五亿": 9.5,
}
PY
venv/bin/python check.py
