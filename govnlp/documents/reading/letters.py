"""Letters with their places to pieces of text: what PDF and OFD give, each in its own way."""

from itertools import pairwise
from math import hypot
from typing import NamedTuple

from govnlp.documents.reading.layout import Piece, unspaced
from govnlp.documents.reading.raised import DIGITS, LOWERED, RAISED, shift

GAP = 0.9  # letters between two pieces; letters of a spaced title are closer
RISE = 0.3  # of the letters' size, between baselines of one row
SIZES = 0.3  # difference of sizes from which on letters belong to different texts, like a watermark's
TWICE = 0.1  # of the letters' size, between the places of a letter that is drawn twice
OPEN_ROWS = 4  # rows to which the next letter down the page may belong
SMALL = 0.75  # of the size of the letter before: a raised or lowered digit is at most that large
SHIFT = 0.8  # of the size of the letter before, by which a digit is raised or lowered at most
FAR = 2.5  # letters between two that lean, from which on they belong to two words
ALIGNED = 0.3  # of their size, between letters one below the other
DOWN, FEWEST = 0.6, 20  # share of the letters of a page that runs down, and letters of such a page
TOUCHING = 0.3  # of the size of the letter before, from its right edge to the digit


class Letter(NamedTuple):
    """A character: its edges, its baseline (from the page's top), its size, whether it leans."""

    text: str
    left: float
    right: float
    base: float
    size: float
    leans: bool = False


def pieces_of(letters):
    """Pieces of text of a page.

    A page whose letters run down is turned, so that its columns are lines. Letters that lean are words of their own.
    Letters are put in order within their line, since quotation marks and figures from another font are often drawn
    later; a letter that is drawn twice, to be bold, counts once.

    Parameters
    ----------
    letters : list of Letter

    Returns
    -------
    list of Piece

    Examples
    --------
    >>> letters = [Letter(x, 10 * i, 10 * i + 10, 50, 10) for i, x in [*enumerate("渠清"), *enumerate("鱼来", 6)]]
    >>> [(x.text, x.left) for x in pieces_of(letters[::-1])]
    [('渠清', 0), ('鱼来', 60)]
    """
    upright = [x for x in letters if not x.leans]
    leaning = [_leaning(x) for x in _runs(x for x in letters if x.leans)]
    if _run_down(upright):
        edge = max(x.right for x in upright)
        upright = [x._replace(left=x.base - x.size, right=x.base, base=edge - x.right) for x in upright]
    return [piece for row in _rows(upright) for piece in _split(row)] + [x for x in leaning if x.text]


def _run_down(letters):
    """Whether the letters of a page stand one below the other, in columns from right to left."""
    below = sum(
        abs(y.left - x.left) < ALIGNED * x.size and x.size * (1 - ALIGNED) < y.base - x.base < FAR * x.size
        for x, y in pairwise(letters)
    )
    return below > DOWN * len(letters) and len(letters) >= FEWEST


def _runs(letters):
    """Letters that lean, as they follow each other in the file: a word that is laid over a page."""
    run = []
    for letter in letters:
        if run and hypot(letter.left - run[-1].left, letter.base - run[-1].base) > FAR * letter.size:
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _leaning(run):
    """Piece of letters that lean, at the place of the first."""
    first, text = run[0], "".join(x.text for x in run).strip()
    return Piece(first.left, max(x.right for x in run), first.base, first.size, text, leans=True)


def _rows(letters):
    """Letters of about one size on one baseline, and digits raised or lowered from it, each row from left to right."""
    rows = []
    for letter in sorted(letters, key=lambda x: (x.base, x.left)):
        for row in reversed(rows[-OPEN_ROWS:]):
            first = row[0]
            near = letter.base - first.base < RISE * max(letter.size, first.size)
            alike = abs(letter.size - first.size) < SIZES * max(letter.size, first.size)
            if near and alike:
                row.append(letter)
                break
        else:
            rows.append([letter])
    _hang(rows)
    return [sorted(row, key=lambda x: x.left) for row in rows if row]


def _hang(rows):
    """Move small digits to the row at which they hang, as in m² and CO₂."""
    hosts = [row for row in rows if not all(x.text in DIGITS for x in row)]
    for row in (row for row in rows if row not in hosts):
        home = host = None
        for digit in sorted(row, key=lambda x: x.left):
            if not home or abs(digit.left - home[-1].right) > TOUCHING * host.size:
                home, host = next(((x, y) for x in hosts for y in x if _hangs(digit, y)), (None, None))
            if home:
                forms = RAISED if digit.base < host.base else LOWERED
                home.append(digit._replace(text=shift(digit.text, forms), base=host.base))
                row.remove(digit)


def _hangs(digit, host):
    """Whether a small digit stands at the right edge of a letter, raised or lowered."""
    return (
        digit.size <= SMALL * host.size
        and 0 < abs(digit.base - host.base) <= SHIFT * host.size
        and abs(digit.left - host.right) <= TOUCHING * host.size
    )


def _split(row):
    """Pieces of a row, divided at its gaps."""
    run = []
    for letter in row:
        if run and letter.text == run[-1].text and letter.left - run[-1].left < TWICE * letter.size:
            continue
        if run:
            wide = max(letter.right - letter.left, run[-1].right - run[-1].left, 0.5 * letter.size)
            if letter.left - run[-1].right >= GAP * wide:
                yield from _piece(run)
                run = []
        run.append(letter)
    yield from _piece(run)


def _piece(run):
    """Piece of a run of letters; none where there is nothing but blanks in it."""
    while run and run[0].text.isspace():
        run = run[1:]
    while run and run[-1].text.isspace():
        run = run[:-1]
    if run:
        base, size = (
            sorted(values)[len(run) // 2] for values in zip(*((x.base, x.size) for x in run), strict=True)
        )
        text = unspaced("".join(x.text for x in run))
        yield Piece(run[0].left, max(x.right for x in run), base, size, text)
