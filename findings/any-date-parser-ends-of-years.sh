#!/usr/bin/env bash
# any-date-parser 2.2.4 (npm): with its Chinese locale 2021年12月31日前 (by the end of 2021) is the first of February 2021.
# Guess before running: 2021年3月4日 is that day and 2021年 that year (both right). Of dates with words beside them nothing was guessed.
# Seen: 2021年12月31日前 and 截至2021年12月31日 are 1 February 2021, 2025年12月底前 is 1 February 2025, 2021年11月5日起 1 January 2021. 2021年12月31日 alone,
# 2021年9月30日前 and 2021年10月20日印发 are right: of 12月 and 11月 the 1 is the day and the rest the month once a word touches the date. 2021年第3季度
# and 2021/3 are day 3 of 2021, without a month.
# Why it matters: deadlines of plans are ends of years with 前 or 底 behind them: all of them pass ten months too early. Take the date out of its words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund any-date-parser@2.2.4
cat >check.mjs <<'JS'
import assert from "node:assert";
import parser from "any-date-parser";

const parts = (text) => {
  const { year, month, day } = parser.attempt(text, "zh-CN");
  return [year, month, day];
};
const seen = ["2021年12月31日前", "截至2021年12月31日", "2025年12月底前", "2021年11月5日起"].map(parts);
const right = ["2021年12月31日", "2021年9月30日前", "2021年10月20日印发"].map(parts);
const without = ["2021年第3季度", "2021/3"].map(parts);
console.log(seen, right, without);
assert.deepEqual(seen, [[2021, 2, 1], [2021, 2, 1], [2025, 2, 1], [2021, 1, 1]]);
assert.deepEqual(right, [[2021, 12, 31], [2021, 9, 30], [2021, 10, 20]]);
assert.deepEqual(without, [[2021, undefined, 3], [2021, undefined, 3]]);
JS
node check.mjs
