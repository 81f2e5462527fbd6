#!/usr/bin/env bash
# rake-nltk 1.0.6 and python-rake 1.5.0: in Chinese a phrase runs on over commas and full stops.
# Guess before running: of words parted by blanks, as both ask for, a phrase is what stands between stop words and marks; ，and 。 are marks.
# Seen: 扩大 投资 。 改革 任务, the end of one sentence and the start of the next, is the best phrase of python-rake and the second of rake-nltk; 。 alone is a
# phrase too. In python-rake it is so also where 。 and ， are named as stop words, and 5.2 is cut, as if its point were a full stop. The marks of both
# are those of English.
# Why it matters: the longer a phrase the higher its score, so what was never said leads the list. rake-nltk takes other marks as punctuations={...}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rake-nltk==1.0.6 python-rake==1.5.0
cat >check.py <<'PY'
import RAKE
from rake_nltk import Rake

TEXT = "全区 推进 改革 和 扩大 投资 。 改革 任务 的 增长 5.2 % 。"
STOP = ["的", "和"]


def nltk_phrases(**options):
    """The phrases of rake-nltk, best first."""
    rake = Rake(stopwords=set(STOP), word_tokenizer=str.split, sentence_tokenizer=lambda text: [text], **options)
    rake.extract_keywords_from_text(TEXT)
    return rake.get_ranked_phrases()


seen = [phrase for phrase, _ in RAKE.Rake([*STOP, "，", "。"]).run(TEXT, minCharacters=1, maxWords=9, minFrequency=1)]
first, mended = nltk_phrases(), nltk_phrases(punctuations=set("。，%"))
print(seen, first, mended)
assert seen[0] == "扩大 投资 。 改革 任务" and "增长 5" in seen and not any("5.2" in phrase for phrase in seen)
assert "扩大 投资 。 改革 任务" in first and "。" in first
assert sorted(mended) == sorted(["全区 推进 改革", "扩大 投资", "改革 任务", "增长 5.2"])
PY
venv/bin/python check.py
