#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17) and mammoth 1.13.0: the text of a simple field of Word is lost: number of a table, of a document, its date.
# Guess before running: a field is the text that Word shows for it, as it is for the other way of storing one. (Of simple fields nothing was guessed;
# one stood in a document that was written for something else.)
# Seen: 如表3所示 whose 3 is a reference (w:fldSimple) is 如表所示, 表1 主要指标 is 表 主要指标, and 临政发〔2021〕5号 from the properties of the document is gone; pandoc
# says nothing, mammoth has a message. With w:fldChar around the same text both keep it. docx2txt 0.9 keeps all.
# Why it matters: Word stores a field either way, captions made with its own command often as simple ones; table numbers, and numbers of documents
# that a template fills in, are missing from the middle of sentences that read on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0 docx2txt==0.9
cat >check.py <<'PY'
import zipfile

import docx2txt
import mammoth
import pypandoc

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(inner):
    return f'<w:r>{inner}</w:r>'


def text(words):
    return run(f"<w:t>{words}</w:t>")


def simple(code, shown):
    return f'<w:fldSimple w:instr=" {code} ">{text(shown)}</w:fldSimple>'


def complex_(code, shown):
    marks = [run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    return marks[0] + run(f"<w:instrText> {code} </w:instrText>") + marks[1] + text(shown) + marks[2]


def read(field):
    lines = [text("如表") + field("REF t", "3") + text("所示"), text("表") + field("SEQ 表", "1") + text("主要指标"),
             text("文号：") + field("DOCPROPERTY 文号", "临政发〔2021〕5号")]
    body = "".join(f"<w:p>{line}</w:p>" for line in lines)
    with zipfile.ZipFile("fields.docx", "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELS)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>')
    with open("fields.docx", "rb") as file:
        raw = mammoth.extract_raw_text(file).value
    return [pypandoc.convert_file("fields.docx", "plain").split(), raw.split(), docx2txt.process("fields.docx").split()]


whole, short = ["如表3所示", "表1主要指标", "文号：临政发〔2021〕5号"], ["如表所示", "表主要指标", "文号："]
seen = [read(simple), read(complex_)]
print(seen)
assert seen == [[short, short, whole], [whole, whole, whole]]
PY
venv/bin/python check.py
