#!/usr/bin/env bash
# pyahocorasick 2.3.1: iter_long() loses a word at the end of the text when a longer entry could still have begun there.
# Guess before running: leftmost-longest, equal to an alternation sorted by length; iter() minus what is contained.
# Seen: with 人才 and 高层次人才引进, 引进高层次人才 gives nothing; with a full stop behind it 人才 is found, and iter() finds it in both.
# Why it matters: titles and headings end without a full stop; a lexicon with phrases and their parts misses their last term.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyahocorasick==2.3.1
cat >check.py <<'PY'
from ahocorasick import Automaton

automaton = Automaton()
for word in ["人才", "高层次人才引进"]:
    automaton.add_word(word, word)
automaton.make_automaton()
heading = "引进高层次人才"
seen = [list(automaton.iter_long(heading)), list(automaton.iter_long(heading + "。")), list(automaton.iter(heading))]
print(seen)
assert seen == [[], [(6, "人才")], [(6, "人才")]]
PY
venv/bin/python check.py
