#!/usr/bin/env bash
# cntext 2.2.1: of a Chinese text readability() never counts the words, so that most of its indices grow with the length of the text.
# Guess before running: a text and the same text twice over have the same readability; a Fog index is some words a sentence plus some per cent.
# Seen: the Fog index of the same sentence once, twice and ten times is in proportion to the number of long words in all (the number of words stays at
# zero and is put at one), and ARI grows with the number of characters; a report of 20,000 characters so has a Fog index of tens of thousands.
# Why it matters: the index is used as a variable for the clarity of reports; it is their length.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cntext==2.2.1 ipython==9.8.0 psutil==7.1.3
cat >check.py <<'PY'
import cntext

sentence = "全市一般公共预算收入增长较快，固定资产投资稳定。"
fog, ari = zip(*((value["fog_index"], value["ari"]) for n in (1, 2, 10) for value in [cntext.readability(sentence * n)]))
print(fog, ari)
long_words = fog[0] // 40  # 0.4 times 100 times the long words over one word
assert long_words >= 1 and [round(value / 40) for value in fog] == [long_words, 2 * long_words, 10 * long_words]
assert ari[0] < ari[1] < ari[2] and ari[2] > 8 * ari[0]
PY
venv/bin/python check.py
