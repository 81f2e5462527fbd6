#!/usr/bin/env bash
# spaCy 3.8.18: the Chinese stop words hold the verbs and nouns that policy texts are about.
# Guess before running: a stop list holds function words (的, 和, 因为), at most a few adverbs.
# Seen: of 1,891 entries these are stop words: 人民 安全 现代 加强 促进 坚持 扩大 转变 巩固 实现 防止 维持; a text of only such words is empty after the usual filter.
# Why it matters: term tables of work reports lose "the people", "safety" and every verb that tells a tightening from a loosening.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check spacy==3.8.18
cat >check.py <<'PY'
import warnings

warnings.filterwarnings("ignore")
import spacy

stop = spacy.blank("zh").Defaults.stop_words
asked = "人民 安全 现代 加强 促进 坚持 扩大 转变 巩固 实现 防止 维持".split()
print(len(stop), "entries; of", asked, "stop words are", [word for word in asked if word in stop])
assert all(word in stop for word in asked)
assert {"改革", "建设", "发展"}.isdisjoint(stop)  # so it is no rule: these nouns stay
PY
venv/bin/python check.py
