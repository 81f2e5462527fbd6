#!/usr/bin/env bash
# htmldate 1.11.0: the date of a Chinese notice comes out as the first of January of a year that is not its own.
# Guess before running: 发布日期：2021年03月10日 gives 2021-03-10, since the package lists Chinese dates (年, 月, 日) among what it knows.
# Seen: with 成文日期：2021年03月04日 before it the answer is 2021-01-01; a notice signed 2021年3月4日 that takes effect on 2022年1月1日 is dated
# 2022-01-01; a law passed in 1998 and amended on 2019年4月23日 is dated 1998-01-01. An ISO date in the same place is found.
# Why it matters: the day looks exact, so nobody doubts it; trafilatura takes its dates from here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check htmldate==1.11.0
cat >check.py <<'PY'
from htmldate import find_date


def read(body):
    return find_date(f"<html><head><title>通知</title></head><body><div>{body}</div></body></html>")


seen = {
    "two dates": read("<p>成文日期：2021年03月04日　发布日期：2021年03月10日</p><p>做好清渠工作。</p>"),
    "signed": read("<p>请遵照执行。自2022年1月1日起施行。</p><p>2021年3月4日</p>"),
    "amended": read("<p>（1998年3月4日通过，2019年4月23日修正）</p><p>第一条 自1998年7月1日起施行。</p>"),
    "iso": read("<p>发布时间：2021-03-10 09:00</p><p>做好清渠工作。</p>"),
}
print(seen)
assert seen == {"two dates": "2021-01-01", "signed": "2022-01-01", "amended": "1998-01-01", "iso": "2021-03-10"}
PY
venv/bin/python check.py
