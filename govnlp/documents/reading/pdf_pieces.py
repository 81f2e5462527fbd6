"""The letters of a PDF page with their places, and the values of its forms."""

import ctypes
import math

from govnlp.documents.reading.layout import Piece
from govnlp.documents.reading.letters import Letter, pieces_of

HYPHENS = {
    0x2: "-",
    0xFFFE: "-",
    0xAD: "",
}  # what pdfium makes of a hyphen at the end of a line, and a soft one
STRAIGHT = 0.1  # radians that text on a line may lean
COVERED = 0.6  # of a page's area by the picture of a scanned one
FIELD = 12  # points of a field's letters at most


def page_pieces(page):
    """Pieces of text of a page, in the order of the file; text that leans stands apart, letter by letter.

    Parameters
    ----------
    page : pypdfium2.PdfPage

    Returns
    -------
    list of Piece
    """
    import pypdfium2.raw as c

    text = page.get_textpage()
    box, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found = []
    for i in range(text.count_chars()):
        code = c.FPDFText_GetUnicode(text.raw, i)
        if code in (0, 10, 13) or c.FPDFText_IsGenerated(text.raw, i) == 1:
            continue
        c.FPDFText_GetLooseCharBox(text.raw, i, box)
        c.FPDFText_GetCharOrigin(text.raw, i, x, y)
        edges = box.left, box.bottom, box.right, box.top
        found.append(
            (HYPHENS.get(code, chr(code)), edges, (x.value, y.value), c.FPDFText_GetCharAngle(text.raw, i))
        )
    turns = [round(x[3] / (math.pi / 2)) % 4 for x in found]
    turn = max(
        sorted(set(turns)), key=turns.count, default=0
    )  # of most of the text: pages that lie on their side
    return pieces_of([_upright(*x, turn, *page.get_size()) for x in found])


def is_picture(page):
    """Whether one picture covers most of a page."""
    import pypdfium2.raw as c

    width, height = page.get_size()
    boxes = (x.get_bounds() for x in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE]))
    areas = ((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return max(areas, default=0) > COVERED * width * height


def _upright(text, edges, origin, angle, turn, width, height):
    """A letter as it stands when the page is turned upright."""
    leans = abs((angle - turn * math.pi / 2 + math.pi) % (2 * math.pi) - math.pi) > STRAIGHT
    left, bottom, right, top = edges
    x, y = origin
    if turn == 0:
        return Letter(text, left, right, height - y, top - bottom, leans)
    if turn == 1:  # pdfium counts angles clockwise: the text runs downwards
        return Letter(text, height - top, height - bottom, width - x, right - left, leans)
    if turn == 2:
        return Letter(text, width - right, width - left, y, top - bottom, leans)
    return Letter(text, bottom, top, x, right - left, leans)


def pdf_fields(document):
    """Values of the fields of a form: for each page, by its number from 0, pieces of text."""
    import pypdfium2.raw as c

    if document.get_formtype() == c.FORMTYPE_NONE:
        return {}
    document.init_forms()
    found = {}
    for i in range(len(document)):
        page = document[i]
        height, box = page.get_height(), c.FS_RECTF()
        for n in range(c.FPDFPage_GetAnnotCount(page.raw)):
            annotation = c.FPDFPage_GetAnnot(page.raw, n)
            if c.FPDFAnnot_GetSubtype(annotation) == c.FPDF_ANNOT_WIDGET:
                value = _value(document.formenv.raw, annotation).strip()
                c.FPDFAnnot_GetRect(annotation, box)
                if value:
                    size = min(box.top - box.bottom, FIELD)
                    base = height - box.bottom - 0.2 * size
                    found.setdefault(i, []).append(Piece(box.left, box.right, base, size, value))
            c.FPDFPage_CloseAnnot(annotation)
        page.close()
    return found


def _value(form, annotation):
    """Value of a field."""
    import pypdfium2.raw as c

    size = c.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    buffer = ctypes.create_string_buffer(size)
    c.FPDFAnnot_GetFormFieldValue(
        form, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
