#!/usr/bin/env bash
# json-repair 0.64.6: of 5~6% and 1:500 the first figure is left, and items parted by ， or 、 are one item.
# Guess before running: "关于"十四五"规划的通知" keeps its inner quotation marks (it does), and a full-width comma between pairs is mended (it is). Of figures
# without quotation marks nothing was guessed.
# Seen: {"增速": 5~6%} is 5, {"比例": 1:500} 1 and {"户数": 12，300} 12; [5~6, 7~8] is four numbers; 3.5亿元 and 2021-2025年 become text, whole.
# ["投资"，"改革"] is a list of one text, 投资"，"改革.
# Why it matters: it is the usual step between a language model and a table; a range is a single figure and a list of measures one measure, without an
# error. Ask the model for figures in quotation marks, and look for ， and 、 in what comes back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check json-repair==0.64.6
cat >check.py <<'PY'
from json_repair import loads

EXPECTED = {
    '{"标题": "关于"十四五"规划的通知"，"年份": 2021}': {"标题": '关于"十四五"规划的通知', "年份": 2021},
    '{"增速": 5~6%}': {"增速": 5},
    '{"增速": 5%~6%}': {"增速": 5},
    '{"比例": 1:500}': {"比例": 1},
    '{"户数": 12，300}': {"户数": 12},
    "[5~6, 7~8]": [5, 6, 7, 8],
    '{"投资": 3.5亿元}': {"投资": "3.5亿元"},
    '{"时期": 2021-2025年}': {"时期": "2021-2025年"},
    '["投资"，"改革"]': ['投资"，"改革'],
    '["投资"、"改革"]': ['投资"、"改革'],
    '["投资", "改革"]': ["投资", "改革"],
}
seen = {text: loads(text) for text in EXPECTED}
print(*seen.items(), sep="\n")
assert seen == EXPECTED
PY
venv/bin/python check.py
