#!/usr/bin/env bash
# pymarc 5.4.0: the title of a record leaves out the number and the name of the part, so that all volumes have one title.
# Guess before running: record.title is the whole title of field 245: title, rest of title, number and name of the part.
# Seen: 政府工作报告汇编. for 第二册, 教育卷 and 第三册, 水利卷 alike; what stands behind = or : ($b) is in it. record.pubyear is the year as printed, with its era: 民国25
# [1936].
# Why it matters: yearbooks, gazettes and collections of documents are catalogued by such parts; a list of titles has the same title many times, and
# what takes out doubles leaves one volume of twenty. record["245"].format_field() has all of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymarc==5.4.0
cat >check.py <<'PY'
from pymarc import Field, Indicators, Record, Subfield


def record(*title, imprint="2021"):
    made = Record()
    subfields = [Subfield(code, value) for code, value in title]
    made.add_field(Field(tag="245", indicators=Indicators("0", "0"), subfields=subfields))
    made.add_field(Field(tag="264", indicators=Indicators(" ", "1"), subfields=[Subfield("c", imprint)]))
    return made


second = record(("a", "政府工作报告汇编."), ("n", "第二册,"), ("p", "教育卷"), imprint="民国25 [1936]")
third = record(("a", "政府工作报告汇编."), ("n", "第三册,"), ("p", "水利卷"))
other = record(("a", "政府工作报告 :"), ("b", "2021年"))
print([made.title for made in (second, third, other)], second.pubyear, second["245"].format_field())
assert second.title == third.title == "政府工作报告汇编."
assert other.title == "政府工作报告 : 2021年"
assert second.pubyear == "民国25 [1936]"
assert second["245"].format_field() == "政府工作报告汇编. 第二册, 教育卷"
PY
venv/bin/python check.py
