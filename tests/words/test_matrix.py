import hashlib

import numpy as np
import pandas as pd
import pytest
from joblib import parallel_backend
from sklearn.feature_extraction.text import CountVectorizer

import govnlp
from govnlp import Segmenter, count_terms, frequency, load_terms, read_corpus, segment, shareable_counts
from govnlp.words.counting import batches
from govnlp.words.shared_counts import read_source

UNITS = pd.DataFrame(
    {
        "unit_id": ["a:0", "a:1", "b:0"],
        "doc_id": ["a", "a", "b"],
        "text": ["优化营商环境，优化服务。", "服务企业　2011-2020", "防汛抗旱，服务群众"],
    }
)


def test_counts_equal_those_of_scikit_learn():
    texts = [
        f"{a}{b}，{a}"
        for a in ("优化营商环境", "服务企业", "防汛抗旱")
        for b in ("2011-2020年", "６.5%", "乡村振兴的路")
    ]
    terms = count_terms(texts)
    words = [[w for w in line if any(c.isalnum() for c in w)] for line in segment(texts)]
    theirs = CountVectorizer(analyzer=lambda i: words[i])
    expected = theirs.fit_transform(range(len(texts))).toarray()
    names = [name.translate({ord("６"): "6"}) for name in theirs.get_feature_names_out()]
    assert terms.terms.tolist() == sorted(names)
    assert terms.counts.toarray().sum() == expected.sum()
    assert terms.units["n_tokens"].tolist() == [
        len([w for w in line if not w.isspace()]) for line in segment(texts)
    ]


def test_footnote_counts_what_was_removed():
    terms = count_terms(UNITS, stopwords=["服务"], min_length=2)
    assert terms.note["removed"] == {"punctuation": 4, "stop words": 3}
    assert "3 units" in terms.describe()
    assert "stop words 3" in terms._repr_html_()


def test_group_trim_subset_lookup():
    terms = count_terms(UNITS)
    groups = terms.group("doc_id")
    assert groups.units[["doc_id", "n_units"]].to_numpy().tolist() == [["a", 2], ["b", 1]]
    assert groups.units["n_tokens"].tolist() == [11, 5]
    assert groups.frame().query("term == '服务'")["n"].tolist() == [2, 1]
    assert terms.trim(min_units=2).terms.tolist() == ["服务"]
    assert terms.trim(top=2).terms.tolist() == ["优化", "服务"]
    assert terms.trim(top=1).note["removed"]["trimmed terms"] > 0
    assert terms.subset("b").units["unit_id"].tolist() == ["b:0"]
    assert terms.subset(terms=["优化"]).counts.toarray().ravel().tolist() == [2, 0, 0]
    assert terms.lookup({"水": ["防*", "抗旱"], "商": ["营商环境"]}).counts.toarray().tolist() == [
        [0, 1],
        [0, 0],
        [2, 0],
    ]
    with pytest.raises(KeyError, match="no unit with doc_id 'c'; there is none"):
        count_terms([]).subset("c")
    with pytest.raises(KeyError, match="no unit with doc_id 'c'; one of: "):
        terms.subset("c")
    with pytest.raises(ValueError, match="no column 'year'"):
        terms.group("year")


def test_ngrams_do_not_reach_over_punctuation():
    assert count_terms(["优化环境，服务企业"], ngrams=2).terms.tolist() == ["优化_环境", "服务_企业"]
    assert len(count_terms(["优化环境"], ngrams=(1, 2)).terms) == 3
    assert count_terms(["优"], ngrams=3).shape == (1, 0)


def test_numbers_fold_to_classes():
    folded = count_terms(
        ["达1,234元，增6.5%，三十个，2025年3月5日"], segmenter=Segmenter(dates=True), fold_numbers=True
    )
    assert {"<数>", "<百分数>", "<日期>"} <= set(folded.terms)


def test_stop_words_and_punctuation_stay_in_the_denominator():
    table = frequency(count_terms(["优化的环境。"], stopwords="light"))
    assert table["per_10k"].tolist() == [2500.0, 2500.0]


@pytest.mark.parametrize("name", ["counts", "counts.zip"])
def test_save_and_load(tmp_path, name):
    terms = count_terms(UNITS)
    first, second = _saved(terms, tmp_path / "x", name), _saved(terms, tmp_path / "y", name)
    loaded = load_terms(first)
    assert loaded.frame().equals(terms.frame())
    assert loaded.units.equals(terms.units)
    assert loaded.note == terms.note
    for one, other in zip(_files(first), _files(second), strict=True):
        assert one.read_bytes() == other.read_bytes()
        assert "营商环境，".encode() not in one.read_bytes()


