"""Bytes to lines: the reader that fits a file, and the remedy for what is not read."""

import io
from pathlib import Path

from govnlp.documents.reading import encodings
from govnlp.documents.reading.isolated import in_child
from govnlp.documents.reading.limits import check_limits, check_text
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.source import Source

TEXTS = {".txt", ".text", ".md"}
PAGES = {".html", ".htm", ".shtml", ".xhtml"}
IMAGES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"}
TABLES = {".csv", ".tsv", ".jsonl", ".xlsx", ".parquet"}
REMEDIES = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save it as .docx in Word, WPS or LibreOffice"),
    **dict.fromkeys(TABLES, "a table; read it with read_table, which asks for the column of the text"),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar"), "unpack it, or pack it as .zip"),
    **dict.fromkeys((".ofd", ".caj"), "convert it to .pdf"),
}


def source_of(data, name, path=None):
    """Lines of a file's bytes; its format is told by the ending of its name.

    Raises
    ------
    Unreadable
        With the reason and the remedy.
    """
    suffix, doc_id = Path(name).suffix.lower(), Path(name).stem
    encoding, roles, stated = None, [], {}
    if suffix in REMEDIES:
        raise Unreadable(f"format {suffix} is not read; {REMEDIES[suffix]}")
    if not data.strip():
        raise Unreadable("empty file")
    if suffix in TEXTS | PAGES:
        check_text(len(data))
    if suffix in TEXTS:
        text, encoding = encodings.decode(data)
        if encodings.is_binary(text):
            raise Unreadable("no text in any known encoding; check what the file is")
        lines = text.split("\n")
    elif suffix in PAGES:
        from govnlp.documents.reading.html import read_html

        lines, roles, stated, encoding = read_html(data)
    elif suffix == ".docx":
        from govnlp.documents.reading.docx import read_docx

        lines, roles, stated = read_docx(data)
    elif suffix == ".pdf":
        lines, roles = in_child("govnlp.documents.reading.pdf", "read_pdf", data)
    elif suffix in IMAGES:
        from govnlp.documents.reading.ocr import read_image

        lines = read_image(io.BytesIO(data))
    else:
        raise Unreadable(
            f"unknown format {suffix or name!r}; one of: .txt .md .html .docx .pdf .zip and images"
        )
    if not any(x.strip() for x in lines):
        raise Unreadable("no text in the file")
    if suffix not in TEXTS:
        lines = encodings.clean_lines(lines)
    kind = {**dict.fromkeys(TEXTS, "txt"), **dict.fromkeys(PAGES, "html"), **dict.fromkeys(IMAGES, "image")}
    return Source(doc_id, path, kind.get(suffix, suffix[1:]), encoding, lines, roles, stated)


def too_large(name, n_bytes, changed=None):
    """Unreadable where a file is larger than its limit, so that it is not even read; None elsewhere."""
    limits = check_limits(changed)
    texts = Path(name).suffix.lower() in TEXTS | PAGES
    which = min(("bytes", "text") if texts else ("bytes",), key=limits.get)
    if n_bytes > limits[which]:
        return Unreadable(f"larger than {limits[which]:,} bytes; split it, or raise the limit {which!r}")
    return None


def read_content(path, changed=None):
    """Bytes of a file, or Unreadable with the reason."""
    try:
        if path.is_dir():
            linked = "a link to a folder, which is not followed; give that folder as a source of its own"
            return Unreadable(
                linked if path.is_symlink() else "a folder that may not be listed; ask for permission"
            )
        for _ in range(2):
            before = path.stat()
            if (beyond := too_large(path.name, before.st_size, changed)) is not None:
                return beyond
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return data
        return Unreadable("changed while it was read; read it again when it is complete")
    except OSError as error:
        return Unreadable(f"{error.strerror or error}; check that the file is there and may be read")
