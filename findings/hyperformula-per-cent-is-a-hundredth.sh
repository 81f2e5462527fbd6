#!/usr/bin/env bash
# hyperformula 3.5.0 (npm): TEXT(0.0525,"0.0%") is 0.1%, and 12345.678 with thousands set off is 12346,##0.0.
# Guess before running: as in Excel: 5.3% and 12,345.7; a date in 年月日 is right (it is), ROUND takes halves up (it does).
# Seen: the sign % is put behind the number as it stands: .052 with 0.00% is 0.05%, .5 with 0% is 1%. The comma of #,##0 and of 0.0, (thousands)
# stays as a character. 5.2 with 0.0亿元 is right. No error.
# Why it matters: sentences of a report are built from a sheet in this way ("增长"&TEXT(...)); growth of 5.2% is 0.1% in them, a figure that looks
# possible. The number in the cell is right: format it outside.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat >check.cjs <<'JS'
const assert = require("node:assert");
const { HyperFormula } = require("hyperformula");

const formulas = [
  '="增长"&TEXT(0.052,"0.0%")', '=TEXT(0.0525,"0.0%")', '=TEXT(0.052,"0.00%")', '=TEXT(0.5,"0%")', '=TEXT(12345.678,"#,##0.0")',
  '=TEXT(123456,"0.0,")', '=TEXT(5.2,"0.0亿元")', '=TEXT(44259,"yyyy年m月d日")', "=ROUND(0.0525,3)",
];
const sheet = HyperFormula.buildFromArray([formulas], { licenseKey: "gpl-v3" });
const seen = formulas.map((_, col) => sheet.getCellValue({ sheet: 0, row: 0, col }));
console.log(seen);
assert.deepEqual(seen, ["增长0.1%", "0.1%", "0.05%", "1%", "12346,##0.0", "123456.0,", "5.2亿元", "2021年3月4日", 0.053]);
JS
node check.cjs
