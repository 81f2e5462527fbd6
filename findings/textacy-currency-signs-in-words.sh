#!/usr/bin/env bash
# textacy 0.13.0: to replace.currency_symbols() 圆满 (fully) begins with a sign of currency, and so 多元化 (diversified) has one in its middle.
# Guess before running: its steps of preprocessing leave 5.2%, 〔2021〕5号 and 2021-2025年 alone. Of signs of currency nothing was guessed; they were in
# the list with $ and ¥.
# Seen: 圆满完成 is _CUR_满完成, 多元化发展 多_CUR_化发展, 第三单元 第三单_CUR_ and 元旦 _CUR_旦, as 元 and 圆 are in the list of signs; 5.2亿元 is 5.2亿_CUR_. The
# full-width ￥ is not replaced, ¥ and $ are.
# Why it matters: nearly every work report is 圆满; words are cut up before they are counted, and _CUR_ is said to be about money. Leave this step out
# for Chinese, or replace 元 behind figures only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check textacy==0.13.0 setuptools==80.9.0
cat >check.py <<'PY'
from textacy.preprocessing import replace

EXPECTED = {
    "圆满完成": "_CUR_满完成",
    "多元化发展": "多_CUR_化发展",
    "第三单元": "第三单_CUR_",
    "元旦": "_CUR_旦",
    "5.2亿元": "5.2亿_CUR_",
    "￥5亿": "￥5亿",
    "¥5亿": "_CUR_5亿",
}
seen = {text: replace.currency_symbols(text) for text in EXPECTED}
print(seen)
assert seen == EXPECTED
PY
venv/bin/python check.py
