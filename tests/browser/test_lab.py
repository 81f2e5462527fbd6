"""The notebooks in a real JupyterLab, used as a person would."""

import pytest

from govnlp.running import stage_notebooks

pytestmark = pytest.mark.slow
NAMES = [path.stem for path in stage_notebooks() if path.stem[:2] not in ("00", "02")]
"""Of the other two, one or both languages are run below."""
ERROR = '[data-mime-type="application/vnd.jupyter.error"]'


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_notebook_runs(lab, visit, screenshot, name):
    page = lab.run_all(visit, name)
    screenshot(page, f"lab-{name}")
    assert page.locator(ERROR).all_inner_texts() == []


def test_a_chinese_notebook_is_read_and_run_in_chinese(lab, visit, screenshot):
    page = lab.run_all(visit, "zh_02_words")
    assert page.get_by_role("heading", name="用了哪些词？").is_visible()
    assert page.locator(".jp-MarkdownOutput", has_text="stop words").count() == 0
    assert page.locator(ERROR).all_inner_texts() == []
    screenshot(page, "lab-zh_02_words")


def test_the_explorer_as_a_person_uses_it(lab, visit, screenshot):
    """Documents, a term and a group are chosen, a passage is read, and a figure of what was chosen is kept."""
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
    for name in ("词频", "分布", "关键性", "议题"):
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".govnlp table, .govnlp mark, [role=alert]").first.wait_for()
        lab.settle(page)
        screenshot(page, f"explorer-{name}")
    assert page.locator(ERROR).count() == 0


def test_the_explorer_by_keyboard_alone(lab, visit, screenshot):
    page = lab.run_all(visit, "00_explore")
    screenshot(page, "lab-00_explore")
    assert page.locator(ERROR).all_inner_texts() == []
    page.get_by_role("button", name="索引行", exact=True).focus()
    page.keyboard.press("Space")
    names = page.get_by_placeholder("名称、年份")
    names.focus()
    page.keyboard.insert_text("2021 青槐区")
    page.keyboard.press("Enter")
    page.get_by_label("词语").focus()
    page.keyboard.insert_text("企业")
    page.keyboard.press("Enter")
    lines = page.locator("select[size='12']")
    lines.locator("option", has_text="【企业】").first.wait_for(state="attached")
    texts = lines.locator("option").all_inner_texts()
    assert all(text.split()[-2].startswith("2021-青槐区") for text in texts)
    page.get_by_label("第几行").focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_function("() => document.querySelector(\"select[size='12']\").selectedIndex === 1")
