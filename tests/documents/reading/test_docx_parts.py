"""Parts of Word documents that python-docx does not read, or with which it refuses the whole file."""

import io
import zipfile

import pytest

from govnlp import read_corpus
from govnlp.documents.reading.docx import read_docx
from govnlp.documents.reading.numerals import numeral

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def word(body, relations=(), parts=None):
    """A document of the body's XML; relations are (id, kind, target)."""
    links = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{to}"/>' for i, kind, to in relations)
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "_rels/.rels": f'<Relationships xmlns="{packages}"><Relationship Id="a" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{packages}">{links}</Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (files | (parts or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def lines_of(data):
    found = read_docx(data)
    return [x for x in zip(found["lines"], found["roles"], strict=True) if x[0]]


def test_the_strict_namespaces_of_the_standard():
    data = word(paragraph(run("渠清了。")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            target.writestr(name, text.replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert lines_of(out.getvalue()) == [("渠清了。", None)]


def test_a_relation_that_leads_nowhere():
    assert lines_of(word(paragraph(run("渠清了。")), [("b", "image", "NULL")])) == [("渠清了。", None)]


def test_a_page_within_the_document():
    body = paragraph(run("前文。")) + '<w:altChunk r:id="c"/>' + paragraph(run("后文。"))
    page = "<html><body><p>今年全区疏浚老渠三十里，两岸都绿了。</p></body></html>"
    data = word(body, [("c", "aFChunk", "chunk.htm")], {"word/chunk.htm": page})
    assert [x for x, _ in lines_of(data)] == ["前文。", "今年全区疏浚老渠三十里，两岸都绿了。", "后文。"]


def test_lettering_and_diagrams():
    art = '<w:r><w:pict><v:shape><v:textpath string="望溪县人民政府文件"/></v:shape></w:pict></w:r>'
    diagram = '<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>'
    data = f"<dgm:x {SPACES}><a:p><a:r><a:t>水务</a:t></a:r><a:r><a:t>局</a:t></a:r></a:p></dgm:x>"
    found = lines_of(
        word(
            paragraph(art) + paragraph(diagram),
            [("d", "diagramData", "diagrams/data1.xml")],
            {"word/diagrams/data1.xml": data},
        )
    )
    assert [x for x, _ in found] == ["望溪县人民政府文件", "水务局"]


def test_hidden_text_is_furniture_and_a_phonetic_guide_no_text():
    ruby = f"<w:r><w:ruby><w:rt>{run('qú')}</w:rt><w:rubyBase>{run('渠')}</w:rubyBase></w:ruby></w:r>"
    body = paragraph(run("清"), run("批注", "<w:vanish/>"), ruby, run("了", '<w:vanish w:val="0"/>'))
    assert lines_of(word(body)) == [("清渠了", None), ("批注", "furniture")]


def test_digits_above_and_below_the_line_keep_their_place():
    """10⁴ would otherwise be 104."""
    raised, lowered = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    runs = run("3.5×10"), run("4", raised), run("m"), run("-3", raised), run("，CO"), run("2", lowered)
    body = paragraph(*runs) + paragraph(run("增长"), run("[2]", raised))
    assert lines_of(word(body)) == [("3.5×10⁴m⁻³，CO₂", None), ("增长[2]", None)]


def test_fields_of_a_form():
    box = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{}</w:ffData></w:fldChar></w:r>"
    end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    checked = box.format("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")
    choice = box.format(
        "<w:ddList><w:result w:val='1'/><w:listEntry w:val='县'/><w:listEntry w:val='区'/></w:ddList>"
    )
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(run("同意"), checked, end, choice, end, prompt.format(run("单击此处")))
    assert lines_of(word(body)) == [("同意☒区", None), ("单击此处", "furniture")]


def test_a_deleted_mark_joins_two_paragraphs_and_a_deleted_row_is_gone():
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr>"
    body = paragraph(run("渠清"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("了。"))
    body += f"<w:tbl>{gone.format(paragraph(run('旧')), paragraph(run('新')))}</w:tbl>"
    assert lines_of(word(body)) == [("渠清了。", None), ("新", "table")]


def test_merged_cells_leave_empty_ones():
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
    cell = "<w:tc>{}</w:tc>"
    body = "<w:tbl><w:tr>" + cell.format(paragraph(run("指标"))) + wide.format(paragraph(run("2021年")))
    body += cell.format(paragraph(run("备注"))) + "</w:tr></w:tbl>"
    assert lines_of(word(body)) == [("指标\t2021年\t\t备注", "table")]


def test_tables_of_contents_are_furniture():
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    entries = paragraph(field.format("begin"), code, field.format("separate"), run("一、水源\t1"))
    entries += paragraph(run("二、桥\t3"), field.format("end"))
    styled = paragraph(run("三、路"), properties='<w:pStyle w:val="T"/>')
    styles = f'<w:styles {SPACES}><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    found = lines_of(
        word(
            entries + styled + paragraph(run("一、水源")),
            [("s", "styles", "styles.xml")],
            {"word/styles.xml": styles},
        )
    )
    assert [role for _, role in found] == ["furniture", "furniture", "furniture", None]


def test_articles_that_run_through_the_chapters():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/>{extra}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text, extra) in enumerate(
            [
                ("chineseCountingThousand", "第%1章 ", ""),
                ("chineseCountingThousand", "第%2条 ", '<w:lvlRestart w:val="0"/>'),
                ("decimal", "%1.%2.%3 ", "<w:isLgl/>"),
            ]
        )
    )
    numbering = f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    place = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(paragraph(run("渠"), properties=place.format(n)) for n in (0, 1, 1, 0, 1, 2))
    found = lines_of(word(body, [("n", "numbering", "numbering.xml")], {"word/numbering.xml": numbering}))
    # By the standard a level with lvlRestart 0 never starts anew, and isLgl shows all its numbers as figures.
    assert [x for x, _ in found] == [
        "第一章 渠",
        "第一条 渠",
        "第二条 渠",
        "第二章 渠",
        "第三条 渠",
        "2.3.1 渠",
    ]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("chineseLegalSimplified", "壹拾贰"),
        ("ideographLegalTraditional", "壹拾貳"),
        ("ideographTraditional", "12"),  # ten signs only
        ("ideographZodiac", "亥"),
        ("ideographDigital", "一二"),
        ("decimalZero", "12"),
        ("decimalFullWidth", "１２"),
        ("decimalEnclosedParen", "⑿"),
        ("upperRoman", "XII"),
    ],
)
def test_formats_of_numbers(style, shown):
    assert numeral(12, style) == shown


def test_a_part_in_another_format_is_a_problem_beside_the_document(tmp_path):
    body = paragraph(run("今年修了三座桥。")) + '<w:altChunk r:id="c"/>'
    data = word(body, [("c", "aFChunk", "chunk.bin")], {"word/chunk.bin": "x"})
    (tmp_path / "a.docx").write_bytes(data)
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["a"]
    assert corpus.problems["reason"].str.contains("of the format bin").tolist() == [True]


def test_fields_that_are_drawn_keep_their_letters():
    """A number in a ring of more than ten and joint offices are such fields; Word writes no text beside them."""
    code = "<w:r><w:instrText> eq \\o\\ac(</w:instrText></w:r><w:r><w:instrText>○,21)</w:instrText></w:r>"
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    body = paragraph(run("第"), field.format("begin"), code, field.format("end"), run("条渠"))
    assert lines_of(word(body)) == [("第㉑条渠", None)]
