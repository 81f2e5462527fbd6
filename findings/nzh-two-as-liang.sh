#!/usr/bin/env bash
# nzh 1.0.14 (npm): 两 counts for nothing, and nor does 〇.
# Guess before running: 五千万 is 50000000 (right); 两千 and 二〇二一 were in the same list as a matter of course.
# Seen: decodeS("两千") is 0, 两千三百万 (23 million) 3000000, 十万两千 100000; both spellings of 2021 are 221. 二千三百万, with the other word for two, is right.
# Why it matters: 两 is the usual "two" before 百, 千, 万 and 亿 in speeches and reports; amounts lose their first figure and stay plausible.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund nzh@1.0.14
cat >check.mjs <<'JS'
import assert from "node:assert";
import nzh from "nzh";

const numerals = ["两千", "两千三百万", "十万两千", "二〇二一", "二零二一", "二千三百万", "一百零二"];
const seen = Object.fromEntries(numerals.map((numeral) => [numeral, nzh.cn.decodeS(numeral)]));
console.log(seen);
assert.deepEqual(seen, {
  两千: 0,
  两千三百万: 3000000,
  十万两千: 100000,
  二〇二一: 221,
  二零二一: 221,
  二千三百万: 23000000,
  一百零二: 102,
});
JS
node check.mjs
