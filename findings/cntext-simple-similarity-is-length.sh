#!/usr/bin/env bash
# cntext 2.2.1: simple_sim() is near 1 for any two texts and falls short of 1 for a text and itself.
# Guess before running: the measure of Lazy Prices, of which its page speaks, is 1 for identical texts and 0 for texts without a common word.
# (A value of .75 for identical texts had been seen once.)
# Seen: a sentence of 14 words and marks has .96 with itself and .94 with a sentence that shares none of its words, only marks; three times over
# .99 and .98; one word has .50 with itself and 0 with another. The share of changed lines, between one half and one, is taken off the number of
# words and then divided by that number, so that the value tells how long the longer text is.
# Why it matters: year-on-year similarity of reports is what the measure is for; a report of a thousand words is 1.00 like a copy of itself and like
# a report on something else. cosine_sim() and jaccard_sim() of the same package are 1.00 and 0.00 or little more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cntext==2.2.1 ipython==9.8.0 psutil==7.1.3
cat >check.py <<'PY'
import cntext
import jieba

progress = "全年完成投资五亿元，增长百分之三，新增就业一万人。"
orders = "禁止夜间施工噪声扰民，违者依法处罚，责令停业整顿。"
common = set(jieba.lcut(progress)) & set(jieba.lcut(orders))
seen = [
    (float(cntext.simple_sim(progress * times, progress * times)), float(cntext.simple_sim(progress * times, orders * times)))
    for times in (1, 3)
]
short = float(cntext.simple_sim("改革", "改革")), float(cntext.simple_sim("改革", "开放"))
print(common, len(jieba.lcut(progress)), seen, short, cntext.cosine_sim(progress, progress), cntext.jaccard_sim(progress, orders))
assert common <= set("，。")
assert seen == [(0.96, 0.94), (0.99, 0.98)] and short == (0.5, 0.0)
assert float(cntext.cosine_sim(progress, progress)) == 1 and float(cntext.jaccard_sim(progress, orders)) < 0.1
PY
venv/bin/python check.py
