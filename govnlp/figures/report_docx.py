"""report.docx: the figures of a run in Word's own heading and caption styles; the same bytes every run."""

import io
import zipfile
from datetime import datetime

from govnlp.figures.style import SIZES, clean, label


def _east_asian(document, font="宋体"):
    """Set the font of Chinese characters, which Word keeps apart from that of Latin ones."""
    from docx.oxml.ns import qn

    for name in ("Normal", "Title", "Heading 1", "Caption"):
        properties = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        properties.set(qn("w:eastAsia"), font)
        properties.attrib.pop(qn("w:eastAsiaTheme"), None)


def _number(paragraph, number):
    """A caption number as a SEQ field, so that Word can renumber and list the figures."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "SEQ Figure \\* ARABIC")
    run = paragraph.add_run(str(number))
    field.append(run._r)
    paragraph._p.append(field)


def write_docx(folder, outputs, facts, heading, lang):
    """Write report.docx; called by `write_report`, which says what the arguments hold."""
    import docx
    from docx.shared import Inches

    document = docx.Document()
    _east_asian(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "govnlp", clean(heading), ""
    properties.created = properties.modified = datetime(2000, 1, 1)
    document.add_heading(clean(heading), 0)
    number = 0
    for name, record in outputs.items():
        document.add_heading(clean(record["title"] or name), 1)
        if record["kind"] == "figure":
            number += 1
            picture = document.add_picture(str(folder / f"{name}.png"))
            scale = min(1, Inches(min(SIZES["page"], 6)) / picture.width)
            picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
            picture._inline.docPr.set("descr", record["alt"])
            caption = document.add_paragraph(label("figure", lang) + " ", style="Caption")
            _number(caption, number)
            caption.add_run(
                "  " + clean(" ".join(filter(None, (record["alt"], record["caption"], record["source"]))))
            )
        elif record["caption"]:
            document.add_paragraph(clean(record["caption"]))
    document.add_heading(label("methods", lang), 1)
    document.add_paragraph("; ".join(f"{key}: {value}" for key, value in sorted(facts.items())))
    raw = io.BytesIO()
    document.save(raw)
    with (
        zipfile.ZipFile(raw) as made,
        zipfile.ZipFile(folder / "report.docx", "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, made.read(name))
