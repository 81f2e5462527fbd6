#!/usr/bin/env bash
# chinese2digits 6.0.2: two figures said side by side are added up or put together as if they were one number.
# Guess before running: 五千万 and 百分之五点二 are right (they are), 一带一路 may be spoilt. Of 十四五,
# in the same list, nothing was guessed; 六七十 and the like were tried after it.
# Seen: 十四五 (the plan of that number) is 55 and 十三五 45; 六七十户 (60 to 70) is 670户, 三四百 (300 to 400) 3400, 五六千万元 560000000元: ten times
# as much as the text says.
# Why it matters: round figures of this kind stand in research reports and speeches; the digits that come out look exact.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chinese2digits==6.0.2
cat >check.py <<'PY'
import chinese2digits

texts = ("十四五", "十三五", "六七十户", "三四百户", "五六千万元", "一亿三千万元", "百分之五点二")
seen = {text: chinese2digits.takeNumberFromString(text)["replacedText"] for text in texts}
print(seen)
assert seen == {
    "十四五": "55",
    "十三五": "45",
    "六七十户": "670户",
    "三四百户": "3400户",
    "五六千万元": "560000000元",
    "一亿三千万元": "130000000元",  # right, like the next
    "百分之五点二": "0.052",
}
PY
venv/bin/python check.py
