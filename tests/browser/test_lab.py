"""Notebooks in a real JupyterLab, used as a person would; that every cell of all of them runs is tested without it."""

import nbformat
import pandas as pd
import pytest

import govnlp as gn

pytestmark = pytest.mark.slow
ERROR = '[data-mime-type="application/vnd.jupyter.error"]'


def test_a_chinese_notebook_is_read_and_run_in_chinese(lab, visit, screenshot):
    page = lab.run_all(visit, "zh_02_words")
    assert page.get_by_role("heading", name="用了哪些词？").is_visible()
    assert page.locator(".jp-MarkdownOutput", has_text="stop words").count() == 0
    assert page.locator(ERROR).all_inner_texts() == []
    cells = page.locator(".jp-OutputArea-output .govnlp td:not(.n)")
    said = "cells => cells.map(x => [x.textContent.length, x.clientWidth, getComputedStyle(x).textAlign])"
    sizes = cells.evaluate_all(said)
    assert {align for _, _, align in sizes} == {"left"}
    assert min(width for length, width, _ in sizes if length > 4) > 50  # pixels: four characters in a line
    screenshot(page, "lab-zh_02_words")


def serious_violations(page):
    """What axe finds in the explorer of a notebook: rule and beginning of the element."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page, context=".jp-OutputArea-child .jupyter-widgets").response["violations"]
    return [(x["id"], x["nodes"][0]["html"][:200]) for x in found if x["impact"] in ("serious", "critical")]


def test_the_explorer_as_a_person_uses_it(lab, visit, screenshot):
    """Documents, a term and a group are chosen, a passage is read, and a figure of what was chosen is kept;
    no view has a serious violation of accessibility.
    """
    page = lab.run_all(visit, "zh_00_explore")
    page.get_by_role("button", name="索引行", exact=True).click()
    term = page.get_by_label("词语")
    term.fill("营商环境")
    term.press("Enter")
    lines = page.locator("select[size='12']")
    lines.locator("option", has_text="【营商环境】").first.wait_for(state="attached")
    lines.select_option(index=1)
    passage = page.get_by_role("region", name="原文")
    second = lines.locator("option").nth(1).inner_text()
    passage.get_by_text(second.split()[-2]).wait_for()
    assert passage.locator("mark").first.inner_text() == "营商环境"
    screenshot(page, "explorer-concordance")
    before = lines.locator("option").count()
    page.locator("select[multiple]").first.select_option(index=0)
    page.wait_for_function(
        "n => document.querySelector(\"select[size='12']\").options.length < n", arg=before
    )
    groups = page.get_by_label("分组")
    groups.select_option(label=groups.locator("option", has_text="青槐区").first.inner_text())
    page.wait_for_function("() => document.querySelector('select[multiple]').selectedOptions.length > 1")
    page.get_by_role("button", name="分布", exact=True).click()
    page.locator("img.govnlp-picture").wait_for()  # a click overtakes a choice while the kernel is at work
    page.get_by_role("button", name="存为图").click()
    page.get_by_text("已存为").wait_for()
    screenshot(page, "explorer-kept")
    assert len(list(lab.folder.glob("figures/sample/figures/00-*.png"))) == 1
    for name in ("词频", "分布", "关键性", "索引行", "议题"):
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".govnlp table, .govnlp mark, [role=alert]").first.wait_for()
        lab.settle(page)
        screenshot(page, f"explorer-{name}")
        assert serious_violations(page) == [], name
    assert page.locator(ERROR).count() == 0


def test_the_explorer_by_keyboard_alone(lab, visit, screenshot):
    page = lab.run_all(visit, "00_explore")
    screenshot(page, "lab-00_explore")
    assert page.locator(ERROR).all_inner_texts() == []
    page.get_by_role("button", name="Concordance", exact=True).focus()
    page.keyboard.press("Space")
    names = page.get_by_placeholder("name, year")
    names.focus()
    page.keyboard.insert_text("2021 青槐区")
    page.keyboard.press("Enter")
    page.get_by_label("Term", exact=True).focus()
    page.keyboard.insert_text("企业")
    page.keyboard.press("Enter")
    lines = page.locator("select[size='12']")
    lines.locator("option", has_text="【企业】").first.wait_for(state="attached")
    texts = lines.locator("option").all_inner_texts()
    assert all(text.split()[-3].startswith("2021-青槐区") for text in texts)  # document, "line", number
    page.get_by_label("line no.").focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_function("() => document.querySelector(\"select[size='12']\").selectedIndex === 1")


CELL = """import govnlp as gn
from govnlp.exploring.coding import code_passages

