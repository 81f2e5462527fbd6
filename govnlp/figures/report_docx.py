"""report.docx: figures and tables of a run in Word's own styles; the same bytes every run."""

from collections import Counter
from datetime import datetime
from xml.sax.saxutils import escape

from govnlp.figures.column_names import column_label, value_label
from govnlp.figures.docx_fields import add_contents, add_field, add_heading, add_page_numbers, add_paragraph
from govnlp.figures.docx_pages import WIDTH, height_of, size_of, within
from govnlp.figures.manifest import file_of, whole_file
from govnlp.figures.packing import save_packed
from govnlp.figures.report_parts import all_numbers, by_stage, caption_text, short
from govnlp.figures.style import clean, ems, label, shorten

STYLES = ("Normal", "Title", "Heading 1", "TOC Heading", "Caption", "List Bullet", "Table Grid")
ROWS, LINES, TOGETHER = 15, 3, 3
"""Rows that a table of a page shows, lines of a cell, and rows at a table's ends that stay on one page."""
SIZE, PADDING, NARROW, SENTENCE = 8, 2.0, 7.0, 11.0
"""Points of a table's text; ems at the sides of a cell, and that words or sentences have at least."""
MACHINE = frozenset(
    "article block c_value cohesion direction end entropy_left entropy_right first_block first_doc jaccard "
    "likeness line log10_p n_chars n_unquoted negated period_evidence start strength unit_base unit_id "
    "value_base".split()
)
"""Columns that a program needs, or that say in another way what stands beside them; the CSV file has them."""
SENTENCES = frozenset("context example note quote reason text".split())
"""Columns for which a table is read: they are kept where there is no room for all, and are twice as wide."""
BOLD = 1.12
"""Width of bold letters to others."""


