"""The last resort, with a program in the place of LibreOffice that is written here; the text is invented."""

import os
import shutil
import sys

import docx
import pytest

from govnlp.documents.collecting import read_corpus
from govnlp.documents.files import parse_content
from govnlp.documents.reading import libreoffice
from govnlp.documents.reading.limits import within_limits

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the program is a script with a first line of its own"
)
OLE = (
    b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le")
)  # which no reader of ours can read


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Writes a script to be found as LibreOffice."""

    def write(*lines):
        path = tmp_path / "soffice"
        path.write_text("\n".join([f"#!{sys.executable}", *lines]), encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda name: str(path))

    return write


def test_what_no_reader_reads_is_converted_and_documents_say_so(tmp_path, program):
    made = docx.Document()
    made.add_paragraph("今年全区疏浚老渠三十里。")
    made.save(tmp_path / "made.docx")
    program(
        "import pathlib, shutil, sys",
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])",
        "out.mkdir()",
        f"shutil.copy({str(tmp_path / 'made.docx')!r}, out / 'a.docx')",
    )
    (tmp_path / "甲.wps").write_bytes(OLE)
    corpus = read_corpus(tmp_path / "甲.wps")
    assert corpus.documents[["doc_id", "encoding"]].to_numpy().tolist() == [["甲", libreoffice.NAME]]
    assert corpus.blocks["text"].tolist() == ["今年全区疏浚老渠三十里。"]


def test_where_it_fails_the_first_reason_stays(program):
    program("raise SystemExit(1)")
    parsed, problems = parse_content("甲.wps", OLE)
    assert parsed == [] and "damaged" in problems[0]["reason"]


def test_it_ends_when_the_time_of_a_file_is_over(program):
    program("import time", "time.sleep(60)")
    with within_limits({"seconds": 1}):
        assert libreoffice.converted(OLE, "doc", ".doc") is None


def test_what_is_no_package_is_not_given_to_it(program):
    program("raise RuntimeError")
    assert libreoffice.converted("渠清了。".encode(), "doc", ".doc") is None
