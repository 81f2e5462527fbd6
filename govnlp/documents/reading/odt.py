"""OpenDocument texts (.odt): paragraphs and headings with their numbers, tables, notes, frames."""

import re
from functools import reduce

from govnlp.documents.reading.cells import stacked
from govnlp.documents.reading.numerals import numeral
from govnlp.documents.reading.package import damaged, opened
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.raised import LOWERED, RAISED, shift

OD = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE = OD + "text:1.0}", OD + "table:1.0}", OD + "style:1.0}"
ASIDE = (
    TEXT + "tracked-changes",
    TEXT + "table-of-content",
    OD + "office:1.0}annotation",
    TEXT + "ruby-text",
)
FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}
FORMATS |= {"一, 二, 三, ...": "chineseCounting", "壹, 贰, 叁, ...": "chineseLegalSimplified"}
FORMATS |= {"甲, 乙, 丙, ...": "ideographTraditional", "子, 丑, 寅, ...": "ideographZodiac"}
FORMATS |= {"①, ②, ③, ...": "decimalEnclosedCircle", "１, ２, ３, ...": "decimalFullWidth"}
SHIFTED = {"super": RAISED, "sub": LOWERED}
MOST_BLANKS, MOST_REPEATED = 1000, 64  # of one element, and of a cell that is repeated


def read_odt(data):
    """What an OpenDocument text holds; tables of contents, headers and footers are furniture."""
    package = opened(data, "odt")
    try:
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
        reader = _Reader([x for x in (content, styles) if x is not None])
        reader.walk(content.find(f"{OD}office:1.0}}body/{OD}office:1.0}}text"))
        for note in reader.notes:
            reader.walk(note, "footnote")
        for master in styles.iter(STYLE + "header", STYLE + "footer") if styles is not None else ():
            for paragraph in master.iter(TEXT + "p"):
                line = reader.text(paragraph)
                if re.search(r"[一-鿿A-Za-z]{2}", line):
                    reader.add(line, "furniture")
    except Unreadable:
        raise
    except Exception as error:
        raise damaged("odt", error) from error
    return {"lines": reader.lines, "roles": reader.roles}