def _prepare(document, lang):
    """Fonts of Chinese characters, which Word keeps apart from Latin ones, and A4 paper."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    for name in STYLES:
        properties = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        properties.set(
            qn("w:eastAsia"), "宋体" if name in ("Normal", "List Bullet", "Table Grid") else "黑体"
        )
        properties.attrib.pop(qn("w:eastAsiaTheme"), None)
    caption = document.styles["Caption"].font
    caption.size, caption.bold, caption.color.rgb = Pt(9), False, RGBColor(0x40, 0x40, 0x40)
    language = document.styles.element.find(".//" + qn("w:lang"))
    if language is not None:
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    document.core_properties.language = "zh-CN" if lang == "zh" else "en-US"


def _caption(document, kind, number, text, lang):
    """A caption whose number is a SEQ field, so that Word can renumber and list what it numbers."""
    paragraph = add_paragraph(document, label(kind, lang) + " ", "Caption")
    add_field(paragraph, f"SEQ {kind.capitalize()} \\* ARABIC", number)
    paragraph.add_run("  " + clean(text))
    paragraph.paragraph_format.keep_with_next = kind == "table"


def _picture(document, path, record):
    """A figure without its own title, which stands over it as a heading."""
    from docx.oxml import OxmlElement
    from docx.shared import Inches

    above = record.get("above", 0)
    width, height = size_of(path, above)
    picture = document.add_picture(str(path), Inches(width), Inches(height))
    if above:
        crop = OxmlElement("a:srcRect")
        crop.set("t", str(round(100_000 * above)))
        picture._inline.graphic.graphicData.pic.blipFill.insert(1, crop)
    picture._inline.docPr.set("descr", record["alt"])
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def _head_width(name):
    """What a column needs in ems for its head, which breaks at blanks."""
    return max(3, *(BOLD * ems(word) for word in name.split())) + PADDING


def _widths(lines, shares):
    """Widths of columns in ems: those that need little have it, the others share what is left."""
    columns = list(zip(*lines, strict=True))
    needs = [max(_head_width(head), *(ems(cell) + PADDING for cell in cells)) for head, *cells in columns]
    room, left, widths = WIDTH * 72 / SIZE, sum(shares), {}
    for i in sorted(range(len(needs)), key=lambda i: needs[i] / shares[i]):
        widths[i] = max(_head_width(columns[i][0]), min(needs[i], room * shares[i] / left))
        room, left = room - widths[i], left - shares[i]
    return [widths[i] for i in range(len(needs))]


def _cut(text, width, is_list):
    """Text of at most so many ems; a list ends after a whole item."""
    cut = shorten(text, width)
    return cut.rpartition("、")[0] + "…" if is_list and cut != text and "、" in cut else cut


def _fitting(head, body, lang):
    """Places of the columns that a page has room for, without empty ones and those for programs.

    Sentences come first, then the others from the left.
    """
    kept, room = [], WIDTH * 72 / SIZE
    for i in sorted(range(len(head)), key=lambda i: head[i] not in SENTENCES):
        column = [row[i] for row in body]
        if head[i] in MACHINE or not any(column):
            continue
        need = max(ems(short(value_label(head[i], cell, lang))) for cell in column)
        if not all_numbers(column):
            need = min(need, SENTENCE if head[i] in SENTENCES else NARROW)
        room -= max(_head_width(column_label(head[i], lang)), need + PADDING)
        if room >= 0:
            kept.append(i)
    return sorted(kept)


def _first_rows(head, body):
    """Rows that the page shows: the first of each document, as far as there is room, where rows are of documents."""
    if head[:1] != ["doc_id"]:
        return body[:ROWS]
    before, ranked = Counter(), []
    for i, row in enumerate(body):
        ranked.append((before[row[0]], i))
        before[row[0]] += 1
    return [body[i] for i in sorted(i for _, i in sorted(ranked)[:ROWS])]


def _table(document, head, body, lang):
    """Some rows and columns of a table; its head is repeated on every page, and no page has fewer than three rows."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Inches

    shown = _first_rows(head, body)
    kept = _fitting(head, shown, lang)
    numeric = [all_numbers([row[i] for row in body]) for i in kept]
    lines = [[column_label(head[i], lang) for i in kept]]
    for row in shown:
        cells = (
            short(value_label(head[i], row[i], lang), number) for i, number in zip(kept, numeric, strict=True)
        )
        lines.append([clean(cell) for cell in cells])
    widths = _widths(lines, [1 + (head[i] in SENTENCES) for i in kept])
    table = document.add_table(rows=0, cols=len(kept), style="Table Grid")
    table.autofit = False
    last = len(lines) - 1
    together = {*range(min(TOGETHER, last)), *range(max(0, last - TOGETHER), last)}
    sizes = [Inches(width * SIZE / 72) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    rows = ""
    for number, line in enumerate(lines):
        texts = (
            _cut(text, LINES * (width - PADDING) - 2, head[i] not in SENTENCES)
            for text, width, i in zip(line, widths, kept, strict=True)
        )
        cells = zip(texts, (size.twips for size in sizes), numeric, strict=True)
        rows += _row_xml(cells, is_head=number == 0, stays=number in together)
    table._tbl.extend(parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>"))


def _row_xml(cells, *, is_head, stays):
    """A row as Word has it: python-docx takes ten times as long to put one together.

    Cells are (text, width in twentieths of a point, whether the column holds numbers); a row that stays is kept with
    the next one.
    """
    bold, repeated = ("<w:b/>", "<w:tblHeader/>") if is_head else ("", "")
    out = f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>"
    for text, width, number in cells:
        layout = ("<w:keepNext/>" if stays else "") + ('<w:jc w:val="right"/>' if number else "")
        out += f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>'
        out += f"<w:pPr>{layout}</w:pPr>" if layout else ""
        out += f'<w:r><w:rPr>{bold}<w:sz w:val="{2 * SIZE}"/></w:rPr>'
        out += f"<w:t>{escape(text)}</w:t>" if text else ""
        out += "</w:r></w:p></w:tc>"
    return f"{out}</w:tr>"


def _output(document, folder, record, table, number, lang):
    """A figure or table with its caption."""
    kind, (head, body) = record["kind"], table
    if kind == "figure":
        _picture(document, folder / file_of(record, "png"), record)
        _caption(document, kind, number, caption_text(record, lang), lang)
    else:
        shown = label(
            "rows_shown", lang, shown=min(len(body), ROWS), n=record["rows"], file=whole_file(record)
        )
        text = (record["caption"] or record["title"]) + ("" if lang == "zh" else " ")
        _caption(document, kind, number, text + shown, lang)
        if body:
            _table(document, head, body, lang)


def write_docx(folder, outputs, tables, findings, methods, heading, lang):
    """Write report.docx and give its path; called by `write_report`, which says what the arguments hold."""
    import docx
    from docx.shared import Inches

    heights = {}
    for name, record in outputs.items():
        lines = LINES if SENTENCES & set(tables[name][0]) else 2
        heights[name] = height_of(folder, record, tables[name], ROWS, lines)
    kept = within(heights, {name: record["kind"] for name, record in outputs.items()})
    left, outputs = len(outputs) - len(kept), {name: outputs[name] for name in kept}
    document = docx.Document()
    _prepare(document, lang)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "govnlp", clean(heading), ""
    properties.created = properties.modified = datetime(2000, 1, 1)
    document.add_heading(clean(heading), 0)
    add_page_numbers(document.sections[0])
    if findings:
        document.add_heading(label("findings", lang), 1)
    for _, finding, caveat in findings:
        add_paragraph(document, clean(f"{finding} {caveat}"), "ListBullet")
    stages = list(by_stage(outputs, lang))
    parts = [part for stage, names in stages for part in ((stage, 1), *((name, 2) for name in names))]
    parts.append((label("methods", lang), 1))
    heads = [
        (clean(outputs[part]["title"] or part) if level == 2 else part, level, mark)
        for mark, (part, level) in enumerate(parts, 1)
    ]
    add_paragraph(document, label("contents", lang), "TOCHeading")
    add_contents(document, heads, Inches(WIDTH))
    numbers = {"figure": 0, "table": 0}
    for (part, level), head in zip(parts, heads, strict=True):
        add_heading(document, *head)
        if level == 2:
            record = outputs[part]
            numbers[record["kind"]] += 1
            _output(document, folder, record, tables[part], numbers[record["kind"]], lang)
    document.add_paragraph(clean(methods))
    if left:
        document.add_paragraph(label("docx_left", lang, n=left))
    return save_packed(document, folder / "report.docx")
