"""Word's own fields: the number of a page, of a caption, and a contents list that leads to its headings."""

LEVELS = (1, 2)
"""Levels of headings in the contents."""


def _element(tag, **attributes):
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_field(paragraph, instruction, shown, *, dirty=False):
    """A field at the end of a paragraph, and what it shows until Word works it out: when opened, where it is dirty.

    With None it is left open, for paragraphs to stand in it.
    """
    begin = _element("w:fldChar", fldCharType="begin", **({"dirty": "true"} if dirty else {}))
    code = _element("w:instrText")
    code.text = instruction
    paragraph.add_run()._r.append(begin)
    paragraph.add_run()._r.append(code)
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="separate"))
    if shown is not None:
        paragraph.add_run(str(shown))
        paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="end"))


def add_page_numbers(section):
    """The number of each page at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(paragraph, "PAGE", "1")


def add_paragraph(document, text, style):
    """A paragraph whose style is told by its id; by its name python-docx looks for it among all, every time."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style
    return paragraph


def add_heading(document, text, level, mark):
    """A heading that the contents list leads to by its mark, a number."""
    heading = add_paragraph(document, text, f"Heading{level}")
    heading._p.insert(1, _element("w:bookmarkStart", id=mark, name=_name(mark)))
    heading._p.append(_element("w:bookmarkEnd", id=mark))


def _name(mark):
    return f"_Toc{mark:04}"


def _style(document, level, width):
    """Word's style for a level of the contents, which python-docx's template lacks."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = document.styles["Normal"], Pt(10 if level == 1 else 9)
    style.font.bold = level == 1
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(4 if level == 1 else 0), Pt(0)
    layout.left_indent = Pt(14 * (level - 1))
    layout.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    return style


def add_contents(document, heads, width):
    """The contents: heads are (text, level, mark); the pages' numbers come when Word, which counts them, opens it."""
    styles = {level: _style(document, level, width).style_id for level in LEVELS}
    paragraph = None
    for text, level, mark in heads:
        first = paragraph is None
        paragraph = add_paragraph(document, "", styles[level])
        if first:
            add_field(paragraph, rf'TOC \o "{LEVELS[0]}-{LEVELS[-1]}" \h \z \u', None, dirty=True)
        link = _element("w:hyperlink", anchor=_name(mark))
        link.append(paragraph.add_run(text)._r)
        paragraph._p.append(link)
    if paragraph is not None:
        paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="end"))
