#!/usr/bin/env bash
# vega-loader 5.1.3 (npm; the reader of Vega's charts): read with parse "auto", 临政发 5 is the first of May 2001, and 十四五 2021 New Year's Day of 2021.
# Guess before running: ranges such as 3-5 are text; of names with a number behind them nothing was guessed.
# Seen: a column of 3-5 and 6-8 is two times of the year 2001, and so are 临政发 5 and 临政发 6, 二期 3 and 二期 4: what JavaScript's Date.parse() takes for a
# date is one, and that leaves out words that it doesn't know. 012 is 12 and 2021.10 is 2021.1. Text without a blank (第3期, 1号楼, 2021年) stays.
# Why it matters: the names of documents, stages and plans are large numbers, and a chart that groups by them has an axis of time. One row that is
# no date saves the column, so the same table is right with one more row. Name the types of the columns instead of "auto".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund vega-loader@5.1.3
cat >check.mjs <<'JS'
import assert from "node:assert";
import { read } from "vega-loader";

process.env.TZ = "UTC";
const columns = [
  ["临政发 5", "临政发 6"], ["十四五 2021", "十三五 2016"], ["3-5", "6-8"], ["012", "013"], ["2021.3", "2021.10"],
  ["第3期", "第4期"], ["2021年", "2022年"], ["临政发 5", "无编号"],
];
const seen = columns.map((column) => {
  const values = read("名称,数\n" + column.map((name) => name + ",1\n").join(""), { type: "csv", parse: "auto" }).map((row) => row["名称"]);
  return values.map((value) => (value > 1e9 ? new Date(value).toISOString().slice(0, 10) : value)).join(" ");
});
console.log(seen);
assert.deepEqual(seen, [
  "2001-05-01 2001-06-01", "2021-01-01 2016-01-01", "2001-03-05 2001-06-08", "12 13", "2021.3 2021.1",
  "第3期 第4期", "2021年 2022年", "临政发 5 无编号",
]);
JS
node check.mjs
