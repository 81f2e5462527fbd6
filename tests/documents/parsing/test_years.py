import pytest

from govnlp import parse_text
from govnlp.documents.parsing.years import infer_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("预计2021年全区完成投资10亿元，二期预计2022年建成。", 2021),
        ("2021年度计划修三座桥，比2019年多一座。", 2021),
        ("厂长念了名单，从1958年到2019年，共三百人。", 2019),
        ("2022年12月6日，通水了。1998年村里没有水。", 2022),
        ("新桥通车，到2025年再修两座。", None),
        ("加强“十四五”水利规划编制，今年再修两座桥。", 2020),
        ("预计2021年修桥两座，编制“十五五”规划。", 2021),
        ("编制了《“十四五”水利规划》。", None),
        ("炉子1964年点火，今年熄了。", None),
        ("接待游客恢复到2019年同期的九成。", None),
        ("2020年6月成立议事会以来，纠纷少了。", None),
        ("2021年修桥三座。2021年修路两条。", 2021),
        ("2018年修桥三座，去年修路两条，2018年还栽了树。", None),
        ("2016年5月3日开工，2018年有人搬走。", None),
    ],
)
def test_year_is_that_in_which_the_text_speaks(text, year):
    assert infer_year([text])[0] == year


def test_stated_dates_come_before_inference():
    text = "新桥通车\n来源：望溪日报 2021年3月4日\n桥是2019年5月1日开工的，预计2022年再修一座。"
    row = parse_text(text).documents.iloc[0]
    assert (row["year"], row["year_evidence"], row["outlet"]) == (2021, "2021-03-04", "望溪日报")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("望溪日报 2021年3月4日 星期四 要闻 2版", "望溪日报"),
        ("●望溪日报记者 林溪", "望溪日报"),
        ("望溪县融媒体中心记者 林溪", "望溪县融媒体中心"),
        ("来源：县委宣传部 2021-03-04", "县委宣传部"),
        ("来源：本报", None),
    ],
)
def test_outlet_is_what_the_text_states(head, outlet):
    assert parse_text(f"新桥通车\n{head}\n桥通了，居民出行方便多了。").documents["outlet"][0] == outlet
