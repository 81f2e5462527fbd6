#!/usr/bin/env bash
# spaCy 3.8.18: to like_num, 三百万 (three million) and 两千 (two thousand) are no numbers, while 2021.3.4 is one.
# Guess before running: 三千五百万, 两 and 5.2 are numbers (5.2 is), 十四五, 一带一路 and 5.2% are not (right).
# Seen: 三千, 五万 and 三千五百 are numbers; 三百万, 三千五百万, 十万, 两千, 二百零五 and 五点二 are not: a number is a digit and a unit, over again, so that no unit may stand
# behind another and there is no 两, 零 or 点. 2021.3.4 and 1.1.2 are, as points are taken out.
# Why it matters: patterns for amounts ({"LIKE_NUM": True} before 元 or 户) find the small ones; of amounts in 万 only 一万 to 九万, with what follows in
# like manner, are seen, and numbers of sections are counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check spacy==3.8.18
cat >check.py <<'PY'
import warnings

warnings.filterwarnings("ignore")
import spacy

vocab = spacy.blank("zh").vocab
words = ["三千", "五万", "三千五百", "5.2", "2021.3.4", "1.1.2", "三百万", "三千五百万", "十万", "两千", "二百零五", "五点二", "十四五"]
seen = {word: vocab[word].like_num for word in words}
print(seen)
assert [word for word in words if seen[word]] == words[:6]
PY
venv/bin/python check.py
