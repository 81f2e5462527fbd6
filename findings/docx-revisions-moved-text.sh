#!/usr/bin/env bash
# docx-revisions 0.1.5: a paragraph that was moved under track changes is in neither version of a document, the one before and the one after.
# Guess before running: accepted_text has insertions and no deletions, original_text the other way round; moved text is in each of them once.
# Seen: insertions and deletions are as guessed. Of the moved paragraph both properties are empty, at its old place and at its new one, and it is not
# among the changes; an inserted link and an inserted date in a smart tag are changes without text, and accepted_text is without them.
# Why it matters: two drafts of a plan are compared by these properties, and the article that only changed its place is missing from both, so that
# nothing seems to have happened to it. Turn w:moveFrom into w:del and w:moveTo into w:ins before reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx-revisions==0.1.5 python-docx==1.2.0
cat >check.py <<'PY'
import docx
from docx.oxml import parse_xml
from docx_revisions import RevisionDocument

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
PARTS = {
    "changed": RUN.format("增长")
    + '<w:del w:id="1" w:author="a"><w:r><w:delText>4.8%</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2" w:author="a">{RUN.format("5.2%")}</w:ins>',
    "from": f'<w:moveFrom w:id="3" w:author="a">{RUN.format("清理河道")}</w:moveFrom>',
    "to": f'<w:moveTo w:id="4" w:author="a">{RUN.format("清理河道")}</w:moveTo>',
    "link": f'<w:ins w:id="5" w:author="a"><w:hyperlink w:anchor="x">{RUN.format("任务表")}</w:hyperlink></w:ins>{RUN.format("附后")}',
    "date": f'<w:ins w:id="6" w:author="a"><w:smartTag w:uri="u" w:element="chsdate">{RUN.format("3月5日")}</w:smartTag></w:ins>'
    + RUN.format("印发"),
}


def write(name, replace=()):
    """A document with these paragraphs, some of whose elements have other names."""
    document = docx.Document()
    for part in PARTS.values():
        for old, new in replace:
            part = part.replace(old, new)
        document._body._body.insert_element_before(parse_xml(f"<w:p {W}>{part}</w:p>"), "w:sectPr")
    document.save(name)
    return [(p.accepted_text, p.original_text, [c.text for c in p.track_changes]) for p in RevisionDocument(name).paragraphs]


seen = dict(zip(PARTS, write("draft.docx"), strict=True))
print(seen)
assert seen == {
    "changed": ("增长5.2%", "增长4.8%", ["4.8%", "5.2%"]),
    "from": ("", "", []),
    "to": ("", "", []),
    "link": ("附后", "附后", [""]),
    "date": ("印发", "印发", [""]),
}
mended = write("renamed.docx", [("moveFrom", "del"), ("moveTo", "ins")])
assert mended[1:3] == [("", "清理河道", ["清理河道"]), ("清理河道", "", ["清理河道"])]
PY
venv/bin/python check.py
