#!/usr/bin/env bash
# citation-js 0.7.22 (npm): written as BibTeX, a Chinese title is empty, and of GDP增长5.2%的县 there is GDP5.2%.
# Guess before running: names come through whole (an office as one name), a date in Chinese as text; that titles do was taken for granted.
# Seen: title = {``''} for 关于“十四五”规划的评价, {GDP5.2\%} for GDP增长5.2%的县, {5G} for 临溪区5G建设评价; journal and publisher are {}. Of 张三 with family and given
# name a comma is left; a name in one piece stays. No error. As RIS and in APA style all is there.
# Why it matters: a bibliography of Chinese documents that is passed on to LaTeX or a reference manager has lost titles, journals and most authors,
# and numbers in the titles look like words of them. Set plugins.config.get("@bibtex").format.asciiOnly to false.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund citation-js@0.7.22
cat >check.cjs <<'JS'
const assert = require("node:assert");
const Cite = require("citation-js");
const { plugins } = require("@citation-js/core");

const entry = (title, author) => [{
  id: "a", type: "article-journal", title, author: [author], "container-title": "云岭研究", issued: { "date-parts": [[2021]] },
}];
const split = { family: "张", given: "三" };
const written = (title, author) => new Cite(entry(title, author)).format("bibtex");
const field = (text, name) => text.match(new RegExp(`\\t${name} = \\{(.*)\\},`))[1];
const titles = ["关于“十四五”规划的评价", "GDP增长5.2%的县", "临溪区5G建设评价"].map((title) => field(written(title, split), "title"));
const text = written("临溪区5G建设评价", split);
const whole = field(written("临溪区5G建设评价", { literal: "临溪区人民政府" }), "author");
console.log(titles, text, whole);
assert.deepEqual(titles, ["``''", "GDP5.2\\%", "5G"]);
assert.equal(field(text, "journal"), "");
assert.equal(field(text, "author").trim(), ",");
assert.equal(whole, "{临溪区人民政府}");
assert.match(new Cite(entry("临溪区5G建设评价", split)).format("ris"), /TI  - 临溪区5G建设评价/);
plugins.config.get("@bibtex").format.asciiOnly = false;
assert.equal(field(written("临溪区5G建设评价", split), "title"), "临溪区5G建设评价");
JS
node check.cjs
