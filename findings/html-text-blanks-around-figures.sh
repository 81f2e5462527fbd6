#!/usr/bin/env bash
# html-text 0.7.1: every inline tag puts a blank into the text.
# Guess before running: extract_text() breaks lines at block tags and adds nothing at inline ones, as a browser does; 5.2 in a span stays with its 亿元.
# Seen: 完成投资 5.2 亿元，增长 3.1 %, 〔 2021 〕 5 号; 乡<b>村振兴</b> is 乡 村振兴. The option guess_punct_space=False changes none of these.
# Why it matters: Word and WPS, in which notices are written, put each run of digits into a span of its own when they save as HTML; document numbers
# and amounts no longer match their patterns, and words with a bold or coloured part are two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check html-text==0.7.1
cat >check.py <<'PY'
import html_text

paragraphs = (
    "<p>完成投资<span>5.2</span>亿元，增长<span>3.1</span>%。</p>",
    "<p>临政办发〔<span>2021</span>〕<span>5</span>号</p>",
    "<p>乡<b>村振兴</b></p>",
)
seen = [{html_text.extract_text(paragraph, guess_punct_space=guess) for guess in (True, False)} for paragraph in paragraphs]
print(seen)
assert seen == [{"完成投资 5.2 亿元，增长 3.1 %。"}, {"临政办发〔 2021 〕 5 号"}, {"乡 村振兴"}]
PY
venv/bin/python check.py
