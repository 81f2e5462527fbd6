"""A stage: what it shares with others, what it sets side by side, and what it saves or does not."""

from dataclasses import replace

import matplotlib as mpl
import pandas as pd
import pytest

import govnlp as gn
from govnlp import shared
from govnlp.analysis.keywords.obvious import without_obvious
from govnlp.documents.naming import short_names
from govnlp.documents.restoring.channel import dictionary
from govnlp.figures.grouping import best_group, grouped
from govnlp.figures.html_tables import table_html
from govnlp.figures.manifest import read_manifest

mpl.use("Agg")
TEXT = "青槐区优化营商环境，新签约项目{n}个。\n\n企业办事更快，青槐区的企业满意。\n"


def folder_of(path, n):
    path.mkdir()
    for i in range(n):
        (path / f"{2018 + i % 3}年{i:02}.txt").write_text(TEXT.format(n=i + 2), encoding="utf-8")
    return path


def test_stages_of_one_process_read_and_count_once(tmp_path):
    source = folder_of(tmp_path / "in", 3)
    first, second = (gn.Stage(number, source, tmp_path / "out") for number in ("02", "03"))
    assert first.corpus is second.corpus
    read = shared.count_once.cache_info().misses
    assert first.count(stopwords="strong").n_tokens == second.count().n_tokens
    assert shared.count_once.cache_info().misses == read + 1
    (source / "again.txt").write_text(TEXT.format(n=9), encoding="utf-8")
    assert len(gn.Stage("02", source, tmp_path / "out").corpus.documents) == 4


def test_rows_are_in_the_order_of_the_sides_and_only_of_them(tmp_path):
    stage = gn.Stage(
        "05", folder_of(tmp_path / "in", 3), tmp_path / "out", documents=["2020年02", "2018年00"]
    )
    table = pd.DataFrame({"doc_id": ["2018年00", "2019年01", "2020年02", "2018年00"], "share": [1, 2, 3, 4]})
    assert stage.in_order(table)["share"].tolist() == [3, 1, 4]


def test_counts_are_those_of_the_text(tmp_path):
    stage = gn.Stage("02", folder_of(tmp_path / "in", 3), tmp_path / "out")
    ours = stage.count(stopwords="strong", fold_numbers=True)
    direct = gn.count_terms(stage.corpus, stopwords="strong", fold_numbers=True)
    pd.testing.assert_frame_equal(ours.frame(), direct.frame())


def test_few_documents_stand_side_by_side_and_many_in_groups(tmp_path):
    few = gn.Stage("02", folder_of(tmp_path / "few", 3), tmp_path / "out")
    assert few.by == "doc_id" and len(few.sides) == 3
    many = gn.Stage("02", folder_of(tmp_path / "many", 18), tmp_path / "out", group="encoding")
    assert many.by == "doc_id"  # one encoding: nothing to set side by side
    many = gn.Stage("02", tmp_path / "many", tmp_path / "out", documents=["2018年00"])
    assert many.sides == ["2018年00"]


def test_groups_are_proposed_from_what_most_documents_have():
    table = pd.DataFrame(
        {"place": ["甲", None, None, "乙"], "year": [2019, 2020, 2020, 2019], "genre": "news"}
    )
    assert best_group(table) == "year" and best_group(table[:1]) is None
    assert grouped(table, "place", "en") == ["甲", "unknown", "unknown", "乙"]
    assert set(grouped(table, None, "zh")) == {"全部文献"}
    with pytest.raises(ValueError, match="no column 'colour' to group by; one of: place, year, genre"):
        grouped(table, "colour")


def test_a_figure_is_saved_with_its_finding_and_an_empty_one_is_not(tmp_path):
    stage = gn.Stage("02", folder_of(tmp_path / "in", 3), tmp_path / "out", "zh")
    table = gn.frequency(stage.count(stopwords="strong"))
    assert stage.show(gn.plot_frequency, table).startswith("表中最常用的词有企业")
    assert stage.show(gn.plot_frequency, table[:0], name="none") == "没有可显示的数据"
    outputs = read_manifest(tmp_path / "out")["outputs"]
    assert outputs["02-frequency"]["finding"] == outputs["02-frequency"]["alt"]
    assert outputs["02-none"]["kind"] == "nothing" and not (tmp_path / "out/figures/02-none.png").exists()
    assert "3份文献" in outputs["02-frequency"]["source"]


def test_a_file_that_was_not_read_is_named_without_its_folder(tmp_path):
    source = folder_of(tmp_path / "in", 2)
    (source / "空.txt").write_text("", encoding="utf-8")
    stage = gn.Stage("01", source, tmp_path / "out")
    assert stage.table("problems", stage.corpus.problems)["path"].tolist() == ["空.txt"]


