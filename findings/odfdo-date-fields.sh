#!/usr/bin/env bash
# odfdo 3.27.3 and pandoc 3.9 (pypandoc_binary 1.17): of an .odt, the text of date fields, user fields and variables is not in the text.
# Guess before running: pandoc leaves out deleted text and comments (it does) and has the rest as the reader sees it: fields with the text that is
# stored for them. odfdo, tried after it to be named as the way out, the same.
# Seen: 印发于2021年3月4日 with the day as a date field is 印发于 in both; a user field and a variable are gone as well, in odfdo also the number of a table.
# pandoc loses the text of a text box besides. No warning. odfpy 1.4.1 has everything.
# Why it matters: templates of offices have the day, the office and the number of the document as fields: the document has no date and no sender, and
# a table has no number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfdo==3.27.3 pypandoc_binary==1.17 odfpy==1.4.1
cat >check.py <<'PY'
import odf.opendocument
import odf.teletype
import pypandoc
from odfdo import Document, Element

PARTS = {
    "date": '<text:p>印发于<text:date text:date-value="2021-03-04">2021年3月4日</text:date></text:p>',
    "user": '<text:p>单位：<text:user-field-get text:name="u">临溪区财政局</text:user-field-get></text:p>',
    "variable": '<text:p>投资<text:variable-set text:name="v" office:value-type="string">5.2亿元</text:variable-set></text:p>',
    "number": '<text:p>表<text:sequence text:name="表" text:ref-name="r">3</text:sequence>投资</text:p>',
    "box": '<text:p>正文<draw:frame svg:width="5cm"><draw:text-box><text:p>急件</text:p></draw:text-box></draw:frame></text:p>',
}


def read(part):
    """The text by odfdo, pandoc and odfpy."""
    document = Document("text")
    document.body.clear()
    document.body.append(Element.from_tag(part))
    document.save("notice.odt")
    return (
        "".join(Document("notice.odt").get_formatted_text().split()),
        pypandoc.convert_file("notice.odt", "plain", format="odt").strip(),
        odf.teletype.extractText(odf.opendocument.load("notice.odt").text),
    )


seen = {name: read(part) for name, part in PARTS.items()}
print(seen)
assert seen == {
    "date": ("印发于", "印发于", "印发于2021年3月4日"),
    "user": ("单位：", "单位：", "单位：临溪区财政局"),
    "variable": ("投资", "投资", "投资5.2亿元"),
    "number": ("表投资", "表3投资", "表3投资"),
    "box": ("正文急件", "正文", "正文急件"),
}
PY
venv/bin/python check.py
