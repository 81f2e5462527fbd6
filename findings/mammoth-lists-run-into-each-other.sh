#!/usr/bin/env bash
# mammoth 1.13.0: two lists with a numbering of their own become one list, and a list begins again at 1 after any paragraph without a number.
# Guess before running: articles numbered 第一条 to 第三条 by Word become one list, the headings 一、 after them another that begins at 1, and an
# unnumbered second paragraph of an article leaves the numbers alone.
# Seen: articles and headings stand in one <ol>, so that the heading 一、 is number 4; with an unnumbered paragraph between, every article is
# a list of its own, all with number 1. The words 第 and 条 are nowhere. No warning in the messages.
# Why it matters: tools that make Markdown out of .docx build on it; articles are then cited by numbers that the law does not have. Read the
# numbering of Word itself (numbering.xml) for anything that is cited by number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0
cat >check.py <<'PY'
import re

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def document(paragraphs):
    """A .docx with the lists 第一条 (1) and 一、 (2); 0 is a paragraph without a number."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    for number, shape in ((91, "第%1条"), (92, "%1、")):
        level = f"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"{shape}\"/></w:lvl>"
        space = nsdecls("w")
        numbering.insert(0, parse_xml(f"<w:abstractNum {space} w:abstractNumId=\"{number}\">{level}</w:abstractNum>"))
        numbering.append(parse_xml(f"<w:num {space} w:numId=\"{number}\"><w:abstractNumId w:val=\"{number}\"/></w:num>"))
    for text, listed in paragraphs:
        properties = made.add_paragraph(text)._p.get_or_add_pPr()
        if listed:
            space = nsdecls("w")
            properties.append(parse_xml(f"<w:numPr {space}><w:ilvl w:val=\"0\"/><w:numId w:val=\"{90 + listed}\"/></w:numPr>"))
    made.save("made.docx")
    with open("made.docx", "rb") as file:
        return mammoth.convert_to_html(file)


two = document([("目的。", 1), ("范围。", 1), ("职责。", 1), ("总体要求", 2), ("主要任务", 2)])
print(two.value, two.messages)
assert re.findall(r"<ol>.*?</ol>", two.value) == [two.value] and two.value.count("<li>") == 5
assert not two.messages and "条" not in two.value
broken = document([("目的。", 1), ("前款另行规定。", 0), ("范围。", 1), ("前款另行规定。", 0), ("职责。", 1)])
print(broken.value)
assert broken.value.count("<ol><li>") == 3
PY
venv/bin/python check.py
