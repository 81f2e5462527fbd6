"""Bytes to lines: the reader that fits a file, and the remedy for what is not read."""

import io
from pathlib import Path

from govnlp.documents.reading import encodings
from govnlp.documents.reading.isolated import in_child
from govnlp.documents.reading.limits import check_limits, check_text
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.source import Source
from govnlp.notes import Note, name_of

TEXTS = {".txt", ".text", ".md"}
PAGES = {".html", ".htm", ".shtml", ".xhtml"}
IMAGES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"}
READ = ".txt .md .html .docx .pdf .zip"
TABLES = {".csv", ".tsv", ".jsonl", ".xlsx", ".parquet"}
REMEDIES = {  # keys of messages.yaml
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save_as_docx"),
    **dict.fromkeys(TABLES, "a_table"),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar"), "pack_as_zip"),
    **dict.fromkeys((".ofd", ".caj"), "convert_to_pdf"),
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
        raise Unreadable(Note(REMEDIES[suffix], suffix=suffix))
    if not data.strip():
        raise Unreadable(Note("empty_file"))
    if suffix in TEXTS | PAGES:
        check_text(len(data))
    if suffix in TEXTS:
        text, encoding = encodings.decode(data)
        if encodings.is_binary(text):
            raise Unreadable(Note("unknown_encoding"))
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
        raise Unreadable(Note("unknown_format", suffix=suffix or name, formats=READ))
    if not any(x.strip() for x in lines):
        raise Unreadable(Note("no_text"))
    if suffix not in TEXTS:
        lines = encodings.clean_lines(lines)
    kind = {**dict.fromkeys(TEXTS, "txt"), **dict.fromkeys(PAGES, "html"), **dict.fromkeys(IMAGES, "image")}
    return Source(doc_id, path, kind.get(suffix, suffix[1:]), encoding, lines, roles, stated)


def not_there(error):
    """Unreadable for what the operating system said of a file."""
    return Unreadable(Note("not_there", error=name_of(error.strerror or str(error))))


def too_large(name, n_bytes, changed=None):
    """Unreadable where a file is larger than its limit, so that it is not even read; None elsewhere."""
    limits = check_limits(changed)
    texts = Path(name).suffix.lower() in TEXTS | PAGES
    which = min(("bytes", "text") if texts else ("bytes",), key=limits.get)
    if n_bytes > limits[which]:
        return Unreadable(Note("too_large", n=limits[which], limit=which))
    return None


def read_content(path, changed=None):
    """Bytes of a file, or Unreadable with the reason."""
    try:
        if path.is_dir():
            return Unreadable(Note("linked_folder" if path.is_symlink() else "closed_folder"))
        for _ in range(2):
            before = path.stat()
            if (beyond := too_large(path.name, before.st_size, changed)) is not None:
                return beyond
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return data
        return Unreadable(Note("changed"))
    except OSError as error:
        return not_there(error)
