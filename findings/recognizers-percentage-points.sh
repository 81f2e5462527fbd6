#!/usr/bin/env bash
# recognizers-text-number 1.0.2a2 (Microsoft Recognizers-Text): in Chinese, percentage points are per cent, and per mille is a plain number.
# Guess before running: 提高1.2个百分点 holds no percentage; 千分之三 is .3%, or is not found; amounts in any usual way of writing are found.
# Seen: 1.2个百分点 is the percentage 1.2%; 千分之三 is the number 3 and 0.5‰ is 0.5, neither a percentage; 5.2%, 百分之五点二 and 三成 are right. Of amounts
# 5.2亿元 and 三百二十亿元 are found, but no number at all in 七点五亿元, 5亿3000万元 or 12,300.5万元.
# Why it matters: a share that rose by 1.2 points is noted as growth of 1.2%; 千分之三, a rate of fees or births, as three. Amounts
# of speeches and tables are missing while those beside them are there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check recognizers-text-number==1.0.2a2 recognizers-text-number-with-unit==1.0.2a2 emoji==1.7.0
cat >check.py <<'PY'
from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency


def values(recognize, text):
    """What is found, as values."""
    return [found.resolution["value"] for found in recognize(text, Culture.Chinese)]


shares = {
    text: (values(recognize_percentage, text), values(recognize_number, text))
    for text in ("增长5.2%", "百分之五点二", "三成", "提高1.2个百分点", "千分之三", "下降0.5‰")
}
amounts = {
    text: (values(recognize_currency, text), values(recognize_number, text))
    for text in ("投资5.2亿元", "三百二十亿元", "投资七点五亿元", "投资5亿3000万元", "支出12,300.5万元")
}
print(shares, amounts)
assert [shares[text][0] for text in ("增长5.2%", "百分之五点二", "三成", "提高1.2个百分点")] == [["5.2%"], ["5.2%"], ["30%"], ["1.2%"]]
assert shares["千分之三"] == ([], ["3"]) and shares["下降0.5‰"] == ([], ["0.5"])
assert amounts["投资5.2亿元"] == (["520000000"], ["520000000"]) and amounts["三百二十亿元"][0] == ["32000000000"]
assert all(amounts[text] == ([], []) for text in ("投资七点五亿元", "投资5亿3000万元", "支出12,300.5万元"))
PY
venv/bin/python -W ignore check.py
