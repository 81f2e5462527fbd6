#!/usr/bin/env bash
# pdf-parse 2.4.5 and unpdf 1.7.0 (npm): a page of Chinese text in one of the encodings that PDF has ready is an empty page.
# Guess before running: text in UniGB-UCS2-H, an encoding that every PDF reader knows by its name, is read as Latin text is; pdf2json and pypdf do.
# Seen: the text is empty, with one page counted, and pdf-parse says nothing at all (unpdf warns in the log that a table of characters was not found).
# A page with a Latin font is read. The tables come in the package of pdf.js, and neither of the two tells it where.
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
import { extractText } from "./other/node_modules/unpdf/dist/index.mjs";

const bytes = async (path) => new Uint8Array(await readFile(path));
const seen = {};
for (const path of ["chinese.pdf", "latin.pdf"]) {
  const parsed = await new PDFParse({ data: await bytes(path) }).getText();
  const { totalPages, text } = await extractText(await bytes(path));
  seen[path] = [parsed.total, parsed.pages[0].text.trim(), totalPages, text[0].trim()];
}
console.log(seen);
assert.deepEqual(seen["chinese.pdf"], [1, "", 1, ""]);
assert.equal(seen["latin.pdf"][1].split(/\s+/).join(" "), "first second third");
assert.equal(seen["latin.pdf"][3].split(/\s+/).join(" "), "first second third");
JS
node check.mjs
