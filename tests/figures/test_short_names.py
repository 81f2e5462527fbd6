"""Short names of documents, their places and colours."""

import pandas as pd

from govnlp.figures.short_names import colours_by_name, own_place, place_names, short_names

DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c", "d", "e"],
        "region": ["湖北省武汉市武昌区", None, None, None, None],
        "region_code": ["420106", None, None, None, None],
        "year": pd.array([2018, 2021, 2021, None, 2021], "Int64"),
        "genre": ["news_page", "work_report", None, None, "work_report"],
        "title": ["武昌", "政府工作报告", "青槐区里的老街坊搬进了新家", None, "政府工作报告"],
    }
)
BLOCKS = pd.DataFrame(
    {
        "doc_id": ["b", "c", "c", "d", "e"],
        "text": [
            "我代表青槐区人民政府报告工作。",
            "青槐区的老街坊",
            "青槐区人人说好",
            "天晴了。",
            "青槐区人民政府的工作",
        ],
    }
)


def test_names_are_place_year_and_genre_or_words_of_the_title_and_no_two_are_equal():
    names = short_names(DOCUMENTS, "zh", BLOCKS)
    assert names == {
        "a": "武昌区 2018 报纸版面",
        "b": "青槐区 2021 工作报告 (1)",
        "c": "青槐区 2021 里的老街坊搬进…",
        "d": "无题文献",
        "e": "青槐区 2021 工作报告 (2)",
    }
    assert short_names(DOCUMENTS, "en", BLOCKS)["a"] == "武昌区 2018 news page"


def test_a_place_is_vouched_for_by_its_office_or_by_another_document():
    places = place_names(DOCUMENTS, BLOCKS)
    assert places == {"a": "武昌区", "b": "青槐区", "c": "青槐区", "d": None, "e": "青槐区"}
    assert place_names(DOCUMENTS)["b"] is None


def test_no_place_without_a_clear_majority():
    assert own_place("青槐区人民政府与临溪区人民政府签约。") is None
    assert own_place("全区人大代表到我区政府。") is None
    assert own_place("青槐区委书记、青槐区区长与临溪区区长") == "青槐区"


def test_eight_names_have_eight_colours_and_nine_have_one():
    assert len(set(colours_by_name("甲乙丙丁戊己庚辛").values())) == 8
    assert len(set(colours_by_name("甲乙丙丁戊己庚辛壬").values())) == 1
