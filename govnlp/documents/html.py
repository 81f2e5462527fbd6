"""Web pages: lines of text in reading order, main content told from furniture, stated metadata."""

import re

from govnlp.documents import encodings
from govnlp.documents.policy import LABELS, squeeze
from govnlp.documents.problems import Unreadable

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
FURNITURE = {"nav", "footer", "header", "aside", "form", "button"}
BLOCKS = re.compile(
    "address|article|aside|blockquote|body|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    "|header|html|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|t[dhr]|tfoot"
    "|thead|ul"
).fullmatch
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
PROSE = re.compile(r"[，。；！？]")
META = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "article:published_time": "published",
    "contentsource": "outlet",
}


def read_html(data):
    """Lines, roles and stated metadata of a web page.

    The main content is the deepest element that holds at least seven tenths of the page's prose (long
    lines with Chinese punctuation outside links). Everything else is furniture, and lines in it that
    are nothing but links. Rows of tables are lines, their cells separated by tabs.

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
        Where the page has no text.
    """
    import lxml.html

    text, encoding = decode_page(data)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text or "<p></p>", parser=parser)
    except Exception as error:
        raise Unreadable(f"damaged page ({type(error).__name__}); save it again from the browser") from error
    page = _Lines()
    page.walk(tree)
    page.end()
    main = _main(page)
    inside = set(main.iter()) if main is not None else set()
    roles = [_role(line, inside) for line in page.lines]
    lines = [x["text"] for x in page.lines]
    stated = _stated(tree, lines)
    return lines, roles, stated, encoding


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


def _main(page):
    """Deepest element with at least seven tenths of the prose, or None where there is no prose."""
    weight, total = {}, 0
    for line in page.lines:
        size = len(squeeze(line["text"]))
        if line["linked"] > size / 2 or not (size >= 25 and PROSE.search(line["text"])):
            continue
        total += size
        element, steps = line["at"], 0
        while element is not None and steps < 200:
            weight[element] = weight.get(element, 0) + size
            element, steps = element.getparent(), steps + 1
    best = None
    for element, size in weight.items():
        if size >= 0.7 * total and (best is None or size < weight[best] or best in element.iterancestors()):
            best = element
    if best is not None and best.tag in ("p", "span", "font", "strong", "b"):
        best = next(
            (x for x in best.iterancestors() if x.tag in ("td", "div", "article", "section", "main", "body")),
            best,
        )
    return best


def _role(line, inside):
    element, size = line["at"], len(squeeze(line["text"]))
    if element not in inside and inside:
        return line["role"] if line["role"] == "heading1" else "furniture"
    if line["linked"] > 0.8 * size and not PROSE.search(line["text"]):
        return "furniture"
    if any(x.tag in FURNITURE and x in inside for x in [element, *element.iterancestors()]):
        return "furniture"
    return line["role"]


def _stated(tree, lines):
    """Metadata from the page's table of metadata, its meta tags, its first heading and its <title>."""
    stated = {}
    for line in lines:
        cells = [x.strip() for x in line.split("\t")]
        pairs = (
            list(zip(cells[::2], cells[1::2], strict=False))
            if len(cells) > 1
            else [tuple(re.split("[:：]", line, maxsplit=1))]
        )
        for pair in pairs:
            name = LABELS.get(squeeze(pair[0]).strip(":：[]【】")) if len(pair) == 2 else None
            if name and pair[1].strip():
                stated.setdefault(name, pair[1].strip())
    for meta in tree.iter("meta"):
        name = META.get((meta.get("name") or meta.get("property") or "").lower())
        content = (meta.get("content") or "").strip()
        if name and content:
            stated.setdefault(name, content)
    if "title" not in stated:
        headings = [squeeze(x.text_content()) for x in tree.iter("h1")]
        title = (tree.findtext(".//title") or "").strip()
        stated["title"] = _page_title(title, lines) or next((x for x in headings if len(x) > 5), None)
        if not stated["title"]:
            del stated["title"]
    return stated


def _page_title(title, lines):
    """The part of <title> that names the document: the site's name before or after it is left out."""
    pieces = [
        x.strip()
        for x in re.split(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[一-鿿）》])[-–—]+(?=[一-鿿])", title)
        if x.strip()
    ]
    text = squeeze("".join(lines))
    found = [x for x in pieces if squeeze(x) in text and len(x) > 5]
    return max(found, key=len, default=pieces[0] if len(pieces) == 1 and len(title) > 8 else None)
