"""Rich text (.rtf), read by striprtf."""

import re

from govnlp.documents.reading.problems import Unreadable

HIDDEN = re.compile(rb"\\(?:ansicpg(\d+))")


def read_rtf(data):
    """Lines of a rich text; cells of tables are separated by tabs."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise Unreadable(".rtf is read with the extra `formats`: pip install 'govnlp[formats]'") from error
    text = rtf_to_text(data.decode("latin-1"), errors="replace")
    return {"lines": text.split("\n")}
