#!/usr/bin/env bash
# rouge-chinese 1.0.3: ROUGE-1 and ROUGE-2 count each word once, however often it is said.
# Guess before running: a word said five times, and once in the reference, is matched once: precision 1/5, as ROUGE is defined.
# Seen: 改革 改革 改革 改革 改革 against 改革 开放 has precision 1.0 and recall .5 for ROUGE-1, and .2 and .5 for ROUGE-L; a summary that says the whole
# reference three times has 1.0 and 1.0.
# Why it matters: summaries of official texts fail by repeating set phrases; the score that is reported most does not see it. Read ROUGE-L
# of the same answer beside it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rouge-chinese==1.0.3
cat >check.py <<'PY'
from rouge_chinese import Rouge


def score(summary, reference):
    """Precision and recall by measure, in hundredths."""
    scores = Rouge().get_scores(summary, reference)[0]
    return {name: (round(100 * value["p"]), round(100 * value["r"])) for name, value in scores.items()}


repeated = score("改革 改革 改革 改革 改革", "改革 开放")
thrice = score("推进 改革 。 推进 改革 。 推进 改革 。", "推进 改革 。")
print(repeated, thrice)
assert repeated["rouge-1"] == (100, 50) and repeated["rouge-l"] == (20, 50)
assert thrice["rouge-1"] == (100, 100)
PY
venv/bin/python check.py
