"""Word's old format (.doc, and .wps where it is the same): converted by msdoc2docx, then read as .docx."""

import tempfile
from pathlib import Path

from govnlp.documents.reading.docx import read_docx
from govnlp.documents.reading.problems import Unreadable


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
        raise Unreadable(".doc is read with the extra `formats`: pip install 'govnlp[formats]'") from error
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.doc"), Path(folder, "a.docx")
        source.write_bytes(data)
        try:
            convert(source, target)
        except EncryptedDocumentError as error:
            raise Unreadable("encrypted; save it without its password") from error
        except (Doc2DocxError, ValueError, OSError) as error:
            raise Unreadable(f"damaged or no .doc ({error}); open and save it again in Word or WPS") from error
        return read_docx(target.read_bytes())
