#!/usr/bin/env bash
# clean-text 0.7.1: a number or a URL that touches a Han character is not replaced, and an address takes the Chinese text beside it along.
# Guess before running: replace_numbers(), replace_urls() and replace_emails() replace what their names say; Chinese has no blanks beside such things.
# (Of URLs and e-mail addresses nothing was guessed; they were tried after the numbers.)
# Seen: 投资5.2亿元 and 2021年 stay; 增长 3.1% with a blank is replaced; of 新增 12,300户 the part before the comma is, and ",300户" is left. A URL behind 见 stays,
# behind a blank it goes together with the sentence that follows its full stop; 邮箱 goes with the address it names.
# Why it matters: a corpus that is to have no figures or contact data keeps nearly all of them, loses sentences, and has new figures such as 300户.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check clean-text==0.7.1
cat >check.py <<'PY'
import cleantext

numbers = [cleantext.replace_numbers(text) for text in ("投资5.2亿元", "2021年", "增长 3.1%", "新增 12,300户")]
urls = [cleantext.replace_urls(text) for text in ("见http://www.example.cn/a.html。", "见 http://www.example.cn/a.html。全年完成。")]
addresses = [cleantext.replace_emails("邮箱office@example.cn，每日查收")]
print(numbers, urls, addresses)
assert numbers == ["投资5.2亿元", "2021年", "增长 <NUMBER>%", "新增 <NUMBER>,300户"]
assert urls == ["见http://www.example.cn/a.html。", "见 <URL>"]
assert addresses == ["<EMAIL>，每日查收"]
PY
venv/bin/python check.py
