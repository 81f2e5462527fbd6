"""Letters with their places to pieces of text: what PDF and OFD give, each in its own way."""

from typing import NamedTuple

from govnlp.documents.reading.layout import Piece, unspaced

GAP = 0.9  # letters between two pieces; letters of a spaced title are closer
RISE = 0.3  # of the letters' size, between baselines of one row
SIZES = 0.3  # difference of sizes from which on letters belong to different texts, like a watermark's
TWICE = 0.1  # of the letters' size, between the places of a letter that is drawn twice
OPEN_ROWS = 4  # rows to which the next letter down the page may belong


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
    return [piece for row in _rows(letters) for piece in _split(row)]


def _rows(letters):
    """Letters of about one size on one baseline, each row from left to right."""
    rows = []
    for letter in sorted(letters, key=lambda x: (x.leans, x.base, x.left)):
        for row in reversed(rows[-OPEN_ROWS:]):
            first = row[0]
            near = letter.base - first.base < RISE * max(letter.size, first.size)
            alike = abs(letter.size - first.size) < SIZES * max(letter.size, first.size)
            if near and alike and letter.leans == first.leans:
                row.append(letter)
                break
        else:
            rows.append([letter])
    return [sorted(row, key=lambda x: x.left) for row in rows]


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
