#!/usr/bin/env bash
# kreuzberg 4.10.4: its aggressive token reduction makes 增长4. 3个百分点 out of the growth of incomes (4.8%, 6.1%) and their lead (1.3 points).
# Guess before running: figures and negations stay, particles such as 的 and 了 may go; what is left of a sentence is words of it in their order.
# Seen: from the point of one decimal up to the point of a later one the text is gone, so that 12.5亿元，增长5.2% is 12. 2% and
# 收入增长4.8%，农村…增长6.1%，高于全省平均水平1.3个百分点 is 收入增长4. 3个百分点. 城 of 城镇 is gone, 改建2所；不得 is 建2不得, and the last day of the validity of a notice has no 日.
# "light" and "moderate" leave the text as it is.
# Why it matters: the reduced text is made to be given to a model in place of the document; it holds figures that the document never had, in
# sentences that can be read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kreuzberg==4.10.4
cat >check.py <<'PY'
from kreuzberg import ExtractionConfig, TokenReductionConfig, extract_bytes_sync

text = "全年完成固定资产投资12.5亿元，增长5.2%，没有完成年初提出的目标。新建学校3所，改建2所；不得新增隐性债务。"
text += "城镇居民人均可支配收入增长4.8%，农村居民人均可支配收入增长6.1%，高于全省平均水平1.3个百分点。2021年3月5日起施行，有效期至2025年12月31日。"


def reduced(mode):
    config = ExtractionConfig(token_reduction=TokenReductionConfig(mode=mode))
    return extract_bytes_sync(text.encode(), "text/plain", config=config).content


seen = reduced("aggressive")
print(seen)
assert reduced("light") == reduced("moderate") == text
assert seen.startswith("全年完成固定资产投资12. 2%，没有完成年初提出的目标。")
assert "居民人均可支配收入增长4. 3个百分点。" in seen and "4.8" not in seen and "农村" not in seen and "城镇" not in seen
assert "改建" not in seen and "建2不得新增" in seen
PY
venv/bin/python check.py
