"""Broken and unusual files: each within stated bounds of time and memory, and nothing of the others is lost.

Limits are tested by lowering them, with small files that harm no reader. What such files did elsewhere is told in
words: entities that multiply when they are expanded, trees of pages that contain themselves, and archives that unpack
to far more than their size have kept other readers busy for hours or filled their memory; pages nested tens of
thousands deep have ended them.
"""

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import govnlp as gn
from govnlp.documents.reading.limits import LIMITS

ROOT = Path(__file__).resolve().parent.parent
GOOD = "临溪区修了三座桥，新建公园12处。"
CPU_SECONDS, MEGABYTES = 15, 1500  # of one file; those under 125 kB go through all stages
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body, before="", extra=()):
    """A .docx with this body."""
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return packed(files | {"word/document.xml": document.encode()} | dict(extra))


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*objects):
    """A PDF of these objects; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def noise(size):
    return random.Random(0).randbytes(size)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ENTITY = '<!ENTITY a "甲乙">'

# name: (content, what the problem says; None where the file is read)
CASES = {
    "one-line.txt": (lambda: ("临溪区山高水长" * 50_000).encode(), None),
    "digits.txt": (lambda: b"1" * 250_000, None),
    "brackets.txt": (lambda: ("（“" * 25_000).encode(), None),
    "line-ends.txt": (lambda: ("\n" * 250_000 + GOOD).encode(), None),
    "short-lines.txt": (lambda: ("桥\n" * 5_000).encode(), None),
    "nul.txt": (lambda: b"\0" * 100_000 + GOOD.encode() + b"\n\0" + GOOD.encode(), None),
    "surrogates.txt": (lambda: (GOOD * 3 + "\ud800" + GOOD).encode("utf-8", "surrogatepass"), None),
    "mixed.txt": (
        lambda: (GOOD.encode() + b"\n" + GOOD.encode("gb18030") + b"\n\xff\n") * 1_250,
        None,
    ),
    "noise.txt": (
        lambda: noise(50_000),
        "no text in any known encoding",
    ),
    "empty.txt": (lambda: b"", "empty file"),
    "line\nend.txt": (lambda: GOOD.encode(), None),
    "deep.html": (lambda: ("<div>" * 200 + GOOD).encode(), None),
    "wide.html": (lambda: ("<table>" + f"<tr><td>{GOOD}</td><td>1</td></tr>" * 1_000).encode(), None),
    "entities.html": (lambda: f"<!DOCTYPE html [{ENTITY}]><p>&a;{GOOD}".encode(), None),
    "entities.docx": (
        lambda: word(paragraph("&a;"), f"<!DOCTYPE w [{ENTITY}]>"),
        "no text in the file|damaged or no .docx",
    ),
    "deep.docx": (
        lambda: word("<w:sdt><w:sdtContent>" * 20 + paragraph(GOOD) + "</w:sdtContent></w:sdt>" * 20),
        None,
    ),
    "names.zip": (lambda: packed({"../../up.txt": GOOD, "/root.txt": GOOD, "a\\b.txt": GOOD}), None),
    "line\nends.zip": (lambda: packed({"one\ntwo.txt": GOOD, "\r\n.txt": GOOD}), None),
    "cut.zip": (lambda: packed({"a.txt": GOOD * 100})[:-30], "damaged"),
    "cut.pdf": (lambda: b"%PDF-1.4\n1 0 obj", "damaged"),
}
DOCUMENTS = {"names.zip": 3, "line\nends.zip": 2}

CHILD = """
import json, resource, sys, time
import govnlp as gn
from govnlp.documents.reading.listing import list_files

