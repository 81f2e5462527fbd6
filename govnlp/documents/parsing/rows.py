"""Tables in plain text: rows whose cells strokes or blanks part, and cells that stand one a line."""

import re
from functools import partial
from itertools import pairwise

from govnlp.documents.parsing.lines import GOES_ON
from govnlp.text import BLANK, HAN

ROW = "row"  # marker of a row's first line; a cell below another one goes on
WHY = "it is a row of a table"
STROKE = re.compile(r"\s*[|｜│┃]\s*")
STROKES = re.compile("[|｜│┃]")  # sought much faster
GAPS = re.compile(rf"[|｜│┃{BLANK}]")  # one of these parts the cells of a row, unless tabs do
STROKED_OFF = "|｜│┃ "  # what may stand behind a cell on a line of its own
STROKED = re.compile("[|｜│┃].*[|｜│┃]")
WIDE = re.compile(rf"[{BLANK}](?:[{BLANK}]+|(?<=\u3000))")
PARTED = (
    (WIDE, 2),
    (re.compile(rf"[{BLANK}]"), 3),
)  # what parts the cells of a line, and the fewest rows that show it
NO_CELL = "，。；;!?！？:：|"  # in no cell
NAME = re.compile(f"(?:其中[:：]\\s?)?(?=[^{HAN}A-Z]*[{HAN}A-Z])[^{NO_CELL}]{{1,24}}")
VALUE = re.compile(rf"[〔（(\[]?[-−+＋－]?\d[\d,]*(?:\.\d+)?\s?[%％‰]?[{HAN}]{{0,4}}[〕）)\]]?|[-—–…/*]+")
YEAR = re.compile(r"(?:19|20)\d\d年?")  # heads a column
FIGURE, TAB = re.compile(r"\d"), re.compile(r"\t")
NARROW = 3  # cells of a row that its form alone hardly tells from other lines
NO_SENTENCE = frozenset("。；;!?！？")
EXACT = re.compile(
    r"\d\.\d|[%％‰元吨人户个亩]"
)  # in a table of one column of values, which a list of pages is not
FRAME = re.compile(r"[\s|:：+─┬┼┴┌┐└┘├┤-]+")  # a line of a table that only draws it
FEWEST = 3  # lines of a table of strokes
LONGEST, ROW_LENGTH = 24, 200  # characters of a cell that stands on a line of its own, and of a row
ROWS = re.compile("(?P<above>N*?)(?P<rows>(?P<name>N{1,2})(?P<values>V+)(?:(?P=name)(?P=values))+)(?!V)")
KINDS = ("head", "paragraph", "heading", "page", "boilerplate")
BOXED = re.compile(r"\d[\d.,]*[万亿]?(?:%|(?![年月日])[一-鿿]{1,3})")  # 440.5亿元, alone on a line
OF_YEAR = re.compile(
    r"(?:19|20)\d\d年[:：\s]\s?\d[\d.,]*[万亿]?(?:[%％]|(?![月日号期])[一-鿿/]{1,6})?"
)  # 1949年 2.1万吨
STEP = 2  # lines from one figure of a box to the next


