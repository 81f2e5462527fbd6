#!/usr/bin/env bash
# SheetJS (xlsx 0.18.5, the newest on npm): a number in a format of Chinese Excel that names its locale is shown as US dollars.
# Guess before running: [DBNum2][$-804]General, Excel's own format "Chinese capital numbers" (壹贰叁, for amounts in words), gives those characters or
# plain digits; [$-804] only says that the locale is Chinese.
# Seen: 44260 is $44260 with [DBNum2][$-804]General, $44260.00 with [$-804]0.00, $44260元 with [DBNum2][$-804]0"元"; the weekday aaaa is "$aaaa". Dates
# of year and month, and a currency that is really named ([$¥-804]), are right. The CSV has the same, without any word.
# Why it matters: amounts in yuan reach the table as amounts in dollars, or as text that is no number. The value of the cell (v) is right: take that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund xlsx@0.18.5
cat >check.cjs <<'JS'
const assert = require("node:assert");
const XLSX = require("xlsx");

const formats = [
  "[DBNum2][$-804]General", "[$-804]0.00", '[DBNum2][$-804]0"元"', "[$-804]aaaa", '[$-804]yyyy"年"m"月"', "[$¥-804]#,##0.00", "General",
];
const shown = formats.map((format) => {
  const sheet = { A1: { t: "n", v: 44260, z: format }, "!ref": "A1" };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "表");
  const read = XLSX.read(XLSX.write(book, { type: "buffer", bookType: "xlsx" }), { type: "buffer" }).Sheets["表"];
  assert.equal(read.A1.v, 44260);
  return XLSX.utils.sheet_to_csv(read);
});
console.log(shown);
assert.deepEqual(shown, ["$44260", "$44260.00", "$44260元", "$aaaa", "2021年3月", '"¥44,260.00"', "44260"]);
JS
node check.cjs
