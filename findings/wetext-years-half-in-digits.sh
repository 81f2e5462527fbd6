#!/usr/bin/env bash
# wetext 0.1.8: a year with 〇 is put into digits by half: 二〇二一年三月四日 is 二〇21/03/04.
# Guess before running: its inverse normalisation (operator="itn") turns 百分之五点二 into 5.2% and leaves 一带一路 alone (both right). Of years nothing was
# guessed; they were in the list as a matter of course.
# Seen: 二零二一年三月四日, with the other sign for zero, is 2021/03/04; with 〇, the one that documents are dated with, 二〇21/03/04, and 到二〇三五年 is 到二〇35年.
# 二〇二〇年 and 二〇一〇年 stay as they are.
# Why it matters: dates of signature and horizons of plans are written with 〇; what reads the digits behind it sees the years 21 and 35. Replace 〇 by
# 零 first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check wetext==0.1.8
cat >check.py <<'PY'
from wetext import Normalizer

texts = ["二〇二一年三月四日", "二零二一年三月四日", "到二〇三五年", "到二零三五年", "二〇二〇年", "百分之五点二", "一带一路"]
seen = [Normalizer(lang="zh", operator="itn").normalize(text) for text in texts]
print(seen)
assert seen == ["二〇21/03/04", "2021/03/04", "到二〇35年", "到2035年", "二〇二〇年", "5.2%", "一带一路"]
PY
venv/bin/python check.py
