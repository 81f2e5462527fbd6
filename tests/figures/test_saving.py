"""Saved figures: the same bytes, inert labels, no cut or missing glyphs."""

import base64
import csv
import hashlib
import io
import json
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile

import matplotlib
import numpy as np
import pandas as pd
import pytest
from PIL import Image

from govnlp.figures.report import image_html, write_report
from govnlp.figures.saving import save_figure, save_table, write_csv
from govnlp.figures.style import clean, open_axes, style
from govnlp.figures.words import plot_frequency

matplotlib.use("Agg")
TERMS = ["营商环境", "<script>", "$\\input", "=cmd()", "表情😀", "云岭\u202e市", "很长的词语" * 8]


@pytest.fixture
def table():
    n = range(70, 0, -10)
    return pd.DataFrame({"term": TERMS, "n": n, "per_10k": [float(i) for i in n], "n_units": [3] * 6 + [1]})


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def save_all(table, folder):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plot_frequency(table)
        save_figure(ax.figure, folder / "02-frequency", alt="营商环境最多", data=table, source="=来源")
    write_report(folder, "zh")
    return ax


def test_bars_show_the_table(table):
    ax = plot_frequency(table)
    assert [bar.get_width() for bar in ax.patches] == table["per_10k"].tolist()
    assert ax.get_yticklabels()[0].get_text() == "营商环境"
    assert ax.patches[6].get_facecolor() == (1, 1, 1, 1)


def test_two_saves_give_the_same_bytes(table, tmp_path):
    save_all(table, tmp_path / "a")
    save_all(table, tmp_path / "b")
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_labels_are_inert(table, tmp_path):
    save_all(table, tmp_path)
    ElementTree.parse(tmp_path / "02-frequency.svg")
    assert "'=cmd()" in (tmp_path / "02-frequency.csv").read_text(encoding="utf-8-sig")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("<script>") == 1 and "&lt;script&gt;" in page
    assert "http://" not in page and "https://" not in page
    assert zipfile.ZipFile(tmp_path / "report.docx").testzip() is None
    assert "02-frequency" in json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["outputs"]


def test_reports_name_columns_in_chinese_and_tables_of_data_do_not(table, tmp_path):
    import docx

    save_table(table.assign(status="target"), tmp_path / "06-x", title="指标")
    write_report(tmp_path, "zh")
    head = "term,n,per_10k,n_units,status"
    assert (tmp_path / "06-x.csv").read_text(encoding="utf-8-sig").splitlines()[0] == head
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<th scope="col" title="per_10k">每万词次数</th>' in page and "<td>目标</td>" in page
    cells = docx.Document(tmp_path / "report.docx").tables[0].rows
    assert [cell.text for cell in cells[0].cells] == ["词语", "次数", "每万词次数", "所在单位数", "状态"]
    assert cells[1].cells[4].text == "目标"


def test_tables_in_word_keep_numbers_whole_and_leave_out_what_a_page_has_no_room_for(tmp_path):
    import docx

    long = "全年完成投资额一百多亿元，" * 3
    table = pd.DataFrame({"doc_id": ["甲"], "value_base": [2e10], "n": [22150000000], "quote": [long]})
    save_table(table.assign(**{f"words_{i}": long for i in range(9)}), tmp_path / "06-x", title="指标")
    write_report(tmp_path, "zh")
    made = docx.Document(tmp_path / "report.docx").tables[0]
    heads = [cell.text for cell in made.rows[0].cells]
    assert heads[:3] == ["文献", "次数", "原句"] and 4 < len(heads) < 12
    number = made.rows[1].cells[1]
    assert number.text == "22,150,000,000"
    assert number.width.pt > 14 * 0.56 * 8
    assert sum(cell.width.inches for cell in made.rows[0].cells) < 6.05


def test_no_text_leaves_the_figure(table):
    figure = plot_frequency(table).figure
    figure.canvas.draw()
    inside = figure.bbox.padded(1)
    texts = [t for t in figure.findobj(matplotlib.text.Text) if t.get_text() and t.get_visible()]
    texts = [t for t in texts if not t.get_text().isdigit()]  # ticks outside the view are kept but not drawn
    boxes = [t.get_window_extent() for t in texts]
    assert all(inside.containsx(x) for box in boxes for x in (box.x0, box.x1))


def test_plots_leave_the_settings_alone(table):
    before = dict(matplotlib.rcParams)
    plot_frequency(table)
    assert dict(matplotlib.rcParams) == before


def test_alt_text_is_needed(table, tmp_path):
    with pytest.raises(ValueError, match="alt text is empty"):
        save_figure(plot_frequency(table).figure, tmp_path / "x", alt=" ", data=table)


def test_unknown_glyphs_become_getas():
    assert clean("好😀\u200f") == "好〓"


def test_a_carriage_return_in_a_cell_ends_no_row(tmp_path):
    write_csv(pd.DataFrame({"text": ["青槐区\r望溪县", "\r"], "n": [1, 2]}), tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["text", "n"], ["青槐区\n望溪县", "1"], ["\n", "2"]]


def test_a_picture_in_a_page_is_smaller_and_looks_the_same(tmp_path):
    """Of 256 levels of a colour every eighth is kept, and white: none is more than four away."""
    table = pd.DataFrame({"term": list("甲乙丙"), "n": [3, 2, 1], "per_10k": [30.0, 20.0, 10.0]})
    with style():
        ax = open_axes(None, "甲")
        ax.barh(table["term"], table["n"])
    path = save_figure(ax.figure, tmp_path / "02-x", alt="甲", data=table)
    record = {"alt": "甲", "files": {"02-x.png": ""}, "above": 0}
    data = image_html(tmp_path, record).partition("data:image/webp;base64,")[2].rstrip('">')
    raw = base64.b64decode(data)
    assert len(raw) < path.stat().st_size
    with Image.open(path) as before, Image.open(io.BytesIO(raw)) as after:
        levels = [np.asarray(image.convert("RGB"), dtype=int) for image in (before, after)]
    assert np.abs(levels[0] - levels[1]).max() == 4
    assert set(np.unique(levels[1])) <= {*range(0, 256, 8), 255}


def test_a_picture_of_many_shades_keeps_them(tmp_path):
    import matplotlib.pyplot as plt
    from PIL import Image

    fig, ax = plt.subplots(figsize=(3, 2))
    ax.imshow(np.arange(900).reshape(30, 30), cmap="Blues")
    ax.scatter(range(30), range(30), c=[str(i / 29) for i in range(30)])
    png = save_figure(fig, tmp_path / "01-shades", alt="色阶。", data=pd.DataFrame({"a": [1]}))
    assert len(Image.open(png).convert("RGB").getcolors(1 << 24)) > 256


def test_a_report_cuts_the_whole_title_off_and_nothing_of_the_figure(table, tmp_path):
    save_figure(plot_frequency(table, title="临溪区常用词").figure, tmp_path / "02-x", alt="甲", data=table)
    share = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["outputs"]["02-x"]["above"]
    rows = np.asarray(Image.open(tmp_path / "02-x.png").convert("L")).min(axis=1)
    inked, cut = rows < 200, round(share * len(rows))
    blank = cut + np.argmax(inked[cut:])  # the first row below the cut with anything on it
    assert 0 < cut < len(rows) / 4
    assert inked[:cut].any() and not inked[cut - 1 : cut + 2].any() and blank > cut + 2
