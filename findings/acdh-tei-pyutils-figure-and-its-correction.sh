#!/usr/bin/env bash
# acdh-tei-pyutils 2.4.0 and tei_reader 0.0.17: of a figure that the editor of a TEI text corrected, both readings stand in the text as one number.
# Guess before running: of <choice><sic>52</sic><corr>5.2</corr></choice>, which TEI has for a misprint and its correction, one is taken.
# Seen: 完成投资525.2亿元 with both, and a deleted figure beside the one that took its place: 8%6%. Of acdh-tei-pyutils this is extract_fulltext();
# elements to be left out can be named (tag_blacklist), and then it is 5.2.
# Why it matters: corrected figures are the ones of which the edition says that they matter; 525.2 is a number like any other, and a hundred times as
# much. Name sic, rdg, del and note as elements to leave out, or take them out of the tree first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check acdh-tei-pyutils==2.4.0 tei_reader==0.0.17
cat >check.py <<'PY'
from acdh_tei_pyutils.tei import TeiReader
from acdh_tei_pyutils.utils import extract_fulltext
from tei_reader import TeiReader as OtherReader

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>报告</title></titleStmt><publicationStmt><p>稿</p>
</publicationStmt><sourceDesc><p>稿</p></sourceDesc></fileDesc></teiHeader><text><body><div><p>完成投资<choice><sic>52</sic><corr>5.2</corr></choice>亿元，
增长<subst><del>8%</del><add>6%</add></subst>。</p></div></body></text></TEI>"""
body = TeiReader(TEI).any_xpath(".//tei:body")[0]
name = "{http://www.tei-c.org/ns/1.0}"
whole, chosen = extract_fulltext(body), extract_fulltext(body, [name + "sic", name + "del"])
other = OtherReader().read_string(TEI).text
print([whole, chosen, other])
assert "完成投资525.2亿元" in whole and "8%6%" in whole
assert "完成投资5.2亿元" in chosen and "8%" not in chosen
assert "完成投资525.2亿元" in other
PY
venv/bin/python check.py
