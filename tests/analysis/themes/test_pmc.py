"""The PMC index by hand: means of items, summed; and a published example."""

import numpy as np
import pandas as pd
import pytest

from govnlp.analysis.themes.pmc import pmc_index, pmc_surface

ITEMS = {
    "X1": "10",
    "X2": "1110",
    "X3": "00",
    "X4": "11",
    "X5": "10000",
    "X6": "111",
    "X7": "1",
    "X8": "1010",
    "X9": "0001",
    "X10": "1",
}
MEANS = [0.5, 0.75, 0, 1, 0.2, 1, 1, 0.5, 0.25, 1]


def scores(**items):
    rows = [
        (policy, variable, f"{variable}.{j}", int(value))
        for policy, given in items.items()
        for variable, values in given.items()
        for j, value in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=["policy", "variable", "item", "value"])


def test_the_index_is_the_sum_of_the_means_of_items():
    table = pmc_index(scores(甲=ITEMS))
    assert table.loc[0, list(ITEMS)].tolist() == MEANS
    assert table.loc[0, "pmc"] == pytest.approx(6.2)
    assert table.loc[0, "level"] == "acceptable"


def test_the_surface_has_the_first_nine_variables_row_by_row():
    surface = pmc_surface(pmc_index(scores(甲=ITEMS)), "甲")
    assert surface.tolist() == [[0.5, 0.75, 0], [1, 0.2, 1], [1, 0.5, 0.25]]


def test_a_published_example():
    """The main variables of an evaluated policy, as printed by the author of the index.

    M. A. Ruiz Estrada, PIE index (forerunner of the PMC index, with the same means of items), Revista Académica
    ECO 13, Universidad Rafael Landívar, table 3: the index is printed as 0.6 on a scale to one, "acceptable".
    The page has no items: each value is given here as so many hundred items.
    """
    printed = [[1, 0.75, 0.58], [1, 0.50, 0.67], [0.36, 0.36, 0.22]]
    values = [value for row in printed for value in row]
    items = {f"X{i}": "1" * round(100 * v) + "0" * round(100 - 100 * v) for i, v in enumerate(values, 1)}
    table = pmc_index(scores(p=items))
    assert table.loc[0, "pmc"] == pytest.approx(5.44)
    assert round(table.loc[0, "pmc"] / 9, 1) == 0.6
    assert table.loc[0, "level"] == "acceptable"
    assert pmc_surface(table, "p") == pytest.approx(np.array(printed))


@pytest.mark.parametrize(
    "ones, level", [(10, "perfect"), (9, "perfect"), (8, "good"), (7, "good"), (5, "acceptable"), (4, "low")]
)
def test_levels(ones, level):
    items = {f"X{i}": "1" if i <= ones else "0" for i in range(1, 11)}
    assert pmc_index(scores(甲=items))["level"].tolist() == [level]


def test_policies_keep_their_order():
    assert pmc_index(scores(乙=ITEMS, 甲=ITEMS))["policy"].tolist() == ["乙", "甲"]


def test_faults_are_named():
    good = scores(甲=ITEMS)
    with pytest.raises(ValueError, match=r"'X1\.0' of '甲' is 2, not 0 or 1"):
        pmc_index(good.assign(value=[2, *good["value"][1:]]))
    with pytest.raises(ValueError, match=r"'X1\.0' stands twice for '甲'"):
        pmc_index(pd.concat([good, good.head(1)]))
    with pytest.raises(ValueError, match="'乙' has no value for every item"):
        pmc_index(pd.concat([good, scores(乙={"X1": "11"})]))
    with pytest.raises(ValueError, match="no column 'value'"):
        pmc_index(good.drop(columns="value"))
    with pytest.raises(KeyError, match="no policy '丙'; one of: 甲"):
        pmc_surface(pmc_index(good), "丙")
    with pytest.raises(ValueError, match="needs nine variables, not 1"):
        pmc_surface(pmc_index(scores(甲={"X1": "1"})), "甲")
