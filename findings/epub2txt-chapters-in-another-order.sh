#!/usr/bin/env bash
# epub2txt 0.1.6: chapters come in the order of the package's list of files rather than in that of the book, and the figures of a table row are one
# number.
# Guess before running: chapters follow each other as the spine (the order of reading of an EPUB) has them.
# Seen: where the list of files names chapter three first, its text comes first, and so does its title in the list of chapters; the table of
# contents is read as a last chapter. Cells 12 and 34 are 1234, and 5 with 6 in the next line is 56. The heading of a chapter comes twice, since the
# page's title is text.
# Why it matters: collections of laws and yearbooks are handed out as EPUB; article numbers begin at the third chapter, and a table of a yearbook is
# a row of long numbers. ebooklib's get_items() has the same order; take its spine.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check epub2txt==0.1.6 setuptools==80.9.0
cat >check.py <<'PY'
import zipfile

from epub2txt import epub2txt

items = "".join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in (3, 1, 2))
items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
spine = "".join(f'<itemref idref="c{i}"/>' for i in (1, 2, 3))
terms = '<dc:identifier id="i">b</dc:identifier><dc:title>汇编</dc:title><dc:language>zh</dc:language>'
terms += '<meta property="dcterms:modified">2021-01-01T00:00:00Z</meta>'
package = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
package += f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{terms}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
root = '<rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/>'
container = f'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>{root}</rootfiles></container>'


def page(title, body):
    space = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f'<?xml version="1.0" encoding="UTF-8"?><html {space}><head><title>{title}</title></head><body>{body}</body></html>'


with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", '<?xml version="1.0"?>' + container)
    book.writestr("book/book.opf", '<?xml version="1.0" encoding="UTF-8"?>' + package)
    for i, digit in enumerate("一二三", 1):
        body = f"<h1>第{digit}章</h1><p>正文。</p><table><tr><td>12</td><td>34</td></tr></table><p>5<br/>6</p>"
        book.writestr(f"book/c{i}.xhtml", page(f"第{digit}章", body))
    links = "".join(f'<li><a href="c{i}.xhtml">第{digit}章</a></li>' for i, digit in enumerate("一二三", 1))
    book.writestr("book/nav.xhtml", page("目录", f'<nav epub:type="toc"><ol>{links}</ol></nav>'))
seen = epub2txt("book.epub", outputlist=True)
print(seen, epub2txt.content_titles)
assert ["".join(chapter.split()) for chapter in seen[:3]] == [f"第{digit}章第{digit}章正文。123456" for digit in "三一二"]
assert list(epub2txt.content_titles)[:3] == ["第三章", "第一章", "第二章"]
PY
venv/bin/python check.py
