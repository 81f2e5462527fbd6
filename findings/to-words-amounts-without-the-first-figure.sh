#!/usr/bin/env bash
# to-words 5.7.0 (npm): in its Chinese locale 10,200 is 万 二 百 and 1.2 thousand million 十亿 二 亿; 5.2 yuan are 五 元 二十 分.
# Guess before running: 10200 is 一万零二百, with or without blanks. Of amounts of money nothing was guessed.
# Seen: the one in front of 万, 百, 千 and 亿 is left out, the zero within is nowhere, and units of English steps are put together: 123456789012 is
# 千亿 二 百亿 三 十亿 四 亿 … Words are parted by blanks, also in amounts, and a fraction of a yuan is so many 分: .05 is 零 元 五 分, 5.2 五 元 二十 分.
# Why it matters: amounts are written in words where digits could be altered, in contracts and payment orders; 万 二 百 is read as an amount of which
# the first figure is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund to-words@5.7.0
cat >check.mjs <<'JS'
import assert from "node:assert";
import { ToWords } from "to-words";

const words = new ToWords({ localeCode: "zh-CN" });
const seen = [10200, 1020, 1200000000, 123456789012].map((value) => words.convert(value));
const amounts = [5.2, 0.05].map((value) => words.convert(value, { currency: true }).split(/\s+/).filter((word) => word !== "整").join(" "));
console.log(seen, amounts);
assert.deepEqual(seen.slice(0, 3), ["万 二 百", "千 二十", "十亿 二 亿"]);
assert.ok(seen[3].startsWith("千亿 二 百亿 三 十亿 四 亿"));
assert.deepEqual(amounts, ["五 元 二十 分", "零 元 五 分"]);
JS
node check.mjs
