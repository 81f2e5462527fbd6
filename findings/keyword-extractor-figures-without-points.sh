#!/usr/bin/env bash
# keyword-extractor 0.3.0 (npm): of words parted by blanks, 5.2% is the keyword 52%, and 1:15 is 115.
# Guess before running: with remove_digits: false, Chinese words parted by blanks are kept as they are, and so is 5.2%.
# Seen: points, colons and commas within a word are taken out before the words are: 5.2% is 52%, 2021.3 is 20213, 1:15 is 115, 12,300 is 12300,
# PM2.5 is PM25. A minus sign, a range (2019-2021年) and a fraction (3/4) stay, and so does the Chinese comma, as part of the word behind it.
# Why it matters: a list of the keywords of a report says that investment grew by 52%. It has no Chinese among its languages, but with "en" a text
# whose words were parted by a segmenter comes out as if it were right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund keyword-extractor@0.3.0
cat >check.mjs <<'JS'
import assert from "node:assert";
import extractor from "keyword-extractor";

const text = "全县 投资 增长 5.2% 户数 12,300 户 比例 1:15 截至 2021.3 PM2.5 下降 -3% 2019-2021年 3/4";
const seen = extractor.extract(text, { language: "en", remove_digits: false, return_changed_case: false, remove_duplicates: false });
console.log(seen.join(" "));
assert.equal(seen.join(" "), "全县 投资 增长 52% 户数 12300 户 比例 115 截至 20213 PM25 下降 -3% 2019-2021年 3/4");
assert.deepEqual(extractor.extract("增长 5.2% ，户数", { language: "en", remove_digits: false, return_changed_case: false }), ["增长", "52%", "，户数"]);
JS
node check.mjs
