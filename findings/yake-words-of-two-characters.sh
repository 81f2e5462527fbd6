#!/usr/bin/env bash
# yake 0.7.3: every Chinese word of one or two characters is a stop word.
# Guess before running: lan="zh", for which it has a list of stop words, gives 改革, 投资 and 项目 from a text whose words are set apart by blanks.
# Seen: 乡村振兴 and 房地产, which occur once each, are all there is, for phrases of up to 1, 2 or 3 words and with a stop list of one's own;
# words shorter than three letters never count, a rule made for Latin script.
# Why it matters: most Chinese words have two characters; the answer looks like keywords and holds none of the frequent terms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check yake==0.7.3
cat >check.py <<'PY'
import yake

text = (
    "全区 推进 改革 ， 扩大 投资 。 改革 任务 按期 完成 ， 投资 项目 加快 建设 ， 乡村振兴 项目 开工 。 "
    "改革 投资 增加 。 房地产 市场 平稳 。"
)
seen = [sorted(word for word, _ in yake.KeywordExtractor(lan="zh", n=size, top=20).extract_keywords(text)) for size in (1, 2, 3)]
seen.append(sorted(word for word, _ in yake.KeywordExtractor(lan="zh", n=2, top=20, stopwords={"的"}).extract_keywords(text)))
print(seen)
assert seen == [["乡村振兴", "房地产"]] * 4
PY
venv/bin/python check.py
