import io
import zipfile

import pytest

from govnlp.documents.collecting import read_corpus
from govnlp.documents.reading import archives
from govnlp.documents.reading.problems import Unreadable


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_names_in_gbk_bytes(tmp_path):
    name = "云岭.txt".encode("gbk").decode("cp437")
    data = packed({"x.txt": "今年新建公园。".encode("gbk")}).replace(b"x.txt", b"y.txt")
    (tmp_path / "a.zip").write_bytes(data)
    assert read_corpus(tmp_path).documents["doc_id"].tolist() == ["y"]
    assert archives.member_name(zipfile.ZipInfo(name)) == "云岭.txt"


def test_nothing_is_written_outside(tmp_path):
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.zip").write_bytes(packed({"../out.txt": "今年新建公园。", "/abs.txt": "明年修桥。"}))
    assert sorted(read_corpus(inner).documents["doc_id"]) == ["abs", "out"]
    assert [x.name for x in tmp_path.iterdir()] == ["in"]


def test_a_member_beyond_the_limit_is_reported_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed({"large.txt": b"0" * 3_000, "good.txt": "今年修了三座桥。"}))
    corpus = read_corpus(tmp_path, limits={"unpacked": 2_000})
    assert corpus.documents["doc_id"].tolist() == ["good"]
    assert corpus.problems["path"].str.endswith("a.zip!large.txt").tolist() == [True]


def test_archives_nest_only_so_deep(tmp_path):
    data = packed({"deep.txt": "今年修了三座桥。"})
    for _ in range(3):
        data = packed({"inner.zip": data, "beside.txt": "明年再修两座桥。"})
    (tmp_path / "a.zip").write_bytes(data)
    corpus = read_corpus(tmp_path)
    assert "deep" not in corpus.documents["doc_id"].tolist()
    assert corpus.problems["reason"].str.contains("unpack it").any()


def test_damaged_archive():
    with pytest.raises(Unreadable, match="damaged"):
        list(archives.members(b"PK\x03\x04 not an archive"))


def test_archive_of_a_later_version_is_said_to_be_unreadable():
    data = bytearray(packed({"a.txt": "今年修了一座桥。"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 6] = 64  # version needed to extract: 6.4
    with pytest.raises(Unreadable, match="pack it again"):
        list(archives.members(bytes(data)))


def test_a_member_without_a_name_is_a_damaged_one(tmp_path):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("甲.txt", "青槐区优化营商环境。")
        archive.writestr("b", "再写一句话。")
    data = bytearray(whole.getvalue())
    data[data.rfind(b"PK\x01\x02") + 46] = 0  # the name of b in the list of contents
    (tmp_path / "a.zip").write_bytes(data)
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["甲"]
    assert corpus.problems["path"].tolist() == [str(tmp_path / "a.zip!no name")]
    assert corpus.problems["reason"].str.startswith("damaged member of an archive").all()


def sevenzip(files):
    py7zr = pytest.importorskip("py7zr")
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return out.getvalue()


def test_a_7z_archive_within_the_limits(tmp_path):
    (tmp_path / "a.7z").write_bytes(sevenzip({"b/渠.txt": "渠清了。", "a.txt": "鱼来了。"}))
    corpus = read_corpus(tmp_path)
    assert corpus.documents["doc_id"].tolist() == ["a", "渠"]
    assert [x.name for x in tmp_path.iterdir()] == ["a.7z"]
    (tmp_path / "good.txt").write_text("渠清了。", encoding="utf-8")
    limited = read_corpus(tmp_path, limits={"unpacked": 10})
    assert limited.problems["reason"].str.contains("unpacks to more").tolist() == [True]


def test_a_damaged_7z_archive():
    data = sevenzip({"a.txt": "渠清了。"})
    with pytest.raises(Unreadable, match=r"damaged or no \.7z"):
        list(archives.members_of_7z(data[:-20]))
