#!/usr/bin/env bash
# MiniSearch 7.2.0 and FlexSearch 0.8.212 (npm): a search for 2.5 finds 5.2, as well as it finds 2.5.
# Guess before running: of words parted by blanks each is found, and 5.2% finds the text with 5.2%, not the one with 5% and 2.
# Seen: 增长 5.2%, 增长 2.5% and 增长 5% 下降 2 个 are all found by 5.2% and by 2.5%, in MiniSearch with the same score. A point and a sign part words, so
# that a decimal is two numbers in any order.
# Why it matters: whoever looks up the figure of a report is shown others with it, in an order that says nothing; with the years and numbers of
# documents it is the same. Give a tokenizer of your own (tokenize, encode) that cuts at blanks alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund minisearch@7.2.0 flexsearch@0.8.212
cat >check.mjs <<'JS'
import assert from "node:assert";
import MiniSearch from "minisearch";
import FlexSearch from "flexsearch";

const texts = ["投资 增长 5.2%", "投资 增长 2.5%", "投资 5% 消费 2 个"];
const make = (options) => {
  const index = new MiniSearch({ fields: ["text"], ...options });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return index;
};
const mini = make({});
const blanks = make({ tokenize: (text) => text.split(" ") });
const flex = new FlexSearch.Index();
texts.forEach((text, id) => flex.add(id, text));
for (const query of ["5.2%", "2.5%"]) {
  const found = mini.search(query);
  const exact = blanks.search(query).map(({ id }) => id);
  console.log(query, found.map(({ id, score }) => [id, score]), flex.search(query), exact);
  assert.deepEqual(found.map(({ id }) => id).sort(), [0, 1, 2]);
  assert.equal(new Set(found.map(({ score }) => score)).size, 1);
  assert.deepEqual([...flex.search(query)].sort(), [0, 1, 2]);
  assert.deepEqual(exact, [query === "5.2%" ? 0 : 1]);
}
JS
node check.mjs
