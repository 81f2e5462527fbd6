"""Formats of offices besides .docx and .pdf: .odt, .rtf, .doc, .ofd, workbooks."""

import io
import sys
import zipfile
from types import SimpleNamespace

import docx
import openpyxl
import pytest

from govnlp import read_corpus
from govnlp.documents.reading.doc import read_doc
from govnlp.documents.reading.formats import source_of
from govnlp.documents.reading.odt import read_odt
from govnlp.documents.reading.ofd import read_ofd
from govnlp.documents.reading.problems import Unreadable
from govnlp.documents.reading.rtf import read_rtf
from govnlp.documents.reading.workbooks import read_workbook


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def pairs(found):
    return [x for x in zip(found["lines"], found["roles"], strict=True) if x[0]]


OD = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{x}="{OD}{y}:1.0"'
    for x, y in [("o", "office"), ("t", "text"), ("b", "table"), ("s", "style"), ("d", "drawing")]
)


def test_an_open_document():
    numbers = (
        '<t:list-style s:name="L"><t:list-level-style-number t:level="1" s:num-format="一, 二, 三, ..."'
        ' s:num-suffix="、"/></t:list-style>'
    )
    body = (
        "<t:table-of-content><t:index-body><t:p>一、水源 1</t:p></t:index-body></t:table-of-content>"
        '<t:h t:outline-level="2">水源</t:h><t:p>修了<t:s t:c="2"/>三座<t:span>桥</t:span>。'
        "<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>据统计。</t:p></t:note-body></t:note>"
        "<d:frame><d:text-box><t:p>框中</t:p></d:text-box></d:frame></t:p>"
        '<t:list t:style-name="L"><t:list-item><t:p>清渠</t:p></t:list-item>'
        "<t:list-item><t:p>修桥</t:p></t:list-item></t:list>"
        "<b:table><b:table-row><b:table-cell><t:p>桥</t:p></b:table-cell><b:covered-table-cell/>"
        "<b:table-cell><t:p>3座</t:p></b:table-cell></b:table-row></b:table>"
    )
    content = f"<o:c {SPACES}><o:styles>{numbers}</o:styles><o:body><o:text>{body}</o:text></o:body></o:c>"
    assert pairs(read_odt(packed({"content.xml": content}))) == [
        ("一、水源 1", "furniture"),
        ("水源", "heading2"),
        ("修了  三座桥。", None),
        ("框中", None),
        ("一、清渠", None),
        ("二、修桥", None),
        ("桥\t\t3座", "table"),
        ("据统计。", "footnote"),
    ]


def test_lists_of_an_open_document_go_on_or_begin_anew_and_hidden_parts_are_furniture():
    styles = (
        '<t:list-style s:name="L"><t:list-level-style-number t:level="1" s:num-format="1" s:num-suffix="."/>'
        '</t:list-style><s:style s:name="H"><s:text-properties t:display="none"/></s:style>'
    )
    lists = (("", "清渠"), (' t:continue-numbering="true"', "修桥"), ("", "护林"))
    body = "".join(
        f'<t:list t:style-name="L"{said}><t:list-item><t:p>{text}</t:p></t:list-item></t:list>'
        for said, text in lists
    )
    body += '<t:list t:style-name="L"><t:list-item t:start-value="7"><t:p>防汛</t:p></t:list-item></t:list>'
    body += '<t:section t:display="none"><t:p>底稿</t:p></t:section><t:p t:style-name="H">待核</t:p>'
    body += "<t:p>渠<t:hidden-text>旧</t:hidden-text>清</t:p>"
    content = f"<o:c {SPACES}><o:styles>{styles}</o:styles><o:body><o:text>{body}</o:text></o:body></o:c>"
    assert pairs(read_odt(packed({"content.xml": content}))) == [
        *((x, None) for x in ("1.清渠", "2.修桥", "1.护林", "7.防汛")),
        *((x, "furniture") for x in ("底稿", "待核")),
        ("渠清", None),
        ("旧", "furniture"),
    ]


def test_a_rich_text_with_a_table():
    pytest.importorskip("striprtf")
    bridge = "".join(f"\\'{x:02x}" for x in "修桥".encode("gbk"))
    row = rf"\trowd\cellx1000\cellx2000\intbl {bridge}\par |\cell 3\cell\row"
    found = read_rtf(rf"{{\rtf1\ansi\ansicpg936 {bridge}\u12290?\par {row}\pard end\par}}".encode())
    assert [x for x in pairs(found)] == [("修桥。", None), ("修桥 |\t3", "table"), ("end", None)]


