#!/usr/bin/env bash
# tabletojson 4.1.15 (npm): with headings in two rows, the growth of 2020 stands under 2021, and the name of the county under 2020.
# Guess before running: of headings in two rows (县 over both, 增速 over 2020 and 2021) nothing was guessed; that each figure has its own year or none
# was taken as a matter of course.
# Seen: the last row of headings is the heading of all columns from the left, without the place that 县 takes in it: {"2020": "临溪", "2021": 5.2, "2":
# 3.1}. A third name is missing, so that the last figure is under 2, the number of its column.
# No error.
# Why it matters: tables of yearbooks have such headings more often than not, and two of three columns keep a name that looks right: the growth of a
# year is reported for the next.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund tabletojson@4.1.15
cat >check.mjs <<'JS'
import assert from "node:assert";
import { Tabletojson } from "tabletojson";

const heads = "<tr><th rowspan=2>县</th><th colspan=2>增速</th></tr><tr><th>2020</th><th>2021</th></tr>";
const html = `<table>${heads}<tr><td>临溪</td><td>5.2</td><td>3.1</td></tr><tr><td>云岭</td><td>4</td><td>6</td></tr></table>`;
const [rows] = Tabletojson.convert(html);
console.log(rows);
assert.deepEqual(rows, [
  { 2020: "临溪", 2021: "5.2", 2: "3.1" },
  { 2020: "云岭", 2021: "4", 2: "6" },
]);
JS
node check.mjs
