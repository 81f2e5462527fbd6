"""Word documents (.docx): paragraphs with their numbers, tables, text boxes, footnotes, headers and footers."""

import re
from functools import cached_property

from lxml import etree

from govnlp.documents.reading.cells import stacked
from govnlp.documents.reading.docx_pictures import unread_parts
from govnlp.documents.reading.docx_text import W, properties, special, text_of, vanishes
from govnlp.documents.reading.list_numbers import Numbering
from govnlp.documents.reading.package import damaged, opened
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note

LETTER = re.compile(r"[一-鿿A-Za-z]{2}")
HEADING = re.compile(r"(?:heading|标题)\s*([1-6])$", re.I)
CONTENTS = re.compile(r"(?:toc|目录|contents)\s*(?:\d|heading|标题)?$", re.I)
ENTRY = re.compile(r"\t|\d\s*$")  # a line of a table of contents: its page stands at the end
INSIDE = {W + x for x in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
GONE = (W + "del", W + "moveFrom")  # in the properties of a paragraph's mark that was deleted
FRAMED = (W + "p", W + "tbl")
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_docx(data):
    """What a Word document holds.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    dict
        lines, roles and notes of a `Source`. Tables of contents, headers, footers and hidden text are furniture.

    Raises
    ------
    Unreadable
        Where the file is damaged or no Word document.
    """
    package = opened(data, "docx")
    try:
        return _Reader(package).read()
    except Unreadable:
        raise
    except Exception as error:
        raise damaged("docx", error) from error


class _Reader:
    """Lines and roles of one document, collected in reading order."""

    def __init__(self, package):
        self.package = package
        main = next(
            (x for _, kind, x in package.relations("") if kind == "officeDocument"), "word/document.xml"
        )
        self.parts = package.relations(main)
        self.targets = {number: name for number, _, name in self.parts}
        self.body = package.xml(main).find(W + "body")  # a background may stand before it
        self.hide_by_style(self.body)
        self.special = special(self.body)
        self.lines, self.roles, self.notes = [], [], []
        self.fields, self.before = [], ""

    @cached_property
    def styles(self):
        """Root of the styles, which are read where a paragraph names one or a list."""
        return next(iter(self.roots("styles")), None)

    @cached_property
    def style_roles(self):
        return _styles(self.styles)

    @cached_property
    def numbering(self):
        return Numbering(next(iter(self.roots("numbering")), None), self.styles)

    def hide_by_style(self, root):
        """State of each run whose style hides its letters that they are hidden."""
        names = [x for x in root.iter(W + "rStyle")]
        unseen = _unseen(self.styles) if names else ()
        for name in names:
            if name.get(W + "val") in unseen:
                etree.SubElement(name.getparent(), W + "vanish")

    def label(self, stated):
        """Number that Word shows before a paragraph of which this is stated, or an empty string."""
        return self.numbering.label(stated) if W + "numPr" in stated or W + "pStyle" in stated else ""

    def read(self):
        self.walk(self.body)
        for kind in ("footnotes", "endnotes"):
            for note in self.roots(kind):
                self.special |= special(note)
                for paragraph in note.iter(W + "p"):
                    if next(paragraph.iterancestors(note.tag[:-1])).get(W + "type") is None:
                        self.paragraph(paragraph, "footnote")
        edges = dict.fromkeys(x for kind in ("header", "footer", "comments") for x in self.edges(kind))
        self.notes += unread_parts(self.body)
        lines, roles = self.lines + list(edges), self.roles + ["furniture"] * len(edges)
        return {"lines": lines, "roles": roles, "notes": self.notes}

    def roots(self, kind):
        """Root elements of the parts of a kind."""
        return [self.package.xml(name) for _, its, name in self.parts if its == kind]

    def edges(self, kind):
        """Texts of headers, footers or comments; those that hold only a page number are left out."""
        for root in self.roots(kind):
            for paragraph in root.iter(W + "p"):
                found = text_of(paragraph, [])
                for text in (found.text, *(x for x in found.boxes if isinstance(x, str))):
                    if LETTER.search(text):
                        yield " ".join(text.split())

    def add(self, line, role):
        self.lines.append(line)
        self.roles.append(role)

    def walk(self, element, role=None):
        for child in element:
            if child.tag == W + "p":
                self.paragraph(child, role)
            elif child.tag == W + "tbl":
                self.table(child)
            elif child.tag == W + "altChunk":
                self.chunk(self.targets.get(child.get(RELATION + "id")))
            elif child.tag in INSIDE:
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                contents = gallery is not None and gallery.get(W + "val") == "Table of Contents"
                self.walk(child, "furniture" if contents else role)

    def chunk(self, name):
        """A document within the document: the page or document that Word shows in this place."""
        from govnlp.documents.reading.formats import source_of

        data = self.package.read(name) if name else None
        if data is None:
            return
        try:
            found = source_of(data, name)
        except Unreadable:
            self.notes.append(Note("part_of_format", suffix=name.rpartition(".")[2]))
            return
        self.lines += found.lines
        self.roles += found.roles or [None] * len(found.lines)
        self.notes += found.notes

    def paragraph(self, paragraph, role=None):
        stated = properties(paragraph)
        style, mark = stated.get(W + "pStyle"), stated.get(W + "rPr")
        if role is None and style is not None:
            role = self.style_roles.get(style.get(W + "val"))
        found = text_of(paragraph, self.fields, paragraph not in self.special)
        if any(x.startswith("TOC") for x in found.fields) and ENTRY.search(found.text):
            role = "furniture"
        text, self.before = self.before + found.text, ""
        if mark is not None and any(x.tag in GONE for x in mark):
            self.before = text  # the next one has the number of both
        else:
            label = self.label(stated)
            for line in (label + text.lstrip() if label and text.strip() else text).split("\n"):
                self.add(line, role)
        self.beside(found)

    def beside(self, found):
        """What is anchored in a paragraph, and what it hides."""
        for box in found.boxes:
            if isinstance(box, str):
                self.add(box, None)
            elif box.tag == W + "txbxContent":
                self.walk(box)
            else:
                self.drawing(box)
        if found.hidden.strip():
            self.add(found.hidden, "furniture")

    def drawing(self, element):
        """Texts of a diagram or chart, whose part of the package an element names."""
        names = {self.targets.get(element.get(RELATION + x)) for x in ("dm", "id")} - {None}
        for name in sorted(names):
            for paragraph in self.package.xml(name).iter(DRAWN + "p"):
                text = "".join(x.text or "" for x in paragraph.iter(DRAWN + "t"))
                if text.strip():
                    self.add(text, None)

    def table(self, table):
        """Rows as lines with tabs between cells; a merged cell leaves empty ones, so that columns stay columns."""
        for row in _own(table, "tr", "tbl"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells, around, of_row = [], [], _own(row, "tc", "tr")
            if len(of_row) == 1 and sum(x.tag in FRAMED for x in of_row[0]) > 1:
                self.walk(of_row[0])  # a frame around paragraphs
                continue
            for cell in of_row:
                text = ""
                for paragraph in _own(cell, "p", "tc"):
                    found = text_of(paragraph, self.fields, paragraph not in self.special)
                    text = stacked(text, self.label(properties(paragraph)) + found.text)
                    around.append(found)
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = 1 if span is None else int(span.get(W + "val") or 1)
                cells += [text.strip().replace("\t", " "), *[""] * (min(width, 64) - 1)]
            if any(cells):
                self.add("\t".join(cells).replace("\n", " "), "table")
            for found in around:
                self.beside(found)
            for inner in _own(row, "tbl", "tr"):  # a table within a cell stands below the row
                self.table(inner)


def _styles(root):
    """Role of each style: heading1..6, title, or furniture for a table of contents and for what is hidden."""
    roles = {}
    unseen = _unseen(root)
    for style in root.iter(W + "style") if root is not None else ():
        named = style.find(W + "name")
        name = "" if named is None else named.get(W + "val") or ""
        found = HEADING.match(name)
        if found:
            roles[style.get(W + "styleId")] = "heading" + found[1]
        elif name.lower() == "title":
            roles[style.get(W + "styleId")] = "title"
        elif CONTENTS.match(name) or style.get(W + "styleId") in unseen:
            roles[style.get(W + "styleId")] = "furniture"
    return roles


def _unseen(root):
    """Styles that hide their text."""
    found = root.iter(W + "style") if root is not None else ()
    return {x.get(W + "styleId") for x in found if vanishes(x.find(W + "rPr"))}


def _own(element, name, holder):
    """Descendants of a name whose nearest holder is the element itself; what is in a text box is read with that."""
    holders = W + holder, W + "txbxContent"
    return [x for x in element.iter(W + name) if next(x.iterancestors(*holders)) is element]
