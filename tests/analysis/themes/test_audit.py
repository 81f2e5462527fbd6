"""What a share rests on, and what is left of it without one entry."""

import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.audit import theme_drivers


def themes(*rows):
    table = pd.DataFrame(rows, columns=["theme", "entry", "weight", "note"])
    return table.assign(kind="literal", not_in=[[] for _ in rows])


WATER = themes(("水", "水环境", 3, ""), ("水", "河道", 3, "也是路名"), ("绿", "环境", 3, ""))
UNITS = pd.DataFrame(
    {
        "unit_id": ["a:0", "a:1", "b:0"],
        "doc_id": ["a", "a", "b"],
        "text": ["水环境和河道", "水环境更好", "没有河道了"],
    }
)


def test_every_hit_has_its_entry_and_context():
    hits = gn.theme_hits(UNITS, WATER, width=2)
    assert hits[["theme", "entry", "left", "right"]].to_numpy().tolist() == [
        ["水", "水环境", "", "和河"],
        ["水", "河道", "境和", ""],
        ["水", "水环境", "", "更好"],
        ["水", "河道", "没有", "了"],
    ]
    assert hits["negated"].tolist() == [False, False, False, True]
    assert hits["note"].tolist() == ["", "也是路名", "", "也是路名"]


def test_hits_to_review_are_those_of_entries_with_a_note():
    hits = gn.theme_hits(UNITS, WATER, width=2, noted=True)
    assert hits[["unit_id", "entry", "left", "right"]].to_numpy().tolist() == [
        ["a:0", "河道", "境和", ""],
        ["b:0", "河道", "没有", "了"],
    ]


def test_drivers_leave_negated_hits_out():
    table = theme_drivers(gn.theme_hits(UNITS, WATER))
    assert table[["entry", "n", "n_documents", "weight"]].to_numpy().tolist() == [
        ["水环境", 2, 1, 6],
        ["河道", 1, 1, 3],
    ]
    assert table["share"].tolist() == pytest.approx([2 / 3, 1 / 3])


def test_without_an_entry_its_blocks_are_scored_again():
    """Of 16 characters, 11 are in blocks of water; without 水环境 only the six that have 河道 too."""
    table = gn.leave_one_out(UNITS, WATER).set_index("entry")
    assert table.loc["水环境", ["share", "share_without"]].tolist() == pytest.approx([11 / 16, 6 / 16])
    assert table.loc["河道", "change"] == 0


def test_the_threshold_is_that_of_the_profile():
    scores = gn.score_themes(UNITS, WATER)
    profile = gn.theme_profile(scores.assign(all="x"), by="all").set_index("theme")
    assert gn.leave_one_out(UNITS, WATER)["share"].iloc[0] == profile.loc["水", "share"]


def test_a_lexicon_that_matches_nothing():
    units = pd.DataFrame({"unit_id": ["a"], "text": ["柳绿"]})
    assert gn.theme_hits(units, WATER).empty
    assert theme_drivers(gn.theme_hits(units, WATER)).empty
    assert gn.leave_one_out(units, WATER).empty
