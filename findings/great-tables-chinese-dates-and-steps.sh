#!/usr/bin/env bash
# great_tables 1.1.0: in Chinese, a date is 三月 4, 2021, and 123 million are 123.46M.
# Guess before running: with locale="zh" a date is 2021年3月4日, as Chinese dates are, and compact numbers go by 万 and 亿.
# Seen: the names of months and days are Chinese, their order and the comma are English: 三月 4, 2021; 4 三月 2021; 星期四, 三月 4, 2021; the time is 3:04 下午.
# Compact numbers have K, M and B. Percentages and yuan are right.
# Why it matters: the table of a report has dates that no Chinese reader writes, and 520.00B for 5200亿. Format such columns before they go into the
# table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check great_tables==1.1.0 pandas==2.3.3
cat >check.py <<'PY'
from great_tables import vals

styles = ("month_day_year", "day_month_year", "wday_month_day_year", "iso")
dates = [vals.fmt_date(["2021-03-04"], date_style=style, locale="zh")[0] for style in styles]
numbers = vals.fmt_number([12345, 123456789, 520000000000], compact=True, locale="zh")
others = [*vals.fmt_percent([0.052], decimals=1, locale="zh"), *vals.fmt_time(["15:04:00"], time_style="h_m_p", locale="zh")]
print(dates, numbers, others)
assert dates == ["三月 4, 2021", "4 三月 2021", "星期四, 三月 4, 2021", "2021-03-04"]
assert numbers == ["12.35K", "123.46M", "520.00B"]
assert others == ["5.2%", "3:04 下午"]
PY
venv/bin/python check.py
