#!/usr/bin/env bash
# lande 1.0.10 (npm): a short Chinese heading is Korean, and a sentence with figures Japanese.
# Guess before running: short official headings are Chinese (cmn).
# Seen: 2021年工作要点, 财政收入, 1.完善制度 and （一）推进改革 are Korean with .87 to .98, 教育 and 县 with 1; a sentence of 35 characters with four figures is
# Japanese with .58. 关于做好防汛工作的通知 is Chinese with 1.
# Why it matters: it sorts pages and lines by language before they are counted; headings and lines with figures are what it takes out, with a
# certainty above any limit. For text in Han characters look at the script instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lande@1.0.10
cat >check.mjs <<'JS'
import assert from "node:assert";
import lande from "lande";

const texts = ["2021年工作要点", "财政收入", "1.完善制度", "（一）推进改革", "教育", "县"];
const seen = texts.map((text) => lande(text)[0]);
const [figures, notice] = ["2021年全区投资增长5.2%，完成12.5亿元，教育支出3.1亿元。", "关于做好防汛工作的通知"].map((text) => lande(text)[0]);
console.log(seen, figures, notice);
for (const [language, certainty] of seen) assert.ok(language === "kor" && certainty > 0.86);
assert.equal(figures[0], "jpn");
assert.ok(notice[0] === "cmn" && notice[1] > 0.99);
JS
node check.mjs
