#!/usr/bin/env bash
# pyreadstat 1.3.7: a .sav file loses the end of Chinese labels without a word, a .dta file refuses them.
# Guess before running: both raise an error where a label is longer than the format holds (256 bytes for a variable, 120 for a value).
# Seen: write_dta raises; write_sav writes, and what is read back has 85 of 100 characters of a label of a variable and 40 of 50 of a label of
# a value, so that two categories that differ behind the fortieth character have the same label.
# Why it matters: names of indicators and of questions in Chinese surveys are that long, three bytes a character. Check the length in UTF-8 before
# writing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 'pandas<3'
cat >check.py <<'PY'
import pandas
import pyreadstat

table = pandas.DataFrame({"answer": [1, 2]})
variable = "办事群众对街道政务服务大厅窗口的总体评价" * 5
first, second = ("对社区养老服务设施" * 5)[:45] + "很满意啊", ("对社区养老服务设施" * 5)[:45] + "不满意啊"
labels = {"column_labels": [variable], "variable_value_labels": {"answer": {1: first, 2: second}}}
pyreadstat.write_sav(table, "made.sav", **labels)
read = pyreadstat.read_sav("made.sav")[1]
values = read.variable_value_labels["answer"]
print(len(variable), len(read.column_labels[0]), len(first), len(values[1.0]), values[1.0] == values[2.0])
assert len(variable) == 100 and len(read.column_labels[0]) == 85
assert first != second and values[1.0] == values[2.0] and len(values[1.0]) == 40
try:
    pyreadstat.write_dta(table, "made.dta", column_labels=[variable])
except pyreadstat.ReadstatError as error:
    print(error)
else:
    raise AssertionError("the .dta was written")
PY
venv/bin/python check.py
