"""Coding in a real JupyterLab with the keyboard alone: ten passages, with the page closed and opened in between."""

import nbformat
import pandas as pd
import pytest

pytestmark = pytest.mark.slow
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


def test_ten_passages_by_keyboard_with_a_break(lab, visit, screenshot):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    nbformat.write(notebook, lab.folder / "notebooks" / "coding.ipynb")
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
