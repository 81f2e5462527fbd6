"""Parts of a run: settings, lexicons of one's own, stages that are kept or fail, and checks against an earlier run."""

import gc
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from govnlp.analysis.phrases.words import tagged
from govnlp.analysis.themes.matching import _found, find_all
from govnlp.checking import check_run, compare_runs
from govnlp.cli import main
from govnlp.documents.collecting import read_corpus
from govnlp.documents.reading.listing import list_files
from govnlp.figures.findings import needing_a_look
from govnlp.figures.manifest import read_manifest
from govnlp.lexicons import lexicon_content
from govnlp.running import default_parameters, execute, is_done, run_stages, stage_notebooks
from govnlp.settings import own_files
from govnlp.shared import forget, read_once, state_of
from govnlp.stages import Stage
from govnlp.words.terms import count_terms
from govnlp.workers import RESULT, STOPPED, in_two, little_collected, meanwhile, rarely_collected

ROOT = Path(__file__).resolve().parent.parent


def small_stage(path, *lines):
    """A notebook whose first cell holds the parameters; its path."""
    cells = [nbformat.v4.new_code_cell(line) for line in lines]
    cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_a_notebook_knows_nothing_of_the_one_before():
    known, unknown = (nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(x)]) for x in ("x = 1", "x"))
    execute(known, "01_known")
    with pytest.raises(RuntimeError, match="stage 02_unknown stopped: NameError: name 'x' is not defined"):
        execute(unknown, "02_unknown")


def test_what_no_later_cell_names_is_let_go_unless_a_function_may_need_it(tmp_path):
    """By hand: the second cell sees only what it, or the function of the first, names."""
    seen = tmp_path / "seen.txt"
    look = f"open({str(seen)!r}, 'w').write(' '.join(sorted(x for x in globals() if x[0] != '_')))\nkept"
    for first, known in (("", "LANG kept"), ("def twice(): return gone\n", "LANG gone kept twice")):
        cells = [f"{first}LANG = 'zh'\ngone, kept = 1, 2", look]
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        assert execute(book, "02_x") is None
        assert seen.read_text(encoding="utf-8") == known


@pytest.mark.slow
def test_a_stage_that_fails_is_named_and_the_others_are_run(tmp_path):
    (tmp_path / "甲.txt").write_text("青槐区优化营商环境。\n", encoding="utf-8")
    paths = []
    for stem, line in (("01_good", "x = 1"), ("02_bad", "{}['键']"), ("03_good", "y = 1")):
        paths.append(small_stage(tmp_path / f"{stem}.ipynb", "SOURCE = OUT = ''", line))
    with pytest.raises(RuntimeError, match="stage 02_bad stopped: KeyError: '键'"):
        run_stages(tmp_path / "甲.txt", tmp_path / "out", notebooks=paths)
    manifest = read_manifest(tmp_path / "out")
    assert set(manifest["stages"]) == {"01_good", "03_good"}
    assert needing_a_look(manifest, "en") == [
        (
            None,
            "A stage stopped, and its figures and tables are not complete: stage 02_bad stopped: KeyError: '键'",
        )
    ]


