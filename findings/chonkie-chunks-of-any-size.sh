#!/usr/bin/env bash
# chonkie 1.7.0: in chunks of at most 100 characters, a Chinese text of 500 characters is one chunk of 500.
# Guess before running: SentenceChunker cuts behind 。 and no chunk is longer than it was asked for; no cut falls within 5.2%.
# Seen: one chunk, however long the text is, and no warning: its sentences end in ". ", "! ", "? " or a line end only. English text of the same
# length has chunks of 55 to 83. RecursiveChunker keeps the size and cuts at any character: a chunk ends in 改建2 and the next begins with 所。 With
# delim=["。", "！", "？"] SentenceChunker does what it says.
# Why it matters: chunks are made as long as an embedding or a model takes; what is behind its limit is not read, so of a report without line breaks
# the first page alone is searched. The chunk says its number of tokens, which no one compares with the limit that was set.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chonkie==1.7.0
cat >check.py <<'PY'
from chonkie import RecursiveChunker, SentenceChunker

short = "全年完成投资12.5亿元，增长5.2%。新建学校3所，改建2所。城镇居民收入增长4.8%。"
text = "全年完成投资12.5亿元，增长5.2%。" + "新建学校3所，改建2所。" * 40
english = "The county built 3 schools. It rebuilt 2 more schools. " * 10


def sizes(text, **options):
    return [len(chunk.text) for chunk in SentenceChunker(tokenizer="character", chunk_size=100, chunk_overlap=0, **options)(text)]


print(len(text), sizes(text), sizes(english), sizes(text, delim=["。", "！", "？"]))
assert sizes(text) == [len(text)] == [500]
assert max(sizes(english)) <= 100 and len(sizes(english)) == 7
assert max(sizes(text, delim=["。", "！", "？"])) <= 100
pieces = [chunk.text for chunk in RecursiveChunker(tokenizer="character", chunk_size=30)(short)]
print(pieces)
assert pieces[0].endswith("改建2") and pieces[1].startswith("所。")
PY
venv/bin/python check.py
