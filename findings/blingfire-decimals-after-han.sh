#!/usr/bin/env bash
# blingfire 0.1.8: a number is one word after a blank, and three where a Han character stands before it.
# Guess before running: 5.2 is one word wherever it stands; the model is said to need no language.
# Seen: "增长 5.2 %" keeps 5.2; "增长5.2%", as Chinese is written, gives 增长5 . 2 %; 12,300.5 becomes 12 and 300.5.
# Why it matters: counts of numbers, and whatever reads indicators from these words, see 5 and 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check blingfire==0.1.8 numpy==2.3.5 setuptools==80.9.0
cat >check.py <<'PY'
import blingfire

texts = ["增长 5.2 %", "增长5.2%", "全长12,300.5公里"]
seen = [blingfire.text_to_words(text) for text in texts]
print(seen)
assert seen == ["增长 5.2 %", "增长5 . 2 %", "全长12 , 300.5公里"]
PY
venv/bin/python check.py
