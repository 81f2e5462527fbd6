#!/usr/bin/env bash
# docxedit 1.2.1: replace_string() leaves a year as it is where Word stores 2021 and 年 in two runs.
# Guess before running: 2021年 is replaced by 2022年 wherever it stands in a paragraph.
# Seen: it is not, and nothing is said; 重点任务 in the same paragraph, all of it in one run, is. What stands in two runs is never found.
# Why it matters: Word and WPS put Latin letters and digits into a run of their own, apart from the Chinese beside them, so that of a template it is
# just the years, numbers and percentages that keep last year's value. Put the runs of a paragraph together first, or use python-docx-replace 0.4.4,
# whose ${年份} is found also over two runs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docxedit==1.2.1 python-docx-replace==0.4.4 python-docx==1.2.0
cat >check.py <<'PY'
import docx
import docxedit
from python_docx_replace import docx_replace


def paragraph(*runs):
    document = docx.Document()
    for run in runs:
        document.add_paragraph() if not document.paragraphs else None
        document.paragraphs[0].add_run(run)
    return document


seen = []
for runs in (("临溪区", "2021", "年重点任务"), ("临溪区2021年重点任务",)):
    document = paragraph(*runs)
    docxedit.replace_string(document, "2021年", "2022年")
    docxedit.replace_string(document, "重点任务", "工作要点")
    seen.append(document.paragraphs[0].text)
document = paragraph("临溪区${", "年份", "}年重点任务")
docx_replace(document, 年份="2022")
print(seen, document.paragraphs[0].text)
assert seen == ["临溪区2021年工作要点", "临溪区2022年工作要点"]
assert document.paragraphs[0].text == "临溪区2022年重点任务"
PY
venv/bin/python check.py
