import io

import pytest

from govnlp.documents.reading import pdf
from govnlp.documents.reading.problems import Unreadable


def test_text_layer_without_its_characters_is_garbled():
    assert pdf._garbled(", 、 “ ” 。 ; , ; , 、 。 ( 2 0 0 1 )")
    assert not pdf._garbled("今年全市修了三座桥，新建公园12处。")


def test_damaged_file():
    pytest.importorskip("pypdfium2")
    with pytest.raises(Unreadable, match=r"damaged or no \.pdf"):
        pdf.read_pdf(b"%PDF-1.4\n1 0 obj")


def test_lines_of_a_page():
    pytest.importorskip("pypdfium2")
    from matplotlib.figure import Figure

    figure, out = Figure(), io.BytesIO()
    figure.text(0.1, 0.8, "Bridges of the lake district")
    figure.text(0.1, 0.6, "Three were mended in spring")
    figure.savefig(out, format="pdf")
    lines = pdf.read_pdf(out.getvalue())["lines"]
    assert lines == ["Bridges of the lake district", "Three were mended in spring"]


LEFT = [f"左栏第{n}行写渠水怎样流进老街" for n in "一二三四五六七八"]
RIGHT = [f"右栏第{n}行写桥怎样连起两岸" for n in "一二三四五六七八"]


def chinese_page(places, size=(6, 8)):
    """PDF with (left, bottom, text, size) at shares of the page, in the shipped font."""
    from matplotlib.figure import Figure

    from govnlp.figures.style import style

    out = io.BytesIO()
    with style():
        figure = Figure(size)
        for x, y, text, points in places:
            figure.text(x, y, text, fontsize=points)
        figure.savefig(out, format="pdf")
    return out.getvalue()


def test_columns_that_the_file_draws_line_by_line():
    pytest.importorskip("pypdfium2")
    rows = [(0.1, 0.9, "望溪县老渠疏浚三十里沿线居民都用上清水", 16)]
    for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        rows += [(0.1, 0.8 - 0.05 * n, left, 9), (0.55, 0.8 - 0.05 * n, right, 9)]
    rows.append((0.1, 0.2, "全文完了以后的一行通栏说明文字横跨两栏不分左右", 14))
    assert pdf.read_pdf(chinese_page(rows))["lines"] == [rows[0][2], "".join(LEFT + RIGHT), rows[-1][2]]


def test_columns_that_are_in_order_stay_as_they_are():
    pytest.importorskip("pypdfium2")
    rows = [
        (x, 0.8 - 0.05 * n, text, 9)
        for x, side in ((0.1, LEFT), (0.55, RIGHT))
        for n, text in enumerate(side)
    ]
    assert pdf.read_pdf(chinese_page(rows))["lines"] == ["".join(LEFT + RIGHT)]


def test_rows_of_a_table_stay_rows():
    pytest.importorskip("pypdfium2")
    cells = [
        ("修桥", "3座"),
        ("疏浚", "30里"),
        ("植树", "12处"),
        ("泵站", "8座"),
        ("公园", "5处"),
        ("水厂", "1座"),
        ("闸", "2座"),
    ]
    rows = [
        (x, 0.8 - 0.05 * n, cell, 9)
        for n, row in enumerate(cells)
        for x, cell in zip((0.1, 0.6), row, strict=True)
    ]
    lines = pdf.read_pdf(chinese_page(rows))["lines"]
    assert "".join("".join(lines).split()) == "".join(map("".join, cells))


def test_official_document_with_its_red_head(tmp_path):
    pytest.importorskip("pypdfium2")
    from govnlp import read_corpus

    lines = [
        (0.25, 0.9, "望溪县人民政府文件", 24),
        (0.35, 0.82, "望政发〔2021〕5号", 12),
        (0.2, 0.74, "望溪县人民政府关于疏浚老渠的通知", 18),
        (0.1, 0.68, "各乡镇人民政府：", 12),
        (0.16, 0.64, "为保护水源，县人民政府决定疏浚老渠三十里。", 12),
        (0.55, 0.5, "望溪县人民政府", 12),
        (0.55, 0.46, "2021年3月4日", 12),
        (0.5, 0.05, "— 1 —", 9),
    ]
    (tmp_path / "a.pdf").write_bytes(chinese_page(lines))
    corpus = read_corpus(tmp_path)
    row = corpus.documents.iloc[0]
    assert [*row[["title", "doc_number", "issuer"]], str(row["signed"].date())] == [
        "望溪县人民政府关于疏浚老渠的通知",
        "望政发〔2021〕5号",
        "望溪县人民政府",
        "2021-03-04",
    ]
    assert corpus.units("paragraph")["text"].tolist() == [
        "各乡镇人民政府：",
        "为保护水源，县人民政府决定疏浚老渠三十里。",
    ]


