#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): from RTF, the first digit behind a Chinese character is lost.
# Guess before running: Chinese by its code pages (\'b8) is read or an error. Of Chinese by Unicode nothing was guessed: \u22686? is "增", and the
# question mark, the one character that a reader without Unicode shows in its place, is skipped.
# Seen: \u22686?\u38271?5.2% is 增长.2%, and 年2021 is 年021: the question mark is skipped together with what stands behind it, a digit, a letter or a
# mark. With a blank (\u22686 ?) or with \'3f for the question mark nothing is lost. Nothing is said. (Code page 936 gives garbled text and a
# warning.)
# Why it matters: \u22686? is one of the two usual ways to write Chinese into RTF, and figures stand behind Chinese without a blank: 5.2% is .2%,
# 12.5亿元 is 2.5亿元. Put a blank before each of these question marks, or read such files by striprtf 0.0.35, which has all of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 striprtf==0.0.35
cat >check.py <<'PY'
import pypandoc
from striprtf.striprtf import rtf_to_text


def rtf(text, fallback="?"):
    body = "".join(char if char.isascii() else f"\\u{ord(char)}{fallback}" for char in text)
    return r"{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}\f0\fs21 " + body + r"\par}"


text = "完成投资12.5亿元，增长5.2%，比2020年多A类项目3个"
seen = [pypandoc.convert_text(rtf(text, way), "plain", format="rtf", extra_args=["--wrap=none"]).strip() for way in ("?", " ?", "\\'3f")]
other = rtf_to_text(rtf(text)).strip()
print(seen, other, sep="\n")
assert seen == ["完成投资2.5亿元，增长.2%，比020年多类项目个", text, text] and other == text
PY
venv/bin/python check.py
