#!/usr/bin/env bash
# ftfy 6.3.1: fix_text() turns correct Chinese punctuation into ASCII, but only some of it.
# Guess before running: fix_character_width, on by default, touches full-width Latin letters and digits (Ｇ２０); marks that Chinese prose needs stay.
# Seen: ，：；！？（）become , : ; ! ? ( ) while 。、《》stay; curly quotes become straight.
# Why it matters: on a text without any fault clauses can no longer be cut at ，；and headings （一） no longer match.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ftfy==6.3.1
cat >check.py <<'PY'
import ftfy

text = "（一）抓项目：区里建了吗？建了！“两园”开工，道路完工；《规划》、《方案》印发。"
seen = ftfy.fix_text(text)
print(seen)
assert seen == '(一)抓项目:区里建了吗?建了!"两园"开工,道路完工;《规划》、《方案》印发。'
PY
venv/bin/python check.py
