#!/usr/bin/env bash
# ChineseNumberUtils 1.1.2: 五点二亿 is ten times as much as it says, and 十二点五万 a different number.
# Guess before running: 一百二十万, 两千三百万 and 二十三万五千 are right (they are); decimals before 万 and 亿 are right, or an error.
# Seen: 五点二亿 is 5,200,000,000 and 九点五亿 9,500,000,000, both ten times too high; 十二点五万 is 350,000 in place of 125,000; 百分之五点二 is 152. No error.
# Why it matters: 五点二亿元 is how speeches and reports say amounts; the result is round and plausible.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ChineseNumberUtils==1.1.2
cat >check.py <<'PY'
from cnc.convert import chinese2number

texts = ["一百二十万", "两千三百万", "五点二亿", "九点五亿", "十二点五万", "百分之五点二"]
seen = [chinese2number(text) for text in texts]
print(dict(zip(texts, seen)))
assert seen == [1_200_000, 23_000_000, 5_200_000_000, 9_500_000_000, 350_000, 152]
PY
venv/bin/python check.py
