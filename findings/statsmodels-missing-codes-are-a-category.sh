#!/usr/bin/env bash
# statsmodels 0.15.0: a code that is missing becomes a category of its own, on which coders agree or not.
# Guess before running: aggregate_raters(), which prepares Fleiss' kappa, raises an error for missing codes or leaves them out.
# Seen: nan is a third category beside 1 and 2. Of six texts by three coders, two of them coded by two, who agree like all the others, kappa is
# .625; for the four complete texts it is 1. A text that nobody coded is one on which all agree. In an array of strings the
# category is "nan".
# Why it matters: large corpora are shared out, so that not each coder has each text; agreement falls with the share of what was never coded, or rises
# with the texts that all left out, and the only trace is a name in the second of two results. Krippendorff's alpha takes missing codes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check statsmodels==0.15.0 pandas==2.3.3
cat >check.py <<'PY'
import numpy as np
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

nan = np.nan
codes = np.array([[1, 1, 1], [2, 2, 2], [1, 1, 1], [2, 2, 2], [1, nan, 1], [nan, 2, 2]])
table, categories = aggregate_raters(codes)
complete = aggregate_raters(codes[:4])[0]
words = aggregate_raters(np.where(np.isnan(codes), "nan", np.where(codes == 1, "鼓励", "约束")))[1]
print(table.tolist(), categories, fleiss_kappa(table), fleiss_kappa(complete), words)
assert len(categories) == 3 and np.isnan(categories[2]) and table[4:].tolist() == [[2, 0, 1], [0, 2, 1]]
assert round(fleiss_kappa(table), 3) == 0.625 and fleiss_kappa(complete) == 1
assert aggregate_raters(np.vstack([codes, [nan] * 3]))[0][-1].tolist() == [0, 0, 3]
PY
venv/bin/python check.py
