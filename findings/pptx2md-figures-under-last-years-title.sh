#!/usr/bin/env bash
# pptx2md 2.0.6: a slide whose title differs from the one before by its year loses the title, and short text is left out.
# Guess before running: 一、2020年投资完成情况 and 一、2021年投资完成情况 on two slides are two headings; of their text nothing is missing.
# Seen: the second title is gone, as it is like the first, so that 全年完成固定资产投资6.2亿元 of 2021 stands under the heading of 2020. 投资5.2亿元, a text box of
# its own with seven characters, is in neither: less than 15 characters are too short, which in English is two words and in Chinese half a sentence.
# Two lines of a cell, 6 and 7, are 67.
# Why it matters: slides of reports go year by year or district by district with one title, and figures stand in short boxes. Give
# --keep-similar-titles and --min-block-size 0; then both are there, the title with "(cont.)" behind it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pptx2md==2.0.6 python-pptx==1.0.2
cat >check.py <<'PY'
import subprocess

from pptx import Presentation
from pptx.util import Inches


def add(deck, title, *texts):
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = title
    for number, text in enumerate(texts, 2):
        slide.shapes.add_textbox(Inches(1), Inches(number), Inches(6), Inches(1)).text_frame.text = text
    return slide


def read(*options):
    subprocess.run(["venv/bin/pptx2md", "slides.pptx", "-o", "slides.md", *options], check=True, capture_output=True)
    with open("slides.md", encoding="utf-8") as file:
        return [line.replace("\\", "") for line in file.read().splitlines() if line]


deck = Presentation()
titles = ["一、2020年投资完成情况", "一、2021年投资完成情况"]
long = ["全年完成固定资产投资5.2亿元，增长3.1%", "全年完成固定资产投资6.2亿元，增长4.1%"]
for title, text, short in zip(titles, long, ["投资5.2亿元", "投资6.2亿元"]):
    add(deck, title, short, text)
table = add(deck, "二、目标").shapes.add_table(2, 1, Inches(1), Inches(2), Inches(3), Inches(1)).table
table.cell(0, 0).text, table.cell(1, 0).text = "户数", "6\n7"
deck.save("slides.pptx")
seen, whole = read(), read("--min-block-size", "0", "--keep-similar-titles")
print(seen, whole)
assert seen[:4] == ["# " + titles[0], *long, "# 二、目标"] and seen[-1] == "| 67 |"
assert whole[:6] == ["# " + titles[0], "投资5.2亿元", long[0], "# " + titles[1] + " (cont.)", "投资6.2亿元", long[1]]
PY
venv/bin/python check.py
