"""The tree of a web page to lines as a browser shows them."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from govnlp.documents.reading.raised import LOWERED, RAISED, shift
from govnlp.text import squeeze

SKIPPED = frozenset(
    (
        "head script style noscript template select option svg textarea object iframe title meta link xmp rt rp"
    ).split()
)
BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd dl dt details div fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 hr header html li main menu nav ol p pre section summary table tbody td th tr"
        " tfoot thead ul"
    ).split()
)
HEADINGS = {f"h{n}": f"heading{n}" for n in range(1, 7)}
CELLS = ("td", "th")
SHIFTED = {"sup": RAISED, "sub": LOWERED}
WHITE = " \t\r\n\f"
BLANKS = re.compile(r"[ \t\r\n\f](?:[ \t\r\n\f]+|(?<! ))")  # a single blank is one already
TORN = re.compile(
    r"(?<=[\u3001-\uffee])[ \t]*\n\s*(?=[\u3001-\uffee](?! [\u3001-\uffee] ))"
)  # a line end of the source is no blank there
TABS = re.compile(r" *\t *")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# What keeps copies from being clean; larger parts that are hidden so are shown by a script, or set their own size.
UNSEEN = re.compile(
    r"(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$)|(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.I,
)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")  # of a style sheet
MOST_UNSEEN = 100  # characters
PROSE = re.compile(r"[，。；！？]")
ENDS = ("。", "！", "？", "”", "；")
LEGAL = re.compile("版权|转载|授权|icp|备案|声明|举报|许可证|copyright|主办单位|承办单位")  # in small letters
LONG, SHORT = 25, 10  # characters of a line with sentences, and of one that also ends like one
MOST_PARAGRAPHS, MOST_LETTERS = 8, 2000  # of a cell of data; larger ones lay out the page
MOST_SPAN = 64


@dataclass
class PageLines:
    """Lines of a page, and the elements in which they lie.

    Attributes
    ----------
    lines : list of dict
        text, plain (the same without blanks), size (its characters), linked (of these within links), prose (whether
        it is running text), role (of its tag, or None), hidden, node (number of its element) and at (the element).
    nodes : list of (element, int)
        Elements that hold lines, each behind the one that holds it, whose number comes with it.
    """

    lines: list = field(default_factory=list)
    nodes: list = field(default_factory=list)


def page_lines(tree):
    """Lines of a page in reading order.

    Parameters
    ----------
    tree : lxml element

    Returns
    -------
    PageLines
    """
    from lxml import etree

    walker = _Walker(_unseen_names(tree))
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walker.close(element)
        elif element.tag in SKIPPED:
            events.skip_subtree()
            walker.open.append(None)
        else:
            walker.start(element, element.tag)
    walker.end()
    return walker.page


@dataclass(slots=True)
class _Open:
    """An element that is open: what it hands down, and what its end does."""

    element: object
    tag: str
    linked: bool
    role: str | None
    within: bool  # a cell of data, in which breaks do not end the line
    data: bool = False  # a row of data or one of its cells
    saved: tuple | None = None  # the line that a hidden element interrupts
    node: int | None = None  # its number, from its first text on


OUTSIDE = _Open(None, "", False, None, False)


class _Walker:
    """Collects the lines of a page, of which a style sheet hides the elements of some classes and identifiers."""

    def __init__(self, unseen):
        self.unseen, self.known = unseen, {}
        self.page, self.open, self.hidden = PageLines(), [], 0
        self.pieces, self.linked, self.node = [], 0, None
        self.spans, self.column = {}, 0

    def start(self, element, tag):
        above = self.open[-1] if self.open else OUTSIDE
        this = _Open(element, tag, above.linked or tag == "a", above.role, above.within)
        self.open.append(this)
        style = element.get("style")
        if (style or self.unseen or element.get("hidden") is not None) and self.hides(element, style):
            this.saved = self.pieces, self.linked, self.node
            self.pieces, self.linked, self.node = [], 0, None
            self.hidden += 1
        if tag == "br":
            if not above.within:
                self.end(above.role)
        elif tag in BLOCKS and not above.within:
            self.start_block(element, this, above)
        if text := element.text:
            self.add(shift(text, SHIFTED[tag]) if tag in SHIFTED else text)

    def hides(self, element, style):
        """Whether an element says that it is hidden, or has little text and is out of sight by its style or a sheet."""
        hidden, unseen = _shows(style)
        if hidden or element.get("hidden") is not None:
            return True
        if not unseen and self.unseen:
            names = element.get("class", ""), element.get("id")
            if names not in self.known:
                named = {f"#{names[1]}", *(f".{x}" for x in names[0].split())}
                self.known[names] = not self.unseen.isdisjoint(named)
            unseen = self.known[names]
        return unseen and sum(map(len, element.itertext())) <= MOST_UNSEEN

    def start_block(self, element, this, above):
        """What a block ends before it, and whether it is a row or a cell of data."""
        tag = this.tag
        this.role = HEADINGS.get(tag, above.role)
        if tag == "tr":
            this.data, self.column = _is_data(element), 0
        elif tag == "table":
            self.spans = {}
        elif above.data and above.tag == "tr" and tag in CELLS:
            this.data = this.within = True
            self.skip_spanned()
            return
        self.end()

    def close(self, element):
        this = self.open.pop()
        if this is not None:
            if this.data:
                if this.tag == "tr":
                    self.end("table")
                else:
                    self.cell(element)
            elif self.pieces and this.tag in BLOCKS and not this.within:
                self.end(this.role)
            if this.saved is not None:
                self.end("furniture")
                self.hidden -= 1
                self.pieces, self.linked, self.node = this.saved
        if (tail := element.tail) and self.open:
            self.add(tail)

    def add(self, text):
        if not text.strip(WHITE):
            if self.pieces:
                self.pieces.append(" ")
            return
        if "\n" in text:
            text = TORN.sub("", text)
        text = BLANKS.sub(" ", text)
        if self.node is None and not text.isspace():
            self.node = self.number()
        if self.open[-1].linked:
            self.linked += len(squeeze(text))
        self.pieces.append(text)

    def number(self):
        """Number of the innermost open element; those around it that have none get theirs first."""
        first = len(self.open)
        while first and self.open[first - 1].node is None:
            first -= 1
        above = self.open[first - 1].node if first else -1
        for this in self.open[first:]:
            this.node = len(self.page.nodes)
            self.page.nodes.append((this.element, above))
            above = this.node
        return above

    def skip_spanned(self):
        """Leave empty the cells that one of a row above reaches into."""
        while self.spans.get(self.column):
            self.spans[self.column] -= 1
            self.column += 1
            self.pieces.append("\t")

    def cell(self, cell):
        """End a cell; one that spans columns leaves empty ones, so that columns stay columns."""
        across, down = (_number(cell.get(x)) for x in ("colspan", "rowspan"))
        for _ in range(across):
            if down > 1:
                self.spans[self.column] = down - 1
            self.column += 1
            self.pieces.append("\t")

    def end(self, role=None):
        """Close the line that is being collected."""
        if not self.pieces:
            return
        if self.node is not None:
            text = "".join(self.pieces)
            text = (TABS.sub("\t", text) if "\t" in text else text).rstrip(" \t").strip(" ")
            text = text if role == "table" else text.lstrip(" \t")  # a row's first cells may be empty
            plain = squeeze(text)
            size = len(plain)
            self.page.lines.append(
                {
                    "text": text,
                    "plain": plain,
                    "size": size,
                    "linked": self.linked,
                    "prose": is_prose(text, size, self.linked),
                    "role": role,
                    "hidden": bool(self.hidden),
                    "node": self.node,
                    "at": self.page.nodes[self.node][0],
                }
            )
        self.pieces, self.linked, self.node = [], 0, None


@lru_cache(maxsize=1000)
def _shows(style):
    """Whether a style hides its element, and whether it leaves it in its place, unseen; pages repeat a few styles."""
    return (HIDDEN.search(style) is not None, UNSEEN.search(style) is not None) if style else (False, False)


def _unseen_names(tree):
    """Classes (.a) and identifiers (#a) whose elements the style sheets of a page hide."""
    found = set()
    for sheet in tree.iter("style"):
        for names, style in RULE.findall(sheet.text or ""):
            if HIDDEN.search(style) or UNSEEN.search(style):
                found |= {x.strip() for x in names.split(",")}
    return {x for x in found if re.fullmatch(r"[.#][\w-]+", x)}


def is_prose(text, size, linked):
    """Whether a line is running text: sentences, not links, no legal note."""
    if size < SHORT or linked > size / 2 or not PROSE.search(text):
        return False
    return (size >= LONG or text.endswith(ENDS)) and len(LEGAL.findall(text.lower())) < 2


def _is_data(row):
    """Whether a row is a row of data: two or more cells, none with a table or long prose in it."""
    from lxml import etree

    cells = [x for x in row if x.tag in CELLS]
    return len(cells) > 1 and not any(
        len(x)
        and (
            next(x.iter("table"), None) is not None
            or len(list(x.iter("p"))) > MOST_PARAGRAPHS
            or len(etree.tostring(x, encoding="unicode", method="text", with_tail=False)) > MOST_LETTERS
        )
        for x in cells
    )


def _number(text):
    """Columns or rows that a cell spans."""
    return min(int(text), MOST_SPAN) if text and text.isdigit() and int(text) else 1
