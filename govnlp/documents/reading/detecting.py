"""What a file is: told from its leading bytes and the members of its package; its name is only a hint."""

import io
import re
import zipfile
from pathlib import Path

from govnlp.documents.reading import encodings

TEXTS = {".txt", ".text", ".md", ".markdown"}
PAGES = {".html", ".htm", ".shtml", ".xhtml", ".php", ".asp", ".aspx", ".jsp"}
TABLES = {".csv", ".tsv", ".jsonl"}
OFFICE = {
    ".doc",
    ".docx",
    ".wps",
    ".rtf",
    ".odt",
    ".pdf",
    ".ofd",
    ".xls",
    ".xlsx",
    ".et",
    ".mht",
    ".mhtml",
    ".eml",
}
MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b\x08", "gz"),
    (b"PAR1", "parquet"),
    (b"CAJ\x00", "caj"),
    (b"HN\x00\x00", "caj"),
)
OLE = b"\xd0\xcf\x11\xe0"
STREAMS = (  # what an OLE file is by the stream that it holds; an encrypted package holds nothing else
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
MEMBERS = (  # what a package is by the member that it holds
    ("OFD.xml", "ofd"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "ppt"),
    ("counts.npz", "counts"),  # of a matrix of terms, and the file in it
    ("indptr.npy", "counts"),
)
KINDS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
HEAD = 4096  # bytes in which a text says what it is
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
TAGS = re.compile(rb"</?(?:p|div|span|br|table|tr|td|font|a|meta|script|style|h[1-6])[\s/>]", re.I)
PLAUSIBLE = 0.75  # of the letters of a text under an office document's name are everyday ones
FEWEST_TAGS = 3  # at the head of a page saved without <html>, where nothing else stands before them
MAIL = re.compile(rb"(?:^|\n)(?:MIME-Version|Content-Type|Received|Return-Path|Message-ID)\s*:", re.I)
HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:[ \t]")


def format_of(data, name):
    """What a file is, by its content.

    Parameters
    ----------
    data : bytes
    name : str
        Its ending decides only between kinds of plain text, and what files without any other mark are.

    Returns
    -------
    str
        txt, html, docx, doc, pdf, ... ; "" where neither content nor name tells.

    Examples
    --------
    >>> format_of(b"%PDF-1.4 ...", "a.txt"), format_of("修桥。".encode(), "a.txt"), format_of(b"<html><p>", "a.doc")
    ('pdf', 'txt', 'html')
    """
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _package(data, suffix)
    if data.startswith(OLE):
        return next((kind for stream, kind in STREAMS if stream.encode("utf-16-le") in data), "ole")
    found = next((kind for magic, kind in MAGIC if data.startswith(magic)), None)
    if found or (data[:2] == b"BM" and suffix == ".bmp"):
        return found or "image"
    if data[257:262] == b"ustar":
        return "tar"
    return _text(data, suffix)


def _package(data, suffix):
    """What a zip file is: an office document, or an archive of files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            kind = package.read("mimetype").strip() if "mimetype" in names else b""
    except Exception:  # damaged: its name says what it once was
        return suffix[1:] if suffix in {".docx", ".xlsx", ".odt", ".ofd"} else "zip"
    if kind in KINDS:
        return KINDS[kind]
    found = next((kind for member, kind in MEMBERS if member in names), None)
    word = any(re.fullmatch(r"word/document\d*\.xml", x) for x in names)
    return found or ("docx" if word or (suffix == ".docx" and "[Content_Types].xml" in names) else "zip")


def _text(data, suffix):
    """What kind of text a file is; an office document's name may stand on a page or on plain text."""
    head = data[:HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if HEADER.match(head) and MAIL.search(head):
        return "mht" if b"multipart/related" in head.lower() or suffix in {".mht", ".mhtml"} else "eml"
    if b"<w:wordDocument" in head or b"<pkg:package" in head:
        return "wordml"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<Workbook" in head:
        return "sheetml"
    if suffix in PAGES or PAGE.search(head[:1024]):
        return "html" if suffix in TEXTS | PAGES | OFFICE | {""} else ""
    if suffix in TEXTS:
        return "html" if head.startswith(b"<") and len(TAGS.findall(head)) >= FEWEST_TAGS else "txt"
    if suffix in OFFICE | {""}:
        some = encodings.decode(data[:HEAD])[0]
        text = encodings.WORD.search(some) and encodings.plausibility(some) > PLAUSIBLE
        return "txt" if text and not encodings.is_binary(some) else suffix[1:]
    return suffix[1:] if suffix in TABLES else ""