def set_rows(lines):
    """Make the rows of tables paragraphs of their own, with tabs for the blanks between cells; in place.

    Examples
    --------
    >>> from govnlp.documents.parsing.lines import Line
    >>> texts = ["指标　产量（吨）　增长（%）", "稻谷　617.5　5.2", "鲜鱼　58.3　-2.6", "渠清了。"]
    >>> lines = [Line(n, text) for n, text in enumerate(texts, 1)]
    >>> set_rows(lines)
    >>> [(x.text, x.marker) for x in lines][1:]
    [('稻谷\\t617.5\\t5.2', 'row'), ('鲜鱼\\t58.3\\t-2.6', 'row'), ('渠清了。', None)]
    """
    parted = {i for i, x in enumerate(lines) if len(x.text) <= ROW_LENGTH and GAPS.search(x.text)}
    stroked = {i for i in parted if STROKES.search(lines[i].text)}
    for first, last in _runs(lines, stroked, _strokes):
        above = next((i for i in range(first - 1, -1, -1) if not FRAME.fullmatch(lines[i].text)), None)
        head = above is not None and _heads(lines[above], STROKE, lines[last])
        if last - first + 1 + head >= FEWEST:
            for line in lines[above if head else first : last + 1]:
                corner = len(STROKE.split(line.text)) < len(STROKE.split(lines[last].text))
                if not FRAME.fullmatch(line.text):
                    _become(line, "\t" + line.text if corner else line.text)
    years = {i for i, x in enumerate(lines) if x.text[0] in "12" and OF_YEAR.fullmatch(x.text)}
    for i in years:
        if i - 1 in years or i + 1 in years:
            _become(lines[i], lines[i].text)
    framed = any(x.marker == ROW for x in lines)
    for pairs in (
        (pairwise(lines), pairwise(reversed(lines))) if framed else ()
    ):  # of more or fewer cells than others
        for row, line in pairs:
            if row.marker == ROW and line.marker != ROW and line.kind in KINDS and _is_framed(line.text):
                _become(line, line.text)
    parted = {i for i in parted if lines[i].text[-1] not in NO_CELL or len(lines[i].text.split(None, 2)) > 2}
    for border, fewest in PARTED:
        for first, last in _runs(lines, parted, partial(_parted, border=border)):
            figures = [i for i in range(first, last + 1) if _has_values(lines[i], border)]
            cells = border.split(lines[last].text)
            values = sum(bool(VALUE.fullmatch(x)) for x in cells)
            if len(figures) < max(1, last - first) or figures[-1] != last:
                continue
            above = first - 1 if first == figures[0] else first
            head = above >= 0 and _heads(lines[above], border, lines[last])
            rows = len(figures) + (head and len(cells) > NARROW)
            if rows < fewest or (cells[0].isdigit() and not head):
                continue
            if values > 1 or any(EXACT.search(lines[i].text) for i in figures):
                for line in lines[above if head else first : last + 1]:
                    tabs = border.sub(lambda gap: "\t" + gap[0][1:], line.text)
                    _become(line, tabs if len(border.split(line.text)) == len(cells) else "\t" + tabs)
    for line, row in pairwise(lines):  # a header without its corner above rows whose cells tabs part
        if "\t" not in row.text:
            continue
        cells = row.text.split("\t")
        head = line.text.split("\t")
        if len(cells) == len(head) + 1 > 2 and _has_values(row, TAB) and _all_name(head):
            _become(line, "\t" + line.text)
    _set_columns(lines)


def _become(line, text, marker=ROW):
    line.become("paragraph", WHY)
    line.text, line.marker = text, marker
    line.folded = line.folded if len(text) == len(line.folded) else "\t" + line.folded


def _is_framed(text):
    return STROKED.search(text) and not FRAME.fullmatch(text)


def _runs(lines, parted, cells):
    """First and last of neighbouring lines of as many cells, more than one each; what only draws the table aside."""
    numbers = [0] * (len(lines) + 1)
    for i in parted:
        if lines[i].marker not in (ROW, GOES_ON) and lines[i].kind in KINDS:
            numbers[i] = cells(lines[i])
    first, usual = None, 0
    for i, n in enumerate(numbers) if any(numbers) else ():
        if first is not None and n == usual:
            continue
        if first is not None and i < len(lines) and "|" in lines[i].text and FRAME.fullmatch(lines[i].text):
            continue
        if first is not None and first < i - 1:
            yield first, i - 1
        first, usual = (i, n) if n > 1 else (None, 0)


def _strokes(line):
    """Number of the cells of a line that strokes part, one of them at an end or around a figure; 0 for another."""
    cells = STROKE.split(line.text)
    framed = not cells[0] or not cells[-1] or any(VALUE.fullmatch(x) for x in cells)
    return len(list(filter(None, cells))) if framed else 0


