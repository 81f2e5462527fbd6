#!/usr/bin/env bash
# odfpy 1.4.1: the number of a footnote becomes part of the figure before it; comments and deleted text are text.
# Guess before running: teletype.extractText() of a paragraph leaves notes and comments out or sets them apart, and the paragraphs of a document are
# those that a reader sees.
# Seen: 12亿元 with footnote 1 behind 12 is 121, then the note's text, then 亿元; a comment stands in the line with its author and time; note and comment
# come again as paragraphs of their own; text that was deleted under track changes is the first paragraph.
# Why it matters: 1.2 billion becomes 12.1 billion, and a withdrawn draft is quoted. Take text:note, office:annotation and text:tracked-changes out of
# the tree before reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfpy==1.4.1
cat >check.py <<'PY'
import zipfile

from odf import teletype, text
from odf.opendocument import load

KIND = "application/vnd.oasis.opendocument.text"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = f'xmlns:office="{NAMES}office:1.0" xmlns:text="{NAMES}text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
AUTHOR = "<dc:creator>某人</dc:creator><dc:date>2021-03-04T00:00:00</dc:date>"
BODY = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
    f"<office:change-info>{AUTHOR}</office:change-info><text:p>旧稿：完成投资9亿元。</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:p>完成投资12<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>不含农户。</text:p></text:note-body></text:note>亿元"
    f"<office:annotation>{AUTHOR}<text:p>待核</text:p></office:annotation>，增长5.2%。"
    '<text:change text:change-id="c"/></text:p>'
)
with zipfile.ZipFile("report.odt", "w") as file:
    file.writestr("mimetype", KIND)
    file.writestr(
        "content.xml",
        f'<office:document-content {SPACES} office:version="1.2"><office:body><office:text>{BODY}</office:text>'
        "</office:body></office:document-content>",
    )
    file.writestr(
        "META-INF/manifest.xml",
        f'<m:manifest xmlns:m="{NAMES}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{KIND}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
    )
seen = [teletype.extractText(paragraph) for paragraph in load("report.odt").getElementsByType(text.P)]
print(seen)
assert seen == [
    "旧稿：完成投资9亿元。",
    "完成投资121不含农户。亿元某人2021-03-04T00:00:00待核，增长5.2%。",
    "不含农户。",
    "待核",
]
PY
venv/bin/python check.py
