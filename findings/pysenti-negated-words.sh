#!/usr/bin/env bash
# pysenti 0.1.8: 不满意 (dissatisfied) has the same score as 满意.
# Guess before running: 满意度不断提高 is positive (right). Of negation nothing was guessed: 没有完成任务 stood in the list to be lower than 完成任务.
# Seen: 没有, 未 and 不 change nothing: 没有完成任务 and 未完成任务 1.61 like 完成任务, 不满意 and 没有满意 2.84 like 满意, 不提高 like 提高.
# Why it matters: replies to complaints and reports on shortcomings are as positive as praise, with a score that is printed to twelve digits.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysenti==0.1.8 jieba==0.42.1 setuptools==80.9.0
cat >check.py <<'PY'
import pysenti

texts = [("完成任务", "没有完成任务", "未完成任务"), ("满意", "不满意", "没有满意"), ("提高", "不提高", "没有提高")]
seen = [[round(pysenti.classify(text)["score"], 2) for text in group] for group in texts]
print(seen)
assert [set(group) for group in seen] == [{1.61}, {2.84}, {0.78}]
PY
venv/bin/python check.py 2>/dev/null
