#!/usr/bin/env bash
# tomotopy 0.14.0: add_doc() of a model returns 1 for every document.
# Guess before running: there are as many documents as were added (right). Of the number returned nothing was guessed: its page says that it is
# the index of the inserted document.
# Seen: 1 each time, in LDA, HDP, DMR and CT models; add_doc() of a tomotopy corpus does count 0, 1, 2.
# Why it matters: titles or dates kept under these numbers overwrite one another, so that the topics of a whole folder hang on its last document.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tomotopy==0.14.0 numpy==2.3.5
cat >check.py <<'PY'
import tomotopy

texts = ["投资 增长 投资", "教育 学校 教育", "清渠 水利 清渠"]
model = tomotopy.LDAModel(k=2, seed=1)
indexes = [model.add_doc(text.split()) for text in texts]
corpus = tomotopy.utils.Corpus()
counted = [corpus.add_doc(text.split()) for text in texts]
others = [
    [model.add_doc(text.split()) for text in texts]
    for model in (tomotopy.HDPModel(seed=1), tomotopy.DMRModel(k=2, seed=1), tomotopy.CTModel(k=2, seed=1))
]
titles = dict(zip(indexes, ["投资", "教育", "水利"], strict=True))
print(indexes, len(model.docs), counted, others, titles)
assert indexes == [1, 1, 1] and len(model.docs) == 3 and counted == [0, 1, 2]
assert others == [[1, 1, 1]] * 3
assert titles == {1: "水利"}
PY
venv/bin/python check.py
