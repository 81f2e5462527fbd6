#!/usr/bin/env bash
# harvesttext 0.8.2.1: clean_text takes the year out of a document number in square brackets, and what stands behind an @.
# Guess before running: addresses, mentions and emoticons of microblogs go; 临政发[2024]3号 stays.
# Seen: with the defaults 根据临政发[2024]3号文件 becomes 根据临政发3号文件: whatever stands in square brackets is an emoticon. Numbers of notes
# (预算法[1]) go as well. With emoji=False they stay.
# Why it matters: half-width brackets are how most exported lists write document numbers; without its year a number points to another document of
# each year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check harvesttext==0.8.2.1 'setuptools<81'
cat >check.py <<'PY'
from harvesttext import HarvestText

cleaner = HarvestText()
sentence = "根据临政发[2024]3号文件和临政办发[2023]5号文件，全区投资3.5亿元。"
print(cleaner.clean_text(sentence))
assert cleaner.clean_text(sentence) == "根据临政发3号文件和临政办发5号文件，全区投资3.5亿元。"
assert cleaner.clean_text(sentence.replace("[", "〔").replace("]", "〕")).count("〔") == 2
assert cleaner.clean_text(sentence, emoji=False) == sentence
PY
venv/bin/python check.py
