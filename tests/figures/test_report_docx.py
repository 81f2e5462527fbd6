"""report.docx: which columns a page has room for, how wide they are, and what a cell shows."""

import shutil
import subprocess

import docx
import pandas as pd
import pypdfium2
import pytest
from matplotlib.figure import Figure

import govnlp as gn
from govnlp.figures.report import caption_text
from govnlp.figures.report_docx import PADDING, SIZE, WIDTH, _cut, _fitting, _widths
from govnlp.figures.saving import save_table
from govnlp.notes import Note

ROOM = WIDTH * 72 / SIZE
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_sentences_are_kept_before_what_else_has_room():
    head = ["doc_id", "block", "name", *(f"own{i}" for i in range(6)), "quote"]
    body = [["2020-青槐区-工作报告", "3", "新签约项目数", *["一二三四五六七"] * 6, "新签约项目12个" * 3]]
    kept = [head[i] for i in _fitting(head, body, "zh")]
    assert kept == ["doc_id", "name", "own0", "own1", "quote"]  # 9 + 8 + 9 + 9 + 13 of 54 ems


def test_empty_columns_and_those_for_programs_are_left_out():
    head, body = ["doc_id", "unit_id", "section", "n"], [["甲", "甲:1", "", "3"], ["乙", "乙:1", "", "4"]]
    assert [head[i] for i in _fitting(head, body, "zh")] == ["doc_id", "n"]


def test_what_a_reader_sees_is_measured():
    head, body = ["theme", *["own"] * 6], [["招商引资与营商环境", *["一二三四五六"] * 5, "一二三四五"]]
    kept = {lang: len(_fitting(head, body, lang)) for lang in ("zh", "en")}
    assert kept == {"zh": 6, "en": 7}  # 9 ems for the Chinese name, 6.5 for Business; then 5 times 8, and 7


def test_columns_share_the_width_and_sentences_have_twice_as_much():
    lines = [["文献", "次数", "原句"], ["甲" * 60, "12", "乙" * 90]]
    document, count, quote = _widths(lines, [1, 1, 2])
    assert count == pytest.approx(3 + PADDING)
    assert quote == pytest.approx(2 * document)
    assert document + count + quote == pytest.approx(ROOM)
    assert _widths([["文献", "次数"], ["甲", "2"]], [1, 1]) == [5, 5]


def test_the_longest_word_of_a_head_is_not_broken():
    narrow = _widths([["paragraphs", *["x"] * 9], ["1", *["甲" * 30] * 9]], [1] * 10)[0]
    assert narrow == pytest.approx(10 * 0.56 * 1.12 + PADDING)
    assert _widths([["blocks with A"], ["1"]], [1])[0] == pytest.approx(6 * 0.56 * 1.12 + PADDING)


def test_a_long_cell_is_cut_and_a_list_after_a_whole_item():
    assert _cut("甲乙丙丁", 4, False) == "甲乙丙丁"
    assert _cut("甲乙丙丁戊", 4, False) == "甲乙丙…"
    assert _cut("甲乙、丙丁戊己", 6, True) == "甲乙…"
    assert _cut("甲乙丙丁戊己庚", 6, True) == "甲乙丙丁戊…"


def test_finding_and_source_are_two_sentences():
    record = {"caption": "", "alt": "共2份文献。", "source": "来源：2份文献"}
    assert caption_text(record, "zh") == "共2份文献。来源：2份文献"
    assert caption_text(record | {"alt": "无"}, "zh") == "无 来源：2份文献"
    assert caption_text(record | {"caption": "Two.", "source": ""}, "en") == "Two."


@pytest.mark.parametrize(
    "lang, theme, reason", [("zh", "民生服务", "空文件"), ("en", "Welfare", "empty file")]
)
def test_a_report_speaks_the_readers_language(tmp_path, lang, theme, reason):
    note = Note("empty_file")
    table = pd.DataFrame(
        {"path": ["甲.txt"], "theme": ["民生服务"], "reason": [note], "note": [note.to_json()]}
    )
    save_table(table, tmp_path / "01-table", title="甲？", lang=lang)
    gn.save_figure(Figure(figsize=(3, 1)), tmp_path / "02-figure", alt="一。", title="乙", data=table)
    page = gn.write_report(tmp_path, lang).read_text(encoding="utf-8")
    document = docx.Document(str(tmp_path / "report.docx"))
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["甲.txt", theme, reason]
    assert f"<td>{theme}</td><td>{reason}</td>" in page and 'width="400" src' in page
    captions = [x.text for x in document.paragraphs if x.style.name == "Caption"]
    expected = {"zh": "甲？（共1行", "en": "甲？ (rows: 1 of 1"}[lang]
    assert expected in captions[0]


