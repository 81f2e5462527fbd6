#!/usr/bin/env bash
# THULAC 0.2.2: its filter takes out negations, duties and amounts.
# Guess before running: filt=True drops particles (的) and other words without a meaning of their own; its page names 可以 as an example.
# Seen: 不, 没有, 未, 必须, 应当, years, amounts and measure words are dropped as well, so that 没有完成任务 and 完成任务 are the same three
# words, and 不得增加企业负担 is 得, 增加, 企业, 负担.
# Why it matters: a count of what was completed counts what was not; prohibitions read as orders, and no figure is left.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check thulac==0.2.2 numpy==2.2.6
cat >check.py <<'PY'
import thulac

texts = ("全区没有完成任务。", "全区完成任务。", "不得增加企业负担。", "各部门必须落实责任，3个项目未开工。", "2021年投资5亿元，应当说明。")
cut = thulac.thulac(filt=True)
seen = [[word for word, _ in cut.cut(text)] for text in texts]
print(seen)
assert seen == [
    ["全区", "完成", "任务"],
    ["全区", "完成", "任务"],
    ["得", "增加", "企业", "负担"],
    ["部门", "落实", "责任", "项目", "开工"],
    ["投资", "说明"],
]
PY
venv/bin/python check.py
