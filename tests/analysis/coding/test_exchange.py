"""REFI-QDA projects: read by another reader of XML, read back, and read as other programs write them."""

import zipfile
from xml.etree import ElementTree

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.coding.exchange import read_qdpx, write_qdpx

NAMES = {"q": "urn:QDA-XML:project:1.0"}


@pytest.fixture
def units():
    texts = ["青槐区修路。", "𠮷祥街办学<校>&园。\r\n第二行。", "望溪县治水。"]
    return pd.DataFrame({"unit_id": ["a:0", "a:1", "b:0"], "doc_id": list("aab"), "text": texts})


@pytest.fixture
def codes():
    rows = [
        ("a:0", "甲", "交通"),
        ("a:0", "乙", None),
        ("a:1", "甲", "教育"),
        ("a:1", "甲", "民生"),
        ("b:0", "乙", "水利"),
    ]
    return pd.DataFrame(rows, columns=["unit_id", "coder", "theme"])


def as_rows(codes):
    return sorted((r.unit_id, r.coder, r.theme or "无") for r in codes.itertuples())


def test_codes_come_back_as_they_went(units, codes, tmp_path):
    read = read_qdpx(write_qdpx(codes, units, tmp_path / "码.qdpx"), units)
    assert as_rows(read) == as_rows(codes)


def test_positions_are_characters_of_the_source(units, codes, tmp_path):
    """Counted by hand: 6 characters, two line ends, and a passage whose first character is beyond U+FFFF."""
    path = write_qdpx(codes, units, tmp_path / "x.qdpx")
    with zipfile.ZipFile(path) as packed:
        root = ElementTree.fromstring(packed.read("project.qde"))
        first = root.find("q:Sources/q:TextSource", NAMES)
        text = packed.read("sources/" + first.get("plainTextPath").removeprefix("internal://")).decode()
    spans = [
        (int(s.get("startPosition")), int(s.get("endPosition")))
        for s in first.findall("q:PlainTextSelection", NAMES)
    ]
    assert spans[0] == (0, 6) and spans[1][0] == 8
    assert [text[a:b] for a, b in spans] == ["青槐区修路。", "𠮷祥街办学<校>&园。\n第二行。"]


def test_every_reference_leads_to_something(units, codes, tmp_path):
    path = write_qdpx(codes, units, tmp_path / "x.qdpx", gn.read_themes())
    with zipfile.ZipFile(path) as packed:
        root = ElementTree.fromstring(packed.read("project.qde"))
    guids = [e.get("guid") for e in root.iter() if e.get("guid")]
    assert len(set(guids)) == len(guids)
    for element in root.iter():
        for name in ("targetGUID", "creatingUser", "creatingUserGUID"):
            assert element.get(name) is None or element.get(name) in guids
    assert len(root.findall("q:CodeBook/q:Codes/q:Code", NAMES)) >= gn.read_themes()["theme"].nunique()


def test_a_stretch_that_another_program_coded_counts_for_the_passage_that_has_most_of_it(
    units, codes, tmp_path
):
    """Names of selections are gone, the text stands in the project itself, and the stretch covers parts of two."""
    project = f"""<Project xmlns="{NAMES["q"]}"><Users><User guid="u" name="丙"/></Users>
    <CodeBook><Codes><Code guid="c" name="教育" isCodable="true"/></Codes></CodeBook><Sources>
    <TextSource guid="s" name="a">
    <PlainTextContent>青槐区修路。\n\n𠮷祥街办学&lt;校&gt;&amp;园。\n第二行。</PlainTextContent>
    <PlainTextSelection guid="p" startPosition="4" endPosition="14" creatingUser="u"><Coding guid="g">
    <CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>"""
    path = tmp_path / "other.qdpx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("Other name.qde", project)
    assert read_qdpx(path, units).to_numpy().tolist() == [["a:1", "丙", "教育"]]


def test_the_same_codes_make_the_same_file(units, codes, tmp_path):
    files = [write_qdpx(codes, units, tmp_path / f"{i}.qdpx").read_bytes() for i in range(2)]
    assert files[0] == files[1]


def test_what_is_no_project_is_named(units, codes, tmp_path, monkeypatch):
    path = tmp_path / "x.qdpx"
    path.write_bytes(b"no zip")
    with pytest.raises(ValueError, match="is no REFI-QDA project"):
        read_qdpx(path, units)
    write_qdpx(codes, units, path)
    with pytest.raises(ValueError, match="no coded text in"):
        read_qdpx(path, units.assign(text="别的文本"))
    monkeypatch.setattr("govnlp.analysis.coding.exchange.LARGEST", 100)
    with pytest.raises(ValueError, match="at most 100 are read"):
        read_qdpx(path, units)
