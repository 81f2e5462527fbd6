#!/usr/bin/env bash
# SnowNLP 0.12.3: its sentences end at every Chinese comma.
# Guess before running: sentences is cut at 。！？ .
# Seen: 全区投资增长5.2%，新增12,300户。深化改革,推进振兴。 is three sentences: 全区投资增长5.2%, 新增12,300户 and 深化改革,推进振兴. The marks themselves are gone, so that a question
# can't be told from a statement.
# Why it matters: the mean length of sentences, a usual measure of style and of readability, is that of clauses, a half or a third of it, and depends
# on which comma the typist used; summary() picks from these pieces.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check snownlp==0.12.3
cat >check.py <<'PY'
from snownlp import SnowNLP

seen = SnowNLP("全区投资增长5.2%，新增12,300户。深化改革,推进振兴。加强监管；完善制度！怎么办？").sentences
print(seen)
assert seen[:3] == ["全区投资增长5.2%", "新增12,300户", "深化改革,推进振兴"]
assert seen[-1] == "怎么办"
PY
venv/bin/python check.py
