#!/usr/bin/env bash
# lexical-diversity 0.1.1: MTLD is higher than by its definition, the more so the more a text repeats itself.
# Guess before running: of the same words its mtld() is that of lexicalrichness 0.5.1; of one word said sixty times it is 2.
# Seen: no stretch of words is ended before its tenth (min=10), so that set phrases that come again within ten words hardly count: 7.3 for sixty
# times 投资 where the definition (and lexicalrichness) says 2, 8.4 in place of 4 for 推进 改革 推进 发展 over and over, 22.2 in place of 20.8 for a paragraph
# of a report. With min=1 it is within .1 of the definition.
# Why it matters: richness of vocabulary is compared across years and with published figures; a text of slogans comes out up to three times as rich
# as it is, and two authors who name the same measure have different figures. Give min=1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check lexical-diversity==0.1.1 setuptools==80.9.0
cat >check.py <<'PY'
from lexical_diversity import lex_div

TEXTS = (
    ["投资"] * 60,
    "推进 改革 推进 发展".split() * 20,
    "坚持 稳中求进 坚持 改革开放 推进 乡村振兴 推进 产业 升级 增长 5.2% 财政 收入 12亿元 教育 医疗 养老".split() * 6,
)


def by_definition(words):
    factors, start = 0, 0
    for end in range(1, len(words) + 1):
        stretch = words[start:end]
        if len(set(stretch)) / len(stretch) < 0.72:
            factors, start = factors + 1, end
    rest = words[start:]
    factors += (1 - len(set(rest)) / len(rest)) / 0.28 if rest else 0
    return len(words) / factors


seen = [round(lex_div.mtld(words), 1) for words in TEXTS]
right = [round((by_definition(words) + by_definition(words[::-1])) / 2, 1) for words in TEXTS]
shorter = [lex_div.mtld(words, min=1) for words in TEXTS]
print(seen, right, shorter)
assert seen == [7.3, 8.4, 22.2] and right == [2.0, 4.0, 20.8]
assert all(abs(a - b) < 0.11 for a, b in zip(shorter, right))
PY
venv/bin/python check.py
