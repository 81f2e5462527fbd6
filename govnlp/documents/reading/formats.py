"""Bytes to lines: the reader that fits a file, and the remedy for what is not read."""

import re
import stat
from importlib import import_module
from pathlib import Path

from govnlp.documents.reading import encodings, libreoffice
from govnlp.documents.reading.detecting import OFFICE, PAGES, PLAUSIBLE, TABLES, TEXTS, format_of
from govnlp.documents.reading.isolated import in_child
from govnlp.documents.reading.limits import check_limits, check_text
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.source import Source
from govnlp.notes import Note, name_of

# Format: module and function that read it. Those of the second table run in a process of their own: they are C++,
# or grow with a file in ways that no check of its size foresees.
READERS = {
    "txt": ("plain", "read_plain"),
    "html": ("html", "read_html"),
    "mht": ("mail", "read_saved_page"),
    "eml": ("mail", "read_mail"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "rtf": ("rtf", "read_rtf"),
    "xlsx": ("workbooks", "read_workbook"),
    "xls": ("workbooks", "read_workbook"),
    "image": ("ocr", "read_picture"),
}
ISOLATED = {
    "pdf": ("pdf", "read_pdf"),
    "ofd": ("ofd", "read_ofd"),
    "doc": ("doc", "read_doc"),
}
MEMBERS = {
    "zip": ("archives", "members"),
    "7z": ("archives", "members_of_7z"),
    "eml": ("mail", "attachments"),
}
REMEDIES = {  # keys of messages.yaml
    **dict.fromkeys(("csv", "tsv", "jsonl", "parquet"), "a_table"),
    **dict.fromkeys(("rar", "gz", "tar"), "pack_as_zip"),
    **dict.fromkeys(("caj", "ppt"), "convert_to_pdf"),
    **dict.fromkeys(("ods", "sheetml"), "save_as_xlsx"),
    **dict.fromkeys(("ole", "wordml"), "save_as_docx"),
    "encrypted": "password",
    "counts": "term_counts",
}
PRIVATE = re.compile("[\ue000-\uf8ff]")
WITHOUT_ENDING = ("ole", "wordml", "sheetml")  # formats that have no ending of their own

LAST_RESORT = (
    "save_as_docx",
    "save_as_xlsx",
    "convert_to_pdf",
    "damaged_document",
)  # for what LibreOffice is asked


def members_of(data, format):
    """(name, bytes or Unreadable) of what a file holds besides its own text; None for one that is no container."""
    if format not in MEMBERS:
        return None
    module, function = MEMBERS[format]
    return getattr(import_module(f"govnlp.documents.reading.{module}"), function)(data)


def source_of(data, name, path=None, format=None):
    """Lines of a file's bytes; what it is comes from its content, unless its format is known.

    Raises
    ------
    Unreadable
        With the reason and the remedy; only where LibreOffice, if it is installed, does not read the file either.
    """
    if not data.strip():
        raise Unreadable(Note("empty_file"))
    format = format or format_of(data, name)
    try:
        found = _read(data, name, format)
    except Unreadable as error:
        if error.args[0].parts[0][0] not in LAST_RESORT:
            raise
        data = libreoffice.converted(data, format, Path(name).suffix)
        if data is None:
            raise
        format = libreoffice.TARGETS[format]
        found = _read(data, name, format) | {"encoding": libreoffice.NAME}
        if encodings.plausibility("\n".join(found["lines"])) < PLAUSIBLE:  # what was damaged, taken for text
            raise
    if not any(x.strip() for x in found["lines"]):
        raise Unreadable(Note("no_text"))
    if format != "txt":
        found["lines"] = encodings.clean_lines(found["lines"])
    if n := len(PRIVATE.findall("\n".join(found["lines"]))):
        found["notes"] = [*found.get("notes", ()), Note("private_letters", n=n)]
    return Source(Path(name).stem, path, "html" if format == "mht" else format, **found)


def _read(data, name, format):
    """What the reader of a format finds in a file's bytes."""
    suffix = Path(name).suffix.lower()
    if format in REMEDIES:
        wrong = suffix in TEXTS | PAGES | OFFICE and format not in WITHOUT_ENDING  # archive.gz named .docx
        raise Unreadable(Note(REMEDIES[format], suffix=f".{format}" if wrong or not suffix else suffix))
    if format in ISOLATED:
        module, function = ISOLATED[format]
        return in_child(f"govnlp.documents.reading.{module}", function, data)
    if format in READERS:
        if format in ("txt", "html", "mht", "eml", "rtf"):
            check_text(len(data))
        module, function = READERS[format]
        return getattr(import_module(f"govnlp.documents.reading.{module}"), function)(data)
    formats = " ".join(sorted({f".{x}" for x in (*READERS, *ISOLATED, *MEMBERS, "md", "wps")} - {".image"}))
    raise Unreadable(Note("unknown_format", suffix=suffix or name, formats=formats))


def not_there(error):
    """Unreadable for what the operating system said of a file."""
    return Unreadable(Note("not_there", error=name_of(error.strerror or str(error))))


def too_large(name, n_bytes, changed=None):
    """Unreadable where a file is larger than its limit, so that it is not even read; None elsewhere."""
    limits = check_limits(changed)
    texts = Path(name).suffix.lower() in TEXTS | PAGES | TABLES
    which = min(("bytes", "text") if texts else ("bytes",), key=limits.get)
    if n_bytes > limits[which]:
        return Unreadable(Note("too_large", n=limits[which], limit=which))
    return None


def read_content(path, changed=None):
    """Bytes of a file, or Unreadable with the reason."""
    try:
        for _ in range(2):
            before = path.stat()
            if stat.S_ISDIR(before.st_mode):
                return Unreadable(Note("linked_folder" if path.is_symlink() else "closed_folder"))
            if (beyond := too_large(path.name, before.st_size, changed)) is not None:
                return beyond
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return data
        return Unreadable(Note("changed"))
    except OSError as error:
        return not_there(error)
