"""The tree of a web page to lines as a browser shows them."""

import re
from dataclasses import dataclass, field

from govnlp.documents.reading.page_styles import WHOLLY, unseen_by, unseen_names
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
FORMED = BLOCKS | {"a"}  # elements that end lines or hand something down to those within them
HEADINGS = {f"h{n}": f"heading{n}" for n in range(1, 7)}
CELLS = ("td", "th")
SHIFTED = {"sup": RAISED, "sub": LOWERED}
WHITE = " \t\r\n\f"
BLANKS = re.compile(r"[ \t\r\n\f](?:[ \t\r\n\f]+|(?<! ))")  # a single blank is one already
TORN = re.compile(
    r"(?<=[\u3001-\uffee])[ \t]*\n\s*(?=[\u3001-\uffee](?! [\u3001-\uffee] ))"
)  # a line end of the source is no blank there
INDENT = re.compile(r"^(?: {2,8}|\t)(?=\S)")  # of a paragraph in text that is set so; more centres a title
BROKEN = re.compile(
    r"(?<=[0-9A-Za-z])\n(?=[0-9A-Za-z])"
)  # a line end of a cell between what would be one number
TABS = re.compile(r" *\t *")
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
    walker = _Walker(unseen_names(tree))
    walker.walk(tree)
    return walker.page


@dataclass(slots=True)
class Handed:
    """What an element hands down to those within it; most hand down what they got."""

    linked: bool = False
    role: str | None = None
    within: bool = False  # a cell of data, in which breaks do not end the line


class _Walker:
    """Collects the lines of a page, of which a style sheet hides the elements of some classes and identifiers."""

    def __init__(self, unseen):
        self.unseen, self.known = unseen, {}
        self.page, self.numbers = PageLines(), {None: -1}
        self.open, self.hidden = (
            [Handed()],
            {},
        )  # elements that are hidden, with the lines that they interrupt
        self.pieces, self.linked, self.node = [], 0, None
        self.data, self.spans, self.column = set(), {}, 0  # rows and cells of data
        self.set_lines = 0  # elements around that show line ends as they are

    def walk(self, tree):
        from lxml import etree

        events = etree.iterwalk(tree, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if tag == "pre":
                self.set_lines += 1 if event == "start" else -1
            if event == "end":
                if tag in FORMED:
                    self.close(element, tag)
                if self.hidden and element in self.hidden:
                    self.end("furniture")
                    self.pieces, self.linked, self.node = self.hidden.pop(element)
                if tail := element.tail:
                    self.add(tail, element, behind=True)
                continue
            if tag in SKIPPED:
                events.skip_subtree()
                continue
            unseen = (style := element.get("style")) and unseen_by(style)
            if (unseen or self.unseen or element.get("hidden") is not None) and self.hides(element, unseen):
                self.hidden[element] = self.pieces, self.linked, self.node
                self.pieces, self.linked, self.node = [], 0, None
            if tag in FORMED:
                self.start(element, tag)
            elif tag == "br":
                self.pieces.append("\n") if self.open[-1].within else self.end(self.open[-1].role)
            if text := element.text:
                self.add(shift(text, SHIFTED[tag]) if tag in SHIFTED else text, element)
        self.end()

    def hides(self, element, unseen):
        """Whether an element says that it is hidden, or has little text and is out of sight by its style or a sheet."""
        if unseen == WHOLLY or element.get("hidden") is not None:
            return True
        if not unseen:
            names = element.get("class", ""), element.get("id")
            if names not in self.known:
                named = {f"#{names[1]}", *(f".{x}" for x in names[0].split())}
                self.known[names] = not self.unseen.isdisjoint(named)
            unseen = self.known[names]
        return unseen and sum(map(len, element.itertext())) <= MOST_UNSEEN

    def start(self, element, tag):
        """End the line before a block, and note what an element hands down; rows and cells of data are known."""
        handed = self.open[-1]
        if tag == "a":
            handed = Handed(True, handed.role, handed.within)
        elif handed.within:
            self.pieces.append("\n")
        else:
            handed = self.start_block(element, tag, handed)
        self.open.append(handed)

    def start_block(self, element, tag, handed):
        if tag == "tr":
            self.column = 0
            if _is_data(element):
                self.data.add(element)
        elif tag == "table":
            self.spans = {}
        elif tag in CELLS and element.getparent() in self.data:
            self.data.add(element)
            self.skip_spanned()
            return Handed(handed.linked, handed.role, True)
        self.end()
        return Handed(handed.linked, HEADINGS[tag]) if tag in HEADINGS else handed

    def close(self, element, tag):
        handed = self.open.pop()
        if element in self.data:
            if tag == "tr":
                self.end("table")
            else:
                self.cell(element)
        elif self.pieces and tag != "a" and not handed.within:
            self.end(handed.role)

    def add(self, text, element, behind=False):
        """Add text that stands at the beginning of an element, or behind it, to the line that is being collected."""
        if not text.strip(WHITE):
            if self.pieces:
                self.pieces.append(" ")
            return
        if "\n" in text:
            if self.set_lines and "\n" in text.strip(WHITE):
                self.add_set(text, element, behind)
                return
            text = TORN.sub("", text)
        text = BLANKS.sub(" ", text)
        if self.node is None and not text.isspace():
            self.node = self.number(element.getparent() if behind else element)
        if self.open[-1].linked:
            self.linked += len(squeeze(text))
        self.pieces.append(text)

    def add_set(self, text, element, behind):
        """Add text whose line ends and indents are shown as they are."""
        for i, line in enumerate(text.split("\n")):
            if i:
                self.end(self.open[-1].role)
            self.add(INDENT.sub("\u3000\u3000", line), element, behind)

    def number(self, element):
        """Number of an element; those around it that have none get theirs first."""
        chain = []
        while element not in self.numbers:
            chain.append(element)
            element = element.getparent()
        above = self.numbers[element]
        for this in reversed(chain):
            self.page.nodes.append((this, above))
            above = self.numbers[this] = len(self.numbers) - 1
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
            text = BROKEN.sub(" ", text).replace("\n", "") if "\n" in text else text
            text = TABS.sub("\t", text) if "\t" in text else text
            text = (
                text.strip(" ").rstrip(" \t") if role == "table" else text.strip(" \t")
            )  # a row's first cells may be empty
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


def is_prose(text, size, linked):
    """Whether a line is running text: sentences, not links, no legal note."""
    if size < SHORT or linked > size / 2 or not PROSE.search(text):
        return False
    return (size >= LONG or text.endswith(ENDS)) and len(LEGAL.findall(text.lower())) < 2


def _is_data(row):
    """Whether a row is a row of data: two or more cells, none with a table or long prose in it."""
    cells = [x for x in row if x.tag in CELLS]
    return len(cells) > 1 and (_is_small(row) or all(not len(x) or _is_small(x) for x in cells))


def _is_small(element):
    """Whether a cell, or a whole row, holds no table and no long prose."""
    from lxml import etree

    return (
        next(element.iter("table"), None) is None
        and len(list(element.iter("p"))) <= MOST_PARAGRAPHS
        and len(etree.tostring(element, encoding="unicode", method="text", with_tail=False)) <= MOST_LETTERS
    )


def _number(text):
    """Columns or rows that a cell spans."""
    return min(int(text), MOST_SPAN) if text and text.isdigit() and int(text) else 1
