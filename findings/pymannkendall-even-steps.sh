#!/usr/bin/env bash
# pymannkendall 1.4.3: a series that rises by the same amount each year has no trend, say the three tests that allow for autocorrelation.
# Guess before running: for 2, 4, ... 16 all variants of the test say increasing, with a small p.
# Seen: original_test says increasing (p .0008); the Hamed-Rao and the Yue-Wang modification say "no trend" with p = nan, trend-free pre-whitening
# "no trend" with p = 1.0, all with the right slope; one of them warns of a division within. With the last value raised by one all four say increasing.
# Why it matters: targets and planned figures rise in even steps (five points a year); the clearest of trends is reported as none, and the p of 1.0
# looks like a result.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pymannkendall==1.4.3 numpy==2.2.6 scipy==1.15.3
cat >check.py <<'PY'
import pymannkendall as mk

tests = (
    mk.original_test,
    mk.hamed_rao_modification_test,
    mk.yue_wang_modification_test,
    mk.trend_free_pre_whitening_modification_test,
)
seen = {}
for series in ((2, 4, 6, 8, 10, 12, 14, 16), (100, 95, 90, 85, 80, 75, 70, 65), (2, 4, 6, 8, 10, 12, 14, 17)):
    results = [test(series) for test in tests]
    seen[series] = [(result.trend, f"{result.p:.3f}", float(result.slope)) for result in results]
    print(series, seen[series])
even, falling, uneven = seen.values()
assert even == [("increasing", "0.001", 2.0), ("no trend", "nan", 2.0), ("no trend", "nan", 2.0), ("no trend", "1.000", 2.0)]
assert falling == [("decreasing", "0.001", -5.0), ("no trend", "nan", -5.0), ("no trend", "nan", -5.0), ("no trend", "1.000", -5.0)]
assert [trend for trend, _, _ in uneven] == ["increasing"] * 4
PY
venv/bin/python check.py
