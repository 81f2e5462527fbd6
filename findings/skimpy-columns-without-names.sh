#!/usr/bin/env bash
# skimpy 0.0.21: clean_columns() takes the Chinese out of the names of columns, so that income and spending of 2021 are 2021 and 2021_1.
# Guess before running: columns keep their Chinese names; blanks and brackets may become underscores, and different names stay different.
# Seen: 区县 is header, 2021年收入（亿元） 2021, 2021年支出（亿元） 2021_1, GDP增速 gdp and 备注 header_1: only ASCII is kept. pyjanitor 0.32.60 keeps the names
# with clean_names(); with remove_special=True it makes '', 2021, 2021, gdp and '' of them.
# Why it matters: which column is which depends on their order in the file; two years of a yearbook with columns in another order are put one below
# the other with income under spending. Rename by a table of your own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check skimpy==0.0.21 pyjanitor==0.32.60 pandas==3.1.1
cat >check.py <<'PY'
import janitor
import pandas as pd
import skimpy

table = pd.DataFrame([[0, 1, 2, 3, 4]], columns=["区县", "2021年收入（亿元）", "2021年支出（亿元）", "GDP增速", "备注"])
seen = {
    "skimpy": list(skimpy.clean_columns(table).columns),
    "janitor": list(janitor.clean_names(table).columns),
    "special": list(janitor.clean_names(table, remove_special=True).columns),
}
turned = table[["区县", "2021年支出（亿元）", "2021年收入（亿元）", "GDP增速", "备注"]]
print(seen)
assert seen["skimpy"] == ["header", "2021", "2021_1", "gdp", "header_1"] == list(skimpy.clean_columns(turned).columns)
assert seen["janitor"] == ["区县", "2021年收入（亿元）", "2021年支出（亿元）", "gdp增速", "备注"]
assert seen["special"] == ["", "2021", "2021", "gdp", ""]
PY
venv/bin/python check.py
