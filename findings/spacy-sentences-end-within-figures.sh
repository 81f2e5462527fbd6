#!/usr/bin/env bash
# spaCy 3.8.18: without a word segmenter, a Chinese sentence ends at the point of a decimal.
# Guess before running: of spacy.blank("zh"), which cuts into characters, with its sentencizer, 增长5.2%。投资3.1亿元。 is two sentences; a point within a
# figure ends none.
# Seen: four: 增长5. and 2%。 and 投资3. and 1亿元。; 1.完善制度。 is 1. and 完善制度。 Each digit and each point is a token of its own, and a point ends a sentence.
# With jieba as the segmenter 5.2 is one token and its sentence is whole (1. stays apart).
# Why it matters: this is what spaCy gives for Chinese where no model is installed; sentences that carry a figure are two, with 5 in one and 2% in
# the other, so that they are too many and whoever reads a quoted sentence reads 2%.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check spacy==3.8.18 jieba==0.42.1 setuptools==80.9.0
cat >check.py <<'PY'
import warnings

warnings.filterwarnings("ignore")
import spacy
from spacy.lang.zh import Chinese

text = "增长5.2%。投资3.1亿元。1.完善制度。会议要求：“要稳增长。”"
plain = spacy.blank("zh")
words = Chinese.from_config({"nlp": {"tokenizer": {"segmenter": "jieba"}}})
seen = []
for nlp in (plain, words):
    nlp.add_pipe("sentencizer")
    seen.append([sentence.text for sentence in nlp(text).sents])
    print(seen[-1])
assert seen[0] == ["增长5.", "2%。", "投资3.", "1亿元。", "1.", "完善制度。", "会议要求：“要稳增长。”"]
assert seen[1][:2] == ["增长5.2%。", "投资3.1亿元。"]
PY
venv/bin/python check.py 2>/dev/null
