import os
import subprocess
import sys
from functools import partial

import fsspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from govnlp import storage
from govnlp.documents import caching
from govnlp.documents.collecting import read_corpus
from govnlp.documents.corpus import TABLES

pytestmark = pytest.mark.slow

FILES = st.lists(st.tuples(st.text(max_size=6), st.integers(0, 5_000_000)), unique_by=lambda x: x[0])


@given(FILES)
def test_groups_are_the_files_in_order(files):
    names = [name for name, _ in files]
    assert [name for group in caching.groups(files) for name in group] == names


@given(FILES, st.text(max_size=6), st.data())
def test_a_small_file_that_is_added_leaves_what_follows_the_next_bound(files, name, data):
    if name in dict(files):
        return
    at = data.draw(st.integers(0, len(files)))
    before = [tuple(x) for x in caching.groups([(x, 1) for x, _ in files])]
    added = [(x, 1) for x, _ in files[:at]] + [(name, 1)] + [(x, 1) for x, _ in files[at:]]
    after = [tuple(x) for x in caching.groups(added)]
    assert len(set(before) - set(after)) <= 1
    assert len(set(after) - set(before)) <= 2


@pytest.fixture
def folder(tmp_path):
    source = tmp_path / "in"
    for year in ("2001", "2002"):
        (source / year).mkdir(parents=True)
        for number in range(60):
            (source / year / f"{number}.txt").write_text(f"今年修了{number}座桥。", "utf-8")
    (source / "old.doc").write_bytes(b"x")
    return source


def parsed(monkeypatch, run):
    """Result of a run and the names of the files that it parsed."""
    names, parse = [], caching.parse_content

    def counted(name, *rest):
        names.append(name)
        return parse(name, *rest)

    monkeypatch.setattr(caching, "parse_content", counted)
    monkeypatch.setattr(caching, "groups", partial(caching.groups, mean=8))
    result = run()
    monkeypatch.undo()
    return result, names


def assert_same(one, other):
    for name in TABLES:
        assert_frame_equal(getattr(one, name), getattr(other, name))


def test_cached_corpus_is_the_corpus_and_a_change_costs_its_group(folder, tmp_path, monkeypatch):
    def run():
        return read_corpus(folder, cache=tmp_path / "cache")

    first, names = parsed(monkeypatch, run)
    assert len(names) == 121
    assert_same(first, read_corpus(folder))
    again, names = parsed(monkeypatch, run)
    assert names == []
    assert_same(again, first)
    (folder / "2001" / "7.txt").write_text("今年修了七座桥，新建公园12处。", "utf-8")
    changed, names = parsed(monkeypatch, run)
    assert 0 < len(names) < 121
    assert_same(changed, read_corpus(folder))


def test_processes_fill_the_cache_with_the_same_bytes(folder, tmp_path):
    for n_jobs in (1, 2):
        read_corpus(folder, cache=tmp_path / str(n_jobs), n_jobs=n_jobs)
    one, two = (sorted((tmp_path / x).rglob("*.parquet")) for x in "12")
    assert [x.name for x in one] == [x.name for x in two]
    assert [x.read_bytes() for x in one] == [x.read_bytes() for x in two]


def test_other_limits_are_other_results(folder, tmp_path):
    usual = read_corpus(folder, cache=tmp_path / "cache")
    with pytest.raises(ValueError, match="larger than 3 bytes"):
        read_corpus(folder, cache=tmp_path / "cache", limits={"bytes": 3})
    assert len(usual.documents) == 120


def test_what_can_not_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)
    with pytest.raises(OSError, match="make room and run again"):
        storage.write(fsspec.filesystem("file"), f"{tmp_path.as_posix()}/a/b", b"x")
    assert list((tmp_path / "a").iterdir()) == []


def test_keys_depend_on_names_contents_and_what_could_not_be_read():
    some = [
        [("a", b"x")],
        [("b", b"x")],
        [("a", b"y")],
        [("a", b"")],
        [("a", OSError("x"))],
        [("a", OSError("y"))],
        [("a", b"x"), ("b", b"")],
    ]
    assert len({storage.content_key(x) for x in some}) == len(some)
    assert storage.content_key(some[0]) != storage.content_key(some[0], "other")


def test_what_python_and_numba_compile_changes_no_key(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "PACKAGE", tmp_path)
    compiled = tmp_path / "words" / "__pycache__"
    compiled.mkdir(parents=True)
    (tmp_path / "words" / "cutting.py").write_text("x = 1\n", "utf-8")
    before = storage.code_key.__wrapped__()
    for name in (
        "cutting.read-21.py311.nbi",
        "cutting.read-21.py311.1.nbc",
        "cutting.cpython-311.pyc.140234",
    ):
        (compiled / name).write_bytes(b"x")
    assert storage.code_key.__wrapped__() == before
    (tmp_path / "words" / "cutting.py").write_text("x = 2\n", "utf-8")
    assert storage.code_key.__wrapped__() != before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the threads in /proc")
def test_reading_a_table_starts_no_thread():
    code = (
        "import os, pandas as pd; from govnlp.storage import from_bytes, to_bytes\n"
        "table = pd.DataFrame({'year': [2021, 2022] * 500, 'title': ['甲', None] * 500})\n"
        "data = to_bytes(table)\n"
        "threads = len(os.listdir('/proc/self/task'))\n"
        "assert from_bytes(data).equals(table)\n"
        "print(len(os.listdir('/proc/self/task')) - threads)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 0  # one of an import may end meanwhile


def test_a_file_that_another_program_has_open_is_tried_again_and_then_named(tmp_path, monkeypatch):
    """Windows refuses to replace it; the message has the name that the reader knows."""
    refused, replace = [], os.replace

    def busy(source, target):
        refused.append(target)
        if len(refused) < 3 or target.endswith("table.csv"):
            raise PermissionError(13, "Permission denied", source, None, target)
        return replace(source, target)

    monkeypatch.setattr(storage.os, "replace", busy)
    monkeypatch.setattr(storage.time, "sleep", lambda _: None)
    fs, folder = fsspec.filesystem("file"), tmp_path.as_posix()
    storage.write(fs, f"{folder}/map.csv", b"x")
    assert (len(refused), [x.name for x in tmp_path.iterdir()]) == (3, ["map.csv"])
    with pytest.raises(PermissionError) as error:
        storage.write(fs, f"{folder}/table.csv", b"x")
    assert error.value.filename == f"{folder}/table.csv"
    assert [x.name for x in tmp_path.iterdir()] == ["map.csv"], "nothing unfinished is left"
