#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17): a character with a phonetic guide (拼音指南 in Word and WPS; w:ruby) is lost.
# Guess before running: the guide (qú) is left out or put behind the character; the character itself (渠) is text like any other.
# Seen: all three give 清 for 渠(qú)清了 without the annotated character; nothing says that something was left out.
# Why it matters: names of rare characters in notices and teaching material are the ones that carry a guide.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17
cat >check.py <<'PY'
import io
import zipfile

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def write(path, body):
    """A Word document with this body."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{OPC}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{OPC}/relationships"><Relationship Id="r1" Type="{OFFICE}" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")


import docx
import mammoth
import pypandoc

ruby = (
    "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>qú</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>渠</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>清了</w:t></w:r></w:p>"
)
write("ruby.docx", ruby)
with open("ruby.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file).value
seen = {
    "python-docx": docx.Document("ruby.docx").paragraphs[0].text,
    "mammoth": raw.strip(),
    "pandoc": pypandoc.convert_file("ruby.docx", "plain").strip(),
}
print(pypandoc.get_pandoc_version(), seen)
assert seen == {"python-docx": "清了", "mammoth": "清了", "pandoc": "清了"}
PY
venv/bin/python check.py