def test_what_a_notebook_replaced_is_made_again(tmp_path):
    """A table has the same rows in both languages, its title not; a run in Chinese follows an English notebook."""
    (tmp_path / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    book = small_stage(
        tmp_path / "02_x.ipynb",
        "SOURCE = OUT = LANG = ''",
        "import govnlp as gn\nstage = gn.Stage('02', SOURCE, OUT, LANG)",
        "stage.table('pairs', stage.corpus.documents[['doc_id']])",
    )
    out = run_stages(tmp_path / "甲.txt", tmp_path / "out", notebooks=[book])
    titles = [read_manifest(out)["outputs"]["02-pairs"]["title"]]
    for lang in ("zh", "en"):
        stage = Stage("02", tmp_path / "甲.txt", out, lang)
        stage.table("pairs", stage.corpus.documents[["doc_id"]])
        titles.append(read_manifest(out)["outputs"]["02-pairs"]["title"])
        assert bool(read_manifest(out)["stages"]) == (lang == "zh")
    assert titles[0] == titles[1] != titles[2]
    run_stages(tmp_path / "甲.txt", out, notebooks=[book])
    assert read_manifest(out)["outputs"]["02-pairs"]["title"] == titles[0]


def test_the_collector_is_as_before_after_a_run_that_failed():
    usual = gc.get_threshold()
    with pytest.raises(KeyError), little_collected():
        assert gc.get_threshold() != usual and gc.get_freeze_count()
        raise KeyError
    assert gc.get_threshold() == usual and not gc.get_freeze_count()


def test_a_large_result_is_put_beside_the_old_objects_and_not_searched():
    gc.collect()
    with rarely_collected():
        few = [[i] for i in range(100)]
    assert any(x is few for x in gc.get_objects(generation=0))
    with rarely_collected():
        many = [[i] for i in range(RESULT + 1)]
    assert any(x is many for x in gc.get_objects(generation=2))


def test_what_was_frozen_stays_frozen():
    with little_collected():
        frozen = gc.get_freeze_count()
        with rarely_collected():
            many = [[i] for i in range(RESULT + 1)]
        assert gc.get_freeze_count() == frozen > 0 < len(many)


def test_caches_of_many_texts_are_emptied_and_small_ones_are_kept():
    for i in range(1001):
        tagged(f"清渠{i}里")
    lexicon_content("phrases.yaml")
    find_all(pd.DataFrame({"entry": ["清渠"], "kind": "literal", "not_in": [()]}), ["清渠十里"])
    forget()
    assert tagged.cache_info().currsize == _found.cache_info().currsize == 0
    assert lexicon_content.cache_info().currsize > 0


def test_several_processes_record_what_they_wrote_in_one_manifest(tmp_path):
    code = (
        "import sys; from govnlp.figures.manifest import record_output\n"
        "record = {'kind': 'table', 'title': '', 'files': {}}\n"
        "for i in range(40): record_output(sys.argv[1], f'{sys.argv[2]}-{i}', record)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name], env=environment) for name in "abc"
    ]
    assert [process.wait() for process in started] == [0, 0, 0]
    assert len(read_manifest(tmp_path)["outputs"]) == 120


@pytest.mark.slow
def test_a_check_finds_nothing_or_the_file_that_was_edited(tmp_path, capsys, monkeypatch):
    two = [path for path in stage_notebooks() if path.stem.startswith(("06", "09"))]
    monkeypatch.setattr("govnlp.running.stage_notebooks", lambda: two)
    source, out = tmp_path / "文献", tmp_path / "out"
    source.mkdir()
    (source / "甲.txt").write_text("青槐区优化营商环境，签约项目3个。\n", encoding="utf-8")
    command = ["figures", str(source), "--out", str(out)]
    assert main(command) == 0
    assert main([*command, "--check"]) == 0
    assert "the same again" in capsys.readouterr().out
    table = next(out.glob("tables/06*.csv"))
    table.write_text("edited", encoding="utf-8")
    assert main([*command, "--check"]) == 1
    assert f"file tables/{table.name}: edited after the run" in capsys.readouterr().out


@pytest.mark.slow
def test_a_check_names_the_input_that_changed(tmp_path):
    source = tmp_path / "文献"
    source.mkdir()
    (source / "甲.txt").write_text("青槐区优化营商环境。\n", encoding="utf-8")
    two = [path for path in stage_notebooks() if path.stem.startswith(("06", "09"))]
    (source / "govnlp.toml").write_text("lang = 'en'\n", encoding="utf-8")
    out = run_stages(source, tmp_path / "out", notebooks=two)
    assert read_manifest(out)["parameters"]["LANG"] == "en"
    assert "甲.txt" in read_manifest(out)["inputs"]
    (source / "甲.txt").write_text("青槐区优化营商环境，签约项目3个。\n", encoding="utf-8")
    changed = run_stages(source, tmp_path / "again", notebooks=two)
    rows = compare_runs(read_manifest(out), read_manifest(changed))
    assert rows["what"].tolist()[0] == "input" and rows["name"].tolist()[0] == "甲.txt"
    why = rows.set_index("name")["why"]
    assert {w for name, w in why.items() if name.startswith("tables/06") and name.endswith(".csv")} == {
        "input 甲.txt changed"
    }


def test_causes_are_told_apart():
    old = {
        "lexicons": {"themes.yaml": {"version": "1"}},
        "versions": {"pandas": "2"},
        "outputs": {},
        "code": "a",
    }
    new = {
        "lexicons": {"themes.yaml": {"version": "2"}},
        "versions": {"pandas": "3"},
        "outputs": {},
        "code": "b",
    }
    rows = compare_runs(old, new)
    assert rows["what"].tolist() == ["lexicon", "version", "code"]
    old["outputs"] = {"x": {"files": {"csv": "1"}}}
    same = old | {"outputs": {"x": {"files": {"csv": "2"}}}}
    assert compare_runs(old, same)["why"].tolist() == ["changed with nothing else changed"]


def test_a_check_needs_a_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="without --check first"):
        check_run(tmp_path, tmp_path)


