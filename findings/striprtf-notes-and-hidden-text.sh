#!/usr/bin/env bash
# striprtf 0.0.35: footnotes vanish, hidden and deleted text stays.
# Guess before running: what Word shows and prints: footnotes are kept somewhere, hidden text (\\v) and text deleted under track changes (\\deleted) are not.
# Seen: the other way round for all three; cells of a table are parted by |, so that a | of the text can't be told from a border.
# Why it matters: the definitions of an indicator stand in the footnotes of .rtf reports; withdrawn wording is counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check striprtf==0.0.35
cat >check.py <<'PY'
from striprtf.striprtf import rtf_to_text


def gbk(text):
    """Chinese as .rtf writes it."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


def read(body):
    return rtf_to_text(r"{\rtf1\ansi\ansicpg936 " + body + "}").strip()


seen = {
    "footnote": read(gbk("产值") + r"{\footnote " + gbk("含电力") + "}" + gbk("增长")),
    "hidden": read(gbk("渠") + r"{\v " + gbk("藏") + "}" + gbk("清")),
    "deleted": read(r"{\deleted " + gbk("旧") + "}" + gbk("新")),
    "table": read(r"\trowd\cellx100\cellx200 " + gbk("甲") + r"\cell " + gbk("乙") + r"\cell\row"),
}
print(seen)
assert seen == {"footnote": "产值增长", "hidden": "渠藏清", "deleted": "旧新", "table": "甲|乙|"}
PY
venv/bin/python check.py
