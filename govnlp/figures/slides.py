"""report.pptx: a finding a slide, with its figure, source and table; written from the results of a run."""

from datetime import datetime
from pathlib import Path

from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.findings import chosen_findings
from govnlp.figures.manifest import file_of, read_manifest, whole_file
from govnlp.figures.packing import save_packed
from govnlp.figures.report import methods_text, read_rows
from govnlp.figures.report_parts import short
from govnlp.figures.style import clean, ems, label
from govnlp.notes import Mistake

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6  # inches, 16:9
TITLE_SIZES = (
    (30, 28),
    (48, 24),
    (80, 20),
    (10_000, 16),
)  # ems of a title up to which it is set in so many points
NOTE_ROWS = 12  # rows of the table in the notes: more can't be said
GUTTER = 0.3  # inches between two halves of a figure
LARGER = 1.3  # times by which two halves beside each other must be larger than the whole to be worth the cut
FONT = "微软雅黑"  # of Chinese characters; other systems put their own in its place


def write_slides(folder, lang="zh", title=None):
    """Write report.pptx into the folder of a run.

    Parameters
    ----------
    folder : str or path
        With manifest.json and the figures and tables of a run.
    lang : {"zh", "en"}
        That of the run.
    title : str, optional

    Returns
    -------
    pathlib.Path
        The title of a slide is its finding; under it are the figure with its alt text and the source line, in
        the notes the whole finding, its caveat and the first rows of the table. The last slide says how it was made.

    Raises
    ------
    ModuleNotFoundError
        python-pptx is not installed.
    ValueError
        The folder has no finding.
    """
    try:
        import pptx
    except ModuleNotFoundError:
        raise ModuleNotFoundError('slides need python-pptx: pip install "govnlp[slides]"') from None
    from pptx.util import Inches

    folder = Path(folder)
    manifest = read_manifest(folder)
    findings = chosen_findings(manifest, lang)
    if not findings:
        raise ValueError(Mistake("no_findings", folder=str(folder)))
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    heading = title or label("report", lang)
    properties = deck.core_properties
    properties.author, properties.title, properties.language = "govnlp", clean(heading), lang
    properties.created = properties.modified = datetime(2000, 1, 1)
    first = _slide(deck, heading)
    _text(first, label("slides_about", lang, n=len(manifest["inputs"]), findings=len(findings)), 1.9, 1.0, 18)
    for name, finding, caveat in findings:
        _finding(deck, folder, name, manifest["outputs"][name], finding, caveat, lang)
    last = _slide(deck, label("methods", lang))
    _text(last, methods_text(manifest, lang), 1.7, 5.0, 14)
    return save_packed(deck, folder / "report.pptx")


def _slide(deck, title):
    """A slide with a title in the layout's own place for it, so that outlines and screen readers find it."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches

    slide = deck.slides.add_slide(deck.slide_layouts[5])  # title only
    place = slide.shapes.title
    place.left, place.top = Inches(MARGIN), Inches(0.35)
    place.width, place.height = Inches(WIDTH - 2 * MARGIN), Inches(1.2)
    place.text_frame.word_wrap, place.text_frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    size = next(points for limit, points in TITLE_SIZES if ems(title) <= limit)
    _write(place.text_frame, title, size, bold=True)
    return slide


def _write(frame, text, size, bold=False):
    """The text of a frame, its Chinese characters in a font that has them."""
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    frame.text = clean(text)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run._r.get_or_add_rPr().append(run._r.makeelement(qn("a:ea"), {"typeface": FONT}))


def _text(slide, text, top, height, size):
    from pptx.util import Inches

    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(top), Inches(WIDTH - 2 * MARGIN), Inches(height))
    box.text_frame.word_wrap = True
    _write(box.text_frame, text, size)


def _finding(deck, folder, name, record, finding, caveat, lang):
    slide = _slide(deck, finding)
    picture = file_of(record, "png")
    if picture:
        _picture(slide, folder / picture, record["alt"])
    _text(slide, record.get("source", ""), HEIGHT - 0.55, 0.4, 11)
    slide.notes_slide.notes_text_frame.text = _notes(folder, record, finding, caveat, lang)


def _notes(folder, record, finding, caveat, lang):
    """What the speaker has: the whole finding with its caveat, and the first rows of the table."""
    lines = [[text] for text in (finding, caveat, record["title"]) if text]
    table = file_of(record, "csv")
    if table:
        head, body = read_rows(folder / table)
        lines.append([column_label(column, lang) for column in head])
        for row in body[:NOTE_ROWS]:
            lines.append([short(value_label(c, x, lang)) for c, x in zip(head, row, strict=False)])
        shown = min(len(body), NOTE_ROWS)
        lines.append([label("rows_shown", lang, shown=shown, n=record["rows"], file=whole_file(record))])
    return "\n".join("\t".join(map(clean, line)) for line in lines)


def _picture(slide, path, alt):
    """The figure as large as it fits between title and source, with its alt text; a tall one as two halves."""
    from PIL import Image
    from pptx.util import Inches

    top, room_x, room_y = 1.65, WIDTH - 2 * MARGIN, HEIGHT - 1.65 - 0.65
    with Image.open(path) as image:
        wide, high = image.size
        cut = _middle(image)
    halves = max(cut, high - cut)
    whole, scale = min(room_x / wide, room_y / high), min((room_x - GUTTER) / (2 * wide), room_y / halves)
    parts = [(0, cut), (cut, high)] if scale > LARGER * whole else [(0, high)]
    scale = scale if len(parts) > 1 else whole
    step = wide * scale + GUTTER
    left = (WIDTH - len(parts) * step + GUTTER) / 2
    for number, (a, b) in enumerate(parts):
        at, size = left + number * step, (b - a) * scale
        shown = slide.shapes.add_picture(
            str(path), Inches(at), Inches(top), Inches(wide * scale), Inches(size)
        )
        shown.crop_top, shown.crop_bottom = a / high, 1 - b / high
        shown._element.nvPicPr.cNvPr.set("descr", clean(alt) if number == 0 else "")


def _middle(image):
    """The line near the middle of a figure that has the least ink: there it may be cut."""
    import numpy as np

    ink = (255 - np.asarray(image.convert("L"), dtype=int)).sum(axis=1)
    first, last = int(0.42 * len(ink)), int(0.58 * len(ink)) + 1
    far = np.abs(np.arange(first, last) - len(ink) / 2)
    return first + int(np.lexsort((far, ink[first:last]))[0])
