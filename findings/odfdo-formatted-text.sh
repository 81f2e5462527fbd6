#!/usr/bin/env bash
# odfdo 3.27.3: get_formatted_text() of an .odt loses characters with a phonetic guide, and runs of blanks.
# Guess before running: "formatted text" is the text that a reader sees, notes numbered (as it does for footnotes).
# Seen: of 渠(qú)清了 as text:ruby only 清了 remains; 国   务   院 set with text:s (three blanks each, as letter-spaced headings are) is 国务院.
# Why it matters: the annotated character is gone; columns set with blanks run into each other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfdo==3.27.3
cat >check.py <<'PY'
import io
import zipfile

from odfdo import Document

NS = "urn:oasis:names:tc:opendocument:xmlns"
MIME = "application/vnd.oasis.opendocument.text"


def read(body):
    """Formatted text of a document with this body."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("mimetype", MIME)
        file.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{NS}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{MIME}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        file.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{NS}:office:1.0" xmlns:text="{NS}:text:1.0" '
            f'office:version="1.3"><office:body><office:text>{body}</office:text></office:body>'
            "</office:document-content>",
        )
    data.seek(0)
    return Document(data).get_formatted_text().strip()


ruby = "<text:ruby><text:ruby-base>渠</text:ruby-base><text:ruby-text>qú</text:ruby-text></text:ruby>"
blanks = '<text:s text:c="3"/>'
seen = {"ruby": read(f"<text:p>{ruby}清了</text:p>"), "blanks": read(f"<text:p>国{blanks}务{blanks}院</text:p>")}
print(seen)
assert seen == {"ruby": "清了", "blanks": "国务院"}
PY
venv/bin/python check.py
