#!/usr/bin/env bash
# pytablewriter 1.2.1: in a written table, No. 10 of 2021 (2021.10) is 2021.1, document 2021_5 is 20215, and building 3E8 three hundred million.
# Guess before running: values given as text are written as they are, at most aligned.
# Seen: text that Python can read as a number is one: 2021.10 is 2021.1, 007 is 7, 2021_5 is 20215, 3E8 is 300000000, 12,300 is 12300. 1:15, 3-5,
# 5.20% and 2019-2021 stay. Nothing is said; it is so for Markdown, LaTeX and reStructuredText alike.
# Why it matters: No. 10 of a bulletin is No. 1, and codes of districts or projects lose zeros or become others. type_hints=[String, …] does away with
# it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pytablewriter==1.2.1
cat >check.py <<'PY'
from pytablewriter import LatexTableWriter, MarkdownTableWriter, RstSimpleTableWriter, String

texts = ["2021.10", "007", "2021_5", "3E8", "12,300", "1:15", "3-5", "5.20%", "2019-2021"]


def written(writer, **options):
    return writer(table_name="t", headers=list("abcdefghi"), value_matrix=[texts], **options).dumps()


seen = [cell.strip() for cell in written(MarkdownTableWriter).splitlines()[-1].strip("|").split("|")]
print(seen)
assert seen == ["2021.1", "7", "20215", "300000000", "12300", "1:15", "3-5", "5.20%", "2019-2021"]
for writer in (LatexTableWriter, RstSimpleTableWriter):
    assert "20215" in written(writer) and "2021.10" not in written(writer)
hinted = written(MarkdownTableWriter, type_hints=[String] * len(texts))
assert all(text in hinted for text in texts)
PY
venv/bin/python check.py
