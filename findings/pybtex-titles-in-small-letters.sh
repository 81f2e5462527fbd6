#!/usr/bin/env bash
# pybtex 0.26.1: in its styles, a Chinese title that begins with GDP begins with Gdp, 5G-A is 5g-a, and the author 张, 三 is 三 张.
# Guess before running: a title is set as written; of an author given as 张, 三 it was open whether 张三 or 三张 comes out.
# Seen: GDP增长与R&D投入：5G-A网络 is Gdp增长与r&d投入：5g-a网络 in plain, unsrt and alpha, for articles, reports and web pages: the rule for English titles (first
# letter large, all others small). {GDP} in braces stays. 张, 三 becomes 三 张, an author written 李四 stays 李四, an office in braces stays.
# Why it matters: the lists of references of Sphinx and of notebooks come from pybtex; names of policies, standards and indicators change (R&D,
# GB/T, PM2.5, PPP). Put braces around Latin letters, and write Chinese names without a comma.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pybtex==0.26.1
cat >check.py <<'PY'
from pybtex import format_from_string

entries = r"""
@article{a, title={GDP增长与R\&D投入：5G-A网络}, author={张, 三 and 李四}, journal={统计研究}, year={2021}, number={5}, pages={12-15}}
@techreport{b, title={PPP项目}, author={{临溪区人民政府}}, institution={临溪区统计局}, year={2021}}
@misc{c, title={关于印发GB/T标准的通知}, author={李四}, year={2020}}
@misc{d, title={{GDP}增长与PM{2.5}}, author={李四}, year={2019}}
"""
for style in ("plain", "unsrt", "alpha"):
    seen = format_from_string(entries, style, output_backend="text")
    print(seen)
    assert "三 张 and 李四. Gdp增长与r&d投入：5g-a网络." in seen
    assert "临溪区人民政府. Ppp项目." in seen and "李四. 关于印发gb/t标准的通知." in seen
    assert "李四. GDP增长与pm2.5." in seen
PY
venv/bin/python check.py
