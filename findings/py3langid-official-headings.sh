#!/usr/bin/env bash
# py3langid 0.4.0: headings in plain Standard Chinese are called Wu Chinese ("wuu"), others beside them "zh".
# Guess before running: every heading in simplified Standard Chinese is "zh".
# Seen: 国务院办公厅, 临溪区人民政府 and 优化营商环境条例 are wuu; 政府工作报告 and 会议纪要 are zh.
# Why it matters: the usual filter `lang == "zh"` over the blocks of a page drops the issuer's line and keeps its neighbours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check py3langid==0.4.0
cat >check.py <<'PY'
import py3langid

headings = ["国务院办公厅", "临溪区人民政府", "优化营商环境条例", "政府工作报告", "会议纪要"]
seen = {heading: py3langid.classify(heading)[0] for heading in headings}
print(seen)
assert list(seen.values()) == ["wuu", "wuu", "wuu", "zh", "zh"]
PY
venv/bin/python check.py
