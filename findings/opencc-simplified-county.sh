#!/usr/bin/env bash
# OpenCC 1.4.2: t2s, run over text that is simplified already, renames counties.
# Guess before running: traditional to simplified leaves simplified text as it is, so that it is safe for a folder of mixed documents.
# Seen: 乾县 (Shaanxi) and 乾安县 (Jilin), whose official names keep 乾, become 干县 and 干安县; 乾坤 and 瞭望 are left alone.
# Why it matters: after the usual normalising step these two counties are found in no table of divisions.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check opencc==1.4.2
cat >check.py <<'PY'
import opencc

convert = opencc.OpenCC("t2s").convert
seen = {text: convert(text) for text in ["乾县人民政府", "乾安县", "乾坤", "瞭望塔", "政府工作报告"]}
print(seen)
assert seen["乾县人民政府"] == "干县人民政府"
assert seen["乾安县"] == "干安县"
assert all(seen[text] == text for text in ["乾坤", "瞭望塔", "政府工作报告"])
PY
venv/bin/python check.py
