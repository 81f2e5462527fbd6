#!/usr/bin/env bash
# cpca 0.5.5: names of places are found across word borders, and a county's namesake is not doubted.
# Guess before running: the extractor of places, made for Chinese addresses, returns nothing for a sentence that names no place.
# Seen: 推广安全生产 (promote safe production) is 广安市 in Sichuan; 建完成都市圈环线 (ring road of the metropolitan area
# completed) is 成都市; 海南州 (a prefecture of Qinghai) is the province of Hainan.
# Why it matters: run over work reports it puts safe production on the map of Sichuan.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cpca==0.5.5 setuptools==80.9.0
cat >check.py <<'PY'
import warnings

warnings.filterwarnings("ignore")
import cpca

texts = ["推广安全生产经验", "建完成都市圈环线", "海南州工作综述"]
table = cpca.transform(texts)
seen = dict(zip(texts, table[["省", "市"]].fillna("").values.tolist(), strict=True))
print(seen)
assert seen == {
    "推广安全生产经验": ["四川省", "广安市"],
    "建完成都市圈环线": ["四川省", "成都市"],
    "海南州工作综述": ["海南省", ""],
}
PY
venv/bin/python check.py
