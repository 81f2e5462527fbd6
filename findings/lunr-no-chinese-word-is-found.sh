#!/usr/bin/env bash
# lunr 2.3.9 (npm): of a Chinese text whose words are parted by blanks no word can be found.
# Guess before running: lunr cuts at blanks, so that 投资, 县 and 5.2% are found in a text in which they stand between blanks.
# Seen: none of them; 5G and 2021 are found. Its first step takes off what is not a letter, digit or underscore of ASCII at both ends of a word, and
# nothing is left of a Chinese one; of 5.2% the sign goes with the text and stays with the question. No error at either time. With that step taken
# out (lunr.trimmer) all are found.
# Why it matters: lunr is the search of many pages that are made of Markdown; it looks as if the documents did not say it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lunr@2.3.9
cat >check.cjs <<'JS'
const assert = require("node:assert");
const lunr = require("lunr");

const text = "全县 投资 增长 5.2% 县 建成 5G 基站 于 2021 年";
const find = (trimmed) => {
  const index = lunr(function () {
    this.ref("id");
    this.field("text");
    if (!trimmed) { this.pipeline.remove(lunr.trimmer); }
    this.add({ id: 1, text });
  });
  return ["投资", "县", "5.2%", "5G", "2021"].filter((word) => index.search(word).length);
};
const seen = [find(true), find(false)];
console.log(lunr.version, seen);
assert.deepEqual(seen, [["5G", "2021"], ["投资", "县", "5.2%", "5G", "2021"]]);
JS
node check.cjs
