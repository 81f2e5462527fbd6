#!/usr/bin/env bash
# zhon 2.1.1: hanzi.sentence, the pattern of a Chinese sentence, finds what stands behind the last figure of a sentence, and no more.
# Guess before running: a sentence with digits, % or Latin letters in it is found whole, or not at all.
# Seen: of 全年完成投资5.2亿元，增长3%，超过预期。 it finds ，超过预期。; of 建成5G基站120个。 it finds 个。; a sentence without figures is found whole.
# Why it matters: the list looks like sentences, some a little short, and every number of the report is gone with the words before it.
# Cutting behind 。！？ loses nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check zhon==2.1.1
cat >check.py <<'PY'
import re

from zhon import hanzi

text = "全区推进改革。全年完成投资5.2亿元，增长3%，超过预期。建成5G基站120个。"
seen = re.findall(hanzi.sentence, text)
print(seen)
assert seen == ["全区推进改革。", "，超过预期。", "个。"]
PY
venv/bin/python check.py
