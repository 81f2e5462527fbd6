import gzip
import io
import zipfile

import docx
import pytest

from govnlp import count_terms, read_corpus
from govnlp.documents.reading.detecting import format_of

TEXT = "今年全区疏浚老渠三十里，两岸都绿了。"
PAGE = f"<html><head><title>疏浚老渠</title></head><body><p>{TEXT}</p></body></html>"


def word():
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def package(*names, mimetype=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<a/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (word(), "a.html", "docx"),
        (word(), "a.doc", "docx"),
        (package("OFD.xml"), "a.zip", "ofd"),
        (package("xl/workbook.xml"), "a.xls", "xlsx"),
        (package(mimetype="application/vnd.oasis.opendocument.text"), "a.docx", "odt"),
        (package("a.txt"), "a.docx.zip", "zip"),
        (package("counts.npz", "note.json"), "a.zip", "counts"),
        (package("indptr.npy"), "counts.npz", "counts"),
        (b"\xd0\xcf\x11\xe0" + bytes(500) + "WordDocument".encode("utf-16-le"), "a.wps", "doc"),
        (b"\xd0\xcf\x11\xe0" + bytes(500) + "Workbook".encode("utf-16-le"), "a.et", "xls"),
        (b"\xd0\xcf\x11\xe0" + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "a.xls", "sheetml"),
        (b"{\\rtf1 a}", "a.doc", "rtf"),
        (PAGE.encode(), "a.doc", "html"),
        (PAGE.encode("utf-16"), "a.txt", "html"),
        (TEXT.encode("gbk"), "a.doc", "txt"),
        (TEXT.encode(), "a", "txt"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "a.mht", "mht"),
        (b"From: a@b\nSubject: c\nMIME-Version: 1.0\n\nd", "a.eml", "eml"),
        ("发件人：周雨\nContent-Type 是什么\n".encode(), "a.txt", "txt"),
        (b"MZ\x90\x00", "a.exe", ""),
        (TEXT.encode(), "a.py", ""),
    ],
)
def test_content_tells_the_format(data, name, expected):
    assert format_of(data, name) == expected


def test_misnamed_files_are_read_as_what_they_are(tmp_path):
    (tmp_path / "a.html").write_bytes(word())
    (tmp_path / "b.doc").write_text(PAGE, encoding="utf-8")
    (tmp_path / "c.txt").write_text(PAGE, encoding="gbk")
    corpus = read_corpus(tmp_path)
    assert corpus.units("paragraph")["text"].tolist() == [TEXT] * 3
    assert corpus.problems.empty


@pytest.mark.parametrize(
    ("name", "said"), [("a.docx", ".gz"), ("a.txt", ".gz"), ("a", ".gz"), ("a.tgz", ".tgz")]
)
def test_what_is_not_read_is_called_what_it_is(tmp_path, name, said):
    (tmp_path / name).write_bytes(gzip.compress(TEXT.encode()))
    with pytest.raises(ValueError, match=f"format {said} is not read; unpack it"):
        read_corpus(tmp_path / name)


@pytest.mark.parametrize("name", ["counts", "counts.zip"])
def test_counts_in_place_of_documents_are_called_counts(tmp_path, name):
    count_terms(["渠清了。"]).save(tmp_path / name)
    with pytest.raises(ValueError, match="term counts, which hold no text"):
        read_corpus(tmp_path / name)
