import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govnlp.documents.collecting import parse_text, read_corpus
from govnlp.documents.reading.formats import source_of
from govnlp.documents.reading.listing import list_files
from govnlp.documents.reading.problems import Unreadable

TEXT = "云岭市工作情况\n\n今年全市修了三座桥，新建公园12处。\n明年再修两座。\n"


def test_same_corpus_from_every_encoding(tmp_path):
    tables = []
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"):
        folder = tmp_path / encoding
        folder.mkdir()
        (folder / "a.txt").write_bytes(TEXT.encode(encoding))
        tables.append(read_corpus(folder).blocks)
    for table in tables[1:]:
        assert table.equals(tables[0])


def test_every_line_is_in_one_block():
    blocks = parse_text(TEXT).blocks
    assert sorted(n for lines in blocks["lines"] for n in lines) == [1, 3, 4]


def test_folders_files_and_lists(tmp_path):
    for name in ("b/a.txt", "a.txt", ".hidden/c.txt", "~$d.docx", ".e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("今年修了三座桥。", "utf-8")
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["a", "a-2"]
    assert corpus.problems.empty
    assert read_corpus([tmp_path / "a.txt"]).documents["doc_id"].tolist() == ["a"]
    assert read_corpus(str(tmp_path / "a.txt")).documents["encoding"].tolist() == ["utf-8"]


def test_bad_files_become_rows_that_name_the_remedy(tmp_path):
    (tmp_path / "good.txt").write_text("今年修了三座桥。", "utf-8")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "p.exe").write_bytes(b"MZ")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj")
    (tmp_path / "t.csv").write_text("content\nx")
    corpus = read_corpus(tmp_path)
    reasons = {
        path.replace("\\", "/").split("/")[-1]: x
        for path, x in corpus.problems[["path", "reason"]].to_numpy()
    }
    assert corpus.documents["doc_id"].tolist() == ["good"]
    assert set(reasons) == {"old.doc", "empty.txt", "p.exe", "cut.pdf", "t.csv"}
    assert "save it as .docx" in reasons["old.doc"]
    assert "read_table" in reasons["t.csv"]


def test_nothing_to_read(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_corpus(tmp_path / "nowhere")
    with pytest.raises(TypeError, match="source must be a path or a list of paths, not NoneType"):
        read_corpus(None)
    with pytest.raises(ValueError, match=r"no readable document among 0 files .the list is empty"):
        read_corpus([])
    (tmp_path / "a.doc").write_bytes(b"x")
    with pytest.raises(ValueError, match=r"no readable document among 1 files .*a.doc"):
        read_corpus(tmp_path)


def test_processes_give_the_same(tmp_path):
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(f"今年修了{i}座桥。", "utf-8")
    one, two = read_corpus(tmp_path), read_corpus(tmp_path, n_jobs=2)
    assert one.blocks.equals(two.blocks)
    assert one.documents.equals(two.documents)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from(["txt", "html", "docx", "zip"]))
def test_any_bytes_are_text_or_unreadable(data, ending):
    if ending == "zip":
        return
    try:
        source = source_of(data, f"a.{ending}")
    except Unreadable as error:
        assert str(error)
    else:
        assert any(x.strip() for x in source.lines)
        assert len(source.roles) in (0, len(source.lines))


def test_closed_folders_and_notes_on_a_folder_are_no_part_of_the_corpus(tmp_path):
    for folder in ("keys", "b"):
        (tmp_path / folder).mkdir()
    for name in ("a.txt", "README.md", "b/readme.txt", "keys/a.txt", "keys/.nocorpus"):
        (tmp_path / name).write_text("青槐区", encoding="utf-8")
    assert [path.name for path in list_files(tmp_path)] == ["a.txt"]
    assert list_files(tmp_path / "README.md") == [tmp_path / "README.md"]


@pytest.mark.parametrize(("language", "said"), [("zh", "读入"), ("en", "reading")])
def test_progress_is_in_the_readers_language(tmp_path, monkeypatch, capsys, language, said):
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setattr("govnlp.documents.collecting.QUIET", 0)
    (tmp_path / "a.txt").write_text("今年修了三座桥。", "utf-8")
    read_corpus(tmp_path)
    assert f"{said}: 100%" in capsys.readouterr().err
