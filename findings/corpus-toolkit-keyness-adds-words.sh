#!/usr/bin/env bash
# corpus-toolkit 0.32: keyness() writes the words of each corpus into the frequency list of the other that it was given.
# Guess before running: comparing two frequency lists leaves both as they were.
# Seen: a list of two words has four after a comparison, the new ones with a frequency of .00000001; whoever compares one document with several others in
# turn, then counts types or types per token from the same list, counts the words of all of them. A word said once and nowhere else has a log ratio of
# 25 or more by the same tiny number, above every word with evidence on both sides.
# Why it matters: one text against each of the others is what a comparison of districts is, and the richness of vocabulary comes from the same lists.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check setuptools==80.9.0 corpus-toolkit==0.32
cat >check.py <<'PY'
from corpus_toolkit.corpus_tools import keyness

east, west = {"改革": 40, "产业": 60}, {"产业": 55, "生态": 45, "渔港": 1}
values = keyness(east, west, effect="log-ratio")
print(east, west, values)
assert east == {"改革": 40, "产业": 60, "生态": 1e-8, "渔港": 1e-8}
assert west == {"产业": 55, "生态": 45, "渔港": 1, "改革": 1e-8}
assert values["渔港"] < -25 and abs(values["产业"]) < 1
PY
venv/bin/python check.py 2>/dev/null | tail -1
