#!/usr/bin/env bash
# gongwen-skill 2.15.0 (checks notices by GB/T 9704): the number of a notice is its title, and a sentence that begins with 2.3亿元 is a heading.
# Guess before running: "gongwen parse" of a plain notice has number, title, addressee, headings, annexes, signature and date each under its name.
# Seen: 临政发〔2021〕5号 is the title and the title is body, as is the addressee; 2.3亿元专项资金由区财政局统筹。 is a heading of level 3, like the item
# 1.完善制度。; the second annex, 2.资金安排表, is the signature. Headings 一、 and （一）, the real signature and the date are right.
# Why it matters: outlines have amounts among their items and titles are missing, and its repairs set the fonts of a notice by these names.
# Find the number by its brackets (〔2021〕5号), and take 2. for an item only where no digit follows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gongwen-skill==2.15.0 python-docx==1.2.0
cat >check.py <<'PY'
import json
import subprocess
import sys

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
NOTICE = {
    "临政发〔2021〕5号": CENTER,
    "临溪区人民政府关于做好2021年重点工作的通知": CENTER,
    "各镇人民政府，区级各部门：": None,
    "一、重点任务": None,
    "（一）扩大投资": None,
    "1.完善制度。区发改局牵头。": None,
    "2.3亿元专项资金由区财政局统筹。": None,
    "附件：1.重点任务分工表": None,
    "2.资金安排表": None,
    "临溪区人民政府": RIGHT,
    "2021年3月4日": RIGHT,
}
document = docx.Document()
for text, place in NOTICE.items():
    document.add_paragraph(text).alignment = place
document.save("notice.docx")
out = subprocess.run([f"{sys.prefix}/bin/gongwen", "parse", "notice.docx"], capture_output=True, text=True, check=True).stdout
model = json.loads(out[out.index("{") : out.rindex("}") + 1])
seen = {part["text"]: (part["role"], part["heading_level"]) for part in model["paragraphs"]}
for text, role in seen.items():
    print(*role, text)
assert seen == {
    "临政发〔2021〕5号": ("title", 0),
    "临溪区人民政府关于做好2021年重点工作的通知": ("body", 0),
    "各镇人民政府，区级各部门：": ("body", None),
    "一、重点任务": ("body", 1),
    "（一）扩大投资": ("body", 2),
    "1.完善制度。区发改局牵头。": ("body", 3),
    "2.3亿元专项资金由区财政局统筹。": ("body", 3),
    "附件：1.重点任务分工表": ("attachment", None),
    "2.资金安排表": ("signature", None),
    "临溪区人民政府": ("signature", None),
    "2021年3月4日": ("date", None),
}
PY
venv/bin/python check.py
