"""Word documents (.docx): paragraphs with their numbers, tables, text boxes, footnotes, headers and footers."""

import io
import re
import zipfile

from govnlp.documents.reading.limits import check_text
from govnlp.documents.reading.list_numbers import Numbering
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = {W + "br", W + "cr"}
LETTER = re.compile(r"[一-鿿A-Za-z]{2}")
HEADING = re.compile(r"(?:heading|标题)\s*([1-6])$", re.I)


def read_docx(data):
    """Lines and roles of a Word document.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    (list of str, list of str or None, dict)
        Lines, their roles and stated metadata.

    Raises
    ------
    Unreadable
        Where the file is damaged or no Word document.
    """
    import docx

    try:
        check_text(sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(data)).infolist()))
        document = docx.Document(io.BytesIO(data))
        styles, numbering = _styles(document), Numbering(document)
        body = document.element.body
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Note("damaged_docx", error=type(error).__name__)) from error
    lines, roles = [], []
    _walk(body, styles, numbering, lines, roles)
    for note in _footnotes(document):
        for paragraph in note.iter(W + "p"):
            _paragraph(paragraph, {}, None, lines, roles, "footnote")
    edges = dict.fromkeys(_edges(document))
    return lines + list(edges), roles + ["furniture"] * len(edges), {}


def _styles(document):
    """Role of each style: heading1..6 or title."""
    roles = {}
    for style in document.styles:
        found = HEADING.match(style.name or "")
        if found:
            roles[style.style_id] = "heading" + found.group(1)
        elif (style.name or "").lower() == "title":
            roles[style.style_id] = "title"
    return roles


def _footnotes(document):
    """Elements of foot- and endnotes, separators left out."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                if note.get(W + "type") is None:
                    yield note


def _edges(document):
    """Texts of headers and footers; those that hold only a page number are left out."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")) and not relation.is_external:
            for paragraph in relation.target_part.element.iter(W + "p"):
                text = _text(paragraph)[0].strip()
                if LETTER.search(text):
                    yield " ".join(text.split())


def _walk(element, styles, numbering, lines, roles):
    for child in element:
        if child.tag == W + "p":
            _paragraph(child, styles, numbering, lines, roles)
        elif child.tag == W + "tbl":
            _table(child, styles, numbering, lines, roles)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"):
            _walk(child, styles, numbering, lines, roles)


def _table(table, styles, numbering, lines, roles):
    """Rows of a table as lines with tabs between cells; those of a table within a cell belong to that cell."""
    for row in _own(table, "tr", "tbl"):
        cells, boxes = [], []
        for cell in _own(row, "tc", "tr"):
            pieces = []
            for paragraph in cell.iter(W + "p"):
                if next(paragraph.iterancestors(W + "txbxContent"), None) is None:
                    text, inside = _text(paragraph)
                    pieces.append(numbering.label(paragraph) + text)
                    boxes += inside
            cells.append("".join(pieces).strip())
        if any(cells):
            lines.append("\t".join(cells).replace("\n", " "))
            roles.append("table")
        for box in boxes:
            _walk(box, styles, numbering, lines, roles)


def _own(element, name, holder):
    """Descendants of a name whose nearest holder is the element itself."""
    return [x for x in element.iter(W + name) if next(x.iterancestors(W + holder)) is element]


def _paragraph(paragraph, styles, numbering, lines, roles, role=None):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if role is None and style is not None:
        role = styles.get(style.get(W + "val"))
    text, boxes = _text(paragraph)
    label = numbering.label(paragraph) if numbering is not None else ""
    if label and text.strip():
        text = label + text.lstrip()
    for line in text.split("\n"):
        lines.append(line)
        roles.append(role)
    for box in boxes:
        _walk(box, styles, numbering, lines, roles)


def _text(paragraph):
    """Text of a paragraph with its soft line ends, and the text boxes that are anchored in it."""
    pieces, boxes = [], []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == W + "t":
            pieces.append(element.text or "")
        elif element.tag == W + "tab":
            pieces.append("\t")
        elif element.tag in BREAKS:
            pieces.append("\n")
        elif element.tag == W + "noBreakHyphen":
            pieces.append("-")
        elif element.tag == W + "txbxContent":
            boxes.append(element)
        elif element.tag not in (FALLBACK, W + "pPr", W + "rPr", W + "del", W + "moveFrom", W + "instrText"):
            stack.extend(reversed(element))
    return "".join(pieces), boxes
