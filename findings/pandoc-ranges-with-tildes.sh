#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): of two ranges in a Chinese sentence what stands between their tildes becomes a subscript, and the tildes are
# gone.
# Guess before running: 一季度增长5~6%，二季度增长7~8%。 keeps its tildes from Markdown to plain text and to Word.
# Seen: plain text has 5_(6%，二季度增长7)8%, HTML and Word have 5, a subscript, and 8%: read without the formatting, 增长56% and 78%. A third range keeps
# its tilde. So it is in the dialects markdown and commonmark_x; gfm and commonmark keep all of them. Between two ranges of an English sentence there
# is a blank, which ends a subscript; in Chinese there is none.
# Why it matters: ranges are how targets are set, ~ stands beside ～ in official texts, and the text goes through Markdown in most pipelines; the
# figures that come out are ten times as high. Use -markdown-subscript, or ～ (U+FF5E) and –.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
cat >check.py <<'PY'
import docx
import pypandoc

text = "一季度增长5~6%，二季度增长7~8%，全年6~7%。"
plain, github, safe = (pypandoc.convert_text(text, "plain", format=name).strip() for name in ("markdown", "gfm", "markdown-subscript"))
pypandoc.convert_text(text, "docx", format="markdown", outputfile="ranges.docx")
word = docx.Document("ranges.docx").paragraphs[0].text
english = pypandoc.convert_text("First quarter 5~6%, second quarter 7~8%.", "plain", format="markdown").strip()
print(pypandoc.get_pandoc_version(), plain, word, github, english)
assert plain == "一季度增长5_(6%，二季度增长7)8%，全年6~7%。"
assert word == "一季度增长56%，二季度增长78%，全年6~7%。"
assert github == safe == text and english.count("~") == 2
PY
venv/bin/python check.py
