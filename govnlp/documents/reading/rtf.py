"""Rich text (.rtf), read by striprtf."""

import re

from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

HIDDEN = re.compile(rb"\\(?:ansicpg(\d+))")


def read_rtf(data):
    """Lines of a rich text; cells of tables are separated by tabs."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".rtf")) from error
    text = rtf_to_text(data.decode("latin-1"), errors="replace")
    return {"lines": text.split("\n")}
