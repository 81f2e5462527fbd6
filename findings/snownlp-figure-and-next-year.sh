#!/usr/bin/env bash
# SnowNLP 0.12.3: a figure, the full stop behind it and the year that opens the next sentence are one word.
# Guess before running: words gives 5.2% as one word; the full stop is a word of its own.
# Seen: of 投资增长5.2%。2021年建成5个项目。 the words hold 5.2%。2021; where a Han character follows, 5.2%。; of （略）。3条 they hold ）。3. A full stop between
# Han characters is a word of its own.
# Why it matters: the years and figures at the borders of sentences, where reports put them, are in no count, and the full stop by which
# one would cut the words into sentences is not among them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check snownlp==0.12.3
cat >check.py <<'PY'
from snownlp import SnowNLP

texts = ("投资增长5.2%。2021年建成5个项目。", "投资增长5.2%。全年建成5个项目。", "详见附件（略）。3条道路完工。", "投资增长。全年完工。")
seen = [SnowNLP(text).words for text in texts]
print(seen)
assert seen == [
    ["投资", "增长", "5.2%。2021", "年", "建成", "5", "个", "项目", "。"],
    ["投资", "增长", "5.2%。", "全年", "建成", "5", "个", "项目", "。"],
    ["详", "见", "附件", "（", "略", "）。3", "条", "道路", "完工", "。"],
    ["投资", "增长", "。", "全年", "完工", "。"],
]
PY
venv/bin/python check.py
