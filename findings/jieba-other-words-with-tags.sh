#!/usr/bin/env bash
# jieba 0.42.1: with tags it cuts other words than without.
# Guess before running: jieba.posseg.cut() gives the words of jieba.cut(), each with its tag.
# Seen: 5G is 5 and G, 3.1% is 3.1 and %, PM2.5 is PM2 and .5, and 放管服 is 放管 and 服, where cut() has one word each; of the other words of these
# sentences all are the same. A word that was added (5G基站) is one word in both.
# Why it matters: a table that keeps nouns and verbs by their tags and one that does not are thought to count the same words; 5G and PM2.5 are in one
# of them only, and the model that finds unknown words is another one with tags. Take one call for all tables.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check setuptools==80.9.0 jieba==0.42.1
cat >check.py <<'PY'
import logging

import jieba
import jieba.posseg

jieba.setLogLevel(logging.ERROR)
seen = []
for sentence in ("建成5G基站120个", "增长3.1%", "全市PM2.5平均浓度下降", "推进放管服改革", "新建高标准农田12.5万亩"):
    plain, tagged = jieba.lcut(sentence), [pair.word for pair in jieba.posseg.cut(sentence)]
    seen.append(([word for word in plain if word not in tagged], [word for word in tagged if word not in plain]))
print(seen)
assert seen == [
    (["5G"], ["5", "G"]),
    (["3.1%"], ["3.1", "%"]),
    (["PM2.5"], ["PM2", ".5"]),
    (["放管服"], ["放管", "服"]),
    ([], []),
]
jieba.add_word("5G基站")
assert jieba.lcut("建成5G基站") == [pair.word for pair in jieba.posseg.cut("建成5G基站")] == ["建成", "5G基站"]
PY
TMPDIR=$folder venv/bin/python -W ignore check.py
