#!/usr/bin/env bash
# pdfannots 0.5: a highlighted Chinese word that runs on into the next line has a blank in it.
# Guess before running: the words of a highlight are joined as they are read, 乡村 and 振兴 to 乡村振兴; a blank is for Latin script.
# Seen: 推进乡村 振兴, and 2019- 2021年 for a span of years. “ and ” become ", so that the quoted term is set off by the same sign at both ends.
# Why it matters: highlights are how readers code a report on a tablet; a search for 乡村振兴 in their excerpts misses those that a line end goes
# through, more of them the narrower the page, and for a count of words they are two. Take blanks between Han characters out, and then count.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pdfannots==0.5 pymupdf==1.28.2
cat >check.py <<'PY'
import json
import subprocess

import pymupdf

LINES = ("全区“十四五”推进乡村", "振兴，规划期为2019-", "2021年，增长3.1%。")
document = pymupdf.open()
page = document.new_page(width=300, height=200)
for i, line in enumerate(LINES):
    page.insert_text((40, 60 + 20 * i), line, fontname="china-s", fontsize=12)
page.add_highlight_annot(quads=[pymupdf.Rect(39, 48 + 20 * i, 200, 64 + 20 * i).quad for i in range(3)])
document.save("a.pdf")
text = json.loads(subprocess.run(["venv/bin/pdfannots", "-f", "json", "a.pdf"], capture_output=True, check=True).stdout)[0]["text"]
print(text)
assert text == '全区"十四五"推进乡村 振兴，规划期为2019- 2021年，增长3.1%。'
PY
venv/bin/python check.py
