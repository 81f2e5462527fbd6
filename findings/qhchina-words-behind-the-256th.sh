#!/usr/bin/env bash
# qhchina 0.2.7: kwic() and find_collocates() see the first 256 words of each text, and count no more than these.
# Guess before running: a concordance has every hit, also where a document is given as one list of words; the limit that the pages name for a
# "sentence" (max_sentence_length=256) is a matter of memory and cuts a long list into parts.
# Seen: of 60 times 改革 in a document of 660 words kwic() shows 24, and its collocate 全区 has a global count of 24 in place of 60; nothing is said.
# With max_sentence_length=None there are 60 of each.
# Why it matters: lists of words by document or by long paragraph are the usual form; only openings are counted, so that what stands at the end of
# reports (tasks, safeguards) seems not to be there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps qhchina==0.2.7 numpy==2.2.6 scipy==1.13.1 pandas==3.1.1 \
    python-dateutil==2.9.0.post0 six==1.17.0 scikit-learn==1.9.1 joblib==1.6.0 threadpoolctl==3.8.0 narwhals==2.29.0 matplotlib==3.11.2 pillow==13.0.0 \
    cycler==0.12.1 fonttools==4.68.0 kiwisolver==1.5.1 pyparsing==3.3.3 contourpy==1.3.3 packaging==26.4 tqdm==4.70.1 cloudpickle==3.1.3
cat >check.py <<'PY'
from qhchina import find_collocates, kwic

document = "全区 推进 改革 ， 扩大 投资 ， 项目 建设 加快 。".split() * 60
assert len(document) == 660 and document.count("改革") == document.count("全区") == 60


def counts(**options):
    """Lines of the concordance, and how often the collocate is said to occur."""
    collocates = find_collocates([document], "改革", horizon=2, **options).set_index("collocate")
    return len(kwic([document], "改革", **options)), int(collocates.loc["全区", "obs_global"])


print(counts(), counts(max_sentence_length=None))
assert counts() == (24, 24)
assert counts(max_sentence_length=None) == (60, 60)
PY
TMPDIR=$folder venv/bin/python check.py
