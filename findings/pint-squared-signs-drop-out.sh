#!/usr/bin/env bash
# pint 0.25.3: the one-character units of Chinese typesetting (㎡, ㎞, ㎎, ㎥, ㏊, ℃) are dropped, and the number is left without a unit.
# Guess before running: 5 ㎡ is five square metres, or an UndefinedUnitError as for 5 亩.
# Seen: 5 ㎡, 5 ㎞ and 18℃ are dimensionless; 30 ㎎/m³ is 30 per cubic metre; 3 ㎡ 2 is 6. m², km² and μg/m³ are read, 亩 raises.
# Why it matters: Chinese input methods and fonts make these signs, and official texts are full of them. Areas and lengths then add up with each
# other without an error. Normalise the text (NFKC) before it reaches pint.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pint==0.25.3
cat >check.py <<'PY'
import unicodedata

import pint

registry = pint.UnitRegistry()
for text in ("5 ㎡", "5 ㎞", "5 ㎥", "5 ㏊", "18℃"):
    quantity = registry(text)
    print(text, repr(quantity))
    assert quantity.dimensionless
assert (registry("5 ㎡") + registry("3 ㎞")).magnitude == 8
assert str(registry("30 ㎎/m³").units) == "1 / meter ** 3"
assert registry("3 ㎡ 2").magnitude == 6
try:
    registry("5 亩")
except pint.UndefinedUnitError as error:
    print(error)
else:
    raise AssertionError("亩 was read")
assert str(registry(unicodedata.normalize("NFKC", "5 ㎞")).units) == "kilometer"
PY
venv/bin/python check.py
