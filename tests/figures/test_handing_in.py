"""Slides and workbook: opened again, with each finding, figure, number and link in its place."""

import numpy as np
import openpyxl
import pandas as pd
import pytest
from matplotlib.figure import Figure
from openpyxl.chart.bar_chart import BarChart
from PIL import Image

import govnlp as gn
from govnlp.figures.handing_in import chosen_writers
from govnlp.figures.latex import write_latex
from govnlp.figures.manifest import record_run
from govnlp.figures.saving import save_table
from govnlp.figures.slides import write_slides
from govnlp.figures.workbook import _format, write_workbook

FINDING = "表中最常用的词有增长（3次）、企业（2次）。"
TERMS = {"term": ["<数>", "增长", "企业"], "n": [9, 3, 2], "per_10k": [90.5, 30.25, 20.0]}
THEMES = {"side": ["全部文献"] * 2, "theme": ["民生服务", "对外开放"], "share": [0.25, 0.5]}
INDICATORS = {"name": ["产值", "产值", "投资"], "doc_id": ["=甲", "007", "乙"], "value": [1.5, 2, 3]}


@pytest.fixture
def run(tmp_path):
    record_run(tmp_path, parameters={"LANG": "zh"})
    for name, data, finding, title in (
        ("02-frequency", TERMS, FINDING, "哪些词？"),
        ("05-theme-profile", THEMES, "占比最高的议题：对外开放50%。", "哪些议题？"),
    ):
        fig = Figure(figsize=(3, 2))
        place = tmp_path / "figures" / name
        kept = {"title": title, "source": "来源：2份文献", "finding": finding}
        gn.save_figure(fig, place, alt="两条", data=pd.DataFrame(data), run=tmp_path, **kept)
    save_table(pd.DataFrame(INDICATORS), tmp_path / "tables/06-indicators", title="指标", run=tmp_path)
    return tmp_path


def test_a_slide_has_finding_figure_source_and_table(run):
    pptx = pytest.importorskip("pptx")
    slides = list(pptx.Presentation(write_slides(run)).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == ["文本分析报告", "占比最高的议题：对外开放50%。", FINDING, "方法与版本"]
    slide = slides[2]
    pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert [p._element.nvPicPr.cNvPr.get("descr") for p in pictures] == ["两条"]
    assert "来源：2份文献" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    notes = slide.notes_slide.notes_text_frame.text
    assert FINDING in notes and "增长\t3\t30.25" in notes


def test_a_tall_figure_stands_as_two_halves_cut_where_it_is_blank(run):
    """An image of 200 by 600, black but for lines 290 to 309: all of the whole scale is 600 high, of halves 310."""
    pptx = pytest.importorskip("pptx")
    pixels = np.zeros((600, 200), dtype="uint8")
    pixels[290:310] = 255
    Image.fromarray(pixels).save(run / "figures/02-frequency.png")
    slide = list(pptx.Presentation(write_slides(run)).slides)[2]
    above, below = (shape for shape in slide.shapes if shape.shape_type == 13)
    assert above.crop_bottom == pytest.approx(0.5) and below.crop_top == pytest.approx(0.5)
    assert above.left + above.width < below.left and above.top == below.top
    assert above.width / above.height == pytest.approx(200 / 300, rel=0.01)
    assert [x._element.nvPicPr.cNvPr.get("descr") for x in (above, below)] == ["两条", ""]


def test_latex_has_the_rows_with_their_label_and_nothing_that_tex_would_run(run):
    table = pd.DataFrame({"name": ["\\input{x}", "5% & $x_1$~^"], "value": [1.5, 20]})
    save_table(table, run / "tables/07-x", title="#1", run=run)
    text = write_latex(run).read_text(encoding="utf-8")
    assert "\\label{tab:02-frequency}" in text and "增长 & 3 & 30.25 \\\\" in text
    assert "\\textbackslash{}input\\{x\\} & 1.5" in text
    assert "5\\% \\& \\$x\\_1\\$\\textasciitilde{}\\textasciicircum{} & 20" in text
    assert "\\caption{\\#1" in text and text.count("\\begin{table}") == text.count("\\end{table}") == 4


def test_every_figure_lies_within_its_slide(run):
    pptx = pytest.importorskip("pptx")
    deck = pptx.Presentation(write_slides(run))
    for shape in (shape for slide in deck.slides for shape in slide.shapes):
        assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
        assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height


def test_every_table_is_a_sheet_with_numbers_and_a_frozen_head(run):
    book = openpyxl.load_workbook(write_workbook(run))
    assert book.sheetnames == ["目录", "图表", "02-frequency", "05-theme-profile", "06-indicators"]
    words = book["02-frequency"]
    assert words.freeze_panes == "A2" and [cell.value for cell in words[3]] == ["增长", 3, 30.25]
    assert words.auto_filter.ref == "A1:C4"
    assert book["05-theme-profile"]["C2"].number_format == "0.0%"
    contents = [[cell.value for cell in row] for row in book["目录"].iter_rows(min_row=2)]
    assert contents[0] == ["02-frequency", "哪些词？", 3, FINDING]
    assert book["目录"]["A2"].hyperlink.location == "'02-frequency'!A1"


def test_no_text_is_a_formula_and_no_code_a_number(run):
    book = openpyxl.load_workbook(write_workbook(run))
    assert [cell.data_type for cell in book["06-indicators"]["B"]] == ["s"] * 4
    assert book["06-indicators"]["B3"].value == "007"
    assert _format("n", ("01", "2")) is None and _format("n", ("1", "2000")) == "#,##0"


def test_charts_draw_the_cells_beside_them(run):
    """Classes of words such as <数> are no words; themes come by share, indicators by how often they are named."""
    sheet = openpyxl.load_workbook(write_workbook(run))["图表"]
    assert [type(chart) for chart in sheet._charts] == [BarChart] * 3
    rows = [(a.value, b.value) for a, b in sheet.iter_rows(max_col=2) if a.value]
    assert rows[1:3] == [("增长", 3), ("企业", 2)]
    assert rows[4:6] == [("对外开放", 0.5), ("民生服务", 0.25)]
    assert rows[7:] == [("产值", 2), ("投资", 1)]
    assert sheet._charts[0].ser[0].val.numRef.f.endswith("$B$2:$B$3")
    assert [part.id for part in sheet.row_breaks.brk] == [32, 64]
    english = openpyxl.load_workbook(write_workbook(run, "en"))["Charts"]
    assert "Welfare" in [cell.value for cell in english["A"]]


def test_the_same_results_give_the_same_bytes(run, monkeypatch):
    pytest.importorskip("pptx")
    for write in (write_slides, write_workbook):
        first = write(run).read_bytes()
        monkeypatch.setattr("time.time", lambda: 2e9)
        assert write(run).read_bytes() == first


def test_what_is_missing_is_said_before_the_run(monkeypatch, tmp_path):
    monkeypatch.setattr("govnlp.figures.handing_in.find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r'pip install "govnlp\[slides\]"'):
        chosen_writers(["pptx"])
    with pytest.raises(ValueError, match="unknown kind 'ppt' for --also; one of: pptx, xlsx, tex"):
        chosen_writers(["ppt"])


def test_a_folder_without_results_is_named(tmp_path):
    with pytest.raises(ValueError, match="no tables in"):
        write_workbook(tmp_path)
