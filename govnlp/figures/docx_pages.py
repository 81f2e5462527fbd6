"""How many pages figures and tables take in report.docx, and which of them are within its limit."""

from PIL import Image

from govnlp.figures.manifest import file_of
from govnlp.figures.saving import PIXELS
from govnlp.figures.style import ems

MOST = 40
"""Pages: of more an office reads none. The web page has everything."""
PAGE, WIDTH, TALL = 9.6, 6.0, 8.0
"""Inches of a page's text, and the most that a picture has of its width and height."""
HEADING, CONTENTS, LINE = 0.5, 0.21, 0.17
"""Inches of a heading with its space, a line of the contents, and a line of a caption or cell."""
AROUND = 3
"""Pages for title, findings and methods, at the most."""


def size_of(path, above=0):
    """Width and height in inches of a picture as it stands on the page, without the share above."""
    with Image.open(path) as image:
        width, height = image.width / PIXELS, image.height * (1 - above) / PIXELS
    scale = min(1, WIDTH / width, TALL / height)
    return width * scale, height * scale


def height_of(folder, record, table, rows, lines):
    """Inches that a figure or table takes, rather too many than too few.

    Parameters
    ----------
    folder : pathlib.Path
    record : dict
        Of the manifest.
    table : (list, list)
        Head and rows.
    rows, lines : int
        Most rows of a table and lines of a cell.
    """
    text = record["caption"] or record["alt"] if record["kind"] == "figure" else record["title"]
    caption = LINE * (2 + ems(text + record.get("source", "")) // 45)
    if record["kind"] == "figure":
        return HEADING + caption + size_of(folder / file_of(record, "png"), record.get("above", 0))[1] + LINE
    return HEADING + caption + LINE * lines * (1 + min(rows, len(table[1])))


def pages(heights):
    """Pages that parts of such heights take one after the other, none of them broken where it fits on a page.

    >>> pages([5, 5, 4]), pages([20])
    (2, 3)
    """
    full, used = 0, 0.0
    for height in heights:
        if used and used + height > PAGE and height <= PAGE:
            full, used = full + 1, 0.0
        more, used = divmod(used + height, PAGE)
        full += int(more)
    return full + (used > 0)


def within(heights, kinds):
    """Names of the outputs that the limit has room for: the tallest tables go first, then the last figures.

    Parameters
    ----------
    heights, kinds : dict
        Name of an output to its height in inches, and to figure or table; in the order of the document.

    Examples
    --------
    >>> within({"a": 9.0, "b": 400.0, "c": 2.0}, {"a": "figure", "b": "table", "c": "table"})
    ['a', 'c']
    """
    kept = list(heights)
    while kept and pages([heights[name] for name in kept]) > MOST - AROUND - CONTENTS * len(kept) // PAGE:
        tables = [name for name in kept if kinds[name] == "table"]
        kept.remove(max(tables, key=heights.get) if tables else kept[-1])
    return kept
