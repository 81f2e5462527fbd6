"""What of a Word document is no text: pictures as large as a page, files within it."""

from govnlp.documents.reading.docx_text import W
from govnlp.notes import Note

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
EMU = 635  # in a twentieth of a point, in which pages are measured
A4 = (11_906, 16_838)
LARGE = 0.35  # of the page's area, margins included: a scanned page, and no photograph of half a page


def unread_parts(body):
    """Notes on what a document holds that is not read."""
    notes = []
    width, height = A4
    for size in body.iter(W + "pgSz"):
        width, height = (int(size.get(W + x) or y) for x, y in (("w", width), ("h", height)))
    extents = (x.find(DRAWING + "wordprocessingDrawing}extent") for x in _pictures(body))
    areas = [int(x.get("cx") or 0) * int(x.get("cy") or 0) for x in extents if x is not None]
    if n := sum(x >= LARGE * width * height * EMU * EMU for x in areas):
        notes.append(Note("pictures_unread", n=n))
    files = [x for x in body.iter(OBJECT) if not (x.get("ProgID") or "").startswith("Equation")]
    if files:
        notes.append(Note("files_within", n=len(files)))
    return notes


def _pictures(body):
    """Frames of the pictures of a document."""
    for picture in body.iter(DRAWING + "picture}pic"):
        frame = next(
            picture.iterancestors(*(DRAWING + f"wordprocessingDrawing}}{x}" for x in ("inline", "anchor"))),
            None,
        )
        if frame is not None:
            yield frame
