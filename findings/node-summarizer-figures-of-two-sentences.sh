#!/usr/bin/env bash
# node-summarizer 1.0.7 (npm): in a summary, investment grows by 5.5 亿元 where the text has growth of 5.2% and an amount of 12.5 亿元.
# Guess before running: a Chinese sentence ends at 。, and a summary is made of sentences.
# Seen: the point of a decimal ends a sentence, in English as in Chinese, and 。 ends none. The pieces that count most are put behind each other with a
# point, so that 增长 5 and 5 亿元 are 增长 5.5 亿元. The summary of three pieces begins with 1 亿元 and ends in 支出 3.: its 1 is what it began with.
# Why it matters: figures in a summary look copied; this one is in no sentence of the report. With figures in it a text is to be cut elsewhere first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund node-summarizer@1.0.7
cat >check.mjs <<'JS'
import assert from "node:assert";
import summarizer from "node-summarizer";

const text =
  "全年 投资 增长 5.2% ， 完成 12.5 亿元 。 教育 支出 3.1 亿元 ， 增长 4.8% 。 投资 完成率 95.3% ， 比 上年 提高 1.6 个 百分点 。";
const english = "Investment grew by 5.2 per cent. Spending was 3.1 million yuan.";
const summarize = (text, count) => new summarizer.SummarizerManager(text, count).getSummaryByFrequency();
const { summary } = await summarize(text, 3);
const { sentence_list: pieces } = await summarize(english, 1);
console.log(summary, pieces);
assert.equal(summary, "1 亿元 ， 增长 4.全年 投资 增长 5.5 亿元 。 教育 支出 3.");
assert.ok(!text.includes("增长 5.5 亿元"));
assert.deepEqual(pieces, ["investment grew by 5", "2 per cent", "spending was 3", "1 million yuan"]);
JS
node check.mjs
