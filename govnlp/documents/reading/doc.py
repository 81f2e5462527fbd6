"""Word's old format (.doc, and .wps where it is the same): converted by msdoc2docx, then read as .docx."""

import tempfile
from pathlib import Path

from govnlp.documents.reading.docx import read_docx
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

LEFT_OUT = ("MAIN_TEXTBOX_TABLE_MALFORMED", "HEADER_FOOTER_TABLE_MALFORMED")
"""What the converter says where it leaves out text that the file holds."""


def read_doc(data):
    """What a document of Word 97 to 2003 holds; as `read_docx`.

    Raises
    ------
    Unreadable
        Where it is damaged, encrypted or of an older version, or the extra is missing.
    """
    try:
        from doc2docx import convert
        from doc2docx.errors import Doc2DocxError, EncryptedDocumentError
    except ImportError as error:
        raise Unreadable(Note("install_formats", suffix=".doc")) from error
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.doc"), Path(folder, "a.docx")
        source.write_bytes(data)
        try:
            said = convert(source, target).report.diagnostics
        except EncryptedDocumentError as error:
            raise Unreadable(Note("encrypted", error=str(error))) from error
        except (Doc2DocxError, ValueError, OSError) as error:
            raise Unreadable(Note("damaged_document", suffix="doc", error=str(error))) from error
        found = read_docx(target.read_bytes())
    if any(x.code in LEFT_OUT for x in said):
        found["notes"].append(Note("parts_unread"))
    return found
