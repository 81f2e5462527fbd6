#!/usr/bin/env bash
# gne 0.4.3 (GeneralNewsExtractor): of a page without line breaks between its tags, the author is the source's name and the addressee of the notice
# in one.
# Guess before running: title, date of publication and body are right (they are, but for the order of a table); of the author nothing was guessed.
# Seen: 作者：张三 before the paragraph 各镇人民政府， gives the author 张三各镇人民政府, 来源：区政府办公室 the author 区政府办公室各镇人民政府. With line breaks between the tags it is 张三.
# Where the page names no author, what stands behind 来源： in the body is one: 坚持公开透明.
# Why it matters: many portals send pages without line breaks; counts by issuer then have offices that do not exist, and that look like joint ones.
# Put a line break before each <p> and <div>, and take the source from the meta elements of the page.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gne==0.4.3
cat >check.py <<'PY'
from gne import GeneralNewsExtractor

paragraphs = [
    "各镇人民政府，区政府各部门：",
    "经区政府同意，现将重点工作方案印发给你们，请认真组织实施，确保各项任务按期完成，重要情况及时报告。",
    "坚持稳中求进，全年完成投资5.2亿元，增长3.1%，新增就业3.6万人，城镇登记失业率控制在3.5%以内。",
]


def author(about, between, last=""):
    body = between.join(f"<p>{text}</p>" for text in [*paragraphs, last])
    parts = ["<html><head><title>通知</title></head><body>", "<h1>关于印发重点工作方案的通知</h1>", f"<div>2021-03-10 {about}</div>", f"<div>{body}</div>"]
    return GeneralNewsExtractor().extract(between.join(parts) + "</body></html>")["author"]


named = [author(about, between) for about in ("作者：张三", "来源：区政府办公室") for between in ("", "\n")]
none = author("", "\n", "明确各项资金来源：坚持公开透明。")
print(named, none)
assert named == ["张三各镇人民政府", "张三", "区政府办公室各镇人民政府", "区政府办公室"]
assert none == "坚持公开透明"
PY
venv/bin/python check.py