themes = gn.read_themes()
nine = themes[themes["theme"].isin(themes["theme"].unique()[:9])]
code_passages(gn.read_corpus("../data/sample"), "甲.csv", nine, "甲")"""


def press(page, keys, done):
    """Press keys one after the other, each when the passage before it has been kept."""
    box = page.get_by_label("编码", exact=True)
    box.wait_for()
    box.focus()
    for key in keys:
        page.keyboard.press(key)
        done += 1
        page.get_by_text(f"已编码{done}段，共60段").wait_for()
        assert box.input_value() == ""
        assert box.evaluate("box => box === document.activeElement")


def write_notebook(lab, name, cell):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    nbformat.write(notebook, lab.folder / "notebooks" / f"{name}.ipynb")


def test_ten_passages_by_keyboard_with_a_break(lab, visit, screenshot):
    write_notebook(lab, "coding", CELL)
    page = lab.run_all(visit, "coding")
    press(page, "12345", 0)
    screenshot(page, "coding")
    page.close()
    page = lab.run_all(visit, "coding")
    page.get_by_text("已编码5段，共60段").wait_for()
    press(page, "67890", 5)
    kept = pd.read_csv(lab.folder / "notebooks" / "甲.csv", dtype=str)
    assert kept["unit_id"].is_unique and len(kept) == 10
    assert kept["甲"].iloc[-1] == "无" and kept["甲"].nunique() == 10


EXPLORER = """import govnlp as gn

gn.explore(gn.read_corpus("../data/sample"), out="out")"""


def test_what_the_explorer_chose_is_drawn_and_coded_by_keyboard_alone(lab, visit, screenshot):
    """A group and a term leave some passages; two keys make a figure of them and open them for coding."""
    write_notebook(lab, "chosen", EXPLORER)
    page = lab.run_all(visit, "chosen")
    page.get_by_placeholder("名称、年份").focus()
    page.keyboard.insert_text("工作报告 2021")
    page.keyboard.press("Enter")
    chosen = page.get_by_text("份文献，共")
    page.wait_for_function("() => !document.body.innerText.includes('所选39份文献')")
    assert 0 < int(chosen.inner_text().removeprefix("所选").split("份")[0]) < 39
    page.get_by_label("词语").focus()
    page.keyboard.insert_text("企业")
    page.keyboard.press("Enter")
    said = page.get_by_text("段含“企业”")
    said.wait_for()
    n = int(said.inner_text().split("有")[1].split("段")[0])
    page.get_by_role("button", name="存为图").focus()
    page.keyboard.press("Space")
    page.get_by_text("已存为").wait_for()
    assert list((lab.folder / "notebooks/out").rglob("00-frequency-1.png"))
    page.get_by_role("button", name="指标", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("region", name="原文").get_by_text("类型").wait_for()
    screenshot(page, "explorer-indicators")
    page.get_by_role("button", name="给所选段落编码").focus()
    page.keyboard.press("Space")
    box = page.get_by_label("编码", exact=True)
    box.wait_for()
    box.focus()
    for done, typed in enumerate(("1", "10 2", "0"), start=1):
        page.keyboard.insert_text(typed)
        page.keyboard.press("Enter")
        page.get_by_text(f"已编码{done}段，共{n}段").wait_for()
    screenshot(page, "explorer-coding")
    codes = gn.read_codes(lab.folder / "notebooks/out/codes-1.csv", gn.read_themes())
    assert codes["unit_id"].nunique() == 3 and len(codes) == 4
