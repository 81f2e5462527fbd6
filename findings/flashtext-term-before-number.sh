#!/usr/bin/env bash
# flashtext 2.7: a term is not found where a digit or a Latin letter touches it.
# Guess before running: Chinese has no word borders for it to test, so that every term of a policy lexicon is found.
# Seen: 投资 is found in 完成投资，but not in 完成投资8亿元 or 5G投资; 生产总值 not in 地区生产总值2100亿元.
# Why it matters: the terms that carry a figure, which are those that one looks for, are the ones that are missed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check flashtext==2.7
cat >check.py <<'PY'
from flashtext import KeywordProcessor

terms = KeywordProcessor()
for term in ["投资", "生产总值"]:
    terms.add_keyword(term)
texts = ["完成投资，成效明显", "完成投资8亿元", "5G投资", "地区生产总值2100亿元"]
seen = [terms.extract_keywords(text) for text in texts]
print(seen)
assert seen == [["投资"], [], [], []]
PY
venv/bin/python check.py
