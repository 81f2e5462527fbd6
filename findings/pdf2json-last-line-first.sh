#!/usr/bin/env bash
# pdf2json 4.0.3 (npm): the text of a page has its last line first.
# Guess before running: text in one of the encodings of Chinese that PDF has ready (UniGB-UCS2-H) is read (right). Of the order of lines nothing was
# guessed; that it is from top to bottom was taken as a matter of course.
# Seen: the last line of the page comes first and the first last, in Chinese as in English, while the list of texts behind it (Pages[0].Texts) has
# them from top to bottom.
# Why it matters: each line is right, so that a look at the words shows nothing; but sentences run over lines, the value of one stands behind the
# heading of the next, and 其中 (of which) refers to what comes later. Join the texts of Pages by their y.
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
npm install --silent --no-audit --no-fund pdf2json@4.0.3
cat >check.mjs <<'JS'
import assert from "node:assert";
import Parser from "pdf2json";

const read = (path) =>
  new Promise((resolve, reject) => {
    const parser = new Parser(null, true);
    parser.on("pdfParser_dataError", reject);
    parser.on("pdfParser_dataReady", ({ Pages }) => resolve([parser.getRawTextContent(), Pages[0].Texts.map(({ y }) => y)]));
    parser.loadPDF(path);
  });
const lines = ["投资增长5.2%", "教育支出3.1亿元", "医疗支出2.4亿元"];
for (const [path, expected] of [["chinese.pdf", lines], ["latin.pdf", ["first", "second", "third"]]]) {
  const [text, places] = await read(path);
  const seen = text.split(/\r?\n/).slice(0, 3);
  console.log(seen, places);
  assert.deepEqual(seen, expected.toReversed());
  assert.deepEqual(places, places.toSorted((one, other) => one - other));
}
JS
node check.mjs
