import io

import docx
import pytest

from govnlp.documents.reading.docx import read_docx
from govnlp.documents.reading.problems import Unreadable


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines_and_roles(document):
    found = read_docx(saved(document))
    return found["lines"], found["roles"]


def test_paragraphs_tables_and_headings_in_order():
    document = docx.Document()
    document.add_heading("一、水源保护", 1)
    document.add_paragraph("今年修了三座桥。\n明年再修两座。")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["指标", "数值", "桥", "3座"], strict=True
    ):
        cell.text = text
    document.add_paragraph("表后一段。")
    lines, roles = lines_and_roles(document)
    assert lines == [
        "一、水源保护",
        "今年修了三座桥。",
        "明年再修两座。",
        "指标\t数值",
        "桥\t3座",
        "表后一段。",
    ]
    assert roles == ["heading1", None, None, "table", "table", None]


def test_cut_in_half():
    data = saved(docx.Document())
    with pytest.raises(Unreadable, match="open and save it again"):
        read_docx(data[: len(data) // 2])


def test_text_box_is_read_once():
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    document = docx.Document()
    document.add_paragraph("正文。")._p.append(
        parse_xml(
            f"<w:r {space} {mc}><mc:AlternateContent><mc:Choice Requires='x'>"
            f"<w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert read_docx(saved(document))["lines"] == ["正文。", "框中文字"]


SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "%3.%4"),
)


def numbered(*items, extra=""):
    """Document with paragraphs of one list: (list, level, text); list 41 has four levels, `extra` adds lists."""
    from docx.oxml import parse_xml

    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    root.append(parse_xml(f'<w:abstractNum {SPACE} w:abstractNumId="40">{levels}</w:abstractNum>'))
    for xml in (f'<w:num {SPACE} w:numId="41"><w:abstractNumId w:val="40"/></w:num>', extra):
        if xml:
            root.append(parse_xml(xml))
    for listed, level, text in items:
        place = f'<w:numPr {SPACE}><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(place))
    return document


def test_automatic_numbers_are_part_of_the_text():
    levels = [0, 1, 2, 2, 3, 1, 2, 0, 1]
    document = numbered(*((41, level, "清渠") for level in levels))
    assert read_docx(saved(document))["lines"] == [
        "一、清渠",
        "（一）清渠",
        "1.清渠",
        "2.清渠",
        "2.1 清渠",
        "（二）清渠",
        "1.清渠",
        "二、清渠",
        "（一）清渠",
    ]


def test_a_list_that_starts_anew_and_one_that_goes_on():
    again = (
        f'<w:num {SPACE} w:numId="42"><w:abstractNumId w:val="40"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    document = numbered((41, 0, "甲"), (41, 0, "乙"), (42, 0, "丙"), (41, 0, "丁"), (0, 0, "戊"), extra=again)
    assert read_docx(saved(document))["lines"] == ["一、甲", "二、乙", "五、丙", "六、丁", "戊"]


def test_numbers_of_a_style_and_bullets():
    document = docx.Document()
    for style in ("List Number", "List Number", "List Bullet"):
        document.add_paragraph("修桥", style)
    assert read_docx(saved(document))["lines"] == ["1.修桥", "2.修桥", "修桥"]


def test_numbered_headings_are_headings(tmp_path):
    from govnlp import read_corpus

    text = "今年修了三座桥，通了两条渠，沿线居民都用上了干净的水。"
    document = numbered((41, 0, "水源保护"), (41, 1, "疏浚老渠"))
    document.add_paragraph(text)
    document.save(tmp_path / "a.docx")
    blocks = read_corpus(tmp_path).blocks
    assert blocks[["kind", "text"]].to_numpy().tolist() == [
        ["heading", "一、水源保护"],
        ["heading", "（一）疏浚老渠"],
        ["paragraph", text],
    ]
    assert blocks["level"].tolist()[:2] == [1, 2]


def test_table_within_a_cell_is_read_once():
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    outer.cell(0, 1).add_table(1, 2).cell(0, 0).text = "内"
    assert read_docx(saved(document))["lines"] == ["外\t", "内\t"]


def test_headers_and_footers_are_furniture():
    document = docx.Document()
    document.add_paragraph("正文。")
    document.sections[0].header.paragraphs[0].text = "云岭市人民政府公报"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    lines, roles = lines_and_roles(document)
    assert list(zip(lines, roles, strict=True)) == [("正文。", None), ("云岭市人民政府公报", "furniture")]


def test_footnotes_stand_at_the_end():
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(0, ' w:type="separator"', "") + note.format(2, "", "据水务局统计。")
    document = docx.Document()
    document.add_paragraph("正文。")
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {SPACE}>{notes}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    lines, roles = lines_and_roles(document)
    assert list(zip(lines, roles, strict=True)) == [("正文。", None), ("据水务局统计。", "footnote")]


def test_deleted_text_is_gone_and_inserted_text_is_there():
    from docx.oxml import parse_xml

    document = docx.Document()
    paragraph = document.add_paragraph("修了")._p
    paragraph.append(parse_xml(f"<w:del {SPACE}><w:r><w:delText>两</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {SPACE}><w:r><w:t>三</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:r {SPACE}><w:t>座桥</w:t></w:r>"))
    assert read_docx(saved(document))["lines"] == ["修了三座桥"]
