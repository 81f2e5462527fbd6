#!/usr/bin/env bash
# iaa-kit 0.1.2: of grades from 1 to 10 the 10 stands next to 1, and its alpha for ordinal codes is the one for intervals.
# Guess before running: alpha is that of the krippendorff package, with missing codes too. Of weighted kappa nothing was guessed.
# Seen: two coders who differ by one grade have a weighted kappa of .57 where the grades are 7 to 9, and of .20 with each grade one higher: grades are
# put in the order of their text, 10, 8, 9. alpha_value() gives .917 for "ordinal" and "interval" alike (krippendorff 0.9.0: .893 and .917), and with
# missing codes .742 for .778: a text that one coder alone coded counts too, and texts with more coders count more.
# Why it matters: marks of ten levels are the usual ones of Chinese evaluations, and .20 and .57 fall on either side of what is published. Write the
# grades with two digits, and take another library for alpha.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check iaa-kit==0.1.2 krippendorff==0.9.0
cat >check.py <<'PY'
import krippendorff
import numpy as np
from iaa_kit import alpha_value, weighted_kappa

first, second = [9, 10, 10, 9, 8, 10, 9, 8], [10, 10, 9, 9, 8, 10, 10, 8]
kappas = [round(weighted_kappa([grade + more for grade in first], [grade + more for grade in second]), 2) for more in (0, -1)]
texts = [[1, 1], [2, 3], [3, 3], [5, 4], [1, 2], [2, 2], [5, 5], [1, 1]]
none = np.nan
gaps = [[1, 1, none], [1, 2, 1], [2, 2, 2], [3, none, none], [3, 3, 3], [2, none, 2], [none, 3, none]]


def both(codes, level):
    table = np.array(codes, float).T
    values = alpha_value(codes, level), krippendorff.alpha(reliability_data=table, level_of_measurement=level)
    return [round(float(value), 3) for value in values]


seen = [both(texts, "ordinal"), both(texts, "interval"), both(gaps, "nominal")]
print(kappas, seen)
assert kappas == [0.2, 0.57]
assert seen == [[0.917, 0.893], [0.917, 0.917], [0.742, 0.778]]
PY
venv/bin/python check.py
