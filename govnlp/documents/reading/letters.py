"""Letters with their places to pieces of text: what PDF and OFD give, each in its own way."""

from typing import NamedTuple

from govnlp.documents.reading.layout import Piece, unspaced

GAP = 0.9  # letters between two pieces; letters of a spaced title are closer
BACK = 0.9  # letters that a piece may step back: beyond, another one begins
RISE = 0.3  # of the letters' size, between baselines of one piece


class Letter(NamedTuple):
    """A character: its edges, its baseline (from the page's top), its size, whether it leans."""

    text: str
    left: float
    right: float
    base: float
    size: float
    leans: bool = False


def pieces_of(letters):
    """Pieces of text of a page, each drawn twice (for bold letters) only once.

    Parameters
    ----------
    letters : list of Letter
        In the order of the file.

    Returns
    -------
    list of Piece

    Examples
    --------
    >>> letters = [Letter(x, 10 * i, 10 * i + 10, 50, 10) for i, x in [*enumerate("渠清"), *enumerate("鱼来", 6)]]
    >>> [(x.text, x.left) for x in pieces_of(letters)]
    [('渠清', 0), ('鱼来', 60)]
    """
    pieces, run = {}, []
    for letter in letters:
        if run and not _follows(run[-1], letter):
            _add(run, pieces)
            run = []
        run.append(letter)
    _add(run, pieces)
    return list(pieces.values())


def _follows(last, letter):
    """Whether a letter goes on in the same piece."""
    if abs(letter.base - last.base) >= RISE * max(letter.size, last.size) or letter.leans != last.leans:
        return False
    wide = max(letter.right - letter.left, last.right - last.left, 0.5 * letter.size)
    return -BACK * wide < letter.left - last.right < GAP * wide


def _add(run, pieces):
    """Add the piece of a run of letters, unless there is nothing but blanks in it, or it is there already."""
    while run and run[0].text.isspace():
        run = run[1:]
    while run and run[-1].text.isspace():
        run = run[:-1]
    if run:
        text = unspaced("".join(x.text for x in run))
        base, size = (
            sorted(values)[len(run) // 2] for values in zip(*((x.base, x.size) for x in run), strict=True)
        )
        left = run[0].left
        pieces.setdefault(
            (text, round(left), round(base)), Piece(left, max(x.right for x in run), base, size, text)
        )
