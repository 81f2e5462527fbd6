"""Broken and hostile files: each within stated bounds of time and memory, and nothing of the others is lost."""

import io
import json
import os
import random
import re
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
CPU_SECONDS, MEGABYTES = (
    30,
    2500,
)  # of one file; the largest is of 20 MB, and those under 2 MB go through all stages
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


def nested(opening, closing, times):
    return opening * times + paragraph(GOOD) + closing * times


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
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
ITSELF = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n"
ENTITIES = '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)
HIDDEN = "/etc/passwd"

# name: (content, what the problem says; None where the file is read)
CASES = {
    "one-line.txt": (lambda: ("临溪区山高水长" * 950_000).encode(), None),
    "digits.txt": (lambda: b"1" * 5_000_000, None),
    "brackets.txt": (lambda: ("（“" * 500_000).encode(), None),
    "line-ends.txt": (lambda: ("\n" * 5_000_000 + GOOD).encode(), None),
    "short-lines.txt": (lambda: ("桥\n" * 50_000).encode(), None),
    "nul.txt": (lambda: b"\0" * 1_000_000 + GOOD.encode() + b"\n\0" + GOOD.encode(), None),
    "surrogates.txt": (lambda: (GOOD * 3 + "\ud800" + GOOD).encode("utf-8", "surrogatepass"), None),
    "mixed.txt": (
        lambda: (GOOD.encode() + b"\n" + GOOD.encode("gb18030") + b"\n\xff\n") * 5_000,
        None,
    ),
    "noise.txt": (
        lambda: noise(1_000_000),
        "no text in any known encoding",
    ),
    "empty.txt": (lambda: b"", "empty file"),
    "line\nend.txt": (lambda: GOOD.encode(), None),
    "deep.html": (lambda: ("<div>" * 2_000 + GOOD).encode(), None),
    "too-deep.html": (lambda: ("<div>" * 200_000 + GOOD).encode(), "2,048 deep"),
    "attributes.html": (
        lambda: f"<p {' '.join(f'a{i}=1' for i in range(100_000))}>{GOOD}".encode(),
        "more attributes",
    ),
    "wide.html": (lambda: ("<table>" + f"<tr><td>{GOOD}</td><td>1</td></tr>" * 4_000).encode(), None),
    "entities.html": (lambda: f"<!DOCTYPE html [{ENTITIES}]><p>&j;{GOOD}".encode(), None),
    "entities.docx": (lambda: word(paragraph("&j;"), f"<!DOCTYPE w [{ENTITIES}]>"), "damaged or no .docx"),
    "file.docx": (
        lambda: word(paragraph("&x;"), f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{HIDDEN}">]>'),
        "damaged or no .docx",
    ),
    "deep.docx": (lambda: word(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100)), None),
    "too-deep.docx": (
        lambda: word(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5_000)),
        "damaged or no .docx",
    ),
    "bomb.docx": (lambda: word(paragraph(GOOD), extra=[("word/a.bin", b"\0" * 150_000_000)]), "'text'"),
    "bomb.zip": (
        lambda: packed({"a/bomb.txt": b"0" * 200_000_000, "a/beside.txt": GOOD}),
        "unpacks to more",
    ),
    "names.zip": (lambda: packed({"../../up.txt": GOOD, "/root.txt": GOOD, "a\\b.txt": GOOD}), None),
    "line\nends.zip": (lambda: packed({"one\ntwo.txt": GOOD, "\r\n.txt": GOOD}), None),
    "cut.zip": (lambda: packed({"a.txt": GOOD * 100})[:-30], "damaged"),
    "tree.pdf": (
        lambda: pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 4000>>"),
        "damaged",
    ),
    "loop.pdf": (
        lambda: pdf(
            CATALOGUE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE,
            b"<</Length 5>>stream\n/X Do\nendstream",
            ITSELF + b"/X Do /X Do\nendstream",
        ),
        "takes longer than|no text layer",
    ),
    "cut.pdf": (lambda: b"%PDF-1.4\n1 0 obj", "damaged"),
}
DOCUMENTS = {"names.zip": 3, "bomb.zip": 1, "line\nends.zip": 2}

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
    corpus = gn.read_corpus([path, sys.argv[2]], limits={"seconds": 3})
    if path.stat().st_size < 2_000_000:
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


def test_names_in_archives_lead_nowhere(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.zip").write_bytes(packed({"../up.txt": GOOD, link: HIDDEN}))
    corpus = gn.read_corpus(tmp_path)
    assert (
        not corpus.blocks["text"]
        .str.contains(Path(HIDDEN).read_text(encoding="utf-8").strip() or "\0", regex=False)
        .any()
    )
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_member_that_an_archive_lists_many_times_counts_each_time(tmp_path):
    data = packed({"a.txt": GOOD})
    directory, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    tail = bytearray(data[end:])
    tail[8:12] = (40).to_bytes(2, "little") * 2
    tail[12:16] = (40 * (end - directory)).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data[:directory] + data[directory:end] * 40 + bytes(tail))
    corpus = gn.read_corpus(tmp_path, limits={"unpacked": 5 * len(GOOD.encode())})
    assert len(corpus.documents) <= 5
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


@pytest.mark.skipif(sys.platform == "win32", reason="files with holes, and the largest memory of a process")
def test_a_line_of_a_gigabyte_is_not_even_read(tmp_path):
    with open(tmp_path / "line.txt", "wb") as file:
        file.truncate(1_000_000_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code = (
        "import resource, sys; import govnlp as gn\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "reason, = gn.read_corpus(sys.argv[1]).problems['reason']\n"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(reason, (after - before) // 1000, sep='|')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    reason, megabytes = done.stdout.split("|")
    assert reason == "larger than 100,000,000 bytes; split it, or raise the limit 'text'"
    assert int(megabytes) < 500


def workbook(change=lambda name, content: content, extra=()):
    out = io.BytesIO()
    pd.DataFrame({"content": [GOOD]}).to_excel(out, index=False)
    with zipfile.ZipFile(out) as archive:
        files = {name: change(name, archive.read(name)) for name in archive.namelist()}
    return packed(files | dict(extra))


def parquet():
    out = io.BytesIO()
    pd.DataFrame({"content": [GOOD]}).to_parquet(out, compression=None)
    return out.getvalue()


def with_entities(declared, used):
    """A change of the first sheet: entities that its cells use."""

    def change(name, content):
        if not name.endswith("sheet1.xml"):
            return content
        cell = f'<c r="A2" t="inlineStr"><is><t>{used}</t></is></c>'.encode()
        return f"<!DOCTYPE x [{declared}]>".encode() + re.sub(rb'<c r="A2".*?</c>', lambda _: cell, content)

    return change


TABLES = {
    "noise.xlsx": lambda: noise(1000),
    "cut.xlsx": lambda: workbook()[:-30],
    "bomb.xlsx": lambda: workbook(extra=[("xl/a.bin", b"\0" * 150_000_000)]),
    "entities.xlsx": lambda: workbook(with_entities(ENTITIES, "&j;")),
    "file.xlsx": lambda: workbook(with_entities(f'<!ENTITY x SYSTEM "file://{HIDDEN}">', "&x;")),
    "no-sheet.xlsx": lambda: packed({"xl/workbook.xml": b"<a/>"}),
    "deep.jsonl": lambda: b'{"content":' + b"[" * 100_000,
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
