"""Tables of rules: what a row asks, which one decides, and what a wrong table is told."""

import pytest

from govnlp.analysis.indicators.rows import Asked, any_of, finding, matching, read_rows

ROWS = [
    {"kind": ["share", "rank"], "after": "的", "size": 1},
    {"kind": "share", "before": ["超过", "超"], "size": 2},
    {"example": "most values"},
]


def read(rows):
    return read_rows("t.yaml", rows, {"kind": any_of}, {"after": matching, "before": finding}, {"size": 3})


def size(kind, before, after):
    """What the first row gives that fits a value of a kind between two texts."""
    return read(ROWS).decide({"kind": (kind,)}, {"before": (before,), "after": (after,)}).cells.size


def test_the_first_row_that_fits_decides():
    assert size("share", "超过", "的茶园") == 1
    assert size("share", "茶税超", "是茶园的") == 2  # 的 has to follow at once
    assert size("count", "茶税超", "的茶园") == 3
    assert size("rank", "茶税超", "") == 3


def test_none_decides_where_none_fits():
    assert read(ROWS[:2]).decide({"kind": ("share",)}, {"before": ("",), "after": ("",)}) is None


def test_an_unknown_column_is_named_with_those_that_there_are():
    with pytest.raises(
        ValueError,
        match=r"unknown column 'afer' in t\.yaml; one of: after, before, example, kind, note, size",
    ):
        read([{"afer": "的"}])


def test_what_no_row_asks_is_never_worked_out():
    asked = []
    texts = Asked(lambda column: asked.append(column) or "的", after=("茶园",))
    assert read(ROWS[1:2]).decide({"kind": ("share",)}, texts) is None
    assert texts["before"] == ("的",)
    assert asked == ["before"]  # once, and after not at all
