#!/usr/bin/env bash
# zhlint 0.8.2 (npm): the dot behind the number of an item becomes a full stop, and the brackets of （一） become half-width.
# Guess before running: the default rules set blanks between Han and Latin and make half-width marks between Han characters full-width;
# 5.2, 1:500, 10:30 and 〔2021〕5号 keep their marks (right). Of numbered items nothing was guessed.
# Seen: 1.完善制度。2.加强监管。 becomes 1。完善制度。2。加强监管。, A.优 becomes A。优, 附件:1.任务表 becomes 附件：1。任务表; with a blank behind the dot, as in
# 1. 完善制度, it stays. （一）推进改革 becomes (一) 推进改革.
# Why it matters: items are written without that blank in Chinese; there are twice as many sentences, each second one a number, and patterns for the
# headings （一） and 1. find neither. Tidy a copy for print, not the text that is counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund zhlint@0.8.2
cat >check.mjs <<'JS'
import assert from "node:assert";
import { run } from "zhlint";

const texts = [
  "1.完善制度。2.加强监管。", "A.优", "附件:1.任务表", "1. 完善制度", "（一）推进改革",
  "比例尺1:500的地图", "会议于10:30召开", "临政发〔2021〕5号", "增长5.2%",
];
const seen = texts.map((text) => run(text, { rules: { preset: "default" } }).result);
console.log(seen);
assert.deepEqual(seen, [
  "1。完善制度。2。加强监管。", "A。优", "附件：1。任务表", "1. 完善制度", "(一) 推进改革",
  "比例尺 1:500 的地图", "会议于 10:30 召开", "临政发〔2021〕5号", "增长 5.2%",
]);
JS
node check.mjs
