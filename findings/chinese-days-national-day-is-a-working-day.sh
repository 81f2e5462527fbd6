#!/usr/bin/env bash
# chinese-days 1.5.7 (npm): in a year whose holidays it does not know, National Day is a working day.
# Guess before running: for a year that was not announced when the version was made, isWorkday() and isHoliday() raise an error.
# Seen: 1 October 2027, a Friday, is a working day and no holiday; so is 3 October 2003, and October 2027 has 21 working days, of which the holiday
# of a week takes about five. Years in between (2021, 2024) have their holidays and the Sundays that were made working days.
# Why it matters: deadlines are set in working days ("within 20 working days"), and reports of earlier years, or plans for the next, are counted with
# full weeks through the holidays; nothing tells such a year from a known one. Check that the first of October of the year is a holiday.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chinese-days@1.5.7
cat >check.cjs <<'JS'
const assert = require("node:assert");
const days = require("chinese-days");

const seen = ["2027-10-01", "2003-10-03", "2021-10-05", "2021-02-07", "2024-10-03"].map((day) => [day, days.isWorkday(day), days.isHoliday(day)].join());
const october = [2021, 2027].map((year) => days.getWorkdaysInRange(`${year}-10-01`, `${year}-10-31`, true).length);
console.log(seen, october);
assert.deepEqual(seen, [
  "2027-10-01,true,false", "2003-10-03,true,false", "2021-10-05,false,true", "2021-02-07,true,false", "2024-10-03,false,true",
]);
assert.deepEqual(october, [17, 21]);
JS
node check.cjs
