#!/usr/bin/env bash
# pySBD 0.3.4: a Chinese quotation loses its closing mark to the sentence behind it.
# Guess before running: Segmenter(language="zh") cuts behind 。！？ together with the ” or ） that closes there.
# Seen: 会议强调：“要稳增长。 and ”全年投资增长5.2%。; brackets the same. Every sentence behind a quotation begins with ” or ）, and a quotation followed by
# nothing else leaves a sentence that is a mark alone.
# Why it matters: speeches and minutes quote in whole sentences; sentences that begin with a year or with （一） are no longer found by their beginning,
# pairs of marks never match within a sentence, and there are too many sentences.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysbd==0.3.4
cat >check.py <<'PY'
import pysbd

segmenter = pysbd.Segmenter(language="zh", clean=False)
texts = ("会议强调：“要稳增长。”2021年增长5.2%。", "详见附件（共三页。）全年完成。", "会议强调：“要稳增长。”", "印发《意见》。3月4日施行。")
seen = [segmenter.segment(text) for text in texts]
print(seen)
assert seen == [
    ["会议强调：“要稳增长。", "”2021年增长5.2%。"],
    ["详见附件（共三页。", "）全年完成。"],
    ["会议强调：“要稳增长。", "”"],
    ["印发《意见》。", "3月4日施行。"],
]
PY
venv/bin/python check.py
