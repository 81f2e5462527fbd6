"""Many documents in one figure: who stands out, and is named."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from govnlp.figures.documents import plot_inventory, plot_structure
from govnlp.figures.spread import (
    outliers,
    plot_theme_spread,
    plot_word_spread,
    say_theme_spread,
    standing_out,
)
from govnlp.figures.style import label


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def profile(shares):
    rows = [(f"d{i}", "水务", share) for i, share in enumerate(shares)]
    return pd.DataFrame(rows, columns=["doc_id", "theme", "share"]).assign(ci_low=0.05)


def test_a_value_beyond_the_fence_stands_out_by_ranges_between_the_quartiles():
    """Quartiles of 1 ... 8 and 30 are 3 and 7: 30 lies (30 - 7) / 4 = 5.75 ranges out, 1.5 of them within the fence."""
    far = standing_out(pd.Series([1, 2, 3, 4, 5, 6, 7, 8, 30]))
    assert far.tolist() == [0.0] * 8 + [4.25]


def test_of_few_or_equal_values_none_stands_out():
    assert not standing_out(pd.Series([1, 1, 1, 90])).any()
    assert not standing_out(pd.Series([5] * 20 + [90])).any()


def test_two_of_a_row_are_named_the_farthest_first():
    """Of 10 to 25, 60, 70 and 80 the quartiles are 14.5 and 23.5: three lie beyond 23.5 + 1.5 * 9 = 37."""
    values = [*range(10, 26), 60, 70, 80]
    table = pd.DataFrame({"row": "甲", "doc_id": [f"d{i}" for i in range(19)], "value": values})
    assert outliers(table)["doc_id"].tolist() == ["d18", "d17"]


def test_a_value_that_is_more_than_half_of_its_row_is_named_where_the_others_are_zero():
    table = pd.DataFrame(
        {"row": "甲", "doc_id": [f"d{i}" for i in range(9)], "value": [0.0] * 7 + [3.0, 4.0]}
    )
    assert outliers(table)["doc_id"].tolist() == ["d8"]


def test_a_document_without_a_word_has_a_dot_at_zero():
    """Nine documents use 水 at equal rates; 图书馆 stands in one of them only."""
    rows = [(f"d{i}", "水", 9, 50.0) for i in range(9)] + [("d3", "图书馆", 4, 20.0)]
    ax = plot_word_spread(
        pd.DataFrame(rows, columns=["doc_id", "term", "n", "per_10k"]), names={"d3": "临溪区"}
    )
    at = ax.collections[0].get_offsets()[:, 0].tolist()
    assert at == [50.0] * 9 + [0.0] * 3 + [20.0] + [0.0] * 5
    assert [text.get_text() for text in ax.texts] == ["临溪区"]


def test_the_figure_names_who_stands_out_and_says_so():
    table = profile([0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.60])
    ax = plot_theme_spread(table, names={"d8": "望溪县"})
    assert [text.get_text() for text in ax.texts] == ["望溪县"]
    assert label("spread_named_themes", few=8) in ax.get_xlabel()
    assert say_theme_spread(table, names={"d8": "望溪县"}) == "与众不同的有望溪县的水务（60%）。"


def test_a_document_of_too_few_blocks_for_an_interval_does_not_stand_out():
    table = profile([0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 1.0])
    table.loc[8, "ci_low"] = None
    assert say_theme_spread(table) == "" and not plot_theme_spread(table).texts


def test_where_none_stands_out_nothing_is_said():
    table = profile([0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17])
    ax = plot_theme_spread(table)
    assert say_theme_spread(table) == "" and not ax.texts
    assert ax.get_xlabel() == f"{label('share')}\n{label('spread_note')}"  # and no word of names


def test_an_inventory_of_many_has_a_row_for_each_year():
    n = 20
    table = pd.DataFrame(
        {"doc_id": [f"d{i}" for i in range(n)], "published": pd.NaT, "signed": pd.NaT,
         "year": [2019, 2021] * 9 + [pd.NA] * 2,
         "n_articles": 1, "n_chars": range(1000, 1000 + n), "aside": 0.0}
    ).astype({"published": "datetime64[ns]", "signed": "datetime64[ns]", "year": "Int64"})  # fmt: skip
    ax = plot_inventory(table)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["日期不详", "2019", "2021"]
    assert [text.get_text() for text in ax.texts] == ["2", "9", "9"]


def test_structure_of_many_shows_those_with_most_set_aside_and_says_so():
    blocks = [(f"d{i:02}", 0, 0, "paragraph", "水" * 100) for i in range(20)]
    blocks += [(f"d{i:02}", 1, pd.NA, "page", "页" * i) for i in range(20)]
    table = pd.DataFrame(blocks, columns=["doc_id", "block", "article", "kind", "text"])
    ax = plot_structure(table)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == [f"d{i:02}" for i in range(5, 20)]
    assert "20份文献中列出15份" in ax.get_xlabel()
