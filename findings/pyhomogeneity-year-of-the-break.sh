#!/usr/bin/env bash
# pyhomogeneity 1.1: the break in a series of years has no year where the index holds years, and another year where it holds dates.
# Guess before running: of a series that is high from its eleventh year on the break is given as 9 or 10, or as its year. That this could differ by
# the kind of index was not thought of.
# Seen: with dates as the index the five tests say 2010-01-01, the last year of the old level. With whole years (2001 to 2020) they say 10, of a
# plain array as well: the element at place 10 is 2011, the first year of the new level. Series and dates give no sign of which of the two is meant.
# Why it matters: the break is held against the year of a reform; "series.index[result.cp]" is a year later than the same call with dates, and one of
# them puts the effect before its cause. Count: the first cp values are the old level.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyhomogeneity==1.1 pandas==2.3.3 numpy==2.3.5 scipy==1.17.1
cat >check.py <<'PY'
import pandas as pd
import pyhomogeneity

values = [3.1, 3.0, 3.2, 2.9, 3.1, 3.0, 3.2, 3.1, 2.9, 3.0, 7.1, 7.0, 7.2, 6.9, 7.1, 7.0, 7.2, 7.1, 6.9, 7.0]
years = pd.Series(values, index=range(2001, 2021))
dates = pd.Series(values, index=pd.date_range("2001-01-01", periods=20, freq="YS"))
tests = [getattr(pyhomogeneity, name) for name in ("pettitt_test", "snht_test", "buishand_q_test", "buishand_range_test", "buishand_u_test")]
seen = [[str(test(series, sim=200).cp) for series in (dates, years, values)] for test in tests]
print(seen, years.index[10], years[2010], years[2011])
assert seen == [["2010-01-01", "10", "10"]] * 5
assert years.index[10] == 2011 and years[2010] == 3.0 and years[2011] == 7.1
PY
venv/bin/python check.py