def test_a_stage_is_done_only_while_its_files_are_there(tmp_path):
    file = tmp_path / "02-x.csv"
    file.write_text("n\n1\n")
    value = hashlib.sha256(file.read_bytes()).hexdigest()
    outputs = {"02-x": {"kind": "table", "files": {"02-x.csv": value}}}
    manifest = {"stages": {"02_words": "key"}, "outputs": outputs}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert is_done(tmp_path, "02_words", "key") and not is_done(tmp_path, "02_words", "other")
    file.write_text("n\n2\n")
    assert not is_done(tmp_path, "02_words", "key")


@pytest.mark.slow
def test_a_lexicon_of_ones_own_holds_in_a_run(tmp_path):
    text = "青槐区{}街推行老街坊板凳会，板凳会上说难事。\n\n临溪区也办老街坊板凳会。\n"
    (tmp_path / "甲.txt").write_text("".join(map(text.format, "东西南北")), encoding="utf-8")
    (tmp_path / "my-phrases.txt").write_text("老街坊板凳会\n", encoding="utf-8")
    (tmp_path / "govnlp.toml").write_text("lexicon = 'my-phrases.txt'\n", encoding="utf-8")
    stage = [path for path in stage_notebooks() if path.stem.startswith("03")]
    out = run_stages(tmp_path, tmp_path / "out", notebooks=stage)
    assert "老街坊板凳会,8" in (out / "tables/03-tfidf.csv").read_text(encoding="utf-8-sig")
    assert "my-phrases.txt" in json.dumps(read_manifest(out), ensure_ascii=False)


def test_documents_that_the_settings_choose_have_the_figures(tmp_path):
    for name, text in (("甲", "青槐区优化营商环境。"), ("乙", "临溪区治理水环境。")):
        (tmp_path / f"{name}.txt").write_text(text * 4, encoding="utf-8")
    (tmp_path / "govnlp.toml").write_text("documents = ['甲']\n", encoding="utf-8")
    stage = small_stage(
        tmp_path / "02_x.ipynb", "SOURCE = OUT = ''\nDOCUMENTS = None", "assert DOCUMENTS == ['甲']"
    )
    out = run_stages(tmp_path, tmp_path / "out", notebooks=[stage])
    assert read_manifest(out)["parameters"]["DOCUMENTS"] == ["甲"]


