#!/usr/bin/env bash
# papermill 2.7.0: given on the command line, a span of years 2021_2023 is the number 20212023, and a building 3E8 three hundred million.
# Guess before running: -p 年份 2021_2023 is that text; -p 编号 012 is 012 or 12 (12 it is). Of 3E8 and full-width digits nothing was guessed.
# Seen: the notebook has 年份 = 20212023, 编号 = 12, 楼号 = 300000000.0 and, of the full-width １２, 期数 = 12: a value is whatever Python's int() and float()
# take, and these take an underscore between digits. 2021-2023 and 5.2% are texts. With -r in place of -p each is the text as given.
# Why it matters: a notebook that is run once for each period or each notice by its number selects rows by these parameters; none is equal, and what
# it writes is an empty table with its headings, or a file named 20212023.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.10.4
cat >check.py <<'PY'
import subprocess

import nbformat

cells = [nbformat.v4.new_code_cell("年份 = ''", metadata={"tags": ["parameters"]})]
spec = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=spec), "in.ipynb")


def run(option):
    given = [("年份", "2021_2023"), ("编号", "012"), ("楼号", "3E8"), ("期数", "１２"), ("区间", "2021-2023"), ("增速", "5.2%")]
    options = [part for pair in given for part in (option, *pair)]
    subprocess.run(["venv/bin/papermill", "in.ipynb", "out.ipynb", "--prepare-only", *options], check=True, capture_output=True)
    return nbformat.read("out.ipynb", 4).cells[1].source.splitlines()[1:]


seen, raw = run("-p"), run("-r")
print(seen, raw)
assert seen == ["年份 = 20212023", "编号 = 12", "楼号 = 300000000.0", "期数 = 12", '区间 = "2021-2023"', '增速 = "5.2%"']
assert raw[:3] == ['年份 = "2021_2023"', '编号 = "012"', '楼号 = "3E8"']
PY
venv/bin/python check.py
