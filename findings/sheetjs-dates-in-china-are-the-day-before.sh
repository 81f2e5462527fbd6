#!/usr/bin/env bash
# SheetJS (xlsx 0.18.5, the newest on npm): with cellDates, a date read in China's time zone is 43 seconds before midnight, and so the day before.
# Guess before running: that dates were off by seconds had been heard of; it is mended in the newest version, and 2021-03-04 is that day.
# Seen: with TZ=Asia/Shanghai the cell is 3 March 2021 23:59:17, getDate() is 3, and so it is in sheet_to_json(); 1 January 2021 is in the year 2020.
# In UTC and in New York it is midnight of the day itself. exceljs 4.4.0 gives the day in UTC. The 43 seconds are those by which Shanghai's local
# time of 1900 differed from the zone's.
# Why it matters: registers of notices are read in China, on machines with that time zone: each date is a day early, the first of January a year.
# Read without cellDates and take the number of days, or the text (w).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0
cat >check.cjs <<'JS'
const assert = require("node:assert");
const XLSX = require("xlsx");
const ExcelJS = require("exceljs");

const main = async () => {
  const sheet = XLSX.utils.aoa_to_sheet([["日期"], [44259], [44197]]);
  ["A2", "A3"].forEach((name) => { sheet[name].z = "yyyy-mm-dd"; });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "register");
  XLSX.writeFile(book, "register.xlsx");
  const other = new ExcelJS.Workbook();
  await other.xlsx.readFile("register.xlsx");
  const rows = XLSX.utils.sheet_to_json(XLSX.readFile("register.xlsx", { cellDates: true }).Sheets.register);
  const show = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds()].join(" ");
  const exact = other.worksheets[0].getCell("A2").value.toISOString().slice(0, 10);
  const seen = [...rows.map((row) => show(row.日期)), exact].join(", ");
  console.log(process.env.TZ, seen);
  const day = process.env.TZ === "Asia/Shanghai" ? "2021 3 3 23 59 17, 2020 12 31 23 59 17" : "2021 3 4 0 0 0, 2021 1 1 0 0 0";
  assert.equal(seen, day + ", 2021-03-04");
};
main();
JS
for zone in Asia/Shanghai UTC America/New_York; do TZ=$zone node check.cjs; done
