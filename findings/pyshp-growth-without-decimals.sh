#!/usr/bin/env bash
# pyshp 3.1.6: in a column of numbers 5.2 becomes 5, and the columns of one indicator by year become one.
# Guess before running: 5.2 in a column of numbers ("N") is 5.2, or an error; a Chinese name of more than ten bytes is an error.
# Seen: 5.2 is written as 5, 3.9 as 3 and -0.4 as 0, as the number of decimals is none unless given; nothing is said. 常住人口二〇二〇 and 常住人口二〇二一 are both
# written as 常住人 (three characters are nine bytes); of that the library warns, not of what follows: record.as_dict() has one 常住人, that of the last
# year.
# Why it matters: rates of growth on the map are whole numbers, and a decline is a standstill; the columns that a series of maps is drawn from have
# the same name, and the first of them is gone. Give decimal=, and short Latin names; or write GeoPackage.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyshp==3.1.6
cat >check.py <<'PY'
import warnings

import shapefile

with warnings.catch_warnings(record=True) as caught, shapefile.Writer("districts") as writer:
    warnings.simplefilter("always")
    for name in ("常住人口二〇二〇", "常住人口二〇二一"):
        writer.field(name, "N")
    named = len(caught)
    for name in ("增速", "投资", "工业"):
        writer.field(name, "N")
    writer.point(120, 30)
    writer.record(50, 60, 5.2, 3.9, -0.4)
    said = len(caught) - named
with shapefile.Reader("districts") as reader:
    names, values, record = [field[0] for field in reader.fields][1:], list(reader.record(0)), reader.record(0).as_dict()
print(named, said, names, values, record)
assert named == 2 and said == 0
assert names == ["常住人", "常住人", "增速", "投资", "工业"]
assert values == [50, 60, 5, 3, 0]
assert record == {"常住人": 60, "增速": 5, "投资": 3, "工业": 0}
PY
venv/bin/python check.py
