#!/usr/bin/env bash
# pyecharts 2.1.0: a place that its table of coordinates does not have is drawn at another place with a similar name.
# Guess before running: Geo.add() raises an error for a place without coordinates; add_coordinate() is there for such places.
# Seen: 那曲市 and 山南市 (Tibet) are drawn in 曲阜市 (Shandong) and 唐山市 (Hebei), 昌都市 (Tibet) in 江都市 (Jiangsu), 临平区 (Hangzhou)
# in 昌平区 (Beijing), 可克达拉市 in 克拉玛依市; two characters of three in common are enough. A name that resembles none is an error.
# Why it matters: a map of policies has points a thousand kilometres off, and the tooltip shows the right name. Check names with
# `name in COORDINATES.keys()` first, and set COORDINATES.cutoff = 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyecharts==2.1.0
cat >check.py <<'PY'
import json

from pyecharts.charts import Geo
from pyecharts.datasets import COORDINATES
from pyecharts.exceptions import NonexistentCoordinatesException

taken_for = {"那曲市": "曲阜市", "山南市": "唐山市", "昌都市": "江都市", "可克达拉市": "克拉玛依市", "临平区": "昌平区"}
chart = Geo().add_schema(maptype="china").add("政策", [(name, 1) for name in taken_for])
points = json.loads(chart.dump_options())["series"][0]["data"]
seen = {point["name"]: point["value"][:2] for point in points}
print(seen)
assert not any(name in COORDINATES.keys() for name in taken_for)
assert seen == {name: list(COORDINATES[other]) for name, other in taken_for.items()}
COORDINATES.cutoff = 1
try:
    Geo().add_schema(maptype="china").add("政策", [("那曲市", 1)])
except NonexistentCoordinatesException:
    print("an error with cutoff 1")
else:
    raise SystemExit("no error with cutoff 1")
PY
venv/bin/python check.py
