"""Paragraphs that the layout has cut: which lines go on in the next one."""

import re

from govnlp.documents.lines import fold

LONG = 30
FULL = 2
STOPS = frozenset("。！？!?”")
PROSE = re.compile("[,，。]")
CONTENT = ("paragraph", "question", "answer")
OWN_PARAGRAPHS = ("docx", "html")


def line_width(lines):
    """Width of lines that were broken at a fixed length, or None where lines are whole paragraphs.

    >>> from govnlp.documents.lines import Line
    >>> line_width([Line(n, "渠" * 20, "head") for n in range(20)])
    20
    """
    if len(lines) < 20:
        return None
    lengths = sorted(len(x.text) for x in lines)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    near = sum(width - FULL <= n <= width + FULL for n in lengths)
    return width if 15 <= width <= 60 and near > len(lengths) / 2 else None


def unwrap(lines, width):
    """Full lines of a text of fixed width, and what follows them, are no headings."""
    before = None
    for line in lines:
        full = len(line.text) >= width - FULL
        goes_on = (
            before is not None and len(before.text) >= width - FULL and before.text[-1] not in "。！？!?"
        )
        if line.kind == "head" and (full or goes_on):
            line.kind = "paragraph"
        before = line


def goes_on(before, line, *, width, indents, own_paragraphs):
    """Whether `line` continues the paragraph of which `before` is the last line."""
    if line.kind not in CONTENT or before.kind not in CONTENT or line.marker or line.text[0] in "—●■◆·•*":
        return False
    if width is not None:
        return len(before.text) >= width - FULL and not (indents and line.indented)
    if own_paragraphs or len(before.text) < LONG or (indents and line.indented):
        return False
    last = fold(before.text[-1])
    if not (last.isalnum() or last in ",、"):
        return False
    return len(line.text) >= LONG or (line.text[-1] in STOPS and bool(PROSE.search(before.text)))
