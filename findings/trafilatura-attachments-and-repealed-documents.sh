#!/usr/bin/env bash
# trafilatura 2.3.1: a paragraph of the body that is for the most part one link is not in the text: attachments, entries of a list of documents.
# Guess before running: what stands between the body's paragraphs stays, links as their text; only menus and "related" lists at the ends go.
# Seen: 附件：<a>1.临溪区2021年重点任务分工表</a> is gone, so is 废止<a>《...》</a>。; the same words without the link, a short link (分工表), and two
# attachments in one paragraph stay. include_links and favor_recall change nothing.
# Why it matters: a notice that only forwards its attachment names none, and a decision repeals nothing; nothing says that lines are missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6
cat >check.py <<'PY'
import trafilatura

BODY = "".join(
    f"<p>（{item}）加快建设水利、交通、学校等项目，落实资金来源，明确责任单位和完成时限，按月报告进度。</p>" for item in "一二三四五六"
)
SHEET, LIST = "1.临溪区2021年重点任务分工表", "2.临溪区2021年项目清单"
PARAGRAPHS = {
    "attachment": f'附件：<a href="a.pdf">{SHEET}</a>',
    "attachment without link": f"附件：{SHEET}",
    "attachment, short": '附件：<a href="a.pdf">分工表</a>',
    "two attachments": f'附件：<a href="a.pdf">{SHEET}</a><br><a href="b.pdf">{LIST}</a>',
    "repealed document": '废止<a href="l.html">《临溪区优化营商环境若干规定（试行）》</a>。',
}


def kept(paragraph, **options):
    page = f"<html><body><h1>关于工作要点的通知</h1>{BODY}<p>{paragraph}</p><p>临溪区人民政府办公室</p></body></html>"
    text = trafilatura.extract(page, **options)
    assert "临溪区人民政府办公室" in text and text.count("按月报告") == 6
    return "附件" in text or "废止" in text


seen = {name: [kept(paragraph), kept(paragraph, include_links=True), kept(paragraph, favor_recall=True)] for name, paragraph in PARAGRAPHS.items()}
print(seen)
assert seen == {
    "attachment": [False] * 3,
    "attachment without link": [True] * 3,
    "attachment, short": [True] * 3,
    "two attachments": [True] * 3,
    "repealed document": [False] * 3,
}
PY
venv/bin/python check.py
