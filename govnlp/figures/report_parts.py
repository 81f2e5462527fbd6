"""What report.html and report.docx share: numbers and captions as a reader sees them, outputs by stage."""

from itertools import groupby

from govnlp.figures.style import label

STAGES = ("01", "02", "03", "04", "05", "06", "07", "08")


def short(cell, numeric=True):
    """A number as read by a person: a float to four significant digits, a large one with commas.

    Examples
    --------
    >>> short("0.0414453"), short("2019"), short("3.0"), short("1e-12"), short("22150000000"), short("甲")
    ('0.04145', '2019', '3', '1e-12', '22,150,000,000', '甲')
    >>> short("12345", numeric=False)  # a hotline among other words
    '12345'
    """
    if not numeric:
        return cell
    if cell.isdecimal() and len(cell) > 4:
        return f"{int(cell):,}"
    try:
        return f"{float(cell):.4g}" if ("." in cell or "e-" in cell) and len(cell) < 30 else cell
    except ValueError:
        return cell


def all_numbers(column):
    """Whether the cells of a column are numbers, if they hold anything."""
    try:
        return any(column) and all(isinstance(float(cell), float) for cell in column if cell)
    except ValueError:
        return False


def caption_text(record, lang):
    """What stands under a figure: the finding, and its source."""
    text = record["caption"] or record["alt"]
    gap = "" if lang == "zh" and text.endswith("。") else " "
    return f"{text}{gap}{record['source']}".strip()


def by_stage(outputs, lang):
    """Name of each stage, and the names of its outputs."""
    for stage, names in groupby(outputs, key=lambda name: name[:2] if name[:2] in STAGES else "other"):
        yield label(f"stage_{stage}", lang), list(names)
