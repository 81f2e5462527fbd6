#!/usr/bin/env bash
# docx-parser-converter 1.0.3: text that was inserted under track changes, or stands in a content control, is not in the text.
# Guess before running: docx_to_text() gives the document as Word would print it: insertions in, deletions out, content controls (the fields of a
# template) like any other text.
# Seen: insertions are left out as well as deletions, so that the sentence is that of neither version; the number in a control, and a paragraph that
# is one control, are gone. Nothing is said. Hyperlinks and a non-breaking hyphen are kept.
# Why it matters: drafts that went round for comment lose what was agreed, and official templates keep number, addressee and date in controls.
# pandoc reads both; --track-changes says which version.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx-parser-converter==1.0.3 python-docx==1.2.0
cat >check.py <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx_parser_converter import docx_to_text


def run(text, tag="t"):
    """A run of Word with this text."""
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


paragraphs = [
    f'{run("完成投资")}<w:del w:id="1" w:author="a">{run("9", "delText")}</w:del>'
    f'<w:ins w:id="2" w:author="a">{run("12")}</w:ins>{run("亿元。")}',
    f'<w:sdt><w:sdtContent>{run("临政发〔2021〕5号")}</w:sdtContent></w:sdt>{run("文件")}',
    f'<w:hyperlink w:anchor="x">{run("附件")}</w:hyperlink>{run("2019")}<w:r><w:noBreakHyphen/></w:r>{run("2021年")}',
]
blocks = [f"<w:p {nsdecls('w')}>{paragraph}</w:p>" for paragraph in paragraphs]
blocks.append(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run('各镇人民政府：')}</w:p></w:sdtContent></w:sdt>")
document = Document()
for block in blocks:
    document.element.body.insert_element_before(parse_xml(block), "w:sectPr")
document.save("draft.docx")
seen = docx_to_text("draft.docx").split()
print(seen)
assert seen == ["完成投资亿元。", "文件", "附件2019-2021年"]
PY
venv/bin/python check.py
