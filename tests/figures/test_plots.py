"""The data behind the artists, and files that are the same each time."""

import warnings

import matplotlib as mpl
import pandas as pd
import pytest

import govnlp as gn
from govnlp.figures.saving import safe_cell

mpl.use("Agg")


@pytest.fixture
def table():
    return pd.DataFrame(
        {
            "term": ["河湖", "$\\input", "治理"],
            "n": [4, 1, 9],
            "per_10k": [40.0, 10.0, 90.0],
            "n_units": [2, 1, 3],
            "rank": [2, 3, 1],
        }
    )


def test_bars_stand_in_the_order_of_counts_with_rate_and_count(table):
    ax = gn.plot_frequency(table)
    assert [bar.get_width() for bar in ax.patches] == [90.0, 40.0, 10.0]
    assert [text.get_text() for text in ax.get_yticklabels()] == ["治理", "河湖", "$\\input"]
    assert [bar.get_facecolor()[:3] == (1.0, 1.0, 1.0) for bar in ax.patches] == [False, False, True]


def test_two_saves_are_the_same_bytes_and_every_glyph_is_there(table, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for folder in ("a", "b"):
            gn.save_figure(
                gn.plot_frequency(table).figure, tmp_path / folder / "02", alt="治理最多", data=table
            )
    for ending in ("png", "svg", "csv", "txt"):
        assert (tmp_path / "a" / f"02.{ending}").read_bytes() == (
            tmp_path / "b" / f"02.{ending}"
        ).read_bytes()
    assert (tmp_path / "a" / "02.txt").read_text(encoding="utf-8") == "治理最多\n"


def test_a_figure_without_words_is_refused(table, tmp_path):
    with pytest.raises(ValueError, match="alt text is empty"):
        gn.save_figure(gn.plot_frequency(table).figure, tmp_path / "02", alt=" ", data=table)


def test_formulas_are_text():
    cells = ["=1+1", "+1", "-1", "@x", "河-湖"]
    assert [safe_cell(cell) for cell in cells] == ["'=1+1", "'+1", "'-1", "'@x", "河-湖"]
