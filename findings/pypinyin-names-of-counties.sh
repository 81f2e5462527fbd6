#!/usr/bin/env bash
# pypinyin 0.55.0: some cities and counties are read by the common sound of a character, others by the name's own.
# Guess before running: names of divisions are in the dictionary of phrases; 铅山县, 台州市, 乐亭县, 蚌埠市 (all right) confirm it.
# Seen: 长垣市 is zhangyuan (officially Changyuan), 珲春市 huichun (Hunchun), 浚县 junxian (Xunxian), 洪洞县 hongdong (Hongtong).
# Why it matters: tables sorted or labelled by romanised names misplace them, and a join with official romanised names loses them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypinyin==0.55.0
cat >check.py <<'PY'
from pypinyin import lazy_pinyin

names = ["铅山县", "乐亭县", "台州市", "长垣市", "珲春市", "浚县", "洪洞县"]
seen = {name: " ".join(lazy_pinyin(name)) for name in names}
print(seen)
assert [seen[name] for name in names[:3]] == ["yan shan xian", "lao ting xian", "tai zhou shi"]
assert [seen[name] for name in names[3:]] == ["zhang yuan shi", "hui chun shi", "jun xian", "hong dong xian"]
PY
venv/bin/python check.py
