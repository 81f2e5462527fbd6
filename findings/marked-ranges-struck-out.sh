#!/usr/bin/env bash
# marked 18.2.1 (npm; a reader of Markdown for notebooks and pages) and remark-gfm 4.0.1: of two ranges, what stands between their tildes is struck
# out.
# Guess before running: 一季度增长5~6%，二季度增长7~8%。 keeps its tildes; a deletion asks for two of them (~~).
# Seen: both delete: 5, then 6%，二季度增长7 struck out, then 8%; the tildes are gone, so that the text of the page is 增长56% and 78%, and a reader sees
# that the first target was withdrawn. remark writes the deletion back into the Markdown as ~~. One range alone stays. With singleTilde: false remark
# keeps them; marked has no such option.
# Why it matters: a notebook or a page shows a statement of the report as struck out, and the text taken from it has figures ten times as high. Write
# ～ (U+FF5E) or – for ranges.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund marked@18.2.1 remark@15.0.1 remark-gfm@4.0.1
cat >check.mjs <<'JS'
import assert from "node:assert";
import { marked } from "marked";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

const text = "一季度增长5~6%，二季度增长7~8%。";
const html = marked.parse(text).trim();
const again = String(await remark().use(remarkGfm).process(text)).trim();
const strict = String(await remark().use(remarkGfm, { singleTilde: false }).process(text)).trim();
console.log(html, again, strict);
assert.equal(html, "<p>一季度增长5<del>6%，二季度增长7</del>8%。</p>");
assert.equal(html.replace(/<[^>]+>/g, ""), "一季度增长56%，二季度增长78%。");
assert.equal(again, "一季度增长5~~6%，二季度增长7~~8%。");
assert.equal(strict.replaceAll("\\", ""), text);
assert.equal(marked.parse("增长5~6%。").trim(), "<p>增长5~6%。</p>");
JS
node check.mjs
