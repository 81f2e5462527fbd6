#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): to GitHub's Markdown and to CommonMark it writes bold sentences that it does not read as bold itself.
# Guess before running: from .docx to gfm and from there to plain text is the text of the document.
# Seen: a paragraph that opens with a bold sentence, 一是加强监管。, has ** before and behind that sentence in the plain text, and so have “双碳” in
# bold within a sentence and a bold heading （一）改革： run into its text. A bold 5.2% before ， is read. With pandoc's own dialect (markdown) all are.
# Why it matters: a bold first sentence is how reports and speeches set their measures; the marks stay as text, 一是 and （一） no longer
# begin a line, and quotation marks stand beside asterisks. By the rules of CommonMark ** closes nothing between a mark and a letter and opens
# nothing between a letter and a mark; Chinese has no blank there. Use the dialect markdown, or plain at once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
cat >check.py <<'PY'
import docx
import pypandoc

document = docx.Document()
paragraphs = [("", "一是加强监管。", "推进改革。"), ("落实", "“双碳”", "目标。"), ("", "（一）改革：", "完成。"), ("增长", "5.2%", "，高于全省。")]
for before, bold, after in paragraphs:
    paragraph = document.add_paragraph(before)
    paragraph.add_run(bold).bold = True
    paragraph.add_run(after)
document.save("report.docx")
seen = {}
for dialect in ("gfm", "commonmark", "markdown"):
    written = pypandoc.convert_file("report.docx", dialect, extra_args=["--wrap=none"])
    assert written.count("**") == 8
    seen[dialect] = pypandoc.convert_text(written, "plain", format=dialect, extra_args=["--wrap=none"]).split()
print(pypandoc.get_pandoc_version(), seen)
whole = ["".join(parts) for parts in paragraphs]
assert seen["markdown"] == whole
assert seen["gfm"] == seen["commonmark"] == ["**一是加强监管。**推进改革。", "落实**“双碳”**目标。", "**（一）改革：**完成。", whole[3]]
PY
venv/bin/python check.py
