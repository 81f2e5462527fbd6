#!/usr/bin/env bash
# @retorquere/bibtex-parser 9.0.29 (npm; the parser of Better BibTeX for Zotero): of 5G-A网络的Case研究 it makes 5G-a网络的case研究.
# Guess before running: a Chinese title comes out as it is written; sentence case is for English.
# Seen: the title is put into sentence case although it is Chinese and the entry names no language: some Latin words with a capital are put into
# small letters, Case and the A of 5G-A. GDP, R&D, 5G and Wind behind a Han character stay. With langid={chinese} it is as written.
# Why it matters: names of standards, firms and models inside a title change when a library is moved by BibTeX, and two entries of one document no
# longer match. CNKI and most Chinese exporters write no langid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @retorquere/bibtex-parser@9.0.29
cat >check.mjs <<'JS'
import assert from "node:assert";
import { parse } from "@retorquere/bibtex-parser";

const titles = ["GDP增长与R\\&D投入：5G-A网络的Case研究", "基于Wind数据的分析"];
const title = (text, more = "") => parse(`@article{a, title={${text}}, author={张三}, year={2021}${more}}`).entries[0].fields.title;
const seen = titles.map((text) => title(text));
console.log(seen, title(titles[0], ", langid={chinese}"));
assert.deepEqual(seen, ["GDP增长与R&D投入：5G-a网络的case研究", "基于Wind数据的分析"]);
assert.equal(title(titles[0], ", langid={chinese}"), "GDP增长与R&D投入：5G-A网络的Case研究");
JS
node check.mjs
