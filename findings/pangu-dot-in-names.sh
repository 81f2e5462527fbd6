#!/usr/bin/env bash
# pangu 6.1.0: the dot within a name becomes another character.
# Guess before running: space_text() inserts blanks between Han and half-width characters, as its summary says; a name with a full stop in it stays
# (of the middle dot, in the same list, nothing was guessed).
# Seen: the middle dot (U+00B7) of 阿依·木拉 becomes the Japanese ・ (U+30FB), so in 卡·清河 and “两山”·讲坛; a name with a full stop
# (阿依.木拉) gets a blank. A text of Han and commas alone stays.
# Why it matters: names of Uygur, Kazakh and foreign persons no longer match the list that they came from, and look the same in print.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pangu==6.1.0
cat >check.py <<'PY'
import pangu

texts = ["阿依·木拉", "卡·清河", "“两山”·讲坛", "阿依.木拉", "会议由李工主持，各镇参加。"]
seen = {text: pangu.space_text(text) for text in texts}
print(seen)
assert seen == {
    "阿依·木拉": "阿依\u30fb木拉",
    "卡·清河": "卡\u30fb清河",
    "“两山”·讲坛": "“两山”\u30fb讲坛",
    "阿依.木拉": "阿依. 木拉",
    "会议由李工主持，各镇参加。": "会议由李工主持，各镇参加。",
}
PY
venv/bin/python check.py
