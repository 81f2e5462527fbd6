"""Pieces of text on a page to lines in reading order: columns, rows of tables, watermarks. For PDF, OFD and OCR."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import mean, median, median_low

FEWEST = 4  # lines of a column
GUTTER = 0.02  # of the page's width
MIDDLE = (0.2, 0.8)  # where a gutter may lie, of the text's width; a third, where there are three columns
CROSSING = 0.1  # of the pieces may lie across a gutter: headlines, captions
HEADS, CROSSING_FEW = 3, 0.2  # running head, headline and number of a page may cross short columns, too
WIDE = 0.6  # of the text's width: from here on a piece belongs to no column
FILLED = 0.6  # of a column's width by the middle one of its lines: cells of a table rarely do
PROSE = 8  # characters of a column's lines on the average
SAME_LINE = 0.5  # of the letters' size, between the baselines of one line
CELL = 1.2  # of the letters' size, between two cells of a row; blanks within a line are narrower
CHINESE = r"[\u2e80-\uffee]"  # letters and their punctuation
BLANK = re.compile(rf"(?<={CHINESE})\s+(?={CHINESE})")
PAIR = re.compile(rf"(?<={CHINESE})(?={CHINESE})")
WRAPPED = 2  # of the letters' size, from one line of a cell to the next
TILES = 4  # times that a watermark stands on a page
TILE = 20  # characters of a watermark at most
ON_TEXT = 0.25  # of its places that lie on other text, which cells of a table never do
LARGE = 1.25  # of the size of other letters


@dataclass(frozen=True)
class Piece:
    """Text between two gaps of a line: its edges, its baseline (from the page's top), the letters' size."""

    left: float
    right: float
    base: float
    size: float
    text: str
    low: float = 0  # baseline of the last line of a cell of several lines
    leans: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a page: edges, baseline and size of its letters; a row of a table has several cells."""

    left: float
    right: float
    base: float
    size: float
    text: str
    role: str | None = None


def page_flows(pieces, width):
    """Lines of a page in reading order.

    Parameters
    ----------
    pieces : list of Piece
    width : float
        Width of the page, in the same unit.

    Returns
    -------
    list of list of Line
        A list per column or part of one, in the order in which they are read.

    Examples
    --------
    >>> places = [(x, y) for y in range(0, 80, 10) for x in (0, 60)]
    >>> pieces = [Piece(x, x + 40, y, 5, f"{'右栏渠水清' if x else '左栏山路长'}三里{y}") for x, y in places]
    >>> [flow[0].text for flow in page_flows(pieces, 100)], [len(flow) for flow in page_flows(pieces, 100)]
    (['左栏山路长三里0', '右栏渠水清三里0'], [8, 8])
    """
    marks = watermark(pieces) | {x for x in pieces if x.leans}
    flows = [_rows(flow) for flow in _columns([x for x in pieces if x not in marks], width)]
    aside = [Line(x.left, x.right, x.base, x.size, x.text, "furniture") for x in pieces if x in marks]
    return [flow for flow in [*flows, aside] if flow]


def watermark(pieces):
    """Pieces of a short Chinese text that is repeated over a page, and lies on other text or is larger than it."""
    places = defaultdict(set)
    for piece in pieces:
        if len(piece.text) <= TILE and PAIR.search(piece.text):
            places[piece.text].add(piece)
    found = set()
    for same in places.values():
        if (
            len(same) >= TILES
            and len({round(x.left) for x in same}) > 1
            and len({round(x.base) for x in same}) > 1
        ):
            others = [x for x in pieces if x not in same]
            usual = median_low([x.size for x in others or same])
            on_text = sum(any(_overlap(x, y) for y in others) for x in same)
            if on_text >= ON_TEXT * len(same) or min(x.size for x in same) > LARGE * usual:
                found |= same
    return found


def _overlap(a, b):
    """Whether two pieces lie on each other."""
    apart = abs(a.base - b.base)
    return a.left < b.right and b.left < a.right and SAME_LINE * min(a.size, b.size) > apart


def unspaced(text):
    """Text without the blanks between Chinese letters where most of them have one, as OCR and spaced titles do.

    >>> unspaced("优 化 营 商 环 境"), unspaced("第一条　为了保护 水源")
    ('优化营商环境', '第一条　为了保护 水源')
    """
    blanks = len(BLANK.findall(text))
    return BLANK.sub("", text) if blanks > len(PAIR.findall(text)) else text


def _columns(pieces, width):
    """Groups of pieces in reading order: what lies above a column, its left half, its right half, what follows."""
    gutter = _gutter(pieces, width)
    if gutter is None:
        return [pieces]
    flows, band = [], []

    def close():
        for side in (-1, 1):
            flows.extend(_columns([x for x in band if _side(x, gutter) == side], width))
        band.clear()

    for line in _lines(pieces):
        if any(_side(x, gutter) == 0 for x in line):
            close()
            flows.append(line)
        else:
            band.extend(line)
    close()
    return [x for x in flows if x]


def _gutter(pieces, width):
    """Middle of the widest strip between two columns of prose that few pieces cross, or None."""
    if len(pieces) < 2 * FEWEST:
        return None
    left, right = min(x.left for x in pieces), max(x.right for x in pieces)
    low, high = (left + share * (right - left) for share in MIDDLE)
    narrow = [x for x in pieces if x.right - x.left < WIDE * (right - left)]
    steps = sorted([(x.left, 1) for x in narrow] + [(x.right, -1) for x in narrow])
    allowed = max(CROSSING * len(narrow), min(HEADS, CROSSING_FEW * len(narrow)))
    covered, opened, strips = 0, None, []
    for at, step in steps:
        covered += step
        if covered <= allowed and opened is None:
            opened = at
        elif covered > allowed and opened is not None:
            if at - opened > GUTTER * width and low <= (at + opened) / 2 <= high:
                strips.append((at - opened, (at + opened) / 2))
            opened = None
    for _, middle in sorted(strips, reverse=True):
        if all(_is_prose([x for x in narrow if _side(x, middle) == side], width) for side in (-1, 1)):
            return middle
    return None


def _is_prose(pieces, width):
    """Whether pieces are the lines of a column, or of several beside each other: they fill it, and are no cells."""
    if len(pieces) < FEWEST or mean(len(x.text) for x in pieces) < PROSE:
        return False
    room = max(x.right for x in pieces) - min(x.left for x in pieces)
    return median(x.right - x.left for x in pieces) >= FILLED * room or _gutter(pieces, width) is not None


def _side(piece, gutter):
    """-1 left of the gutter, 1 right of it, 0 across."""
    return -1 if piece.right <= gutter else 1 if piece.left >= gutter else 0


def _lines(pieces):
    """Pieces grouped by baseline, from top to bottom, each line from left to right."""
    lines = []
    for piece in sorted(pieces, key=lambda x: (x.base, x.left)):
        if lines and piece.base - lines[-1][0].base < SAME_LINE * min(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(x, key=lambda p: p.left) for x in lines]


def _rows(pieces):
    """Lines of one column; rows of a table, of which two or more follow each other, have tabs between their cells."""
    rows = []
    for line in map(_cells, _lines(pieces)):
        if rows and len(line) == 1 and (at := _wrapped(rows[-1], line[0])):
            cell, rest = rows[-1][at], line[0]
            rows[-1][at] = replace(
                cell, right=max(cell.right, rest.right), text=cell.text + rest.text, low=rest.base
            )
        else:
            rows.append(line)
    out = []
    for several, group in groupby(rows, lambda x: len(x) > 1):
        group = list(group)
        if several and len(group) > 1:
            edges = _edges(group)
            out += [_line(x, "\t", "table", edges) for x in group]
        else:
            out += [_line(x, "\u3000") for x in group]
    return out


def _wrapped(row, piece):
    """Number of the cell of a row, not of its first one, that goes on in the line below it; 0 for none."""
    for i, cell in enumerate(row[1:], 1):
        close = 0 < piece.base - max(cell.base, cell.low) < WRAPPED * cell.size
        if close and abs(piece.left - cell.left) < SAME_LINE * cell.size:
            return i
    return 0


def _cells(line):
    """Pieces of a line that are no further apart than letters and words are, joined."""
    cells = [line[0]]
    for piece in line[1:]:
        last, size = cells[-1], min(cells[-1].size, piece.size)
        if piece.left - last.right < CELL * size:
            text = last.text + ("" if _joined(last.text, piece.text) else " ") + piece.text
            cells[-1] = Piece(
                last.left, max(last.right, piece.right), last.base, max(last.size, piece.size), text
            )
        else:
            cells.append(piece)
    return cells


def _joined(before, after):
    """Whether no blank stands between two pieces of a line: one is needed between Latin words alone."""
    return not (
        before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum()
    )


def _edges(rows):
    """Left edges of the columns of a table: those of its fullest kind of row."""
    most = Counter(map(len, rows)).most_common()
    width = max(n for n, times in most if times == most[0][1])
    full = [x for x in rows if len(x) == width]
    return [min(x[i].left for x in full) for i in range(width)]


def _line(cells, between, role=None, edges=()):
    """A line of its cells; where edges of columns are known, each cell stands in its own."""
    texts = [x.text for x in cells]
    if edges and len(cells) < len(edges):
        texts = [""] * len(edges)
        for cell in cells:
            near = min(range(len(edges)), key=lambda i: abs(edges[i] - cell.left))
            texts[near] += cell.text
    return Line(
        cells[0].left, cells[-1].right, cells[0].base, max(x.size for x in cells), between.join(texts), role
    )
