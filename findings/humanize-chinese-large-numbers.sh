#!/usr/bin/env bash
# humanize 4.17.0: in Chinese, large numbers keep the steps of English, and ordinals have their sign behind.
# Guess before running: under zh_CN intword(123456789) is 1.2 亿, and ordinal(3) is 第3.
# Seen: 123.5 百万, 12.3 千 for 12345, 12.3 十亿 for 12345678901; ordinal(3) is 3第; under zh_HK too the steps are thousands and millions.
# Why it matters: no reader of a Chinese report counts in 百万 and 十亿; a label on an axis is misread by a factor of ten. Use babel's
# format_compact_decimal with zh_CN, which counts in 万 and 亿.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check humanize==4.17.0
cat >check.py <<'PY'
import humanize

humanize.i18n.activate("zh_CN")
seen = [humanize.intword(number) for number in (12345, 123456789, 12345678901)]
print(seen, humanize.ordinal(3))
assert seen == ["12.3 千", "123.5 百万", "12.3 十亿"]
assert humanize.ordinal(3) == "3第"
humanize.i18n.activate("zh_HK")
print(humanize.intword(123456789))
assert "亿" not in humanize.intword(123456789) and "億" not in humanize.intword(123456789)
PY
venv/bin/python check.py
