"""Indicators in words and in panels: who leads, what came of one place, and results before targets."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

import govnlp as gn
from govnlp.figures.comparable import comparable
from govnlp.figures.style import label


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def statements(*rows):
    columns = ["place", "period", "status", "value_base", "comparator"]
    return pd.DataFrame(rows, columns=columns).assign(
        name="固定资产投资", value=1.0, unit="元", unit_base="元", scope=None, doc_id="a"
    )


def test_indicators_are_compared_over_places_of_a_year_or_years_of_a_place():
    year = statements(("甲区", "2020", "actual", 3e8, None), ("乙区", "2020", "actual", 5e8, None))
    assert gn.plot_indicators.say(year).endswith("2020年固定资产投资，乙区5亿元，甲区3亿元。")
    assert "2020年" not in gn.plot_indicators.say(year.assign(name="到位资金"))
    assert gn.plot_indicators.say(year.assign(name="社区数", unit_base="个")) == ""
    apart = statements(("甲区", "2020", "actual", 3e8, None), ("乙区", "2021", "actual", 5e8, None))
    assert gn.plot_indicators.say(apart) == gn.plot_indicators.say(year.head(0)) == ""


def test_results_and_targets_are_not_compared_and_one_place_leads_nobody():
    """One report: its result and its target say nothing; two reports: 3 to 5; where two lead, the next is said."""
    report = statements(("甲区", "2020", "actual", 3e8, None), ("甲区", "2021", "target", 4e8, None))
    assert gn.plot_indicators.say(report) == ""
    drawn = gn.plot_indicators(report)[0]
    assert drawn.texts[-1].get_text() == label("no_comparison")
    two = pd.concat([report, statements(("甲区", "2021", "actual", 5e8, None))])
    said = "可比的指标（同年见于两地，或同地见于两年）1个，口径以原文为准。"
    assert gn.plot_indicators.say(two) == said + "甲区固定资产投资，由2020年的3亿元到2021年的5亿元。"
    assert gn.plot_indicators.say(two.assign(comparator="以上")) == said
    places = [("甲区", "2020", "actual", 3e8, None), ("乙区", "2020", "actual", 5e8, None)]
    third = statements(*places, ("丙区", "2020", "actual", 5e8, None))
    assert gn.plot_indicators.say(third) == said
    other = third.assign(name="进出口总额", value_base=[1e8, 2e8, 4e8])
    assert gn.plot_indicators.say(pd.concat([third, other])).endswith(
        "2020年进出口总额，丙区最高（4亿元），甲区最低（1亿元）。"
    )


def test_an_exact_value_goes_before_a_bound_however_often_that_is_said():
    bounds = statements(*[("甲区", "2020", "actual", 2e8, "突破")] * 2).assign(doc_id=["a", "b"])
    exact = statements(("甲区", "2020", "actual", 2.3e8, None), ("乙区", "2020", "actual", 5e8, None))
    assert gn.plot_indicators.say(pd.concat([bounds, exact])).endswith("乙区5亿元，甲区2.3亿元。")


def test_results_come_before_targets_that_as_many_places_have():
    places = [f"{chr(0x4E00 + i)}县" for i in range(12)]
    results = statements(*((place, "2020", "actual", 3e8, None) for place in places))
    targets = results.assign(period="2021", status="target")
    ax = gn.plot_indicators(pd.concat([results, targets]))[0]
    assert ax.get_xlabel() == label("ranked", year=2020, status="实际", n=12)


def test_sums_of_several_years_are_set_beside_no_year():
    year = statements(("甲区", "2020", "actual", 3e8, None), ("甲区", "2021", "actual", 9e8, "累计"))
    assert gn.plot_indicators.say(year) == ""
    assert gn.plot_indicators.say(year.replace("累计", "国庆七天")) == ""
    assert gn.plot_indicators.say(year.assign(comparator=None)).endswith("由2020年的3亿元到2021年的9亿元。")


def rates(*rows):
    table = statements(*rows).assign(unit="%", unit_base="%")
    fell = table["comparator"].fillna("").str.startswith("降")
    table["name"] = fell.map({True: "固定资产投资降幅", False: "固定资产投资增速"})
    return table.assign(comparator=table["comparator"].str.lstrip("降").replace("", None))


def test_a_fall_is_set_beside_growth_as_negative_growth():
    table = rates(("甲县", "2022", "actual", 4.6, "降"), ("甲县", "2023", "actual", 1.2, None))
    assert comparable(table)[["name", "year", "value_base"]].to_numpy().tolist() == [
        ["固定资产投资增速", 2022, -4.6], ["固定资产投资增速", 2023, 1.2],
    ]  # fmt: skip
    assert gn.plot_indicators.say(table).endswith("甲县固定资产投资增速，由2022年的-4.6%到2023年的1.2%。")
    line = gn.plot_indicators(table)[0].lines[0]
    assert list(line.get_ydata()) == [-4.6, 1.2]
    assert table["value_base"].tolist() == [4.6, 1.2]


def test_bounds_of_a_fall_are_turned_round_and_what_only_falls_keeps_its_name():
    growth = ("甲县", "2023", "actual", 1.2, None)
    table = rates(
        ("甲县", "2022", "actual", 4.6, "降以上"), ("甲县", "2021", "actual", 2.0, "降不超过"), growth
    )
    assert comparable(table)["comparator"].tolist()[:2] == ["以上", "以下"]
    falls = comparable(rates(("甲县", "2022", "actual", 4.6, "降"), ("甲县", "2023", "actual", 3.0, "降")))
    assert falls[["name", "value_base"]].to_numpy().tolist() == [
        ["固定资产投资降幅", 4.6],
        ["固定资产投资降幅", 3.0],
    ]


def test_points_are_no_rate_and_other_words_for_growth_are_one():
    table = rates(("甲县", "2022", "actual", 4.6, "降"), ("甲县", "2023", "actual", 1.2, None))
    points = table.assign(unit=["个百分点", "%"])
    assert comparable(points).empty
    other = table.assign(name=["固定资产投资增幅", "固定资产投资涨幅"])
    assert comparable(other)["name"].unique().tolist() == ["固定资产投资增速"]


def test_only_what_has_a_panel_is_spoken_of():
    """Nine of the ten indicators have panels; the last, which alone has places with values of their own, has none."""
    level = statements(*((f"{i}县", "2020", "actual", 3e8, None) for i in "甲乙丙"))
    nine = [level.assign(name=f"{i}投资") for i in "一二三四五六七八九"]
    other = statements(("甲县", "2020", "actual", 1e8, None), ("乙县", "2020", "actual", 5e8, None))
    said = gn.plot_indicators.say(pd.concat([*nine, other.assign(name="进出口总额")]))
    assert said == "可比的指标（同年见于两地，或同地见于两年）10个，口径以原文为准。"


def test_at_least_is_said_beside_the_mark_of_a_rank_where_no_other_place_is():
    table = statements(("甲县", "2020", "actual", 5e8, "以上"), ("乙县", "2020", "actual", 3e8, None))
    ax = gn.plot_indicators(table)[0]
    (arrow,) = [text for text in ax.texts if text.get_text() == "↑"]
    assert arrow.xy == (5, 0) and arrow.get_ha() == "left" and arrow.get_va() == "center"
