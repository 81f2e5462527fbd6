#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): in Chinese text 五点二个百分点 (5.2 percentage points) is two minutes past five.
# Guess before running: 2021年3月4日, 二〇二一年三月四日 and 十二月三十一日 are right (they are). Of figures nothing was guessed; they stood in the list to be no dates.
# Seen: 增长五点二个百分点 is 05:02 of the day of reference, 提高1点5个百分点 01:05, 约十二点三万人 12:03, 五点二亿元 05:02, and 三点要求 (three demands) three o'clock. 2020年前三季度
# (the first three quarters of 2020) is the year 6, 2020 years ago. 5.2% and 1:500 are no dates.
# Why it matters: figures of speeches are written in Han characters; a list of the dates in them is full of times of today. chrono takes a text and
# gives back what it found in it, so that no one has said that there was a time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat >check.mjs <<'JS'
import assert from "node:assert";
import * as chrono from "chrono-node";

const today = new Date(2026, 5, 15, 12);
const texts = ["二〇二一年三月四日", "增长五点二个百分点", "提高1点5个百分点", "约十二点三万人", "五点二亿元", "提出三点要求", "2020年前三季度", "增长5.2%"];
const seen = texts.map((text) => chrono.zh.hans.parse(text, today).map(({ text, start }) => {
  const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map((part) => start.get(part));
  return text + " " + [year, month, day].join("-") + " " + hour + ":" + (minute ?? 0);
}).join());
console.log(seen);
assert.deepEqual(seen, [
  "二〇二一年三月四日 2021-3-4 12:0", "五点二 2026-6-15 5:2", "1点5 2026-6-15 1:5", "十二点三 2026-6-15 12:3", "五点二 2026-6-15 5:2",
  "三点 2026-6-15 3:0", "2020年前 6-6-15 12:0", "",
]);
JS
node check.mjs