def test_a_table_keeps_its_record_where_its_figure_has_nothing_to_show(tmp_path):
    stage = gn.Stage("02", folder_of(tmp_path / "in", 1), tmp_path / "out")
    shown = stage.table("indicators", pd.DataFrame({"name": ["投资"] * 30}))
    assert len(shown) == 20 and "共30行，显示20行" in table_html(shown, lang="zh")
    stage.show(gn.plot_indicators, gn.extract_indicators(stage.corpus))
    assert read_manifest(stage.out)["outputs"]["02-indicators"]["kind"] == "table"


def test_documents_of_a_table_are_shown_by_their_short_names_and_kept_by_their_ids(tmp_path):
    stage = gn.Stage("02", folder_of(tmp_path / "in", 1), tmp_path / "out")
    doc_id = stage.documents["doc_id"].iloc[0]
    shown = stage.table("indicators", pd.DataFrame({"doc_id": [doc_id]}))
    assert shown["doc_id"].tolist() == [stage.names[doc_id]]
    saved = pd.read_csv(tmp_path / "out" / "tables" / "02-indicators.csv")
    assert saved["doc_id"].astype(str).tolist() == [doc_id]


def test_what_was_put_back_is_known_to_all_stages_and_its_dictionary_is_let_go(tmp_path):
    (tmp_path / "甲.txt").write_text("云岭市沉点工做无了新进展，居平易近收入删加。\n", encoding="utf-8")
    dictionary.cache_clear()  # of what this process put back before
    shared.read_ahead(tmp_path, True)
    stage = gn.Stage("01", tmp_path, tmp_path / "out", restore=True)
    assert {"工做", "沉点"} <= set(stage.swaps["spun"]) and stage.corpus.documents["restored"].all()
    assert dictionary.cache_info().currsize == 0


def test_years_are_compared_where_three_have_two_documents_of_one_genre_each(tmp_path):
    """Of 2018 to 2020 each has two of six; without one of them, a year has a single one, and two years are left."""
    stage = gn.Stage("07", folder_of(tmp_path / "in", 6), tmp_path / "out")
    stage.documents = stage.documents.assign(
        year=[2018, 2018, 2019, 2019, 2020, 2020], genre="news", duplicate_of=None
    )
    assert len(stage.years_alike) == 6
    fewer = gn.Stage("07", tmp_path / "in", tmp_path / "out")
    fewer.documents = stage.documents.assign(genre=["interview", *["news"] * 5])
    assert fewer.years_alike == []


def test_a_piece_of_an_own_place_is_set_aside_unless_it_stands_elsewhere():
    """The segmenter does not know 召陵区 and cuts it in two; 陵区 is a word, and four times another one."""
    for text, kept in (("召陵区清渠。召陵区治水。", []), ("召陵区清渠。" + "陵区植树。" * 4, ["陵区"])):
        terms = gn.count_terms(gn.parse_text(text, "a"))
        terms = replace(terms, documents=terms.documents.assign(place="召陵区", region=None))
        assert [term for term in without_obvious(terms).terms if "陵" in term] == kept


def test_a_lexicon_is_found_beside_the_documents_and_a_missing_one_is_explained(tmp_path):
    source = folder_of(tmp_path / "in", 2)
    (source / "phrases.csv").write_text("term\n企业办事\n", encoding="utf-8")
    stage = gn.Stage("02", source, tmp_path / "out", lexicon="phrases.csv")
    assert stage.lexicon == str(source / "phrases.csv") and len(stage.corpus.documents) == 2
    assert "企业办事" in set(gn.frequency(stage.count())["term"])
    wrong = gn.Stage("02", source, tmp_path / "out", lexicon="words.csv")
    with pytest.raises(FileNotFoundError, match=r"no lexicon 'words.csv' in .*in; .*one a line") as caught:
        wrong.count()
    assert source.as_posix() in caught.value.args[0].said("zh")
    with pytest.raises(FileNotFoundError, match=r"no lexicon 'words.xlsx'"):
        gn.Segmenter(lexicon="words.xlsx")


def test_a_document_that_is_called_as_a_group_keeps_its_name(tmp_path):
    """2019.txt is one of the documents of that year: it is not named “2019（2份）”."""
    source = folder_of(tmp_path / "in", 3)
    (source / "2019.txt").write_text(TEXT.format(n=9), encoding="utf-8")
    (source / "metadata.csv").write_text("file,date\n2019.txt,2019\n", encoding="utf-8")
    stage = gn.Stage("02", source, tmp_path / "out", group="year")
    assert stage.names["2019"] == short_names(stage.corpus.documents)["2019"]
    assert stage.names["年份 2019"] == "年份 2019（1份）"


@pytest.mark.parametrize(
    "wrong, told",
    [
        ({"documents": ["2999年"]}, "没有 2999年 这份文献；已有的如：2018年00"),
        ({"group": "派"}, "没有 派 这一列"),
    ],
)
def test_a_wrong_parameter_is_named_in_the_readers_language(tmp_path, wrong, told):
    stage = gn.Stage("02", folder_of(tmp_path / "in", 2), tmp_path / "out", **wrong)
    with pytest.raises(ValueError) as error:
        _ = stage.documents
    assert error.value.args[0].said("zh").startswith(told)
