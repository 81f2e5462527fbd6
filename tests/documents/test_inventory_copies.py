"""Copies of documents in one folder; the texts are invented."""

import pytest

from govnlp import extract_indicators, extract_people, read_corpus, read_table
from govnlp.documents.files import corpus_from_sources
from govnlp.documents.inventory import mark_duplicates
from govnlp.documents.reading.source import Source

SENTENCES = [f"第{i}段老渠已清淤{i}公里，沿线{i + 3}个村用上了水，群众说日子更好了。" for i in range(10, 40)]
TEXT = "\n".join(SENTENCES)


def folder_of(tmp_path, **texts):
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def copies(corpus):
    return corpus.documents.set_index("doc_id")["duplicate_of"].dropna().to_dict()


def test_a_copy_under_another_head_or_with_few_changes_is_named_and_counted_once(tmp_path):
    changed = TEXT.replace("沿线13个村", "沿线十三个村")
    folder = folder_of(
        tmp_path, a=TEXT, b=f"云岭水务网\n清渠三十里\n{TEXT}", c=changed, d=TEXT[: len(TEXT) // 2]
    )
    corpus = read_corpus(folder)
    assert copies(corpus) == {"b": "a", "c": "a"}
    assert set(corpus.units()["doc_id"]) == {"a", "d"}
    assert set(extract_indicators(corpus)["doc_id"]) == {"a", "d"}
    assert set(corpus.blocks["doc_id"]) == {"a", "b", "c", "d"}  # nothing is lost
    assert "2 copies of other documents" in corpus.footnote()


def test_one_parameter_counts_all(tmp_path):
    folder = folder_of(tmp_path, a=TEXT + "\n区长陈晓禾说，渠清了。", b=TEXT + "\n区长陈晓禾说，渠清了。")
    assert set(read_corpus(folder).units()["doc_id"]) == {"a"}
    corpus = read_corpus(folder, duplicates=True)
    assert copies(corpus) == {}
    assert set(corpus.units()["doc_id"]) == set(extract_people(corpus)["doc_id"]) == {"a", "b"}


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("清淤", "通水").replace("群众", "居民"),  # half of its pieces are others
        "各区：\n请照办。",  # too short to be told from a formula
    ],
)
def test_what_is_alike_is_no_copy(tmp_path, other):
    assert copies(read_corpus(folder_of(tmp_path, a=TEXT, b=other, c="各区：\n请照办。"))) == {}


def test_short_texts_are_copies_where_they_are_the_same_to_the_letter(tmp_path):
    note = (
        "望溪县水务局定于下月起清理东渠和西渠，沿渠的街道要先清点桥闸，"
        "把要修的列出来，月底前报送县水务局，过时不再受理补报。"
    )
    assert 50 < len(note) < 200
    corpus = read_corpus(folder_of(tmp_path, a=note, b=note, c=note.replace("东渠", "南渠")))
    assert copies(corpus) == {"b": "a"}


def test_two_numbers_or_years_make_two_documents(tmp_path):
    heads = [
        "云岭市水务局关于清渠的通知\n云水发〔2021〕5号\n",
        "云岭市水务局关于清渠的通知\n云水发〔2022〕7号\n",
    ]
    assert copies(read_corpus(folder_of(tmp_path, a=heads[0] + TEXT, b=heads[1] + TEXT))) == {}
    assert copies(read_corpus(folder_of(tmp_path, a=heads[0] + TEXT, b=heads[0] + TEXT))) == {"b": "a"}


def test_rows_of_a_table_are_compared_too(tmp_path):
    text = TEXT.replace("\n", "")
    (tmp_path / "a.csv").write_text(f"content\n{text}\n{text}\n", encoding="utf-8")
    assert list(copies(read_table(tmp_path / "a.csv")).values()) == ["a-1"]


@pytest.mark.real
def test_reports_in_two_formats_are_found_and_nothing_else(shared):
    folder = shared / "corpora" / "local_reports"
    stems = sorted(path.stem for path in folder.glob("*.docx"))[::12]
    paths = [folder / f"{stem}{ending}" for stem in stems for ending in (".docx", ".txt")]
    assert copies(read_corpus(paths)) == {f"{stem}-2": stem for stem in stems}


def test_versions_that_differ_in_a_figure_both_count():
    lines = [f"今年修好第{i}座桥，再清第{i}条渠。" for i in range(10, 60)]
    changed = [line.replace("第33条", "第93条") for line in lines]
    sources = [Source("a", lines=lines), Source("b", lines=changed), Source("c", lines=lines[:-1])]
    found = mark_duplicates(corpus_from_sources(sources)).documents["duplicate_of"]
    assert found.isna().tolist() == [True, True, False]  # c only lacks a line


@pytest.mark.parametrize("letter", "渠清a。")
def test_texts_of_one_letter_are_copies_though_they_have_one_hash_only(tmp_path, letter):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"渠清了，桥修好了。\n{letter * 600}", encoding="utf-8")
    found = read_corpus(tmp_path).documents
    assert found["duplicate_of"].fillna("").tolist() == ["", "a"]