def plain_pdf(*objects):
    """A file of numbered objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )
    return out


def stream(content):
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
RESOURCES = b"/Resources<</Font<</F 4 0 R>>>>"


def test_the_value_of_a_field_stands_behind_its_label():
    pytest.importorskip("pypdfium2")
    data = plain_pdf(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 5 0 R/Annots[6 0 R]%s>>" % RESOURCES,
        FONT,
        stream(b"BT /F 12 Tf 20 100 Td (Office:) Tj ET"),
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Wangxi water works)/Rect[70 96 300 112]/P 3 0 R>>",
    )
    assert pdf.read_pdf(data)["lines"] == ["Office:\u3000Wangxi water works"]


def two_pages(second):
    """A page of text and one that draws something else."""
    return plain_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 5 0 R%s>>" % RESOURCES,
        FONT,
        stream(b"BT /F 12 Tf 20 100 Td (Three bridges were mended in spring) Tj ET"),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 7 0 R>>",
        stream(second),
    )


def test_a_page_without_text_is_named_and_a_blank_one_is_not(monkeypatch):
    pytest.importorskip("pypdfium2")
    from govnlp.documents.reading import ocr

    monkeypatch.setattr(ocr, "available", lambda: False)
    found = pdf.read_pdf(two_pages(b"20 20 100 50 re f"))
    assert found["lines"] == ["Three bridges were mended in spring"]
    assert [str(x).partition(";")[0] for x in found["notes"]] == ["pages without a text layer: 2"]
    assert pdf.read_pdf(two_pages(b""))["notes"] == []


def test_a_page_without_text_is_recognised(monkeypatch):
    pytest.importorskip("pypdfium2")
    from govnlp.documents.reading import ocr
    from govnlp.documents.reading.layout import Piece

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda picture: [Piece(40, 300, 100, 20, "渠清了，鱼来了。")])
    found = pdf.read_pdf(two_pages(b"20 20 100 50 re f"))
    assert (
        found["lines"] == ["Three bridges were mended in spring", "渠清了，鱼来了。"] and not found["notes"]
    )


SCAN = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R 3 0 R 3 0 R]/Count 5>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R>>",
    stream(b"20 20 100 50 re f"),
)


@pytest.mark.parametrize("n, unread", [(0, "2, 3, 4, 5"), (3, "5"), (4, None)])
def test_pages_recognised_in_time_are_kept_and_the_others_are_named(n, unread, monkeypatch):
    """A clock that gives out after the first page and n more of five."""
    pytest.importorskip("pypdfium2")
    from govnlp.documents.reading import ocr
    from govnlp.documents.reading.layout import Piece

    clock = iter([100.0, *[100.0] * (n + 1), *[pdf.RESERVE * 100] * 9])
    monkeypatch.setattr(pdf, "seconds_left", lambda: next(clock))
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda picture: [Piece(40, 300, 100, 20, "渠清了，鱼来了。")])
    found = pdf.read_pdf(plain_pdf(*SCAN))
    assert found["lines"] == ["渠清了，鱼来了。"] * (n + 1)
    said = [str(note) for note in found["notes"]]
    assert [x.partition(";")[0] for x in said] == (
        [f"no time was left to recognise these pages: {unread}"] if unread else []
    )
    assert all("[limits] in govnlp.toml" in x for x in said)


def test_what_could_not_be_read_of_a_document_is_a_problem_beside_it(tmp_path, monkeypatch):
    pytest.importorskip("pypdfium2")
    from govnlp import read_corpus
    from govnlp.documents.reading import formats
    from govnlp.notes import Note

    note = Note("install_ocr", what=Note("pages_without_text", pages="2"))
    monkeypatch.setattr(
        formats, "in_child", lambda *_: {"lines": ["渠清了。"], "roles": [None], "notes": [note]}
    )
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["a"]
    assert corpus.problems["reason"].tolist() == [str(note)]


def test_pages_that_lie_on_their_side():
    pytest.importorskip("pypdfium2")
    turned = b"BT 0 1 -1 0 %d 20 Tm /F 12 Tf (%s) Tj ET\n"
    content = turned % (100, b"Bridges of the lake district") + turned % (150, b"Three were mended")
    data = plain_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]/Rotate 90/Contents 5 0 R%s>>" % RESOURCES,
        FONT,
        stream(content),
    )
    assert pdf.read_pdf(data)["lines"] == ["Bridges of the lake district", "Three were mended"]


def test_a_hyphen_at_the_end_of_a_line_stays():
    pytest.importorskip("pypdfium2")
    data = plain_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 5 0 R%s>>" % RESOURCES,
        FONT,
        stream(b"BT /F 12 Tf 20 100 Td (mended in 5G-) Tj 0 -16 Td (A style) Tj ET"),
    )
    assert "".join(pdf.read_pdf(data)["lines"]) == "mended in 5G-A style"


@pytest.mark.parametrize(("share", "named"), [(1, ["pages_without_text"]), (0.5, [])])
def test_a_picture_of_a_page_with_no_more_than_a_number_on_it(share, named, monkeypatch):
    pytest.importorskip("pypdfium2")
    import numpy as np
    from matplotlib.figure import Figure

    from govnlp.documents.reading import ocr

    figure, out = Figure((6, 8)), io.BytesIO()
    axes = figure.add_axes([0, 0, share, 1])
    axes.imshow(np.eye(4), aspect="auto")
    axes.set_axis_off()
    figure.text(0.2, 0.96, "Papers of the lake district, 1 of 3")  # twelve characters at least
    figure.savefig(out, format="pdf")
    monkeypatch.setattr(ocr, "available", lambda: False)
    notes = pdf.read_pdf(out.getvalue())["notes"]
    assert [x.parts[0][1]["what"].parts[0][0] for x in notes] == named
