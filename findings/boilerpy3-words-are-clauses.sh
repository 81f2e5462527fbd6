#!/usr/bin/env bash
# boilerpy3 1.0.7: a word of a Chinese page is whatever stands between blanks and punctuation, so that dates are text and paragraphs are not.
# Guess before running: long paragraphs without links are kept, the line with date and number of visits may be lost.
# Seen: a paragraph of 51 characters has 4 words, the line of date, source and visits 7. DefaultExtractor keeps the address and drops the paragraph
# with the money; LargestContentExtractor keeps the line of the date and the address, and nothing else.
# Why it matters: a corpus of pages shrinks to salutations without an error. Use an extractor that counts characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check boilerpy3==1.0.7
cat >check.py <<'PY'
from boilerpy3 import extractors

PAGE = """<html><head><title>供暖工作通知</title></head><body>
<div><a href="/">首页</a> <a href="/a">政务公开</a></div>
<h1>关于做好供暖工作的通知</h1>
<div>发布时间：2024-11-05 09:30　来源：区住建局　浏览次数：1203</div>
<p>各镇人民政府、各街道办事处，区直各部门：</p>
<p>为做好今年的供暖工作，区政府决定投入资金3.5亿元，新增供热面积120万平方米，现将有关事项通知如下：</p>
<p>各单位要高度重视，切实把供暖工作摆上重要位置，明确责任人，完善应急预案，确保供暖工作平稳有序。</p>
<p>供热企业要在11月10日前完成管网检修，11月15日前达到供热条件，投诉处理率达到100%。</p>
<div>主办：临溪区人民政府　备案号：12345678</div></body></html>"""
words = {block.text[:4]: block.num_words for block in extractors.DefaultExtractor().get_doc(PAGE).text_blocks}
print(words)
assert words["发布时间"] == 7 and words["为做好今"] == 4
default = extractors.DefaultExtractor().get_content(PAGE)
largest = extractors.LargestContentExtractor().get_content(PAGE)
print(repr(default), repr(largest))
assert "各镇人民政府" in default and "3.5亿元" not in default
assert "浏览次数" in largest and "3.5亿元" not in largest and "高度重视" not in largest
PY
venv/bin/python check.py
