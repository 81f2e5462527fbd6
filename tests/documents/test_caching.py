import pytest

from govnlp.documents import corpus as corpora
from govnlp.documents.caching import cached, fingerprint


class Kept:
    def __init__(self, text):
        self.text = text

    def save(self, folder):
        (folder / "text").write_text(self.text, "utf-8")


@pytest.fixture
def load(monkeypatch):
    monkeypatch.setattr(
        corpora, "load_corpus", lambda folder: Kept((folder / "text").read_text("utf-8")), raising=False
    )


def test_second_run_loads_and_a_changed_file_reads_again(tmp_path, load):
    path, folder, runs = tmp_path / "a.txt", tmp_path / "cache", []

    def read():
        runs.append(1)
        return Kept(path.read_text("utf-8"))

    for text, n in (("甲", 1), ("甲", 1), ("乙", 2)):
        path.write_text(text, "utf-8")
        assert cached(folder, [path], read).text == text
        assert len(runs) == n
    assert not list(folder.glob(".unfinished*"))


def test_failure_leaves_nothing(tmp_path, load):
    class Failing:
        def save(self, folder):
            raise OSError("disk is full")

    path = tmp_path / "a.txt"
    path.write_text("甲", "utf-8")
    with pytest.raises(OSError, match="disk is full"):
        cached(tmp_path / "cache", [path], Failing)
    assert list((tmp_path / "cache").iterdir()) == []


def test_names_count(tmp_path):
    for name in "ab":
        (tmp_path / name).write_text("甲", "utf-8")
    assert fingerprint([tmp_path / "a"]) != fingerprint([tmp_path / "b"])
