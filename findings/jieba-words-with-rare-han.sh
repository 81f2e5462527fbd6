#!/usr/bin/env bash
# jieba 0.42.1 and rjieba 0.2.2: a word that the user adds has no effect, and nothing says so, where it holds a character outside
# of a range that is built in: 〇 (U+3007) in both, a rare character of Extension A (as place names and names of persons have
# them) in jieba alone.
# Guess before running: add_word makes the added word one token, whatever its characters are; and the two agree.
# Seen: 一〇一大道 stays in pieces in both, 马䶮村 stays 马, 䶮, 村 in jieba but is one word in rjieba; the dictionary holds the words.
# Why it matters: a list of villages or persons is loaded without a word of warning and then counts zero, or differs by engine.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jieba==0.42.1 rjieba==0.2.2 setuptools==80.9.0
cat >check.py <<'PY'
import jieba
import rjieba

jieba.setLogLevel(60)
words = ("马䶮村", "一〇一大道", "马龙新村")
seen = {}
for word in words:
    jieba.add_word(word, freq=100_000)
    rjieba.add_word(word, 100_000, "ns")
    text = f"调研{word}建设"
    seen[word] = (jieba.get_FREQ(word), word in jieba.lcut(text), word in rjieba.cut(text))
print(seen)
assert seen == {
    "马䶮村": (100_000, False, True),
    "一〇一大道": (100_000, False, False),
    "马龙新村": (100_000, True, True),  # the same call with common characters works
}
PY
venv/bin/python check.py
