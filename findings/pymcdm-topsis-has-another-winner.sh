#!/usr/bin/env bash
# pymcdm 1.4.0 and scikit-criteria 0.10: TOPSIS of the same table has three winners, with each of the two and by the method's own formula.
# Guess before running: with its defaults TOPSIS ranks as the method is published (Hwang and Yoon 1981): each column divided by the root of its sum
# of squares.
# Seen: of four counties with two indicators the first wins by the formula (.593), the fourth in pymcdm (.606, the other three .500 each), the third
# in scikit-criteria. pymcdm scales each column to 0 and 1; scikit-criteria takes the figures as they are, so that the indicator with the large unit
# decides. Of 500 tables of eleven districts and three indicators pymcdm has another winner than the formula in about a third.
# Why it matters: TOPSIS with entropy weights is what districts are ranked by in Chinese evaluations; 万元 or 亿元 alone changes the order. Pass
# TOPSIS(vector_normalization), or put VectorScaler before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymcdm==1.4.0 scikit-criteria==0.10 numpy==2.4.6
cat >check.py <<'PY'
import warnings

import numpy as np
import skcriteria
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import vector_normalization
from skcriteria.agg.topsis import TOPSIS as OtherTOPSIS

warnings.simplefilter("ignore")
COUNTIES = np.array([[100, 5], [200, 3], [300, 1], [280, 2.5]])


def published(table):
    scaled = table / np.sqrt((table**2).sum(axis=0)) / table.shape[1]
    best, worst = (np.sqrt(((scaled - end) ** 2).sum(axis=1)) for end in (scaled.max(axis=0), scaled.min(axis=0)))
    return worst / (best + worst)


def by_pymcdm(table, *scaling):
    columns = table.shape[1]
    return TOPSIS(*scaling)(table, np.full(columns, 1 / columns), np.ones(columns))


def by_skcriteria(table):
    decision = skcriteria.mkdm(table, [max] * table.shape[1], weights=[1 / table.shape[1]] * table.shape[1])
    return OtherTOPSIS().evaluate(decision).e_.similarity


random = np.random.default_rng(0)
tables = [
    np.column_stack([random.uniform(50, 100, 11), random.uniform(1, 9, 11), random.uniform(0.1, 0.9, 11)]) for _ in range(500)
]
other = np.mean([by_pymcdm(table).argmax() != published(table).argmax() for table in tables])
scores = [values.round(3).tolist() for values in (published(COUNTIES), by_pymcdm(COUNTIES), by_skcriteria(COUNTIES))]
print(scores, other)
assert scores[0] == [0.593, 0.5, 0.407, 0.535] and scores[1] == [0.5, 0.5, 0.5, 0.606] and scores[2] == [0.02, 0.5, 0.98, 0.899]
assert np.allclose(by_pymcdm(COUNTIES, vector_normalization), published(COUNTIES))
assert 0.25 < other < 0.4
PY
venv/bin/python check.py
