#!/usr/bin/env bash
# recordlinkage 0.16: the cleaning step of its own takes every Chinese character away, and emptied names are then the same name.
# Guess before running: preprocessing.clean() makes letters small and takes brackets with their content away; Chinese characters are letters to it.
# Seen: 临溪区财政局, 青槐区教育局 and 望溪县水利局 become "", 5G办 becomes "5g"; block() on the cleaned names pairs each office with every other one
# (four pairs where one is right); the similarity of the one true pair falls from 1 to 0.
# Why it matters: two lists of offices or firms are joined by this step and the next; the pairs are wrong and no name is missing from the sources.
# clean(names, replace_by_none=None) keeps the characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check recordlinkage==0.16 pandas==2.3.3
cat >check.py <<'PY'
import pandas
import recordlinkage
from recordlinkage.preprocessing import clean


def paired(left, right):
    left, right = left.to_frame("name"), right.to_frame("name")
    blocks = recordlinkage.Index()
    blocks.block("name")
    similarity = recordlinkage.Compare()
    similarity.string("name", "name", method="levenshtein")
    true_pair = pandas.MultiIndex.from_tuples([(0, 1)])
    return len(blocks.index(left, right)), float(similarity.compute(true_pair, left, right).iloc[0, 0])


left = pandas.Series(["临溪区财政局", "青槐区教育局", "5G办（一期）"])
right = pandas.Series(["望溪县水利局", "临溪区财政局", "云岭市信访局"])
seen = [clean(left).tolist(), paired(left, right), paired(clean(left)[:2], clean(right)[:2])]
seen.append(clean(left, replace_by_none=None).tolist())
print(seen)
assert seen == [["", "", "5g"], (1, 1.0), (4, 0.0), ["临溪区财政局", "青槐区教育局", "5g办（一期）"]]
PY
venv/bin/python check.py
