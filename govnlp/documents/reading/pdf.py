"""PDF with a text layer: lines in order, running heads and page numbers set aside, bad layers found."""

import io
import re
from collections import Counter

from govnlp.documents.reading import encodings
from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.page_columns import in_columns
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

PAGE_NUMBER = re.compile(
    r"[\s\-—–－·•]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[\s\-—–－·•]*$"
)
PLAUSIBLE = 0.75
FIRST = 3


def read_pdf(data):
    """Lines of a PDF and their roles.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    (list of str, list of str or None)
        Lines in reading order; running heads and page numbers have the role furniture.

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
        pages = [_page_lines(document, i) for i in range(len(document))]
        text = "\n".join(line for page in pages for line in page)
        if text.strip() and _garbled(text):
            pages = _other_reader(data)
            text = "\n".join(line for page in pages for line in page)
        if not text.strip() or _garbled(text):
            what = Note("garbled" if text.strip() else "images_only")
            pages = _recognised(document, what)
    finally:
        document.close()
    return _with_roles(pages)


def _page_lines(document, i):
    try:
        page = document[i]
    except Exception as error:
        raise Unreadable(Note("damaged_page_of", n=i + 1, error=str(error))) from error
    textpage = page.get_textpage()
    boxes = (textpage.get_rect(n) for n in range(textpage.count_rects()))
    pieces = [(*box, " ".join(textpage.get_text_bounded(*box).split())) for box in boxes]
    lines = in_columns(pieces, page.get_width())
    text = textpage.get_text_bounded() if lines is None else "\n".join(lines)
    page.close()
    text = encodings.clean(text).replace("\ufffe", "").replace("\u0002", "")
    return [x.strip() for x in text.split("\n") if x.strip()]


def _garbled(text):
    """Whether a text layer lacks its characters: rare or private ones, or little but punctuation."""
    letters = sum(x.isalnum() for x in text)
    return encodings.plausibility(text) < PLAUSIBLE or letters < 0.6 * len("".join(text.split()))


def _other_reader(data):
    """Lines of the pages as pdfplumber sees them: what defeats one reader another may read."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            texts = [page.extract_text() or "" for page in document.pages]
    except Exception:  # a file that pdfium opens may be too broken for it; then there is no second opinion
        return []
    return [[x.strip() for x in text.split("\n") if x.strip()] for text in texts]


def _recognised(document, what):
    """Lines of the pages by OCR, where the extra is installed."""
    from govnlp.documents.reading.ocr import available, read_image

    if not available():
        raise Unreadable(Note("install_ocr", what=what))
    pages = []
    for i in range(len(document)):
        pages.append(read_image(document[i].render(scale=2).to_pil()))
        if i + 1 == min(FIRST, len(document)) and _illegible(
            pages
        ):  # fonts missing: pictures are no better than the text
            raise Unreadable(Note("illegible", what=what))
    return pages


def _illegible(pages):
    """Whether recognised pages hold little Chinese or Latin text in words."""
    text = "".join("".join(page) for page in pages)
    return len(encodings.WORD.findall(text)) + len(re.findall("[A-Za-z]{3}", text)) < 0.3 * len(text)


def _with_roles(pages):
    """Lines and roles: page numbers and what a third of the pages repeat at their edge are furniture."""
    edges = Counter(
        _edge_key(page[i])
        for page in pages
        if page
        for i in {0, 1, len(page) - 2, len(page) - 1}
        if 0 <= i < len(page)
    )
    often = max(3, len(pages) / 3)
    lines, roles = [], []
    for page in pages:
        for i, line in enumerate(page):
            edge = i < 2 or i >= len(page) - 2
            furniture = edge and (
                PAGE_NUMBER.match(line) or (edges[_edge_key(line)] >= often and len(line) < 60)
            )
            lines.append(line)
            roles.append("furniture" if furniture else None)
    return lines, roles


def _edge_key(line):
    return re.sub(r"\d+", "0", line.strip())