def _parted(line, border):
    """Number of the cells of a line that blanks part, of which the first names or counts; 0 for another."""
    cells = border.split(line.text)
    if len(cells) < 2 or "\t" in line.text or (len(cells) == 2 and line.text[-1] in NO_CELL):
        return 0
    return len(cells) if _has_values(line, border) or _all_name(cells) else 0


def _names(cell):
    return NAME.fullmatch(cell) is not None and not VALUE.fullmatch(cell)


def _all_name(cells):
    return all(map(_names, cells))


def _has_values(line, border):
    """Whether all cells behind a name hold values, but for one that may be the unit.

    One value is enough among three cells or more that wide gaps part, or that the number of the row opens.
    """
    cells = border.split(line.text)
    counted = len(cells) > NARROW and cells[0].isdigit()
    loose = counted or (border is WIDE and len(cells) > NARROW - 1)
    values = [x for x in cells[1:] if VALUE.fullmatch(x)]
    enough = len(values) >= (1 if loose else max(1, len(cells) - 2)) and any(map(FIGURE.search, values))
    short = not loose or all(len(x) <= LONGEST and not set(x) & NO_SENTENCE for x in cells)
    return bool(enough and short and _names(cells[counted]))


def _heads(line, border, row):
    """Whether a line heads the columns of the row below it, the corner left out perhaps."""
    names, cells = (list(filter(None, border.split(x.text))) for x in (line, row))
    fit = line.kind in KINDS and len(cells) - len(names) in (0, 1) and len(names) > 1
    return fit and _names(names[0]) and all(_names(x) or YEAR.fullmatch(x) for x in names)


def _set_columns(lines):
    """Cells that stand one a line: names of the columns, then a name and its values again and again.

    Strokes may end them, or stand on lines of their own between them.
    """
    drawn = lines
    lines = [x for x in drawn if x.text not in STROKED_OFF]
    signs = "".join(" " if len(x.text) > LONGEST else _sign(x) for x in lines)
    for found in ROWS.finditer(signs):
        width = len(found["name"] + found["values"])
        above = len(found["above"])
        if above < width - 1 or not FIGURE.search(lines[found.end() - 1].text):
            continue
        first = found.start("rows")
        head = min(above, width)
        starts = [first - head, *range(first, found.end("rows"), width)]
        for start, end in pairwise([*starts, found.end("rows")]):
            for i in range(start, end):
                corner = "\t" if i == first - head and head < width else ""
                stroked = lines[i].text[-1] in STROKED_OFF
                text = corner + lines[i].text + ("\t" if i + 1 < end and not stroked else "")
                lines[i].folded = corner + lines[i].folded + text[len(corner + lines[i].text) :]
                _become(lines[i], text, ROW if i == start else GOES_ON)
    for line, stroke in pairwise(drawn):
        if line.marker in (ROW, GOES_ON) and line.kind == "paragraph" and stroke.text in STROKED_OFF:
            _become(stroke, stroke.text, GOES_ON)


def _sign(line):
    """N for a cell that names, V for one that holds a value, a blank for what is no cell."""
    if line.marker in (ROW, GOES_ON) or line.kind not in KINDS or "\t" in line.text:
        return " "
    text = line.text.rstrip(STROKED_OFF)
    if VALUE.fullmatch(text):
        return "V"
    return "N" if NAME.fullmatch(text) else " "


def set_boxes(lines):
    """Figures on lines of their own, in turn with their names (440.5亿元, 地区生产总值), are no headlines."""
    figures = {
        i for i, x in enumerate(lines) if x.kind in ("head", "paragraph") and BOXED.fullmatch(x.folded)
    }
    for i in sorted(figures):
        if i - STEP in figures or i + STEP in figures:
            for line in lines[i : i + STEP]:
                if line.kind == "head":
                    line.become("paragraph", "it is a figure of a box, or its name")