def test_what_is_missing_is_named_with_its_command(monkeypatch):
    for name in ("doc2docx", "striprtf.striprtf"):
        monkeypatch.setitem(sys.modules, name, None)
    for read in (read_doc, read_rtf):
        with pytest.raises(Unreadable, match=r"pip install 'govnlp\[formats\]'"):
            read(b"x")


def test_text_boxes_that_the_converter_leaves_out_are_named(monkeypatch):
    doc2docx = pytest.importorskip("doc2docx")

    def convert(source, target):
        document = docx.Document()
        document.add_paragraph("渠清了。")
        document.save(target)
        left_out = SimpleNamespace(code="MAIN_TEXTBOX_TABLE_MALFORMED")
        return SimpleNamespace(report=SimpleNamespace(diagnostics=[left_out]))

    monkeypatch.setattr(doc2docx, "convert", convert)
    found = read_doc(b"")
    assert "渠清了。" in found["lines"]
    assert [str(x) for x in found["notes"]] == [
        "text boxes, headers or footers of it could not be read; save it as .docx in Word, WPS or LibreOffice"
    ]


def test_a_damaged_old_document():
    pytest.importorskip("doc2docx")
    with pytest.raises(Unreadable, match=r"damaged or no \.doc .*save it again"):
        read_doc(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


@pytest.mark.real
@pytest.mark.slow
def test_an_old_document_is_read_whole(shared):
    pytest.importorskip("doc2docx")
    (path,) = (shared / "corpora" / "awkward" / "files").glob("*.doc")
    found = read_doc(path.read_bytes())
    # Five other readers find 433,679 characters in the text of this file; numbers of lists are not among them.
    assert len("".join("".join(x.split()) for x in found["lines"])) >= 433_679


def ofd(*objects, extra=None):
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    page = (
        f"<ofd:Page {space}><ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
    )
    files = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/0.xml'/>"
        "</ofd:Pages></ofd:Document>",
        "Doc_0/Pages/0.xml": page,
    }
    return packed(files | (extra or {}))


