#!/usr/bin/env bash
# JioNLP 1.5.31: parse_money() reads an amount in mixed digits and Han units as another amount, without a word.
# Guess before running: 8亿3000万元 is 830,000,000 yuan, as 9.5亿元 is 950,000,000; 九点五亿元 (the form of speeches) is the same as 9.5亿元.
# Seen: 8亿3000万元 is 1,630,030,000.00 and called "accurate"; 九点五亿元 raises ValueError.
# Why it matters: this is how reports write amounts that are not round; the sum is nearly doubled.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jionlp==1.5.31 setuptools==80.9.0
cat >check.py <<'PY'
import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):  # it greets with an advertisement
    import jionlp

money = {text: jionlp.parse_money(text) for text in ["9.5亿元", "8亿3000万元"]}
for text, found in money.items():
    print(text, found)
try:
    spoken = jionlp.parse_money("九点五亿元")
except ValueError as error:
    spoken = error
print("九点五亿元", repr(spoken))
assert money["9.5亿元"]["num"] == "950000000.00"
assert money["8亿3000万元"]["num"] == "1630030000.00"
assert money["8亿3000万元"]["definition"] == "accurate"
assert isinstance(spoken, ValueError)
PY
venv/bin/python check.py
