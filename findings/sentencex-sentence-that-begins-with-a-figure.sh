#!/usr/bin/env bash
# sentencex 1.0.32: no Chinese sentence ends where the next one begins with a digit.
# Guess before running: segment("zh", ...) cuts behind every 。; a numbered item keeps its number.
# Seen: 会议通过决定。5月1日起施行。 is one sentence, and so is 增长5.2%。2021年增长3%。5个项目开工。; before a Han character, （二） or ① it does cut. Of
# 1.完善制度。2.加强监管。 the pieces are 1.完善制度。2. and 加强监管。
# Why it matters: years and amounts open the sentences of reports; sentences counted or coded one by one are too few and too long, and an item has
# the number of the next. Cutting behind 。！？ with their closing marks is enough for Chinese.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sentencex==1.0.32
cat >check.py <<'PY'
from sentencex import segment

expected = {
    "会议通过决定。五月起施行。": ["会议通过决定。", "五月起施行。"],
    "一是改革。（二）开放。": ["一是改革。", "（二）开放。"],
    "会议通过决定。5月1日起施行。": ["会议通过决定。5月1日起施行。"],
    "增长5.2%。2021年增长3%。5个项目开工。": ["增长5.2%。2021年增长3%。5个项目开工。"],
    "1.完善制度。2.加强监管。": ["1.完善制度。2.", "加强监管。"],
}
seen = {text: list(segment("zh", text)) for text in expected}
print(list(seen.values()))
assert seen == expected
PY
venv/bin/python check.py
