#!/usr/bin/env bash
# any-date-parser 2.2.4 (npm): with its Chinese locale 2021年12月31日前 (by the end of 2021) is the first of February 2021.
# Guess before running: 2021年3月4日 is read (right); words behind or in front of a date are passed over, or the date is not read.
# Seen: 2021年12月31日前 and 截至2021年12月31日 are 1 February 2021, 2025年12月底前 is 1 February 2025, 2021年11月5日起 1 January 2021. 2021年12月31日 alone,
# 2021年9月30日前 and 2021年10月20日印发 are right: of 12月 and 11月 the 1 is the day and the rest the month once a word touches the date. attempt() has day 3 of
# 2021 for 2021年第3季度 and for 2021/3.
# Why it matters: deadlines of plans are ends of years with 前 or 底 behind them: all of them pass ten months too early. Take the date out of its words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund any-date-parser@2.2.4
cat >check.mjs <<'JS'
import assert from "node:assert";
import parser from "any-date-parser";

const day = (text) => parser.fromString(text, "zh-CN").toISOString().slice(0, 10);
const seen = ["2021年12月31日前", "截至2021年12月31日", "2025年12月底前", "2021年11月5日起"].map(day);
const right = ["2021年12月31日", "2021年9月30日前", "2021年10月20日印发"].map(day);
const parts = ["2021年第3季度", "2021/3"].map((text) => parser.attempt(text, "zh-CN"));
console.log(seen, right, parts);
assert.deepEqual(seen, ["2021-02-01", "2021-02-01", "2025-02-01", "2021-01-01"]);
assert.deepEqual(right, ["2021-12-31", "2021-09-30", "2021-10-20"]);
for (const part of parts) assert.deepEqual({ ...part }, { year: 2021, day: 3 });
JS
node check.mjs
