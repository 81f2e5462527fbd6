#!/usr/bin/env bash
# aspose-words-foss 26.7.0 (the open-source one, no licence needed): saved as text, a Word document has no tables, and what was inserted under track
# changes is nowhere.
# Guess before running: insertions are in the text, deletions are not, and a table is there in some way.
# Seen: get_text() and saving as text leave the table out, heading and figures; saving as Markdown has it. An inserted sentence is in none of the
# three, although the deleted one is left out as well: of 增长(5 deleted, 6 inserted)% there is 增长%. Also lost are simple fields (the number of a
# table), smart tags (a date) and the non-breaking hyphen of 2019-2021年.
# Why it matters: a draft with changes that were not accepted yet has the new text nowhere, and a notice that is one table is an empty file; no
# warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aspose-words-foss==26.7.0
cat >check.py <<'PY'
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def write(name, body):
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    types = f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="{rels}"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
    relations = f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    document = f'<w:document xmlns:w="{MAIN}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    with zipfile.ZipFile(name, "w") as package:
        for path, text in {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}.items():
            package.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

def changed(tag, text, number):
    kind = "delText" if tag == "del" else "t"
    return f'<w:{tag} w:id="{number}" w:author="a" w:date="2021-03-05T00:00:00Z"><w:r><w:{kind}>{text}</w:{kind}></w:r></w:{tag}>'


paragraphs = [run("增长") + changed("del", "5", 1) + changed("ins", "6", 2) + run("%。") + changed("ins", "新增条款。", 3)]
paragraphs += ['<w:fldSimple w:instr=" SEQ 表 ">' + run("7") + "</w:fldSimple>" + run("号表")]
paragraphs += ['<w:smartTag w:element="date">' + run("2021年3月5日") + "</w:smartTag>" + run("印发")]
paragraphs += [run("2019") + "<w:r><w:noBreakHyphen/></w:r>" + run("2021年")]
cells = "".join(f"<w:tc><w:tcPr/><w:p>{run(text)}</w:p></w:tc>" for text in ("甲县", "12"))
table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="1500"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
write("draft.docx", "".join(f"<w:p>{content}</w:p>" for content in paragraphs) + table + f"<w:p>{run('完')}</w:p>")

import aspose.words_foss as words  # noqa: E402

document = words.Document("draft.docx")
document.save("draft.txt", words.SaveFormat.TEXT)
document.save("draft.md", words.SaveFormat.MARKDOWN)
with open("draft.txt", encoding="utf-8-sig") as file:
    text = file.read()
with open("draft.md", encoding="utf-8-sig") as file:
    marked = file.read()
print(text.split(), marked.split())
assert text.split() == document.get_text().split() == ["增长%。", "号表", "印发", "20192021年", "完"]
assert "甲县" in marked and "12" in marked and "6" not in marked and "新增" not in marked
PY
venv/bin/python check.py