class _Reader:
    """Lines and roles, collected in reading order."""

    def __init__(self, roots):
        self.lines, self.roles, self.notes, self.frames, self.counts = [], [], [], [], {}
        self.hidden, self.unseen = set(), []  # styles that hide their text, and what they hide in a paragraph
        self.shifted = {}  # styles of letters above or below the line
        self.levels, self.list_of = {}, {}
        for root in roots:
            for style in root.iter(TEXT + "list-style", TEXT + "outline-style"):
                name = style.get(STYLE + "name") or "Outline"
                self.levels[name] = {int(x.get(TEXT + "level") or 1): x for x in style}
            for style in root.iter(STYLE + "style"):
                name = style.get(STYLE + "name")
                if style.get(STYLE + "list-style-name"):
                    self.list_of[name] = style.get(STYLE + "list-style-name")
                for letters in style.iter(STYLE + "text-properties"):
                    if letters.get(TEXT + "display") == "none":
                        self.hidden.add(name)
                    place = (letters.get(STYLE + "text-position") or "").partition(" ")[0]
                    if place in SHIFTED:
                        self.shifted[name] = SHIFTED[place]

    def add(self, text, role):
        for line in text.split("\n"):
            self.lines.append(line)
            self.roles.append(role)

    def walk(self, element, role=None, listed=None, depth=0):
        """Paragraphs, lists and tables of an element; `listed` names the style of the list that it stands in."""
        for child in element:
            if child.tag == TEXT + "p":
                hidden = child.get(TEXT + "style-name") in self.hidden
                self.paragraph(child, "furniture" if hidden else role)
            elif child.tag == TEXT + "h":
                level = min(int(child.get(TEXT + "outline-level") or 1), 6)
                number = "" if listed else self.number("Outline", level)
                self.paragraph(child, role or f"heading{level}", number)
            elif child.tag == TEXT + "list":
                self.list(child, role, child.get(TEXT + "style-name") or listed, depth + 1)
            elif child.tag == TABLE + "table":
                self.table(child)
            elif child.tag == TEXT + "table-of-content":
                for paragraph in child.iter(TEXT + "p"):
                    self.add(self.text(paragraph), "furniture")
            elif child.tag not in ASIDE and isinstance(child.tag, str):
                unseen = child.tag == TEXT + "section" and child.get(TEXT + "display") == "none"
                self.walk(child, "furniture" if unseen else role, listed, depth)

    def paragraph(self, paragraph, role, number=""):
        text = self.text(paragraph)
        self.add(number + text.lstrip() if number and text.strip() else text, role)
        self.beside()

    def beside(self):
        """What stands in a paragraph or a table without being part of its lines: hidden text, and frames."""
        unseen, self.unseen, frames, self.frames = self.unseen, [], self.frames, []
        if unseen:
            self.add("".join(unseen), "furniture")
        for frame in frames:
            self.walk(frame)

    def list(self, element, role, style, depth):
        if (
            depth == 1
            and element.get(TEXT + "continue-numbering") != "true"
            and not element.get(TEXT + "continue-list")
        ):
            self.counts.pop(style, None)
        for item in element:
            if (start := item.get(TEXT + "start-value")) is not None:
                self.counts.setdefault(style, {})[depth] = int(start) - 1
            first = True
            for child in item:
                if child.tag in (TEXT + "p", TEXT + "h"):
                    number = self.number(style, depth) if first and item.tag == TEXT + "list-item" else ""
                    level = min(int(child.get(TEXT + "outline-level") or 1), 6)
                    self.paragraph(
                        child, role or (f"heading{level}" if child.tag == TEXT + "h" else None), number
                    )
                    first = False
                elif child.tag == TEXT + "list":
                    self.list(child, role, child.get(TEXT + "style-name") or style, depth + 1)
                else:
                    self.walk([child], role, style, depth)

    def number(self, style, depth):
        """Number that stands before an item of a list; counts it."""
        levels = self.levels.get(style, {})
        level = levels.get(depth)
        if level is None or not level.get(STYLE + "num-format"):
            return ""
        counts = self.counts.setdefault(style, {})
        counts[depth] = counts.get(depth, int(level.get(TEXT + "start-value") or 1) - 1) + 1
        for deeper in [x for x in counts if x > depth]:
            del counts[deeper]
        shown = int(level.get(TEXT + "display-levels") or 1)
        numbers = [
            numeral(counts.get(x, 1), FORMATS.get(levels[x].get(STYLE + "num-format"), "decimal"))
            for x in range(depth - shown + 1, depth + 1)
            if x in levels
        ]
        text = (
            (level.get(STYLE + "num-prefix") or "")
            + ".".join(numbers)
            + (level.get(STYLE + "num-suffix") or "")
        )
        return text + " " if text[-1:].isalnum() else text

    def table(self, table):
        """Rows as lines with tabs between cells; what a merged cell covers is empty, a table in a cell stands below."""
        for row in _within(table, (TABLE + "table-row",), (TABLE + "table",)):
            cells = []
            for cell in row:
                if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    paragraphs = _within(cell, (TEXT + "p", TEXT + "h"), (TABLE + "table",))
                    text = reduce(stacked, map(self.text, paragraphs), "")
                    times = min(int(cell.get(TABLE + "number-columns-repeated") or 1), MOST_REPEATED)
                    cells += [" ".join(text.split("\n")).replace("\t", " ").strip()] * (times if text else 1)
                    cells += [""] * (0 if text else times - 1)
            if any(cells):
                self.add("\t".join(cells), "table")
            for inner in _within(row, (TABLE + "table",)):
                self.table(inner)
        self.beside()

    def text(self, element):
        """Text of a paragraph; notes and frames in it are kept for later."""
        pieces = [element.text or ""]
        for child in element:
            tag = child.tag
            if tag == TEXT + "s":
                pieces.append(" " * min(int(child.get(TEXT + "c") or 1), MOST_BLANKS))
            elif tag == TEXT + "tab":
                pieces.append("\t")
            elif tag == TEXT + "line-break":
                pieces.append("\n")
            elif tag == TEXT + "note":
                self.notes += child.iter(TEXT + "note-body")
            elif tag == OD + "drawing:1.0}frame" or tag == OD + "drawing:1.0}custom-shape":
                self.frames.append(child)
            elif tag == TEXT + "hidden-text" or (style := child.get(TEXT + "style-name")) in self.hidden:
                self.unseen.append(self.text(child))
            elif tag not in ASIDE and isinstance(tag, str):
                inner = self.text(child)
                pieces.append(shift(inner, self.shifted[style]) if style in self.shifted else inner)
            pieces.append(child.tail or "")
        return "".join(pieces)


def _within(element, wanted, closed=()):
    """Elements of some tags in an element, none in another of them or in one of the closed tags."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag not in closed:
            yield from _within(child, wanted, closed)
