#!/usr/bin/env bash
# pingouin 0.7.0 and association-metrics 0.0.1: of two codes that always go together, Cramér's V is .9 in one and 0 in the other.
# Guess before running: V of a table of two by two without an exception is 1, whatever the number of documents.
# Seen: in 20 documents (ten with both codes, ten with neither) chi2_independence() says .9, in ten .8, in six .67: by default the chi-square is
# corrected for continuity, and V is worked out from the corrected one. correction=False gives 1, as scipy's association() does. association-metrics
# says 0, also of a column and itself, with pandas 3.1.1: it writes into a copy, with a warning that names no result.
# Why it matters: codes of a small corpus are compared by V, and thresholds (.5 is strong) are the same for all; the fewer documents, the less two
# codes can belong together.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pingouin==0.7.0 association-metrics==0.0.1 pandas==3.1.1 scipy==1.17.1
cat >check.py <<'PY'
import warnings

import association_metrics
import pandas as pd
import pingouin
from scipy.stats.contingency import association

warnings.simplefilter("ignore")
seen = {}
for half in (3, 5, 10):
    codes = pd.DataFrame({"投资": ["有"] * half + ["无"] * half, "项目": ["有"] * half + ["无"] * half})
    by_default = pingouin.chi2_independence(codes, "投资", "项目")[2]
    plain = pingouin.chi2_independence(codes, "投资", "项目", correction=False)[2]
    seen[2 * half] = round(float(by_default.loc[0, "cramer"]), 2)
    assert round(float(plain.loc[0, "cramer"]), 6) == 1
    assert round(association(pd.crosstab(codes["投资"], codes["项目"]).to_numpy(), method="cramer"), 6) == 1
matrix = association_metrics.CramersV(codes.astype("category")).fit()
print(seen, matrix.to_numpy().tolist())
assert seen == {6: 0.67, 10: 0.8, 20: 0.9}
assert matrix.to_numpy().tolist() == [[0, 0], [0, 0]]
PY
venv/bin/python check.py
