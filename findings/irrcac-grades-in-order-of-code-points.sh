#!/usr/bin/env bash
# irrCAC 0.4.4 and scikit-learn 1.9.1: weighted agreement on 低, 中, 高 takes 中 for the lowest grade.
# Guess before running: weights="linear" on grades that are words is an error, or asks for their order.
# Seen: the grades are put in the order of their code points (中, 低, 高), so that a slip from 低 to 高 counts as a small one. Where
# all slips are between neighbours, linear kappa is .39 in place of .62 and quadratic kappa .28 in place of .74; Krippendorff's alpha and AC2 likewise.
# With categories= (irrCAC) or labels= (scikit-learn) given in order, the figures are those of the grades 1, 2, 3.
# Why it matters: agreement of two coders on the strength of a policy is what decides whether the coding may be used. 一级 to 五级 are sorted
# 一, 三, 二, 五, 四 and are no better; 县, 市, 省 come out right by chance.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check irrCAC==0.4.4 pandas==2.3.3 scikit-learn==1.9.1
cat >check.py <<'PY'
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score

grades = ["低", "中", "高"]
first = ["低"] * 10 + ["中"] * 10 + ["高"] * 10
second = ["低"] * 7 + ["中"] * 3 + ["中"] * 6 + ["高"] * 4 + ["高"] * 7 + ["中"] * 3
words = pd.DataFrame({"first": first, "second": second})
numbers = words.map(grades.index)


def kappa(codes, weights, **order):
    """Cohen's weighted kappa, which is Conger's for two coders."""
    return round(CAC(codes, weights=weights, **order).conger()["est"]["coefficient_value"], 2)


seen = {weights: (kappa(words, weights), kappa(numbers, weights), kappa(words, weights, categories=grades)) for weights in ("linear", "quadratic")}
alpha = [round(CAC(codes, weights="ordinal").krippendorff()["est"]["coefficient_value"], 2) for codes in (words, numbers)]
by_scikit = [
    round(cohen_kappa_score(words["first"], words["second"], weights="linear", **order), 2) for order in ({}, {"labels": grades})
]
print(seen, alpha, by_scikit)
assert CAC(words).categories == ["中", "低", "高"]
assert seen == {"linear": (0.39, 0.62, 0.62), "quadratic": (0.28, 0.74, 0.74)}
assert alpha == [0.33, 0.69] and by_scikit == [0.39, 0.62]
PY
venv/bin/python -W ignore check.py
