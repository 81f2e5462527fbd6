#!/usr/bin/env bash
# langextract 1.7.1: with its own tokenizer, what a model extracted from Chinese text has a place in the text only where it fills a whole clause.
# Guess before running: an extraction that stands word for word in the text gets its exact interval.
# Seen: of 2021年全区固定资产投资完成12.5亿元，同比增长5.2%。 固定资产投资 has no place, 12.5亿元 and 5.2% do; of 财政局负责 the office has none. A run of
# Han characters is one word, and only whole words are compared. With UnicodeTokenizer, which has to be asked for, all are found.
# Why it matters: the place is what shows that the model did not make it up; extractions without one are the invented ones, so that in Chinese the
# true names of offices and indicators are thrown away, or left out of the page with highlights. Give tokenizer=UnicodeTokenizer() to extract().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check langextract==1.7.1
cat >check.py <<'PY'
from langextract import data, resolver
from langextract.core.tokenizer import UnicodeTokenizer

TEXTS = {
    "2021年全区固定资产投资完成12.5亿元，同比增长5.2%。": ["固定资产投资", "12.5亿元", "5.2%"],
    "财政局负责，教育局配合。": ["财政局", "教育局"],
    "财政局、教育局": ["财政局", "教育局"],
}


def without_place(**tokenizer):
    """Extractions that stand in their text and get no place in it."""
    found = []
    for text, words in TEXTS.items():
        extractions = [data.Extraction("名称", word) for word in words]
        for one in resolver.Resolver().align(extractions, text, token_offset=0, char_offset=0, **tokenizer):
            place = one.char_interval
            if place is None:
                found.append(one.extraction_text)
            else:
                assert text[place.start_pos : place.end_pos] == one.extraction_text
    return found


seen = without_place(), without_place(tokenizer_inst=UnicodeTokenizer())
print(seen)
assert seen == (["固定资产投资", "财政局", "教育局"], [])
PY
venv/bin/python check.py
