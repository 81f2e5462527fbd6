import io

import pytest

from govnlp.documents import pdf
from govnlp.documents.problems import Unreadable


def test_running_heads_and_page_numbers_are_furniture():
    pages = [
        ["云岭市工作报告", f"{x}处修了桥。", "接着的一行。", f"{x}处绿化。", f"— {n} —"]
        for n, x in enumerate("甲乙丙丁")
    ]
    lines, roles = pdf._with_roles(pages)
    kinds = dict(zip(lines, roles, strict=True))
    assert kinds["云岭市工作报告"] == kinds["— 3 —"] == "furniture"
    assert kinds["接着的一行。"] is None and kinds["甲处绿化。"] is None


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
    lines, _ = pdf.read_pdf(out.getvalue())
    assert lines == ["Bridges of the lake district", "Three were mended in spring"]
