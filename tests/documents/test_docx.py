import io

import docx
import pytest

from govnlp.documents.docx import read_docx
from govnlp.documents.problems import Unreadable


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


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
    lines, roles, _ = read_docx(saved(document))
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
    assert read_docx(saved(document))[0] == ["正文。", "框中文字"]