def text_object(text, x, y, steps=None, size=5):
    steps = "" if steps is None else f' DeltaX="{steps}"'
    return (
        f'<ofd:TextObject Boundary="{x} {y} 190 9" Size="{size}"><ofd:TextCode X="0" Y="{size}"{steps}>{text}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def test_lines_and_cells_of_an_ofd_page():
    first, second, last = (
        "今年望溪县疏浚老渠三十里，新建闸门十二座，沿线的居民",
        "都用上了干净的水，两岸的草木也都绿了，老人出门方便，孩子",
        "上学近了。",
    )
    data = ofd(
        text_object(first, 30, 40, f"g {len(first) - 1} 5"),
        text_object(second, 20, 48, f"g {len(second) - 1} 5"),
        text_object(last, 20, 56, "5 5 5 5"),
        text_object(
            "疏浚里30", 20, 70, "5 45 50 2.5"
        ),  # three cells in one object, told apart by their steps alone
        text_object("修桥座3", 20, 80, "5 45 50"),
    )
    assert pairs(read_ofd(data)) == [
        (first + second + last, None),
        ("疏浚\t里\t30", "table"),
        ("修桥\t座\t3", "table"),
    ]


def test_a_vertical_title_is_one_line_and_hidden_text_is_none():
    title = (
        '<ofd:TextObject Boundary="20 40 8 60" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="0 0 0" DeltaY="7 7 7">'
        "望溪公报</ofd:TextCode></ofd:TextObject>"
    )
    hidden = text_object("草稿", 40, 60).replace("<ofd:TextObject", '<ofd:TextObject Visible="false"')
    found = read_ofd(ofd(title, text_object("渠水已清。", 40, 40), hidden))
    assert found["lines"] == ["望溪公报", "渠水已清。"]


def test_glyphs_of_private_use_and_seals_are_notes():
    signs = '<a xmlns="http://www.ofdspec.org/2016"><Signature Type="Seal"/><Signature Type="Sign"/></a>'
    data = ofd(text_object("渠清了\ue000。", 20, 40), extra={"Doc_0/Signs/Signatures.xml": signs})
    assert [str(x).partition(",")[0] for x in source_of(data, "a.ofd").notes] == [
        "1 seal",
        "1 letters of private use",
    ]


def test_a_page_that_is_a_picture_is_named_and_annotations_are_read():
    space = 'xmlns="http://www.ofdspec.org/2016" xmlns:ofd="http://www.ofdspec.org/2016"'
    page = f'<Page {space}><ImageObject Boundary="0 0 210 297"/></Page>'
    document = (
        f'<Document {space}><Pages><Page ID="1" BaseLoc="a.xml"/><Page ID="2" BaseLoc="b.xml"/></Pages>'
    )
    document += "<Annotations>n/n.xml</Annotations></Document>"

    def note(kind, text):
        return f'<Annot Type="{kind}"><Appearance Boundary="20 100 90 9">{text_object(text, 0, 0)}</Appearance></Annot>'

    notes = note("Watermark", "内部资料") + note("Stamp", "此件公开发布")
    data = packed(
        {
            "OFD.xml": f"<OFD {space}><DocRoot>D/d.xml</DocRoot></OFD>",
            "D/d.xml": document,
            "D/a.xml": f"<Page {space}>{text_object('渠清了。', 20, 40)}</Page>",
            "D/b.xml": page,
            "D/n/n.xml": f'<Annotations {space}><Page PageID="1"><FileLoc>p.xml</FileLoc></Page></Annotations>',
            "D/n/p.xml": f"<P {space}>{notes}</P>",
        }
    )
    found = read_ofd(data)
    assert pairs(found) == [("渠清了。", None), ("此件公开发布", None), ("内部资料", "furniture")]
    assert [x.parts[0] for x in found["notes"]] == [("pages_as_pictures", {"pages": "2"})]


def test_outlines_without_text_are_a_problem():
    with pytest.raises(Unreadable, match="outlines or pictures"):
        read_ofd(ofd('<ofd:PathObject Boundary="0 0 9 9"/>'))
    with pytest.raises(Unreadable, match=r"damaged or no \.ofd"):
        read_ofd(packed({"OFD.xml": "<a"}))


def workbook(**sheets):
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_of_figures_is_read_as_tables():
    rows = [["主要指标"], ["指标", "单位", "2021年"], ["疏浚老渠", "里", 30], ["投资", "亿元", 1.25]]
    assert pairs(read_workbook(workbook(水务=rows, 空=[]))) == [
        ("水务", "heading1"),
        ("主要指标", None),
        ("指标\t单位\t2021年", "table"),
        ("疏浚老渠\t里\t30", "table"),
        ("投资\t亿元\t1.25", "table"),
    ]


def test_a_cell_in_per_cent_is_read_as_it_is_shown():
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["增长", 0.052, 0.5, 5.2])
    for at, form in (("B1", "0.0%"), ("C1", "0%"), ("D1", '0.0"%"')):
        book.active[at].number_format = form
    book.save(out)
    assert read_workbook(out.getvalue())["lines"] == ["增长\t5.2%\t50%\t5.2"]


