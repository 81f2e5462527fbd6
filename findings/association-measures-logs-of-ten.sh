#!/usr/bin/env bash
# association-measures 0.3.2: a log likelihood can be negative, and mutual information is in logs of ten.
# Guess before running: log likelihood (G²) is never negative, for a word said too seldom as little as for one said too often. Of mutual information
# nothing was guessed: that its logarithm is that of base two is the custom of corpus linguistics.
# Seen: a word said 5 times where 50 would be expected has log_likelihood -107.9, one said 20 times in place of 5 has 33.9: the sign tells the
# direction. mutual_information of the latter is .60, which is log10(4), where 2 is usual.
# Why it matters: words under the critical value of 3.84 are dropped as chance, and the strongest finding, a word avoided, is the first of them; with
# the usual limit for MI, 3, only pairs are left that are a thousand times as frequent as by chance in place of eight times. Take the absolute value
# for the first (or signed=False), and divide the second by log10(2).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check association-measures==0.3.2 pandas==2.3.3
cat >check.py <<'PY'
import math

import association_measures.measures as measures
import pandas as pd

counts = pd.DataFrame({"O11": [5, 20], "O12": [95, 80], "O21": [495, 30], "O22": [405, 870]}, index=["少用", "多用"])
scores = measures.score(counts)
print(scores[["E11", "log_likelihood", "mutual_information"]])
assert scores["E11"].tolist() == [50, 5]
assert scores["log_likelihood"].round(1).tolist() == [-107.9, 33.9]
assert math.isclose(scores["mutual_information"]["多用"], math.log10(4), abs_tol=0.001)
PY
venv/bin/python check.py
