#!/usr/bin/env bash
# SheetJS (xlsx 0.18.5, the newest on npm): amounts that a number format shows in 万元 come out ten times too small.
# Guess before running: the text of a cell is what Excel shows: 123456 with the format 0\.0,"万元" (a literal point before the last digit of the
# thousands, the usual way to show ten thousands) is 12.3万元.
# Seen: cell.w and sheet_to_csv() say 1.23万元, for 1234567 12.35万元 instead of 123.5万元; numfmt 4.0.1 says 12.3万元 and 123.5万元. With a format in
# thousands (0.0,"千元") the two agree.
# Why it matters: budgets formatted this way, converted to CSV or shown on a page, are a tenth of what the workbook says, with the unit behind them.
# Take cell.v, the number itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund xlsx@0.18.5 numfmt@4.0.1
cat >check.mjs <<'JS'
import assert from "node:assert";
import XLSX from "xlsx";
import { format } from "numfmt";

const formats = { ten_thousands: '0\\.0,"万元"', thousands: '0.0,"千元"' };
const seen = {};
for (const [name, shown] of Object.entries(formats)) {
  const sheet = { "!ref": "A1:A2", A1: { t: "n", v: 123456, z: shown }, A2: { t: "n", v: 1234567, z: shown } };
  XLSX.writeFile({ SheetNames: ["预算"], Sheets: { 预算: sheet } }, `${name}.xlsx`);
  const read = XLSX.readFile(`${name}.xlsx`, { cellNF: true }).Sheets["预算"];
  assert.equal(read.A1.z, shown);
  seen[name] = [read.A1.w, read.A2.w, XLSX.utils.sheet_to_csv(read).trim(), format(shown, 123456), format(shown, 1234567)];
}
console.log(seen);
assert.deepEqual(seen, {
  ten_thousands: ["1.23万元", "12.35万元", "1.23万元\n12.35万元", "12.3万元", "123.5万元"],
  thousands: ["123.5千元", "1234.6千元", "123.5千元\n1234.6千元", "123.5千元", "1234.6千元"],
});
JS
node check.mjs