def test_what_a_workbook_hides_or_did_not_compute_is_named():
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row in (["指标", "底数", "数值"], ["桥", 1, 3], ["旧桥", 1, 9], ["合计", 2, "=C2+C3"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = sheet.column_dimensions["B"].hidden = True
    book.create_sheet("底稿").sheet_state = "hidden"
    book.save(out)
    found = read_workbook(out.getvalue())
    assert found["lines"] == ["指标\t数值", "桥\t3", "合计"]
    assert [x.parts[0] for x in found["notes"]] == [
        ("hidden_cells", {"sheets": "底稿", "rows": 1, "columns": 1}),
        ("no_values", {"n": 1}),
    ]


@pytest.mark.parametrize(
    ("part", "said", "instead"),
    [
        (
            "",
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        ("xl/styles.xml", b"<fill><patternFill/></fill>", b"<fill/>"),
    ],
)
def test_workbooks_that_openpyxl_refuses(part, said, instead):
    out, changed = io.BytesIO(), 0
    with (
        zipfile.ZipFile(io.BytesIO(workbook(水务=[["桥", 3], ["渠", 30]]))) as source,
        zipfile.ZipFile(out, "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(part):
                changed += content.count(said)
                content = content.replace(said, instead)
            target.writestr(name, content)
    assert changed and read_workbook(out.getvalue())["lines"] == ["桥\t3", "渠\t30"]


def test_a_workbook_of_documents_is_left_to_read_table(tmp_path):
    text = "今年望溪县疏浚老渠三十里，沿线居民都用上了干净的水，两岸也绿了。"
    (tmp_path / "a.xlsx").write_bytes(workbook(甲=[["标题", "正文"], *[[f"渠{n}", text] for n in range(4)]]))
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["b"]
    assert corpus.problems["reason"].str.contains("read_table").tolist() == [True]


def test_notes_and_hidden_text_of_rich_text_stand_behind_it():
    text = "".join(rf"\u{ord(x)}?" for x in "渠清了")
    note = "".join(rf"\u{ord(x)}?" for x in "里程")
    data = rf"{{\rtf1\ansi {text}{{\v {note}}}{{\footnote {text}}}\par {note}\par}}".encode()
    found = read_rtf(data)
    kept = [(x, role) for x, role in zip(found["lines"], found["roles"], strict=True) if x.strip()]
    assert kept == [("渠清了", None), ("里程", None), ("渠清了", "footnote"), ("里程", "furniture")]


@pytest.mark.parametrize(
    ("head", "written"),
    [
        (rb"\ansi\ansicpg936", b"\xd0\xde\xc7\xfe"),  # bytes as they are
        (rb"\ansi\deff0{\fonttbl{\f0\fcharset134 S;}}", rb"\'d0\'de\'c7\'fe"),  # said of the font alone
        (
            rb"\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 S;}}\f0",
            rb"\'d0\'de\'c7\'fe",
        ),  # and the page is another one
    ],
)
def test_letters_of_rich_text_in_whatever_code(head, written):
    assert read_rtf(b"{\\rtf1" + head + b" " + written + b"\\par}")["lines"][0].strip() == "修渠"


def test_numbers_of_items_of_rich_text():
    one, two, town, comma = (rf"\u{ord(x)}?" for x in "一二镇、")
    items = rf"{{\listtext\plain  {one}{comma}\tab}}{town}\par {{\pntext {two}{comma}}}{town}\par"
    data = rf"{{\rtf1\ansi {items}}}".encode()
    assert read_rtf(data)["lines"][:2] == ["一、镇", "二、镇"]


def test_boxes_heads_and_deleted_text_of_rich_text():
    water, bridge, road, town = (
        "".join(rf"\u{ord(x)}?" for x in word) for word in ("渠清了", "桥", "路", "临溪")
    )
    box = rf"{{\shp{{\*\shpinst\shpleft0{{\sp{{\sn a}}{{\sv 1}}}}{{\shptxt\pard {{\f1 {bridge}}}\par}}}}}}"
    note = rf"{{\super \chftn{{\*\footnote \chftn\pard\plain {{\f1{{\b {road}}}}}}}}}"
    head = rf"{{\header\pard {town}\par}}"
    body = rf"{box}{{\deleted\revauthdel1 {road}}}{water}{note}{{\loch\v\f1 {town}}}\par"
    styles = rf"{{\stylesheet{{\s0 Normal;}}{{\*\cs1 \v {road};}}}}"
    found = read_rtf(rf"{{\rtf1\ansi {styles}{head}{body}\sect{head}}}".encode())
    kept = [(x.strip(), role) for x, role in zip(found["lines"], found["roles"], strict=True) if x.strip()]
    assert kept == [
        ("渠清了", None),
        ("桥", None),
        ("路", "footnote"),
        ("临溪", "furniture"),  # hidden
        ("临溪", "furniture"),  # the head of both sections
    ]


def test_text_in_cells_of_an_open_document_is_read_once():
    styles = (
        '<s:style s:name="H"><s:text-properties t:display="none"/></s:style>'
        '<s:style s:name="S"><s:text-properties s:text-position="super 58%"/></s:style>'
    )
    inner = "<b:table><b:table-row><b:table-cell><t:p>石</t:p></b:table-cell></b:table-row></b:table>"
    note = "<t:note><t:note-body><t:p>据统计。</t:p></t:note-body></t:note>"
    frame = "<d:frame><d:text-box><t:p>框中</t:p></d:text-box></d:frame>"
    area = '<t:p>2km<t:span t:style-name="S">2</t:span><t:span t:style-name="H">隐</t:span></t:p>'
    body = (
        f"<b:table><b:table-row><b:table-cell><t:p>桥{note}{frame}</t:p>{inner}</b:table-cell>"
        f"<b:table-cell>{area}</b:table-cell></b:table-row></b:table>"
    )
    content = f"<o:c {SPACES}><o:styles>{styles}</o:styles><o:body><o:text>{body}</o:text></o:body></o:c>"
    assert pairs(read_odt(packed({"content.xml": content}))) == [
        ("桥\t2km²", "table"),
        ("石", "table"),
        ("隐", "furniture"),
        ("框中", None),
        ("据统计。", "footnote"),
    ]


def test_the_xml_of_word_2003_is_no_text(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    page = '<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:t>今年疏浚老渠三十里。</w:t></w:wordDocument>'
    (tmp_path / "甲.doc").write_text(page, encoding="utf-8")
    with pytest.raises(ValueError, match="save it as"):
        read_corpus(tmp_path)
