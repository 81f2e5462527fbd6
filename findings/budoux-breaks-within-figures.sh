#!/usr/bin/env bash
# BudouX 0.10.1: with its Chinese model a line may break within a figure.
# Guess before running: the pieces between which a line may break are phrases, joined they are the text (right), and a number is never cut.
# Seen: 3.1%， is 3. and 1%，; 12,300万 is 12, and 300万; 下降4.7‰ is 下降4 and .7‰. 增长3.1% at the end of a text, 5.2亿 and 120.5万 are whole.
# Why it matters: it sets titles and captions in narrow columns; a line that ends in 增速为3. or 投资12, gives another figure, and so do the pieces where
# they serve as words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check budoux==0.10.1
cat >check.py <<'PY'
import budoux

parser = budoux.load_default_simplified_chinese_parser()
texts = ("增速为3.1%，高于全省", "完成投资12,300万元", "下降4.7‰", "增长3.1%", "投资5.2亿元")
seen = [parser.parse(text) for text in texts]
print(seen)
assert ["".join(pieces) for pieces in seen] == list(texts)
assert seen == [
    ["增速", "为", "3.", "1%，", "高于", "全", "省"],
    ["完成", "投资", "12,", "300万", "元"],
    ["下降4", ".7‰"],
    ["增长", "3.1%"],
    ["投资", "5.2亿", "元"],
]
PY
venv/bin/python check.py