def _saved(terms, folder, name):
    folder.mkdir()
    return terms.save(folder / name)


def _files(path):
    return sorted(path.iterdir()) if path.is_dir() else [path]


def test_texts_paths_and_tables_give_the_same_counts(tmp_path):
    paths = []
    for i, text in enumerate(UNITS["text"]):
        paths.append(tmp_path / f"{i}.txt")
        paths[-1].write_text(text, encoding="gb18030" if i else "utf-8")
    expected = count_terms(UNITS).counts.toarray()
    assert (count_terms(iter(paths)).counts.toarray() == expected).all()
    assert (count_terms(text for text in UNITS["text"]).counts.toarray() == expected).all()


def test_processes_and_batches_do_not_change_the_result(monkeypatch):
    one = count_terms(UNITS)
    monkeypatch.setattr("govnlp.words.counting.BATCH", 10)
    assert len(list(batches(UNITS["text"]))) == 3
    with parallel_backend("threading"):
        two = count_terms(UNITS, n_jobs=2)
    assert two.terms.tolist() == one.terms.tolist()
    assert (two.counts.toarray() == one.counts.toarray()).all()
    assert two.note == one.note
    assert two.counts.has_sorted_indices


def test_empty_input():
    assert count_terms([]).shape == (0, 0)
    assert frequency(count_terms(["", "。"])).empty


def test_one_string_and_missing_text_are_refused():
    with pytest.raises(TypeError, match="one string"):
        count_terms("文本")
    with pytest.raises(ValueError, match="no column 'text'"):
        count_terms(pd.DataFrame({"body": ["文本"]}))


def test_short_units_join_a_neighbour():
    long = "全市各级各部门都要为企业和群众提供更好的服务"
    units = pd.DataFrame(
        {"unit_id": list("12345"), "doc_id": list("aaabb"), "text": ["短", long, "谢谢", "很短", "也短"]}
    )
    shared = shareable_counts(units)
    assert shared.units["unit_id"].tolist() == ["2", "4"]
    assert shared.n_tokens == count_terms(units).n_tokens
    assert "text" not in shared.units
    assert np.all(shared.terms[:-1] < shared.terms[1:])


def test_shared_counts_carry_no_words_in_order_but_say_where_they_are_from(tmp_path):
    text = "一、营商环境\n\n主持人：全市各级各部门都要为企业和群众提供更好的服务。\n"
    (tmp_path / "望溪县.txt").write_text(text, encoding="utf-8")
    shared = shareable_counts(read_corpus(tmp_path))
    assert not {"text", "section", "speaker"} & set(shared.units)
    assert not {"path", "year_evidence"} & set(shared.documents)
    assert shared.documents["sha256"].tolist() == [hashlib.sha256(text.encode()).hexdigest()]
    assert shared.note["govnlp"] == govnlp.__version__


def test_counts_are_worked_with_as_their_text_would_be(tmp_path):
    texts = ["2021年全区新增企业1200家，同比增长8.5%。", "企业的诉求，我们三天内办结。"]
    for i, text in enumerate(texts):
        (tmp_path / f"{i}.txt").write_text(text, encoding="utf-8")
    corpus = read_source(tmp_path)
    shareable_counts(corpus, min_tokens=1).save(tmp_path / "counts.zip")
    options = {"stopwords": "medium", "fold_numbers": True, "min_length": 2}
    again = count_terms(read_source(tmp_path / "counts.zip"), **options)
    direct = count_terms(corpus, **options)
    assert again.frame().equals(direct.frame())
    assert again.n_tokens == direct.n_tokens
    assert again.note["removed"] == direct.note["removed"]
    with pytest.raises(ValueError, match="no order of words"):
        count_terms(again, ngrams=2)


def test_what_is_no_saved_matrix_is_named(tmp_path):
    (tmp_path / "c.csv").write_text("term\n", encoding="utf-8")
    for name in ("c.csv", "nosuch.zip"):
        with pytest.raises(FileNotFoundError, match=rf"{name}; give a folder or \.zip"):
            load_terms(tmp_path / name)


def test_what_is_no_text_is_named_and_a_missing_one_has_no_words():
    with pytest.raises(TypeError, match=r"unit 1 is b'x'; give texts or paths"):
        count_terms(["渠清了。", b"x"])
    assert count_terms(["渠清了。", None]).shape[0] == 2
