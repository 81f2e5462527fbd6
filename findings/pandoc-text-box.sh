#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17), docx reader: the text of a paragraph that also anchors a text box is lost.
# Guess before running: the box's text comes before or after the paragraph's, or is left out.
# Seen: of a paragraph 正文 with a box 文件头 only the box remains; nothing is said, the exit status is 0. Word writes such a paragraph
# (mc:AlternateContent in a run) whenever a letterhead is drawn as a box above the first line.
# Why it matters: the first paragraph of an official document, with its number or its addressee, is missing from the converted text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
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


import pypandoc

box = "<w:txbxContent><w:p><w:r><w:t>文件头</w:t></w:r></w:p></w:txbxContent>"
shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
body = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
    f'<a:graphicData uri="{shape}"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic>'
    f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>"
)
write("box.docx", body)
seen = pypandoc.convert_file("box.docx", "plain").strip()
print(pypandoc.get_pandoc_version(), repr(seen))
assert seen == "文件头"
PY
venv/bin/python check.py
