#!/usr/bin/env bash
# functionwords 0.8: its Chinese function words are found within other words, and there can be fewer than none of them.
# Guess before running: with the list chinese_simplified_modern, transform() counts 和, 与 and the like as words: not in 和平 or 参与. (That a count
# can be negative was not thought of; it was seen while nested words were tried.)
# Seen: 加强教育，推进建设，参与和平事业 has one each of 教, 设, 与 and 和, and so it has with blanks between its words; 甚至于 is once 甚至于, -1 times 甚 and 于
# and -2 times 至: a word is taken off once for each longer word around it, and 甚至 and 至于 are such words as well.
# Why it matters: function words are what styles are told apart by; in official texts the most frequent of them are pieces of 教育 and 建设, so that
# the measure follows the topic. Count in a list of words instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check functionwords==0.8
cat >check.py <<'PY'
from functionwords import FunctionWords

words = FunctionWords("chinese_simplified_modern")


def counts(text):
    """Function words with their counts, the zeros left out."""
    return {word: count for word, count in zip(words.get_feature_names(), words.transform(text)) if count}


seen = [counts(text) for text in ("加强教育，推进建设，参与和平事业", "加强 教育 ， 推进 建设 ， 参与 和平 事业", "甚至于")]
print(seen)
assert seen[0] == seen[1] == {"教": 1, "设": 1, "与": 1, "和": 1}
assert seen[2] == {"甚至于": 1, "甚": -1, "于": -1, "至": -2}
PY
PYTHONUTF8=1 venv/bin/python check.py