@pytest.fixture
def document(tmp_path):
    """The Word file of two figures, of which one has its title in the picture, and of two equal tables."""
    table = pd.DataFrame({"doc_id": ["甲"] * 30 + ["乙"] * 30 + ["丙"], "n": range(61)})
    titled = Figure(figsize=(3, 1))
    titled.suptitle("How many?")
    for name in ("01-rows", "02-rows"):
        save_table(table, tmp_path / name, title="各有多少？")
    gn.save_figure(titled, tmp_path / "02-titled", alt="一。", data=table)
    gn.save_figure(Figure(figsize=(3, 1)), tmp_path / "03-plain", alt="一。", title="丙", data=table)
    gn.write_report(tmp_path, "zh")
    return docx.Document(str(tmp_path / "report.docx"))


def test_contents_lead_to_the_headings_and_pages_are_numbered(document):
    headings = [x for x in document.paragraphs if x.style.name.startswith("Heading")]
    contents = [x for x in document.paragraphs if x.style.name.startswith("toc")]
    assert [x.text for x in contents] == [x.text for x in headings]
    goals = {mark.get(f"{W}name") for mark in document.element.body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for x in contents for link in x._p.iter(f"{W}hyperlink")]
    assert len(links) == len(contents) == len(goals) and set(links) == goals
    fields = [x.text for x in document.element.body.iter(f"{W}instrText")]
    assert fields[0].startswith("TOC ")
    kinds = [x.get(f"{W}fldCharType") for x in document.element.body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end") == len(fields)
    assert "PAGE" in [x.text for x in document.sections[0].footer._element.iter(f"{W}instrText")]


def test_a_table_that_two_stages_left_alike_is_shown_once(document):
    assert [x.text for x in document.paragraphs if x.style.name == "Heading 2"].count("各有多少？") == 1


def test_rows_are_of_every_document_and_no_page_has_a_row_alone(document):
    (table,) = document.tables
    said = [row.cells[0].text for row in table.rows][1:]
    assert said == ["甲"] * 7 + ["乙"] * 7 + ["丙"]  # 15 rows: the first of each, as far as there is room
    keep = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert keep == [True] * 3 + [False] * 9 + [True] * 3 + [False]
    assert len(table._tbl.findall(f".//{W}tblHeader")) == 1
    assert len(table._tbl.findall(f".//{W}cantSplit")) == len(table.rows)


def test_a_picture_is_shown_without_the_title_that_stands_over_it(document):
    titled, plain = document.inline_shapes
    crop = titled._inline.graphic.graphicData.pic.blipFill.find(f"{A}srcRect")
    share = int(crop.get("t")) / 100_000
    assert 0.1 < share < 0.35  # ten points of a picture of seventy-two, and what is above them
    assert titled.height == pytest.approx(plain.height * (1 - share), rel=0.01)
    assert plain._inline.graphic.graphicData.pic.blipFill.find(f"{A}srcRect") is None


@pytest.mark.slow
def test_a_report_has_no_more_pages_than_it_may_and_says_what_it_leaves_out(tmp_path, monkeypatch):
    """Fifteen tall pictures, and tables with three lines a cell, for twelve pages: an office program counts them."""
    table = pd.DataFrame({"doc_id": [f"文献{i}" for i in range(30)], "quote": ["青槐区清渠修岸，" * 30] * 30})
    monkeypatch.setattr("govnlp.figures.docx_pages.MOST", 12)
    for i in range(15):
        figure = Figure(figsize=(6, 7))
        gn.save_figure(figure, tmp_path / f"02-figure{i:02}", alt="一。", title=f"乙{i}？", data=table[:1])
        save_table(table, tmp_path / f"02-table{i:02}", title=f"甲{i}？")
    gn.write_report(tmp_path, "zh")
    document = docx.Document(str(tmp_path / "report.docx"))
    assert 6 <= len(document.inline_shapes) <= 12 and not document.tables
    left = 30 - len(document.inline_shapes)
    assert document.paragraphs[-1].text == f"另有{left}张图表未收入本文件，见 report.html。"
    office = shutil.which("soffice")
    if office:
        convert = [
            office,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "report.docx",
        ]
        subprocess.run(convert, check=True, capture_output=True, timeout=240)
        assert len(pypdfium2.PdfDocument(tmp_path / "report.pdf")) <= 12


def test_a_page_that_is_too_large_has_fewer_passages(tmp_path, monkeypatch):
    """Thirty passages of up to 73 characters, of 3 bytes each: the last three are worth 600 bytes, two are not."""
    lines = (f"青槐区清渠修岸，完成{i}处。{'水' * (30 + i)}。" for i in range(30))
    corpus = gn.parse_text("\n\n".join(lines), "a")
    save_table(gn.extract_indicators(corpus), tmp_path / "06-indicators", title="甲？")
    whole = gn.write_report(tmp_path, "zh", corpus=corpus).read_text(encoding="utf-8")
    most = len(whole.encode()) - 600
    for limit, shown in ((most, 27), (0, 0)):
        monkeypatch.setattr("govnlp.figures.report.LARGEST", limit)
        page = gn.write_report(tmp_path, "zh", corpus=corpus).read_text(encoding="utf-8")
        assert [text.count("<p>青槐区清渠修岸") for text in (whole, page)] == [30, shown]
        assert len(page.encode()) <= most
