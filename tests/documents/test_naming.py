"""Short names of documents."""

import pandas as pd

from govnlp.documents.naming import cut, short_names

DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c", "d", "e"],
        "place": ["武昌区", "青槐区", "青槐区", None, "青槐区"],
        "year": pd.array([2018, 2021, 2021, None, 2021], "Int64"),
        "genre": ["news_page", "work_report", None, None, "work_report"],
        "title": ["武昌", "政府工作报告", "青槐区里的老街坊搬进了新家", None, "政府工作报告"],
    }
)


def test_names_are_place_year_and_genre_or_words_of_the_title_and_no_two_are_equal():
    assert short_names(DOCUMENTS) == {
        "a": "武昌区 2018 报纸版面",
        "b": "青槐区 2021 工作报告 (1)",
        "c": "青槐区 2021 里的老街坊搬进…",
        "d": "d",
        "e": "青槐区 2021 工作报告 (2)",
    }
    assert short_names(DOCUMENTS, "en")["a"] == "武昌区 2018 news page"


def test_a_title_keeps_the_rank_of_its_own_place_and_loses_marks_that_are_not_seen():
    table = pd.DataFrame({"doc_id": ["a"], "place": ["青槐区"], "title": ["青槐区委\u200b书记 谈\u202e水"]})
    assert short_names(table) == {"a": "青槐区 区委书记谈水"}


def test_a_cut_counts_a_chinese_character_as_one_and_another_as_a_half():
    assert [cut("临溪区清渠", 5), cut("临溪区清渠", 4), cut("ABCD", 3)] == ["临溪区清渠", "临溪区…", "ABCD"]


def test_the_subject_of_a_title_tells_documents_apart_and_not_its_issuer_or_its_form():
    titles = {
        "a": "青槐区水利局关于印发《青槐区河道保洁办法》的通知",
        "b": "青槐区水利局关于加固东渠闸门的通知",
        "c": "青槐区水利局",
    }
    table = pd.DataFrame({"doc_id": list(titles), "title": titles.values(), "genre": "policy_document"})
    assert list(short_names(table.assign(place="青槐区")).values()) == [
        "青槐区 河道保洁办法",
        "青槐区 加固东渠闸门的通知",
        "青槐区 水利局",
    ]
    assert short_names(table)["b"] == "加固东渠闸门的通知"


def test_titles_that_begin_alike_are_told_apart_by_where_they_differ():
    """The first thirteen characters are the same; a name has room for ten."""
    titles = ["青槐区东渠水库除险加固工程初步设计", "青槐区东渠水库除险加固工程竣工验收"]
    table = pd.DataFrame({"doc_id": ["a", "b"], "title": titles, "genre": "news"})
    assert list(short_names(table.assign(place="望溪县")).values()) == [
        "望溪县 …工程初步设计",
        "望溪县 …工程竣工验收",
    ]


def test_a_document_without_place_and_title_is_named_by_its_file():
    table = pd.DataFrame(
        {"doc_id": ["临溪讲话\u200b稿"], "place": [None], "year": [2021], "genre": [None], "title": [None]}
    )
    assert short_names(table) == {"临溪讲话\u200b稿": "临溪讲话稿"}


def test_a_file_named_by_a_number_is_named_by_its_genre_too():
    """2019 says of what year the report is, and no more; the file of a speech says what it is itself."""
    table = pd.DataFrame(
        {
            "doc_id": ["2019", "讲话2020"],
            "place": None,
            "year": [2019, 2020],
            "genre": "work_report",
            "title": None,
        }
    )
    assert short_names(table) == {"2019": "2019 工作报告", "讲话2020": "讲话2020"}
    assert short_names(table, "en")["2019"] == "2019 work report"


def test_place_and_year_are_said_once():
    """What the title repeats goes, but no end of a year and no span; a year of its own stands for the document's."""
    titles = {
        "2022年青槐区国民经济和社会发展统计公报2022": "青槐区 2022 统计公报",
        "云岭市青槐区2022年度审计情况": "青槐区 2022 审计情况",
        "青槐区2022年底防汛": "青槐区 2022年底防汛",
        "青槐区2022年至2025年治水": "青槐区 2022年至2025年治水",
        "青槐区2020年工作总结": "青槐区 2020年工作总结",
        "青槐区": "青槐区 2022",
    }
    table = pd.DataFrame({"doc_id": list(titles), "title": list(titles), "place": "青槐区", "year": 2022})
    assert short_names(table) == titles
    alone = table.assign(place=None, title="柳湾街道2020年工作总结").head(1)
    assert list(short_names(alone).values()) == ["柳湾街道2020年工作总结"]
