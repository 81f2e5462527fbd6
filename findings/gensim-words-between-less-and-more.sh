#!/usr/bin/env bash
# gensim 4.4.0, w3lib 2.5.0 and MarkupSafe 3.0.4: 增速<5%的县和>8%的县 is 增速8%的县 when tags are taken out.
# Guess before running: strip_tags(), remove_tags() and striptags() take out tags; a < before a figure begins none, in HTML as little as to the eye.
# Seen: what stands between the two signs is gone in all three, whatever it is; in a sentence with < alone nothing is. gensim's preprocess_string(),
# of which this is a step, loses it as well. nh3 and bleach (tried beside them) keep it.
# Why it matters: grades and conditions are written like this (PM2.5<35, 降幅>10%); the text says of the slow districts what was said of the fast ones.
# Use a parser of HTML, or write the signs out first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gensim==4.4.0 w3lib==2.5.0 markupsafe==3.0.4 numpy==2.4.6 scipy==1.17.1
cat >check.py <<'PY'
from gensim.parsing.preprocessing import preprocess_string, strip_tags
from markupsafe import Markup
from w3lib.html import remove_tags

SENTENCE = "增速<5%的县和>8%的县共12个"
seen = [strip_tags(SENTENCE), remove_tags(SENTENCE), Markup(SENTENCE).striptags()]
words = preprocess_string("降幅 <5% 的 街道 ， 增幅 >8% 的 乡镇政府", [strip_tags, str.strip])
alone = [strip_tags("增速<5%的县"), remove_tags("增速<5%的县"), str(Markup("增速<5%的县").striptags())]
print(seen, words, alone)
assert [str(text) for text in seen] == ["增速8%的县共12个"] * 3
assert words == ["降幅", "8%", "的", "乡镇政府"]
assert alone == ["增速<5%的县"] * 3
PY
venv/bin/python check.py
