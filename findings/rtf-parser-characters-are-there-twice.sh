#!/usr/bin/env bash
# rtf-parser 1.3.3 and @iarna/rtf-to-html 1.1.0 (npm): of an .rtf file, a Chinese character is there twice, or has a question mark behind it.
# Guess before running: Chinese in GBK bytes (\'d4\'f6) is read (right). Of characters that the file gives as Unicode, with bytes behind them for
# readers without Unicode (\uc says how many), nothing was guessed; they were in the file as the other usual way.
# Seen: \u22686\'d4\'f6 with \uc2 is 增增, \u22686? with \uc1 is 增?; text written in GBK bytes alone is right. Hidden text is there, deleted text
# (\deleted) is, and what is deleted runs into the figure beside it: 12 and a deleted 3 before 4 are 1234.
# Why it matters: 增增长长5.2% has no word in it that a lexicon knows, while the figures look right. Which of the two ways a file has depends on the
# program that wrote it, so that half of a corpus is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rtf-parser@1.3.3 @iarna/rtf-to-html@1.1.0
cat >check.mjs <<'JS'
import assert from "node:assert";
import { promisify } from "node:util";
import rtfToHtml from "@iarna/rtf-to-html";
import parser from "rtf-parser";

const lines = [
  String.raw`\'d4\'f6\'b3\'a45.2%`,
  String.raw`\uc2\u22686\'d4\'f6\u-27265\'b3\'a45.2%`,
  String.raw`\uc1\u22686?\u-27265?5.2%`,
  String.raw`12{\deleted 3}4`,
  String.raw`5{\v 6}7`,
];
const head = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 `;
const rtf = `${head}${lines.join("\\par\n")}\\par}`;
const document = await promisify(parser.string)(rtf);
const seen = document.content.map(({ content }) => content.map(({ value }) => value).join(""));
const html = await promisify(rtfToHtml.fromString)(rtf);
console.log(seen);
assert.deepEqual(seen.slice(0, 5), ["增长5.2%", "增增长长5.2%", "增?长?5.2%", "1234", "567"]);
for (const line of seen.slice(0, 3)) assert.ok(html.includes(line));
JS
node check.mjs
