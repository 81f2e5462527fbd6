"""The notebooks: in step with their sources, without outputs, and running on a small corpus."""

import re
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

from govnlp import load_terms, read_corpus, shareable_counts
from govnlp.running import run_stages, stage_notebooks, with_parameters

COUNTS = Path(__file__).resolve().parent.parent / "data/counts/five_documents.zip"

TEXT = "青槐区优化营商环境，新签约项目12个。\n\n企业办事更快，青槐区的企业满意。\n"


@pytest.mark.parametrize("path", stage_notebooks(), ids=lambda path: path.stem)
def test_a_cell_has_at_most_six_lines_and_none_of_the_plumbing(path):
    for cell in nbformat.read(path, as_version=4).cells:
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "code" and "parameters" not in tags:
            assert len(cell.source.splitlines()) <= 6, cell.source
            assert not re.search(r"gn\.(save_|short_names|source_line|colours)|alt=|names=names", cell.source)


def test_the_notebooks_are_short():
    lines = [
        line
        for path in stage_notebooks()
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code" and not cell.metadata.get("tags")
        for line in cell.source.splitlines()
        if line.strip()
    ]
    assert len(lines) <= 230


@pytest.mark.parametrize("path", stage_notebooks(), ids=lambda path: path.stem)
def test_notebook_and_source_say_the_same(path):
    notebook, source = nbformat.read(path, as_version=4), jupytext.read(path.with_suffix(".py"))
    assert [c.source for c in notebook.cells] == [c.source for c in source.cells]
    assert not any(c.get("outputs") for c in notebook.cells)
    assert sum("parameters" in c.metadata.get("tags", []) for c in notebook.cells) == 1


@pytest.mark.slow
def test_stages_that_need_no_text_run_on_shared_counts(tmp_path):
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(TEXT * 4 + name, encoding="utf-8")
    shareable_counts(read_corpus(tmp_path)).save(tmp_path / "counts.zip")
    out = run_stages(tmp_path / "counts.zip", tmp_path / "out", lang="en")
    stages = {path.name[:2] for path in out.glob("figures/*.png")}
    assert stages == {"03", "04", "05"}
    assert not any("满意。" in path.read_text(encoding="utf-8") for path in out.glob("tables/*.csv"))


@pytest.mark.slow
def test_every_figure_of_a_notebook_is_shown_under_its_cell(tmp_path):
    (tmp_path / "甲.txt").write_text(TEXT * 4, encoding="utf-8")
    path = next(path for path in stage_notebooks() if path.stem.startswith("02"))
    notebook = with_parameters(
        nbformat.read(path, 4), {"SOURCE": str(tmp_path), "OUT": str(tmp_path / "out")}
    )
    NotebookClient(notebook).execute()
    drawn = [cell for cell in notebook.cells if "stage.show(" in cell.source]
    shown = [any("image/png" in output.get("data", {}) for output in cell.outputs) for cell in drawn]
    # one document has no parts to be spread over: that figure is not made, and its cell says why
    assert sum(shown) == len(list((tmp_path / "out" / "figures").glob("*.png"))) > 3


def test_the_shipped_counts_hold_five_documents_and_no_sentence():
    terms = load_terms(COUNTS)
    assert terms.documents["doc_id"].nunique() == terms.units["doc_id"].nunique() == 5
    assert terms.documents["sha256"].str.len().eq(64).all()
    assert not {"text", "section", "speaker"} & set(terms.units)
    assert max(map(len, terms.terms)) < 20
    assert (terms.units["n_tokens"] >= 10).all()
