#!/usr/bin/env bash
# price-parser 0.5.1: 12.5亿元 is 12.5, of 5.2% the amount is 5, and in 2021年投资3亿元 it is 2021.
# Guess before running: an amount in 亿 or 万 is put into yuan, or keeps its unit in some way, or there is no amount.
# Seen: 12.5亿元 and 12.5万元 are both 12.5, 3,000万元 is 3000, all with no currency; ￥12.5万 is 12.5 ￥. Before a % the decimals are lost: 5.2% is 5,
# 15.3% is 15. Of two figures the first is taken, also where it is the year. 1200.50元 is right. No error.
# Why it matters: sums of a notice in 亿 and in 万 are added up as if they were of one size, ten thousand times apart. Read the unit with another tool.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check price-parser==0.5.1
cat >check.py <<'PY'
from decimal import Decimal

from price_parser import Price

seen = {text: Price.fromstring(text) for text in ("12.5亿元", "12.5万元", "3,000万元", "￥12.5万", "5.2%", "15.3%", "2021年投资3亿元", "1200.50元")}
for text, price in seen.items():
    print(text, price.amount, price.currency)
assert [price.amount for price in seen.values()] == [
    Decimal("12.5"),
    Decimal("12.5"),
    3000,
    Decimal("12.5"),
    5,
    15,
    2021,
    Decimal("1200.50"),
]
assert [price.currency for price in seen.values()] == [None, None, None, "￥", None, None, None, None]
PY
venv/bin/python check.py
