"""PDF with a text layer: pieces of text with their places; bad layers and pages without text are found."""

import io
import re

from govnlp.documents.reading import encodings
from govnlp.documents.reading.layout import Piece, page_flows
from govnlp.documents.reading.limits import limit, seconds_left
from govnlp.documents.reading.paragraphs import joined
from govnlp.documents.reading.pdf_pieces import is_picture, page_pieces, pdf_fields
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

PLAUSIBLE = 0.75
FIRST = 3
FEW = 10  # characters of a page below which its picture is looked at
EDGE = 0.12  # of a page's height, where programs that number scanned pages write
RESERVE = 0.4  # of the time of a file, which recognising pages leaves


def read_pdf(data):
    """What a PDF holds.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    dict
        lines, roles and notes of a `Source`: paragraphs in reading order; running heads, page numbers and watermarks
        are furniture. A page without text is recognised where the extra `ocr` is installed and there is time, else
        a note.

    Raises
    ------
    Unreadable
        Where the file is damaged or encrypted, or its text layer is bad and its pages can't be recognised.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise Unreadable(Note("install_pdf")) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        key = "encrypted" if "assword" in str(error) else "damaged_pdf"
        raise Unreadable(Note(key, error=str(error))) from error
    try:
        if len(document) > limit("pages"):
            raise Unreadable(Note("many_pages", n=len(document), limit=limit("pages")))
        fields = pdf_fields(document)
        attached = document.count_attachments()
        pages = [_page(document, i, fields) for i in range(len(document))]
        text, notes = _text(pages), []
        what = Note("garbled" if text.strip() else "images_only")
        if text.strip() and _garbled(text):
            pages = _other_reader(data)
            text = _text(pages)
        if not text.strip() or _garbled(text):
            pages, notes = _recognised(document, what)
        else:
            notes = _fill(document, pages)
    finally:
        document.close()
    notes += [Note("files_within", n=attached)] if attached else []
    lines, roles = joined([page_flows(pieces, width) for pieces, width in pages])
    return {"lines": [encodings.clean(x) for x in lines], "roles": roles, "notes": notes}


def _page(document, i, fields):
    """Pieces of a page, and its width."""
    try:
        page = document[i]
    except Exception as error:
        raise Unreadable(Note("damaged_page_of", n=i + 1, error=str(error))) from error
    pieces, width = page_pieces(page), page.get_width()
    page.close()
    return pieces + fields.get(i, []), width


def _text(pages):
    return "\n".join(x.text for pieces, _ in pages for x in pieces)


def _garbled(text):
    """Whether a text layer lacks its characters: rare or private ones, or little but punctuation."""
    letters = sum(x.isalnum() for x in text)
    return encodings.plausibility(text) < PLAUSIBLE or letters < 0.6 * len("".join(text.split()))


def _other_reader(data):
    """Pages as pdfplumber sees them: what defeats one reader another may read."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return [
                (
                    [
                        Piece(x["x0"], x["x1"], x["bottom"], x["bottom"] - x["top"], x["text"])
                        for x in page.extract_words(x_tolerance=5)
                    ],
                    float(page.width),
                )
                for page in document.pages
            ]
    except Exception:  # a file that pdfium opens may be too broken for it; then there is no second opinion
        return []


def _recognised(document, what):
    """All pages by OCR, where the extra is installed, and a note that names those for which there was no time."""
    from govnlp.documents.reading.ocr import available

    if not available():
        raise Unreadable(Note("install_ocr", what=what))
    numbers, pages = list(range(len(document))), [([], 0.0)] * len(document)
    until = _reserve()
    unread = _recognise(document, pages, numbers[:FIRST], until)
    if _illegible(pages):  # fonts missing: pictures are no better than the text
        raise Unreadable(Note("illegible", what=what))
    unread = unread + numbers[FIRST:] if unread else _recognise(document, pages, numbers[FIRST:], until)
    return pages, _no_time(unread)


def _reserve():
    """Seconds of the file that are to be left when a page is begun: what is recognised must still be told."""
    left = seconds_left()
    return None if left is None else RESERVE * left


def _recognise(document, pages, numbers, until):
    """Put what is recognised in the place of pages, in order; the numbers of those for which there was no time."""
    for k, i in enumerate(numbers):
        if until is not None and seconds_left() <= until:
            return numbers[k:]
        found = _by_ocr(document, i)
        if found[0]:
            pages[i] = found
    return []


def _named(numbers):
    return ", ".join(str(i + 1) for i in numbers)


def _no_time(unread):
    return [Note("no_time_for_pages", pages=_named(unread))] if unread else []


def _by_ocr(document, i):
    from govnlp.documents.reading.ocr import recognise

    picture = document[i].render(scale=2).to_pil()
    return recognise(picture), picture.width


def _fill(document, pages):
    """Recognise the pages that have no text but are not blank; notes name those that can't be."""
    from govnlp.documents.reading.ocr import available

    empty = [i for i, (pieces, _) in enumerate(pages) if _lacks_text(document, i, pieces)]
    if available():
        return _no_time(_recognise(document, pages, empty, _reserve()))
    return [Note("install_ocr", what=Note("pages_without_text", pages=_named(empty)))] if empty else []


def _lacks_text(document, i, pieces):
    """Whether a page is not blank and has no text, or is a picture with no more than heads and numbers on its edges."""
    if sum(len(x.text) for x in pieces) < FEW:
        return _is_drawn(document, i)
    height = document[i].get_height()
    inner = [x for x in pieces if EDGE * height < x.base < (1 - EDGE) * height]
    return sum(len(x.text) for x in inner) < FEW and is_picture(document[i])


def _is_drawn(document, i):
    """Whether a page is not blank."""
    darkest, brightest = document[i].render(scale=0.2, grayscale=True).to_pil().getextrema()
    return darkest != brightest


def _illegible(pages):
    """Whether recognised pages hold little Chinese or Latin text in words."""
    text = "".join(x.text for pieces, _ in pages for x in pieces)
    return len(encodings.WORD.findall(text)) + len(re.findall("[A-Za-z]{3}", text)) < 0.3 * len(text)
