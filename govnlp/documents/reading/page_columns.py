"""Two columns of a PDF page whose text runs across both, line by line: left column first, then the right one."""

from itertools import pairwise
from statistics import median

FEWEST = 6  # lines of a column
GUTTER = 0.02  # of the page's width
MIDDLE = (0.3, 0.7)  # where a gutter may lie, of the text's width
SWITCHES = 0.5  # of all pieces: from which on the order of the file goes across
FILLED = 0.6  # of a column's width by the middle one of its lines: cells of a table rarely do
ONE_LINE = 0.5  # overlap of heights from which pieces stand on one line


def in_columns(pieces, width):
    """Lines of a page in the order of its columns, or None where it has one column or is in order.

    Parameters
    ----------
    pieces : list of (float, float, float, float, str)
        Left, bottom, right and top of each piece of text, and its text, in the order of the file.
    width : float
        Width of the page, in the same unit.

    Returns
    -------
    list of str or None

    Examples
    --------
    >>> places = [(x, y) for y in range(0, 80, 10) for x in (0, 60)]
    >>> pieces = [(x, 100 - y, x + 40, 108 - y, f"{'右' if x else '左'}{y}") for x, y in places]
    >>> "".join(in_columns(pieces, 100))[:8], in_columns(sorted(pieces), 100)
    ('左0左10左20', None)
    """
    gutter = _gutter(pieces, width)
    if gutter is None:
        return None
    sides = [_side(x, gutter) for x in pieces]
    columns = [x for x in sides if x]
    switches = sum(a != b for a, b in pairwise(columns))
    if switches < SWITCHES * len(columns):
        return None
    out, group = [], []
    for line in _lines(sorted(pieces, key=lambda x: -x[3])):
        if any(_side(x, gutter) == 0 for x in line):
            out, group = [*out, *_both(group, gutter), _text(line)], []
        else:
            group += line
    return out + _both(group, gutter)


def _gutter(pieces, width):
    """Middle of the widest empty strip between two columns of prose, whose lines fill them, or None."""
    if len(pieces) < 2 * FEWEST:
        return None
    left, right = min(x[0] for x in pieces), max(x[2] for x in pieces)
    low, high = (left + share * (right - left) for share in MIDDLE)
    narrow = sorted((x for x in pieces if x[2] - x[0] < 0.6 * (right - left)), key=lambda x: x[0])
    best, reach = (GUTTER * width, None), left
    for piece in narrow:
        gap, middle = piece[0] - reach, (piece[0] + reach) / 2
        if gap > best[0] and low <= middle <= high:
            best = gap, middle
        reach = max(reach, piece[2])
    if best[1] is None:
        return None
    gutter = best[1]
    filled = all(
        len(widths) >= FEWEST and median(widths) >= FILLED * room
        for side, room in ((-1, gutter - left), (1, right - gutter))
        for widths in [[x[2] - x[0] for x in narrow if _side(x, gutter) == side]]
    )
    return gutter if filled else None


def _side(piece, gutter):
    """-1 left of the gutter, 1 right of it, 0 across."""
    return -1 if piece[2] <= gutter else 1 if piece[0] >= gutter else 0


def _both(pieces, gutter):
    """Lines of the left column, then of the right one."""
    return [_text(x) for side in (-1, 1) for x in _lines([p for p in pieces if _side(p, gutter) == side])]


def _lines(pieces):
    """Pieces grouped by line; they come from top to bottom."""
    lines = []
    for piece in pieces:
        bottom, top = (lines[-1][0][1], lines[-1][0][3]) if lines else (0, 0)
        shared = min(top, piece[3]) - max(bottom, piece[1])
        if lines and shared > ONE_LINE * min(top - bottom, piece[3] - piece[1]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _text(line):
    return "".join(x[4] for x in sorted(line)).strip()
