#!/usr/bin/env bash
# docxtpl 0.20.2: a condition on a term in Chinese quotation marks never holds, and 全区R&D经费增长5.2% arrives as 全区R%.
# Guess before running: {% if 类别 == '“放管服”改革' %} compares with what stands there; values come out as they are. Of & and < nothing was guessed.
# Seen: inside a tag “ and ” are turned into ", so that the comparison is with another text; the branch behind else is taken without a word, and a
# literal is printed with straight marks. A value with the marks is kept. Of a value, & is lost with the letters, Han characters and figures behind
# it, and so is the sign <: no error, a shorter text. autoescape=True of render() keeps them.
# Why it matters: terms of policy stand in such marks, and R&D is a line of every yearbook. Pass the condition in as a value (True or False).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0
cat >check.py <<'PY'
from docx import Document
from docxtpl import DocxTemplate

VALUES = {"类别": "“放管服”改革", "指标": "全区R&D经费增长5.2%", "规模": "<5人"}


def fill(**options):
    """The paragraphs of the template with the values filled in."""
    template = DocxTemplate("template.docx")
    template.render(VALUES, **options)
    template.save("filled.docx")
    return [paragraph.text for paragraph in Document("filled.docx").paragraphs]


document = Document()
for text in ["{{ 类别 }}", "{% if 类别 == '“放管服”改革' %}是{% else %}否{% endif %}", "{{ '“放管服”' }}", "{{ 指标 }}，另见附件", "{{ 规模 }}"]:
    document.add_paragraph(text)
document.save("template.docx")
plain, escaped = fill(), fill(autoescape=True)
print(plain, escaped)
assert plain[:3] == escaped[:3] == ["“放管服”改革", "否", '"放管服"']
assert plain[3:] == ["全区R%，另见附件", "5人"]
assert escaped[3:] == ["全区R&D经费增长5.2%，另见附件", "<5人"]
PY
venv/bin/python check.py
