"""Web pages: lines of text in reading order, main content told from furniture, stated metadata."""

import re

from govnlp.documents.reading import encodings
from govnlp.documents.reading.limits import limit
from govnlp.documents.reading.page_content import roles_of
from govnlp.documents.reading.page_metadata import stated_metadata
from govnlp.documents.reading.problems import Unreadable
from govnlp.notes import Note
from govnlp.text import squeeze

SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "select",
    "option",
    "svg",
    "textarea",
    "object",
    "iframe",
}
BLOCKS = re.compile(
    "address|article|aside|blockquote|body|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    "|header|html|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|t[dhr]|tfoot"
    "|thead|ul"
).fullmatch
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
TAG = re.compile(r"<[a-zA-Z][^<>]{3000,}")  # long enough to have a thousand attributes


def read_html(data):
    """Lines, roles and stated metadata of a web page.

    Rows of tables are lines, their cells separated by tabs. What lies outside the main content is furniture,
    and so are lines in it that are nothing but links.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    (list of str, list of str or None, dict, str)
        Lines, roles, stated metadata and encoding.

    Raises
    ------
    Unreadable
        Where the page is damaged, has no text or only frames.
    """
    import lxml.html

    text, encoding = decode_page(data)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    if any(tag.count("=") > limit("attributes") for tag in TAG.findall(text)):
        raise Unreadable(Note("many_attributes"))
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text or "<p></p>", parser=parser)
    except Exception as error:
        raise Unreadable(Note("damaged_page", error=type(error).__name__)) from error
    if next(tree.iter("frameset"), None) is not None:
        raise Unreadable(Note("frames"))
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise Unreadable(Note("deep_page"))
    page = _Lines()
    page.walk(tree)
    page.end()
    if not page.lines:
        raise Unreadable(Note("no_text_in_page"))
    lines = [x["text"] for x in page.lines]
    stated = stated_metadata(tree, page.lines)
    return lines, roles_of(page.lines, stated.get("title")), stated, encoding


def decode_page(data):
    """Text of a page: by its contents first, since what it declares is often wrong."""
    text, encoding = encodings.decode(data)
    declared = DECLARED.search(data[:4096])
    if declared and encoding not in ("utf-8", "utf-8-sig", "utf-16"):
        name = declared.group(1).decode("ascii").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80") else name
        try:
            other = encodings.clean(data.decode(name))
        except (LookupError, UnicodeDecodeError):
            return text, encoding
        if encodings.plausibility(other) > encodings.plausibility(text):
            return other, name
    return text, encoding


class _Lines:
    """Collects the lines of a page; each knows its element, its tag and how much of it is link text."""

    def __init__(self):
        self.lines, self.pieces, self.linked, self.at = [], [], 0, None

    def add(self, text, element, in_link):
        if text:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
            if text.strip():
                self.at = element if self.at is None else self.at
                self.linked += len(squeeze(text)) if in_link else 0
            self.pieces.append(text)

    def end(self, role=None):
        """Close the line that is being collected."""
        text = re.sub(r" *\t *", "\t", "".join(self.pieces)).strip(" \t")
        if text.strip():
            self.lines.append({"text": text, "at": self.at, "linked": self.linked, "role": role})
        self.pieces, self.linked, self.at = [], 0, None

    def walk(self, root):
        """Depth first without recursion: pages nest thousands deep when they are broken."""
        stack = [(root, False, "open", None)]
        while stack:
            element, in_link, phase, heading = stack.pop()
            if phase == "tail":
                self.add(element.tail, element.getparent(), in_link)
                continue
            tag = element.tag
            if phase == "close":
                if tag == "tr":
                    self.end("table")
                elif tag in ("td", "th"):
                    self.pieces.append("\t")
                else:
                    self.end(heading)
                continue
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            inner_link = in_link or tag == "a"
            row = tag == "tr" and _data_row(element)
            cell = tag in ("td", "th") and _in_row(element)
            within = _in_cell(element)
            if tag == "br" and not within:
                self.end(heading)
            elif BLOCKS(tag) and not within:
                if not cell:
                    self.end()
                role = "heading" + tag[1] if re.fullmatch("h[1-6]", tag) else heading
                if row or cell or tag not in ("tr", "td", "th"):
                    stack.append((element, in_link, "close", role))
                else:
                    stack.append((_Close(), in_link, "close", None))
                heading = role
            self.add(element.text, element, inner_link)
            for child in reversed(element):
                stack.append((child, inner_link, "tail", heading))
                stack.append((child, inner_link, "open", heading))


class _Close:
    """Closes a layout cell like any block."""

    tag = "div"


def _data_row(row):
    """Whether a row is a row of data: two or more cells, none with a table or long prose in it."""
    known = row.get("data-govnlp-row")
    if known is None:
        cells = [x for x in row if x.tag in ("td", "th")]
        plain = len(cells) > 1 and not any(
            x.find(".//table") is not None or len(x.findall(".//p")) > 8 or len("".join(x.itertext())) > 2000
            for x in cells
        )
        known = "yes" if plain else "no"
        row.set("data-govnlp-row", known)
    return known == "yes"


def _in_row(cell):
    row = cell.getparent()
    return row is not None and row.tag == "tr" and _data_row(row)


def _in_cell(element):
    """Whether an element lies within a cell of a data row (its breaks don't end the line)."""
    parent, steps = element.getparent(), 0
    while parent is not None and steps < 12:
        if parent.tag in ("td", "th"):
            return _in_row(parent)
        parent, steps = parent.getparent(), steps + 1
    return False
