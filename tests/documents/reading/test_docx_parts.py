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


def table(*rows):
    lines = (f"<w:tr>{''.join(x)}</w:tr>" for x in rows)
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def cell(*content):
    return f"<w:tc>{''.join(content)}</w:tc>"


def test_the_body_is_read_behind_a_background():
    data = word(paragraph(run("渠清了。")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<w:body>", b"<w:background/><w:body>"))
    assert lines_of(out.getvalue()) == [("渠清了。", None)]


def test_a_table_within_a_cell_stands_below_its_row_and_numbers_of_a_cell_are_apart():
    inner = table([cell(paragraph(run("长度"))), cell(paragraph(run("30公里")))])
    data = word(
        table(
            [cell(paragraph(run("渠道"))), cell(inner, paragraph(run("12")), paragraph(run("15")))],
            [cell(paragraph(run("桥梁"))), cell(paragraph(run("三座")), paragraph(run("两座")))],
        )
    )
    assert lines_of(data) == [
        ("渠道\t12 15", "table"),
        ("长度\t30公里", "table"),
        ("桥梁\t三座两座", "table"),
    ]


def test_paragraphs_in_a_frame_of_one_cell_stay_paragraphs():
    framed = cell(
        paragraph(run("今年修渠三十里。")), table([cell(paragraph(run("桥"))), cell(paragraph(run("3座")))])
    )
    data = word(table([framed], [cell(paragraph(run("合计")))]))
    assert lines_of(data) == [("今年修渠三十里。", None), ("桥\t3座", "table"), ("合计", "table")]


def test_a_table_in_a_text_box_is_read():
    box = f"<w:r><w:pict><w:txbxContent>{table([cell(paragraph(run('限时'))), cell(paragraph(run('三日')))])}"
    data = word(paragraph(run("流程。"), f"{box}</w:txbxContent></w:pict></w:r>"))
    assert lines_of(data) == [("流程。", None), ("限时\t三日", "table")]


def test_text_that_a_style_hides_is_furniture():
    hidden = "<w:rPr><w:vanish/></w:rPr></w:style>"
    styles = (
        f'<w:styles {SPACES}><w:style w:type="character" w:styleId="H">{hidden}'
        f'<w:style w:type="paragraph" w:styleId="P">{hidden}</w:styles>'
    )
    data = word(
        paragraph(run("待核，", '<w:rStyle w:val="H"/>'), run("渠清了。"))
        + paragraph(run("底稿。"), properties='<w:pStyle w:val="P"/>'),
        [("s", "styles", "styles.xml")],
        {"word/styles.xml": styles},
    )
    assert lines_of(data) == [("渠清了。", None), ("待核，", "furniture"), ("底稿。", "furniture")]


def test_a_list_whose_pattern_is_that_of_a_style():
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = "<w:rPr><w:del/></w:rPr>"  # a paragraph of which nothing is left has no number
    data = word(
        paragraph(run("修渠。"), properties=listed)
        + paragraph(properties=listed + gone)
        + paragraph(run("护林。"), properties=listed),
        [("n", "numbering", "numbering.xml")],
        {"word/numbering.xml": numbering},
    )
    assert lines_of(data) == [("（一）修渠。", None), ("（二）护林。", None)]


def test_parts_within_the_document_are_read_by_their_content():
    page = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    page += "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    page += "<html><p>今年修渠三十里，两岸的树木都绿了。</p></html>\n--b--\n"
    data = word(
        '<w:altChunk r:id="a"/><w:altChunk r:id="b"/>',
        [("a", "aFChunk", "a.mht"), ("b", "aFChunk", "b.txt")],
        {"word/a.mht": page, "word/b.txt": "护林百亩。".encode("gbk")},
    )
    assert [x for x, _ in lines_of(data)] == ["今年修渠三十里，两岸的树木都绿了。", "护林百亩。"]


def test_comments_are_furniture():
    comments = f"<w:comments {SPACES}><w:comment>{paragraph(run('此处待核'))}</w:comment></w:comments>"
    data = word(
        paragraph(run("渠清了。")), [("c", "comments", "comments.xml")], {"word/comments.xml": comments}
    )
    assert lines_of(data) == [("渠清了。", None), ("此处待核", "furniture")]


def test_files_and_large_pictures_within_it_are_named():
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    sizes = (5_400_000, 7_200_000), (5_400_000, 2_000_000)  # two thirds of an A4 page, and a photograph
    pictures = "".join(
        f'<w:r><w:drawing><x:inline xmlns:x="{drawing}/wordprocessingDrawing"><x:extent cx="{x}" cy="{y}"/>'
        f'<y:pic xmlns:y="{drawing}/picture"/></x:inline></w:drawing></w:r>'
        for x, y in sizes
    )
    office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    files = "".join(
        f'<w:r><w:object><o:OLEObject {office} ProgID="{x}"/></w:object></w:r>'
        for x in ("Equation.3", "Word")
    )
    found = read_docx(word(paragraph(run("附件："), pictures, files)))
    assert [x.parts[0] for x in found["notes"]] == [("pictures_unread", {"n": 1}), ("files_within", {"n": 1})]


def test_fractions_powers_and_symbols_keep_their_sense():
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

    def term(name, text):
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    half = f"<m:f {m}>{term('num', '1')}{term('den', 'a+2')}</m:f>"
    square = f"<m:sSup {m}>{term('e', 'm')}{term('sup', '2')}</m:sSup>"
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert lines_of(word(paragraph(box, run("同意，"), half, run("，"), square))) == [
        ("☑同意，1/(a+2)，m²", None)
    ]


def test_characters_that_no_xml_may_hold_are_blanks():
    assert lines_of(word(paragraph(run("渠\x0b清&#x1F;了。")))) == [("渠 清 了。", None)]
