#!/usr/bin/env bash
# chinese-numbers-converter 2.3.1 (npm): 八亿三千万 (830 million) is 8,000,030,000,000.
# Guess before running: 一百二十万, 两千三百万, 八亿三千万 are right; decimals (五点二亿) right or left alone; of 六七十户 and set phrases that they may be spoilt.
# Seen: the first two are right; of 亿 followed by 万 the digits are put one behind the other, ten thousand times too much. 五点二亿 is 5点200000000, 九点五亿
# 9点500000000: point as a character, digits behind it.
# Why it matters: amounts of hundreds of millions that are not round are said in this way; sums and rankings of investments are led by them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chinese-numbers-converter@2.3.1
cat >check.cjs <<'JS'
const assert = require("node:assert");
const ChineseNumber = require("chinese-numbers-converter");

const texts = ["一百二十万", "两千三百万", "八亿三千万", "五点二亿", "九点五亿"];
const seen = texts.map((text) => new ChineseNumber(text).toArabicString());
console.log(seen);
assert.deepEqual(seen, ["1200000", "23000000", "8000030000000", "5点200000000", "9点500000000"]);
JS
node check.cjs
