#!/usr/bin/env bash
# cn2an 0.5.24: transform() rewrites numerals that are no numbers.
# Its purpose is to turn the numerals of a sentence into digits. Guess before running: set phrases (一带一路, 统一, 十分)
# are left alone, as 万一 and 十四五 are.
# Seen: 一带一路 becomes 1带1路, 第一书记 第1书记, 统一 统1, 十分重要 10分重要; 万一 and 十四五 are left alone.
# Why it matters: a text that is "normalised" this way loses its policy phrases before anything is counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cn2an==0.5.24 setuptools==80.9.0
cat >check.py <<'PY'
import cn2an

seen = {text: cn2an.transform(text) for text in ("推进一带一路建设", "第一书记", "统一部署", "十分重要", "万一", "十四五规划")}
print(seen)
assert seen == {
    "推进一带一路建设": "推进1带1路建设",
    "第一书记": "第1书记",
    "统一部署": "统1部署",
    "十分重要": "10分重要",
    "万一": "万一",
    "十四五规划": "十四五规划",
}
PY
venv/bin/python check.py
