"""The command line: one table, clear words when something is wrong."""

import pandas as pd
import pytest

from govnlp.cli import main


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("=营商环境\n营商环境要优化。\n", encoding="utf-8")
    return tmp_path


def test_terms_as_csv(folder, tmp_path):
    assert main(["terms", str(folder / "a.txt"), "-o", str(tmp_path / "out.csv")]) == 0
    table = pd.read_csv(tmp_path / "out.csv").set_index("term")
    assert table.loc["优化", "n"] == 1


def test_markdown_and_unknown_endings(folder, tmp_path, capsys):
    assert main(["parse", str(folder), "-o", str(tmp_path / "out.md")]) == 0
    assert "'=营商环境" in (tmp_path / "out.md").read_text(encoding="utf-8")
    assert main(["parse", str(folder / "a.txt"), "-o", str(tmp_path / "out.docx")]) == 1
    assert "must be .csv, .xlsx, .parquet or .md" in capsys.readouterr().err


def test_a_missing_source_is_named(tmp_path, capsys):
    assert main(["figures", str(tmp_path / "nowhere"), "--out", str(tmp_path / "o")]) == 1
    assert "nowhere" in capsys.readouterr().err