def cost():
    own, children = (resource.getrusage(x) for x in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime, max(own.ru_maxrss, children.ru_maxrss)

def stages(corpus):
    gn.count_terms(corpus), gn.score_themes(corpus), gn.extract_indicators(corpus)

stages(gn.parse_text("临溪区"))
for path in list_files(sys.argv[1]):
    before = cost()[0]
    corpus = gn.read_corpus([path, sys.argv[2]], limits={"seconds": 60})
    if path.stat().st_size < 125_000:
        stages(corpus)
    seconds, memory = cost()
    names = corpus.documents["doc_id"].tolist()
    reasons = corpus.problems["reason"].tolist()
    print(json.dumps([path.name, names, reasons, seconds - before, memory / 1e3]), flush=True)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Documents, reasons of problems, seconds and megabytes of each file, read beside a good one."""
    top = tmp_path_factory.mktemp("hostile")
    (top / "in").mkdir()
    for name, (content, _) in CASES.items():
        (top / "in" / name).write_bytes(content())
    (top / "good.txt").write_text(GOOD, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", CHILD, top / "in", top / "good.txt"], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return {name: rest for name, *rest in map(json.loads, run.stdout.splitlines())}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file(name, outcomes):
    names, reasons, seconds, megabytes = outcomes[name]
    reason = CASES[name][1]
    assert "good" in names
    assert len(names) - 1 == DOCUMENTS.get(name, int(reason is None))
    assert len(reasons) == int(reason is not None)
    if reason is not None:
        assert any(one in reasons[0] for one in reason.split("|")), reasons
    assert seconds < CPU_SECONDS
    assert megabytes < MEGABYTES


def test_names_and_links_in_archives_lead_nowhere(tmp_path):
    aside = tmp_path / "aside.txt"
    aside.write_text("不该读到的话。", encoding="utf-8")
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.zip").write_bytes(packed({"../up.txt": GOOD, link: str(aside)}))
    corpus = gn.read_corpus(inside)
    assert not corpus.blocks["text"].str.contains("不该读到").any()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aside.txt", "in"]


def test_a_document_does_not_draw_in_another_file(tmp_path):
    aside = tmp_path / "aside.txt"
    aside.write_text("不该读到的话。", encoding="utf-8")
    head = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{aside.as_uri()}">]>'
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(word(paragraph("&x;") + paragraph(GOOD), head))
    assert gn.read_corpus(tmp_path / "in").blocks["text"].tolist() == [GOOD]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_count_each(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for _ in range(40):
            archive.writestr("a.txt", GOOD)
    corpus = gn.read_corpus(tmp_path, limits={"unpacked": 5 * len(GOOD.encode())})
    assert 0 < len(corpus.documents) <= 5
    assert len(corpus.documents) + len(corpus.problems) == 40


def test_links(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(tmp_path / "missing")
    corpus = gn.read_corpus(folder)
    assert corpus.documents["doc_id"].tolist() == ["a"]
    reasons = dict(zip(corpus.problems["path"].map(os.path.basename), corpus.problems["reason"], strict=True))
    assert set(reasons) == {"loop", "nowhere.txt"}
    assert "link to a folder" in reasons["loop"]
    assert "No such file" in reasons["nowhere.txt"]


def test_what_may_not_be_read(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir()
    for name in ("a.txt", "b.txt", "closed/c.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    scandir, read_bytes = os.scandir, Path.read_bytes

    def no_folder(path):  # whoever runs the tests may read everything
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def no_file(path):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(os, "scandir", no_folder)
    monkeypatch.setattr(Path, "read_bytes", no_file)
    corpus = gn.read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["a"]
    assert corpus.problems["path"].map(os.path.basename).tolist() == ["b.txt", "closed"]
    assert "Permission denied" in corpus.problems["reason"][0]
    assert "may not be listed" in corpus.problems["reason"][1]


@pytest.mark.parametrize("times, reason", [(1, None), (2, "changed while it was read")])
def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch, times, reason):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "growing.txt").write_text(GOOD, encoding="utf-8")
    read_bytes, left = Path.read_bytes, [times]

    def growing(path):
        data = read_bytes(path)
        if path.name == "growing.txt" and left[0]:
            left[0] -= 1
            with path.open("ab") as file:
                file.write(b"\n" + GOOD.encode())
        return data

    monkeypatch.setattr(Path, "read_bytes", growing)
    corpus = gn.read_corpus(tmp_path)
    if reason:
        assert corpus.documents["doc_id"].tolist() == ["a"]
        assert reason in corpus.problems["reason"][0]
    else:
        assert len(corpus.blocks.query("doc_id == 'growing'")) == 2


LIMITED = {
    "bytes": ("a.txt", lambda: GOOD.encode() * 20, 100),
    "members": ("a.zip", lambda: packed({f"{i}.txt": GOOD for i in range(5)}), 4),
    "unpacked": ("a.zip", lambda: packed({"a.txt": GOOD * 20}), 100),
    "ratio": ("a.zip", lambda: packed({"a.txt": noise(1_100_000)}), 0),
    "depth": ("a.zip", lambda: packed({"b.zip": packed({"a.txt": GOOD})}), 1),
    "text": ("a.html", lambda: GOOD.encode(), 20),
    "attributes": ("a.html", lambda: f"<p {'title=1 ' * 500}>{GOOD}".encode(), 100),
    "pages": (
        "a.pdf",
        lambda: pdf(
            CATALOGUE,
            b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ),
        1,
    ),
    "memory": ("a.pdf", lambda: pdf(CATALOGUE), 10_000_000),
    "seconds": ("a.pdf", lambda: pdf(CATALOGUE), 0.001),
}


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_can_be_set_and_is_named_where_it_is_met(name, tmp_path):
    file, content, value = LIMITED[name]
    (tmp_path / file).write_bytes(content())
    (tmp_path / "good.txt").write_text("青槐区。", encoding="utf-8")
    corpus = gn.read_corpus(tmp_path, limits={name: value})
    assert "good" in corpus.documents["doc_id"].tolist()
    assert len(corpus.problems) == 1
    assert name in corpus.problems["reason"][0] or name == "members"
    if name not in ("memory", "seconds", "pages"):
        assert gn.read_corpus(tmp_path).problems["reason"].str.startswith("no text in any").all()


def test_a_file_beyond_its_limit_is_not_even_read(tmp_path, monkeypatch):
    (tmp_path / "line.txt").write_bytes(b"1" * 2_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    read_bytes = Path.read_bytes

    def watched(path):
        assert path.name != "line.txt"
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", watched)
    (reason,) = gn.read_corpus(tmp_path, limits={"text": 1_000}).problems["reason"]
    assert reason == "larger than 1,000 bytes; split it, or raise the limit 'text'"


def workbook():
    out = io.BytesIO()
    pd.DataFrame({"content": [GOOD]}).to_excel(out, index=False)
    return out.getvalue()


def parquet():
    out = io.BytesIO()
    pd.DataFrame({"content": [GOOD]}).to_parquet(out, compression=None)
    return out.getvalue()


TABLES = {
    "noise.xlsx": lambda: noise(1000),
    "cut.xlsx": lambda: workbook()[:-30],
    "no-sheet.xlsx": lambda: packed({"xl/workbook.xml": b"<a/>"}),
    "open.jsonl": lambda: b'{"content":[',
    "noise.parquet": lambda: b"PAR1" + noise(1000) + b"PAR1",
    "no-utf-8.parquet": lambda: parquet().replace("临溪".encode(), b"\xbb" * 6),
    "empty.csv": lambda: b"",
    "noise.csv": lambda: b'content,"x\n' + noise(10_000),
    "nul.tsv": lambda: b"\0" * 10_000,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_hostile_table_is_a_value_error_that_names_it(name, tmp_path):
    (tmp_path / name).write_bytes(TABLES[name]())
    before = resource_time()
    with pytest.raises(ValueError, match=name):
        gn.read_table(tmp_path / name)
    assert resource_time() - before < CPU_SECONDS


def resource_time():
    return sum(os.times()[:2])


def test_an_unknown_limit_is_named(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    with pytest.raises(ValueError, match="unknown limit 'byte'; one of: bytes, text"):
        gn.read_corpus(tmp_path, limits={"byte": 1})


def test_a_reader_that_crashes_is_a_problem_of_its_file(tmp_path, monkeypatch):
    from govnlp.documents.reading import isolated

    monkeypatch.setattr(isolated, "CHILD", "import os; os.kill(os.getpid(), 11)")
    (tmp_path / "a.pdf").write_bytes(pdf(CATALOGUE))
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    corpus = gn.read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["good"]
    assert "SIGSEGV" in corpus.problems["reason"][0]
