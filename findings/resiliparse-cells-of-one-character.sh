#!/usr/bin/env bash
# Resiliparse 2.0.0: with main_content=True the cells of a table that hold one Chinese character or sign are dropped.
# Guess before running: extract_plain_text() with main_content=True, which keeps this table, keeps all of its cells.
# Seen: 是, 否, √, —, 甲 and 镇 are gone, 5, Y and N stay, as does a cell with two Han characters; without main_content all cells are there.
# Why it matters: yes and no of a table of targets vanish as whole columns, "no data" (—) with them, while the rest of the table looks complete.
# Tables are safer read without main_content, or with a reader of tables.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check resiliparse==2.0.0
cat >check.py <<'PY'
from resiliparse.extract.html2text import extract_plain_text

rows = [["镇", "投资", "达标"], ["甲", "5", "是"], ["青槐镇", "6", "否"], ["丙", "—", "√"], ["A", "Y", "N"]]
table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
before = "<p>全区项目建设进展顺利，投资增长较快，现将各镇完成情况公布如下，请各单位对照落实，继续加快进度。</p>"
after = "<p>各镇要对照年度目标查找不足，抓紧推进未完工项目，确保全年任务按期完成，并及时报送进展情况。</p>"
page = f"<html><body><h1>通报</h1>{before}<table>{table}</table>{after}</body></html>"


def cells(**options):
    """The words of the page between the two paragraphs."""
    words = extract_plain_text(page, **options).split()
    return words[next(i for i, word in enumerate(words) if word.startswith("全区")) + 1 : -1]


print(cells(main_content=True))
assert cells() == [cell for row in rows for cell in row]
assert cells(main_content=True) == ["投资", "达标", "5", "青槐镇", "6", "A", "Y", "N"]
PY
venv/bin/python check.py
