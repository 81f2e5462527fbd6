#!/usr/bin/env bash
# pdf-parse 2.4.5 and unpdf 1.7.0 (npm): a page of Chinese text in one of the encodings that PDF has ready is an empty page.
# Guess before running: text in UniGB-UCS2-H, an encoding that every PDF reader knows by its name, is read as Latin text is; pdf2json and pypdf do.
# Seen: the text is empty, with one page counted, and pdf-parse says nothing at all (unpdf warns in the log that a table of characters was not found).
# A page with a Latin font is read. The tables belong to pdf.js, which both are built on, and are not loaded.
# Why it matters: older office programs and reporting systems write Chinese this way; such a report is taken for a scan, or counts as a document
# without a word. An empty page with fonts in it is not a scan.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >make.py <<'PY'
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

LINES = ["投资增长5.2%", "教育支出3.1亿元", "医疗支出2.4亿元"]


def write(path, font, lines):
    page = canvas.Canvas(path)
    page.setFont(font, 14)
    for place, line in enumerate(lines):
        page.drawString(72, 700 - 24 * place, line)
    page.save()


pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
write("chinese.pdf", "STSong-Light", LINES)
write("latin.pdf", "Helvetica", ["first", "second", "third"])
PY
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0
venv/bin/python make.py
npm install --silent --no-audit --no-fund pdf-parse@2.4.5
mkdir other
(cd other && npm install --silent --no-audit --no-fund unpdf@1.7.0)
cat >check.mjs <<'JS'
import assert from "node:assert";
import { readFile } from "node:fs/promises";
import { PDFParse } from "pdf-parse";

for (const [path, expected] of [["chinese.pdf", ""], ["latin.pdf", "first second third"]]) {
  const { total, pages } = await new PDFParse({ data: new Uint8Array(await readFile(path)) }).getText();
  console.log(path, total, pages);
  assert.equal(total, 1);
  assert.equal(pages[0].text.trim().split(/\s+/).join(" "), expected);
}
JS
cat >other/check.mjs <<'JS'
import assert from "node:assert";
import { readFile } from "node:fs/promises";
import { extractText } from "unpdf";

for (const [path, expected] of [["chinese.pdf", ""], ["latin.pdf", "first second third"]]) {
  const { totalPages, text } = await extractText(new Uint8Array(await readFile(path)));
  console.log(path, totalPages, text);
  assert.equal(totalPages, 1);
  assert.equal(text[0].trim().split(/\s+/).join(" "), expected);
}
JS
node check.mjs
node other/check.mjs
