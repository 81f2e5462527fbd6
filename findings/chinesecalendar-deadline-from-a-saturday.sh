#!/usr/bin/env bash
# chinesecalendar 1.11.0: counted from a day off, find_workday() gives the working day after the one that is asked for.
# Guess before running: find_workday(20, date) is the twentieth working day after the date, whatever day the date is; moved working days count.
# Seen: from a working day it is. From Saturday, 6 March 2021, it gives 6 April, where the twentieth working day after that Saturday is 2 April (the
# three days between are a holiday); find_workday(1, ...) from it is Tuesday. The count begins with the first working day as its day 0.
# Why it matters: an application for disclosure has to be answered within twenty working days of its receipt, and a good many come in on days off;
# answers that are late count as in time. Step back to the working day before, find_workday(-1, date), and count from there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chinesecalendar==1.11.0
cat >check.py <<'PY'
import datetime as dt

from chinese_calendar import find_workday, is_workday


def by_hand(number, date):
    """The working day of this number after the date."""
    while number:
        date += dt.timedelta(days=1)
        number -= is_workday(date)
    return date


received = {"Thursday": dt.date(2021, 3, 4), "Saturday": dt.date(2021, 3, 6), "National Day": dt.date(2021, 10, 1)}
seen = {}
for name, date in received.items():
    seen[name] = [(str(find_workday(number, date)), str(by_hand(number, date))) for number in (1, 20)]
    print(name, seen[name])
assert seen == {
    "Thursday": [("2021-03-05", "2021-03-05"), ("2021-04-01", "2021-04-01")],
    "Saturday": [("2021-03-09", "2021-03-08"), ("2021-04-06", "2021-04-02")],
    "National Day": [("2021-10-09", "2021-10-08"), ("2021-11-04", "2021-11-03")],
}
assert find_workday(20, find_workday(-1, received["Saturday"])) == by_hand(20, received["Saturday"])
PY
venv/bin/python check.py
