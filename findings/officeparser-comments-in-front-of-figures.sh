#!/usr/bin/env bash
# officeparser 7.8.0 (npm): of an .ods sheet, the digits of a comment stand in front of the figure of its cell.
# Guess before running: the text of a cell is what it shows; comments are left out or set apart; figures of one cell are never glued.
# Seen: 300.5 with the comment 待核2 is 待核2300.5, and 乙县 with 改名 is 改名乙县. 5 and 6 in two paragraphs of a cell, or parted by a line break or a tab, are
# 56. Of 全年完成5.2亿元 with 完成 in bold there is 完成 alone: what stands outside of the highlighted words is lost.
# Why it matters: the comment of a cell says what is to be checked, with figures in it; the number found is ten times too large, and has no blank
# before it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund officeparser@7.8.0 jszip@3.10.1
cat >check.mjs <<'JS'
import assert from "node:assert";
import { writeFileSync } from "node:fs";
import JSZip from "jszip";
import { parseOffice } from "officeparser";

const space = "urn:oasis:names:tc:opendocument:xmlns:";
const names = ["office", "table", "text"].map((name) => `xmlns:${name}="${space}${name}:1.0"`).join(" ");
const cells = [
  "<office:annotation><text:p>待核2</text:p></office:annotation><text:p>300.5</text:p>",
  "<office:annotation><text:p>改名</text:p></office:annotation><text:p>乙县</text:p>",
  "<text:p>5</text:p><text:p>6</text:p>", "<text:p>5<text:line-break/>6</text:p>", "<text:p>5<text:tab/>6</text:p>",
  "<text:p>全年<text:span>完成</text:span>5.2亿元</text:p>", "<text:p>完</text:p>",
];
const row = cells.map((cell) => `<table:table-cell office:value-type="string">${cell}</table:table-cell>`).join("");
const table = `<table:table table:name="表"><table:table-row>${row}</table:table-row></table:table>`;
const body = `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>`;
const kind = "application/vnd.oasis.opendocument.spreadsheet";
const file = new JSZip();
file.file("mimetype", kind);
const entry = `<m:file-entry m:full-path="/" m:media-type="${kind}"/>`;
file.file("META-INF/manifest.xml", `<m:manifest xmlns:m="${space}manifest:1.0">${entry}</m:manifest>`);
file.file("content.xml", `<office:document-content ${names} office:version="1.2">${body}</office:document-content>`);
writeFileSync("cells.ods", await file.generateAsync({ type: "nodebuffer" }));
const seen = (await parseOffice("cells.ods")).toText().split(/\s+/).filter(Boolean);
console.log(seen);
assert.deepEqual(seen, ["待核2300.5", "改名乙县", "56", "56", "56", "完成", "完"]);
JS
node check.mjs
