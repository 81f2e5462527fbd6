"""Tile map: a tile per province, values of one indicator and year, qualifiers drawn."""

import matplotlib as mpl
import pandas as pd

import govnlp as gn
from govnlp.figures.provinces import province_values, tiles

mpl.use("Agg")
CODES = ["110000", "120000", "130000", "140000", "210000", "220000", "310000", "320000"]


def values():
    table = pd.DataFrame({"code": CODES, "name": "投资", "unit_base": "元", "year": 2021, "comparator": None})
    table["status"] = "actual"
    table["value_base"] = [float(i + 1) * 1e8 for i in range(8)]
    table.loc[0, "comparator"] = "以上"
    return table


def test_there_are_34_tiles_and_none_on_another():
    assert len(tiles()) == 34 == len({place[1:] for place in tiles().values()})


def test_a_tile_holds_name_and_value_with_its_qualifier():
    ax = gn.plots.plot_provinces(values())
    texts = [text.get_text() for text in ax.texts]
    assert len(ax.patches) == 34 and len(texts) == 34 + 8
    assert texts[texts.index("北京") + 1] == "1↑" and texts[texts.index("上海") + 1] == "7"
    assert ax.figure.get_suptitle() == "2021年各省份投资如何？（实际，亿元）"
    assert gn.plots.plot_provinces.say(values()) == "2021年投资，江苏最高（8亿元），北京最低（1亿元）。"


def test_few_provinces_make_no_map():
    ax = gn.plots.plot_provinces(values().head(7))
    assert not ax.patches and gn.plots.plot_provinces.say(values().head(7)) == ""


def test_the_year_that_most_provinces_state_is_taken():
    rows = [(code, "投资", "2021", "actual", 1e8, "元", None, None, code) for code in CODES]
    rows += [(code, "投资", "2022", "actual", 1e8, "元", None, None, code) for code in CODES[:3]]
    columns = [
        "place",
        "name",
        "period",
        "status",
        "value_base",
        "unit_base",
        "comparator",
        "scope",
        "doc_id",
    ]
    documents = pd.DataFrame({"doc_id": CODES, "region_code": CODES})
    found = province_values(pd.DataFrame(rows, columns=columns).assign(unit="元"), documents)
    assert found["year"].unique().tolist() == [2021] and set(found["status"]) == {"actual"}
    assert found["code"].tolist() == CODES
