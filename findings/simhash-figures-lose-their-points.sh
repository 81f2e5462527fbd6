#!/usr/bin/env bash
# simhash 2.1.2: two notices that differ in a decimal point, a minus sign or the brackets of a number have the same fingerprint.
# Guess before running: 增长5.2% and 增长52% in the same sentence have a small distance, but not 0; -3% and 3% likewise.
# Seen: 0 for both (6.2% for 5.2% is 7 of 64). Whatever is neither a letter, a digit nor a Han character is taken out and the rest put together
# before it is cut into pieces, so that 〔2021〕5号 and 〔202〕15号 (tried after it) are the same as well.
# Why it matters: distance 0 is what a sifting of duplicates throws away without a look; the corrected version of a report, where 52% had to be 5.2%,
# is a copy to it. Pass features of your own, for instance words with their figures whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check simhash==2.1.2 numpy==2.3.5
cat >check.py <<'PY'
from simhash import Simhash

sentence = "全区生产总值同比增长{}，固定资产投资增长3.1%，根据临政发{}号文件办理。"
base = Simhash(sentence.format("5.2%", "〔2021〕5"))
others = [("52%", "〔2021〕5"), ("-5.2%", "〔2021〕5"), ("5.2%", "〔202〕15"), ("6.2%", "〔2021〕5")]
seen = [base.distance(Simhash(sentence.format(*other))) for other in others]
features = [sentence.format("5.2%", "〔2021〕5").split("，")[0], sentence.format("52%", "〔2021〕5").split("，")[0]]
own = Simhash(list(features[0])).distance(Simhash(list(features[1])))
print(seen, own)
assert seen[:3] == [0, 0, 0] and seen[3] > 0 and own > 0
PY
venv/bin/python check.py
