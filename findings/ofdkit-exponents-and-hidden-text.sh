#!/usr/bin/env bash
# ofdkit 0.2.0: a raised 2 becomes a line of its own before its line, and objects that are not visible are read.
# Guess before running: m² set as m and a small raised 2 comes out as m2 in its line;
# text with Visible="false", which no reader shows, is left out.
# Seen: "2", then "用地1200m ，建成学校。", then the hidden 草稿 as a line.
# Why it matters: 1200 square metres become 1200 metres, and a stray figure opens the paragraph; a withdrawn draft is quoted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ofdkit==0.2.0
cat >check.py <<'PY'
import io
import zipfile

import ofdkit

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(number, content, x, y, size, more=""):
    """A text object whose letters stand close together."""
    steps = " ".join(str(size if letter > "\u2e80" else size * 0.55) for letter in content[:-1])
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {y} 90 8" Font="3" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{content}</ofd:TextCode></ofd:TextObject>'
    )


page = (
    text(5, "用地1200m", 20, 50, 5)
    + text(6, "2", 44, 49, 3)
    + text(7, "，建成学校。", 46, 50, 5)
    + text(8, "草稿", 20, 60, 5, ' Visible="false"')
)
data = io.BytesIO()
with zipfile.ZipFile(data, "w") as file:
    file.writestr("OFD.xml", f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml'
                  "</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
    file.writestr("Doc_0/Document.xml", f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea>"
                  "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                  '</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages></ofd:Document>')
    file.writestr("Doc_0/PublicRes.xml", f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/>'
                  "</ofd:Fonts></ofd:Res>")
    file.writestr("Doc_0/Pages/P.xml", f'<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="2">{page}</ofd:Layer></ofd:Content></ofd:Page>')
data.seek(0)
lines = [line.strip() for line in ofdkit.extract_text(data).splitlines() if line.strip()]
print(lines)
assert lines == ["2", "用地1200m ，建成学校。", "草稿"]
PY
venv/bin/python check.py
