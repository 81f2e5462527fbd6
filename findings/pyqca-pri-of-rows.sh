#!/usr/bin/env bash
# PyQCA 0.2.0: PRI, the measure by which rows of a truth table are taken or left, is too low in every row where it is neither 0 nor 1.
# Guess before running: of the same data and thresholds, its truth table is that of setqca 0.2.0: consistency, PRI and number of cases of each row.
# Seen: consistency and cases are the same; PRI is .25 and 0 where setqca and the formula (Schneider and Wagemann 2012) have .50 and .375. What is
# taken off above and below is the overlap of the row with the negated outcome, in place of its overlap with outcome and negated outcome at once.
# Why it matters: with the usual cut-off of .5 nearly every combination of conditions "explains" success and failure alike and is left out, so that an
# evaluation of policies by QCA finds no path. Work PRI out from the memberships, or take setqca.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyqca==0.2.0 setqca==0.2.0 pandas==2.3.3 numpy==2.3.5
cat >check.py <<'PY'
import pandas as pd
import qca
import setqca

table = pd.DataFrame(
    {
        "财力": [0.9, 0.8, 0.7, 0.6, 0.3, 0.2, 0.1, 0.4],
        "人手": [0.8, 0.3, 0.9, 0.4, 0.7, 0.2, 0.6, 0.1],
        "成效": [0.9, 0.6, 0.8, 0.4, 0.6, 0.3, 0.4, 0.2],
    }
)
conditions = ["财力", "人手"]


def by_formula(row):
    """Consistency and PRI of a row of the truth table."""
    x = pd.concat([table[name] if row[name] else 1 - table[name] for name in conditions], axis=1).min(axis=1)
    y = table["成效"]
    both = pd.concat([x, y], axis=1).min(axis=1).sum()
    twice = pd.concat([x, y, 1 - y], axis=1).min(axis=1).sum()
    return round(float(both / x.sum()), 3), round(float((both - twice) / (x.sum() - twice)), 3)


ours = {(r["财力"], r["人手"]): by_formula(r) for r in ({"财力": a, "人手": b} for a in (0, 1) for b in (0, 1))}
rows = qca.FSQCA(table, outcome="成效", conditions=conditions).build_truth_table()
theirs = {(r.config["财力"], r.config["人手"]): (round(float(r.outcome_raw_consist), 3), round(float(r.pri_consistency), 3)) for r in rows}
frame = setqca.FSQCA().fit(table, outcome="成效", conditions=conditions).truth_table.to_frame()
others = {(r["财力"], r["人手"]): (round(r["consistency"], 3), round(r["PRI"], 3)) for r in frame.to_dict("records")}
print(ours, theirs, others, sep="\n")
assert others == ours == {(0, 0): (0.69, 0.0), (0, 1): (0.885, 0.5), (1, 0): (0.808, 0.375), (1, 1): (1.0, 1.0)}
assert theirs == {(0, 0): (0.69, 0.0), (0, 1): (0.885, 0.25), (1, 0): (0.808, 0.0), (1, 1): (1.0, 1.0)}
PY
venv/bin/python check.py
