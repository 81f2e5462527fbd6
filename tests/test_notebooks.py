"""The notebooks: in step with their sources, without outputs, and running on a small corpus."""

import ast
import importlib.util
import re
from pathlib import Path

import nbformat
import pytest

from govnlp import load_terms, read_corpus, shareable_counts
from govnlp.running import run_stages, stage_notebooks

ROOT = Path(__file__).resolve().parent.parent
COUNTS = ROOT / "data/counts/five_documents.zip"
spec = importlib.util.spec_from_file_location("writer", ROOT / "docs" / "notebooks.py")
writer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(writer)
SOURCES = sorted((ROOT / "notebooks").glob("*.py"))

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


def test_notebooks_say_what_their_sources_say(capsys):
    writer.main(["--check"])
    assert len(list(writer.FOLDER.glob("*.ipynb"))) == 2 * len(SOURCES) == 20
    for path in stage_notebooks():
        cells = nbformat.read(path, as_version=4).cells
        assert not any(cell.get("outputs") for cell in cells)
        assert sum("parameters" in cell.metadata.get("tags", []) for cell in cells) == 1


def han_share(text):
    """Share of Chinese among the letters of a text outside of code."""
    letters = re.findall(r"\w", re.sub(r"`[^`]*`", "", text))
    return sum("一" <= letter <= "鿿" for letter in letters) / len(letters)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_text_is_there_in_both_languages_and_code_is_the_same(source):
    pairs = writer.pairs(source)
    for english, chinese in pairs:
        assert english.cell_type == chinese.cell_type
        if english.cell_type == "code":
            same = english.source.replace('LANG = "en"', 'LANG = "zh"')  # each labels in its own language
            assert ast.dump(ast.parse(same)) == ast.dump(ast.parse(chinese.source))
        else:
            assert han_share(english.source) < 0.5 and han_share(chinese.source) > 0.4, chinese.source
            assert re.findall("^#+", english.source, re.M) == re.findall("^#+", chinese.source, re.M)
            named = [set(re.findall("`([^`\n]+)`", cell.source)) for cell in (english, chinese)]
            assert named[0] == named[1], chinese.source
    ids = [
        [cell.id for cell in nbformat.read(path, as_version=4).cells] for path, _ in writer.written(source)
    ]
    assert ids[0] == ids[1] and len(ids[0]) == len(set(ids[0])) == len(pairs)


@pytest.mark.parametrize(
    "text, shown",
    [("甲，\n乙", "甲，乙"), ("甲\n\n- 乙\n- 丙", "甲\n\n- 乙\n- 丙"), ("```\n甲\n乙\n```", None)],
)
def test_a_chinese_paragraph_has_no_blank_where_its_source_breaks(text, shown):
    assert writer.unbroken(text) == (shown or text)


@pytest.mark.slow
def test_stages_that_need_no_text_run_on_shared_counts(tmp_path, monkeypatch):
    monkeypatch.setattr("govnlp.workers.os.cpu_count", lambda: 1)  # threads of tests before survive no fork
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(TEXT * 4 + name, encoding="utf-8")
    shareable_counts(read_corpus(tmp_path)).save(tmp_path / "counts.zip")
    with pytest.warns(UserWarning, match="units with known terms: 8, too few to tell topics"):
        out = run_stages(tmp_path / "counts.zip", tmp_path / "out", lang="en")
    stages = {path.name[:2] for path in out.glob("figures/*.png")}
    assert stages == {"03", "04", "05"}
    assert not any("满意。" in path.read_text(encoding="utf-8") for path in out.glob("tables/*.csv"))


def test_the_shipped_counts_hold_five_documents_and_no_sentence():
    terms = load_terms(COUNTS)
    assert terms.documents["doc_id"].nunique() == terms.units["doc_id"].nunique() == 5
    assert terms.documents["sha256"].str.len().eq(64).all()
    assert not {"text", "section", "speaker"} & set(terms.units)
    assert max(map(len, terms.terms)) < 20
    assert (terms.units["n_tokens"] >= 10).all()
