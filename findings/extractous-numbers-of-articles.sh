#!/usr/bin/env bash
# extractous 0.3.0 (Apache Tika inside): automatic numbers of Word come out in other digits, so that 第一条 is 第1条 and （一） is （1）.
# Guess before running: a list that Word numbers is numbered as it shows, or not at all; never by another number.
# Seen: the format for Chinese numerals (chineseCountingThousand) is taken for digits: headings 一、（一）1. are 1、（1）1. and articles 第一条 to
# 第十二条 are 第1条 to 第12条, with a blank behind.
# Why it matters: in official documents the form of the number tells the level (一、 then （一） then 1. then （1）), so that second-level headings look
# like fourth-level ones; 第十二条 as other documents cite it is not in the text. Nothing tells such a text from one that was typed so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check extractous==0.3.0 python-docx==1.2.0
cat >check.py <<'PY'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from extractous import Extractor

CHINESE = "chineseCountingThousand"
LEVELS = {901: [(CHINESE, "%1、"), (CHINESE, "（%2）"), ("decimal", "%3.")], 902: [(CHINESE, "第%1条")]}
document = docx.Document()
numbering = document.part.numbering_part.element
lists = []
for number, levels in LEVELS.items():
    inner = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    lists.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'))
for element in reversed(lists):
    numbering.insert(0, element)
for number in LEVELS:
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def add(text, number, level=0):
    """A paragraph that Word numbers."""
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


for text, level in [("工作目标", 0), ("推进改革", 1), ("建设项目", 2), ("扩大投资", 1), ("工作要求", 0)]:
    add(text, 901, level)
for article in range(12):
    add("条文", 902)
document.save("notice.docx")
lines = Extractor().extract_file_to_string("notice.docx")[0].split("\n")
lines = [line for line in lines if line]
print(lines)
assert lines[:5] == ["1、 工作目标", "（1） 推进改革", "1. 建设项目", "（2） 扩大投资", "2、 工作要求"]
assert lines[5:] == [f"第{number}条 条文" for number in range(1, 13)]
PY
venv/bin/python check.py
