"""Office files that are the same bytes whenever they are written from the same results."""

import io
import re
import zipfile

MADE = (2000, 1, 1, 0, 0, 0)
"""Time of every part: that of the run stands in manifest.json, outside its digest."""
PACKED = (".png", ".jpeg")
"""Parts that are compressed already."""
MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def save_packed(document, path):
    """Save a document of python-docx, python-pptx or openpyxl without the time of its making, and give the path."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            content = made.read(name)
            if name == "docProps/core.xml":
                content = MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            fixed.writestr(entry, content)
    return path