def test_results_beside_or_among_the_documents_are_not_read_as_documents(tmp_path):
    source = tmp_path / "文献"
    source.mkdir()
    (source / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    write = (
        "from pathlib import Path\nPath(OUT, 'report.html').write_text('<p>营商环境</p>', encoding='utf-8')"
    )
    stage = small_stage(tmp_path / "02_x.ipynb", "SOURCE = OUT = ''", write)
    for out in (source / "results", source / "results", tmp_path / "beside"):
        run_stages(source, out, notebooks=[stage])
        assert list(read_manifest(out)["inputs"]) == ["甲.txt"]
    assert list_files(source) == [source / "甲.txt"] and not list_files(tmp_path / "beside")
    before = state_of(source)
    (source / "results" / "more.html").write_text("x")
    assert state_of(source) == before and len(before) == 1


@pytest.mark.parametrize("place", [".", "2025"])
def test_results_are_not_written_among_documents(place, tmp_path):
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a folder of their own, such as .*results"):
        run_stages(tmp_path, tmp_path / place, notebooks=[])
    assert list_files(tmp_path) == [tmp_path / "2025" / "甲.txt"]


def test_results_around_the_documents_do_not_hide_them(tmp_path):
    (tmp_path / "文献").mkdir()
    (tmp_path / "文献" / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    stage = small_stage(tmp_path / "02_x.ipynb", "SOURCE = OUT = ''", "pass")
    for _ in range(2):
        run_stages(tmp_path / "文献", tmp_path, notebooks=[stage])
    assert tmp_path / "文献" / "甲.txt" in list_files(tmp_path)


def test_a_lexicon_that_the_settings_name_is_no_document(tmp_path):
    (tmp_path / "govnlp.toml").write_text("lexicon = 'phrases.csv'\n", encoding="utf-8")
    (tmp_path / "phrases.csv").write_text("term\n炉火里\n", encoding="utf-8")
    (tmp_path / "甲.txt").write_text("炉火里聊家常。", encoding="utf-8")
    assert list_files(tmp_path) == [tmp_path / "甲.txt"]
    assert read_corpus(tmp_path).problems.empty
    assert own_files(tmp_path) == {"phrases.csv": tmp_path / "phrases.csv"}
    (tmp_path / "govnlp.toml").unlink()
    assert len(list_files(tmp_path)) == 2 and own_files(tmp_path) == {}


def test_every_stage_that_counts_can_count_restored_text():
    stages = {path.stem[:2]: default_parameters(nbformat.read(path, 4)) for path in stage_notebooks()}
    with_text = [name for name, known in stages.items() if "RESTORE" in known]
    assert with_text == [f"0{i}" for i in range(2, 10)]
    assert all(
        stages[name]["RESTORE"] for name in with_text
    )  # what was meant is counted, unless one asks for raw text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("group = 'nothing'", "group = 'nothing' is no column of documents; one of: doc_id, path, title"),
        ("documents = ['甲', 'x']", "documents names 'x', which is no document; one of: 乙, 甲"),
        ("old = '甲'\nnew = '甲'", "old and new are the same document, '甲'; name two"),
        ("target = '丙'", "target names '丙', which is no document; one of: 乙, 甲"),
        ("old = '甲'\nnew = '丁'", "new names '丁', which is no document; one of: 乙, 甲"),
        ("old = '甲'", "old = '甲' needs the other version; add new"),
        ("[limits]\nseconds = 'long'", r"seconds = 'long' under \[limits\] is no number above 0"),
        ("limits = 3", r"limits = 3 is no table; write \[limits\]"),
        ("[limits]\nsecond = 3", "unknown limit 'second'; one of: bytes"),
    ],
)
def test_what_the_documents_do_not_have_stops_a_run_before_its_first_stage(line, told, tmp_path):
    for name in "甲乙":
        (tmp_path / f"{name}.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    (tmp_path / "govnlp.toml").write_text(line, encoding="utf-8")
    names = "SOURCE = OUT = OLD = NEW = ''\nGROUP = DOCUMENTS = TARGET = None"
    stage = small_stage(tmp_path / "02_x.ipynb", names, "raise RuntimeError('a stage ran')")
    with pytest.raises(ValueError, match=told):
        run_stages(tmp_path, tmp_path / "out", notebooks=[stage])


def test_what_names_of_files_tell_stops_a_run_before_anything_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("govnlp.running.read_ahead", lambda *_: pytest.fail("documents are about to be read"))
    stage = small_stage(
        tmp_path / "02_x.ipynb", "SOURCE = OUT = ''\nGROUP = TARGET = None\nTHEMES = 'themes'"
    )
    (tmp_path / "in").mkdir()
    with pytest.raises(ValueError, match="no readable document among 0 files"):
        run_stages(tmp_path / "in", tmp_path / "out", notebooks=[stage])
    (tmp_path / "in" / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("themes: ]", encoding="utf-8")
    lines = {
        "group = 'nothing'": "'nothing' is no column",
        "target = '丙'": "'丙', which is no document",
        "[limits]\nsecond = 3": "unknown limit",
        "themes = '../own.yaml'": "own.yaml is no YAML in UTF-8, line 1",
    }
    for line, told in lines.items():
        (tmp_path / "in" / "govnlp.toml").write_text(line, encoding="utf-8")
        with pytest.raises(ValueError, match=told):
            run_stages(tmp_path / "in", tmp_path / "out", notebooks=[stage])


def test_limits_of_a_project_hold_where_its_documents_are_read(tmp_path, capsys):
    (tmp_path / "甲.txt").write_text("青槐区优化营商环境。", encoding="utf-8")
    (tmp_path / "乙.txt").write_text("渠清了。", encoding="utf-8")
    (tmp_path / "govnlp.toml").write_text("[limits]\ntext = 20\n", encoding="utf-8")
    read = read_once(str(tmp_path), False, state_of(tmp_path))
    assert (
        read.documents["doc_id"].tolist() == ["乙"] and "raise the limit 'text'" in read.problems["reason"][0]
    )
    assert main(["parse", str(tmp_path), "-o", str(tmp_path / "b.csv")]) == 0
    assert "'text'" in capsys.readouterr().err
    (tmp_path / "govnlp.toml").write_text("", encoding="utf-8")
    (tmp_path / "b.csv").unlink()
    assert len(read_once(str(tmp_path), False, state_of(tmp_path)).documents) == 2


def test_counts_without_documents_are_refused_with_the_remedy(tmp_path):
    count_terms(["渠清了。"]).save(tmp_path / "in" / "counts.zip")
    stage = small_stage(tmp_path / "03_x.ipynb", "SOURCE = OUT = ''")
    with pytest.raises(
        ValueError, match="counts without a table of documents; make them anew: govnlp counts"
    ):
        run_stages(tmp_path / "in" / "counts.zip", tmp_path / "out", notebooks=[stage])


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs a system that forks")
def test_the_second_process_says_nothing_when_it_is_stopped(capfd, monkeypatch):
    """By hand: the first waits for the second, which Ctrl-C ends at its first step."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    first, begun = os.getpid(), multiprocessing.get_context("fork").Event()

    def work(step):
        if os.getpid() != first:
            begun.set()
            raise KeyboardInterrupt
        begun.wait(60)

    with pytest.raises(RuntimeError, match=f"ended with status {STOPPED}"):
        in_two([["a"], ["b"], ["c"]], work, lambda done: None)
    assert capfd.readouterr().err == ""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs a system that forks")
def test_a_copy_works_while_this_process_does_something_else(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    mine = []
    assert meanwhile(os.getpid, lambda: mine.append(os.getpid())) != os.getpid() and mine == [os.getpid()]


def test_why_the_work_of_a_copy_failed_is_told_here():
    with pytest.raises(ZeroDivisionError):
        meanwhile(lambda: 1 / 0, lambda: None)


def test_where_there_is_one_processor_one_process_does_both(monkeypatch):
    monkeypatch.setattr("govnlp.workers.os.cpu_count", lambda: 1)
    assert meanwhile(os.getpid, lambda: None) == os.getpid()


def test_a_wrong_argument_stops_a_stage_and_documents_that_have_nothing_do_not():
    """What the library says of documents is a note; what it says of the caller is a mistake."""
    code = "import govnlp as gn\ngn.tfidf('x')"
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    with pytest.raises(
        RuntimeError, match=r"^stage 03 stopped: TypeError: tfidf: terms must be a TermMatrix"
    ):
        execute(book, "03")
    book.cells[0].source = "LANG = 'zh'\nimport govnlp as gn\ngn.concordance(gn.parse_text('修桥。'), '')"
    with pytest.raises(RuntimeError, match=r"^环节 03 中断：ValueError：所查的字词是空的"):
        execute(book, "03")
    book.cells[0].source = "from govnlp.notes import Note\nraise ValueError(Note('empty_file'))"
    assert execute(book, "03") == "empty file"
