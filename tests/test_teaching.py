"""Exercises: every key agrees with its solution on the sample, hints instead of errors, copies hold no solution."""

import zipfile

import nbformat
import pytest

import govnlp as gn
from govnlp.cli import main
from govnlp.marking import mark_notebooks
from govnlp.running import execute, parameters_cell, stage_notebooks, with_parameters
from govnlp.teaching import TAG, check_answer, exercises, student_copy, without_solutions


def solutions(path):
    cells = nbformat.read(path, as_version=4).cells
    return [cell.source for cell in cells if TAG in cell.metadata.get("tags", [])]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Folder of what all notebooks leave: the last one gathers it."""
    return tmp_path_factory.mktemp("results")


@pytest.mark.slow
@pytest.mark.parametrize("path", stage_notebooks(), ids=lambda path: path.stem)
def test_every_cell_runs_on_the_sample_and_the_key_agrees_with_the_solutions(
    path, sample, results, monkeypatch
):
    verdicts = []
    monkeypatch.setattr(
        gn, "check_answer", lambda *said: verdicts.append((said, check_answer(*said))), raising=False
    )
    places = {"SOURCE": str(sample), "OUT": str(results)}
    assert execute(with_parameters(nbformat.read(path, as_version=4), places), path.stem) is None
    assert [said for said, verdict in verdicts if not verdict.right] == []
    assert len(verdicts) == sum(name.startswith(path.stem[:2]) for name in exercises()) > 0


@pytest.mark.parametrize("name", exercises())
@pytest.mark.parametrize(
    "wrong", [None, "?", -1, [], {"a": 1}, object(), float("nan")], ids=lambda wrong: type(wrong).__name__
)
def test_a_wrong_answer_gets_a_hint_that_does_not_tell(name, wrong):
    verdict = check_answer(name, wrong)
    assert not verdict.right and exercises()[name]["hint"]["en"] in verdict
    assert repr(verdict) == str(verdict)


def test_a_verdict_speaks_one_language_that_of_the_notebook(monkeypatch):
    """Twelve words of Chinese or of English, but for terms: each hint is all in one language."""
    assert check_answer("05-1", "b", "zh") == "对。" and check_answer("05-1", "b", "en") == "Right."
    monkeypatch.setenv("LANGUAGE", "zh")
    assert check_answer("05-1", "a") == "还不对。占比的分母是什么？一段可属几个议题？"
    assert all(set(one["hint"]) == {"en", "zh"} for one in exercises().values())


def test_a_number_may_be_rounded():
    assert check_answer("06-1", 2.215e10).right
    assert not check_answer("06-1", 221.5).right


def test_an_unknown_exercise_is_named():
    assert "'99-1'" in check_answer("99-1", 3) and "02-1" in check_answer("99-1", 3)


@pytest.mark.parametrize("path", stage_notebooks(), ids=lambda path: path.stem)
def test_student_copies_ask_and_do_not_tell(path, tmp_path):
    assert main(["student", str(path.parent), "-o", str(tmp_path)]) == 0
    text = (tmp_path / path.name).read_text(encoding="utf-8")
    made = nbformat.read(tmp_path / path.name, as_version=4)
    for source in solutions(path):
        told = [line for line in source.splitlines() if line.startswith("answer")]
        assert not any(line in cell.source.splitlines() for cell in made.cells for line in told)
        assert source.splitlines()[-1] in "\n".join(cell.source for cell in made.cells)
    assert TAG not in text and "answer = None" in text


def test_copies_do_not_overwrite_the_notebooks(capsys):
    folder = str(stage_notebooks()[0].parent)
    assert main(["student", folder, "-o", folder]) == 1
    assert "name another folder" in capsys.readouterr().err


def test_runs_on_other_documents_leave_the_solutions_out():
    notebook = nbformat.read(stage_notebooks()[2], as_version=4)
    kept = without_solutions(notebook)
    assert 0 < len(kept.cells) < len(notebook.cells) and parameters_cell(kept)
    assert not any("check_answer" in cell.source for cell in kept.cells)
    assert len(student_copy(notebook).cells) == len(notebook.cells)


def test_a_class_unpacks_notebooks_sample_and_a_page_side_by_side(tmp_path):
    assert main(["student", str(stage_notebooks()[0].parent), "-o", str(tmp_path / "class.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "class.zip") as archive:
        names = set(archive.namelist())
        text = archive.read(f"notebooks/{stage_notebooks()[2].name}").decode()
        page = archive.read("README.md").decode()
    assert {f"notebooks/{path.name}" for path in stage_notebooks()} <= names
    assert "data/sample/metadata.csv" in names and "](" not in page, "a link would lead out of the zip"
    assert "answer = None" in text and "../data/sample" in text
    assert not any("answers" in name for name in names)


def handed_in(path, answer, *, run=True, stopped=False):
    """A notebook with one exercise, saved by a student; what was shown is kept as JupyterLab keeps it."""
    cell = nbformat.v4.new_code_cell(f'answer = {answer!r}\ngn.check_answer("00-1", answer)')
    if stopped:
        cell.outputs = [nbformat.v4.new_output("error", ename="NameError", evalue="x", traceback=[])]
    elif run:
        data = check_answer("00-1", answer)._repr_mimebundle_()
        cell.outputs = [nbformat.v4.new_output("execute_result", data, execution_count=1)]
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)


def test_a_class_hands_in_and_is_marked_without_running_anything(tmp_path, monkeypatch, capsys):
    """Six students: right, wrong, empty, not run, one whose cell stopped, one whose file is cut off."""
    handed_in(tmp_path / "甲" / "00.ipynb", 18)
    handed_in(tmp_path / "乙.ipynb", 17)
    handed_in(tmp_path / "丙.ipynb", None)
    handed_in(tmp_path / "丁.ipynb", 18, run=False)
    handed_in(tmp_path / "戊.ipynb", 18, stopped=True)
    (tmp_path / "己.ipynb").write_text('{"cells": [', encoding="utf-8")
    marks = mark_notebooks(tmp_path).set_index("notebook")
    assert marks["00-1"].to_dict() == {
        "甲/00.ipynb": "right", "乙.ipynb": "wrong", "丙.ipynb": "empty", "丁.ipynb": "not run",
        "戊.ipynb": "error", "己.ipynb": None,
    }  # fmt: skip
    assert marks["right"].to_dict()["甲/00.ipynb"] == 1 and marks["right"].sum() == 1
    assert "sent again" in marks.loc["己.ipynb", "problem"] and marks["problem"].notna().sum() == 1
    monkeypatch.setenv("LANGUAGE", "zh")
    assert main(["marks", str(tmp_path), "-o", str(tmp_path / "marks.csv")]) == 0
    assert "请重新保存后再交" in capsys.readouterr().err
    table = (tmp_path / "marks.csv").read_text(encoding="utf-8-sig")
    assert "甲/00.ipynb,1,,对" in table and "乙.ipynb,0,,不对" in table


def test_a_folder_without_notebooks_is_named(tmp_path, capsys):
    assert main(["marks", str(tmp_path), "-o", str(tmp_path / "marks.csv")]) == 1
    assert "no .ipynb file" in capsys.readouterr().err
