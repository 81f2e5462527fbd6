#!/usr/bin/env bash
# sumy 0.13.0: what does not end in 。！or ？, and what stands before an ideographic space, is no part of a Chinese document.
# Guess before running: Tokenizer("chinese") cuts behind 。！？; a heading, an item that ends in ；or a last line is a sentence of its own.
# Seen: headings, items and the last line are not in document.sentences; of 附件　清单见附表。the first word is gone; to_words() drops
# 5.2% and 5G. A text of items without 。 is an empty document. No error.
# Why it matters: the goals of a notice stand in such items, and no summary can have them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps sumy==0.13.0 nltk==3.10.4 regex==2026.11.19 jieba==0.42.1 setuptools==80.9.0 \
    pycountry==26.2.16 requests==2.34.2 certifi==2026.10.19.post1 idna==3.20 urllib3==2.8.0 charset-normalizer==3.5.3
cat >check.py <<'PY'
import warnings

warnings.filterwarnings("ignore")
import logging

logging.disable(logging.CRITICAL)
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser

tokenizer = Tokenizer("chinese")


def sentences(text):
    return [str(sentence) for sentence in PlaintextParser.from_string(text, tokenizer).document.sentences]


seen = {
    "notice": sentences("一、加强领导\n\n各单位要明确分工。\n\n（一）压实责任\n\n要按时完成"),
    "items": sentences("新增学位900个；\n\n改造道路3.5公里；\n\n建成公园2座。"),
    "annex": sentences("附件　清单见附表。"),
    "none": sentences("投资增长5.2%；改革有力，完成任务"),
}
words = tokenizer.to_words("投资增长5.2%，建成5G基站30座")
print(seen, words)
assert seen == {"notice": ["各单位要明确分工。"], "items": ["建成公园2座。"], "annex": ["清单见附表。"], "none": []}
assert list(words) == ["投资", "增长", "建成", "基站", "座"]
PY
venv/bin/python check.py
