#!/usr/bin/env bash
# html-to-text 10.0.1 (npm): a table without further options is one word: the figures of a row become one number.
# Guess before running: two figures of one cell stay apart (they do). Of neighbouring cells nothing was guessed: columns, or a blank or line break
# between them, seemed a matter of course.
# Seen: headings 区县 2020年 2021年 and the row 临溪区 120 126 5.2 are 区县2020年2021年增速临溪区1201265.2, without a break between rows either. Columns come with
# the option that names tables as data (selector "table", format "dataTable").
# Why it matters: the tables of notices hold their figures; 1201265.2 is read as one, and English pages, whose cells are words, look only badly set.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund html-to-text@10.0.1
cat >check.mjs <<'JS'
import assert from "node:assert";
import { convert } from "html-to-text";

const row = (cells, tag) => "<tr>" + cells.map((cell) => "<" + tag + ">" + cell + "</" + tag + ">").join("") + "</tr>";
const html = "<table>" + row(["区县", "2020年", "2021年", "增速"], "th") + row(["临溪区", 120, 126, 5.2], "td") + row(["青槐区", 52, 53, 3.1], "td") + "</table>";
const plain = convert(html);
const table = convert(html, { selectors: [{ selector: "table", format: "dataTable" }] });
console.log(plain, table);
assert.equal(plain, "区县2020年2021年增速临溪区1201265.2青槐区52533.1");
assert.deepEqual(table.split("\n")[1].split(/ +/), ["临溪区", "120", "126", "5.2"]);
JS
node check.mjs
