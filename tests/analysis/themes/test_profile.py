"""Shares, their intervals, and what a small sample does not allow."""

import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.profile import compare_themes, theme_cooccurrence, theme_profile


def scored(themes, *, length=100, article=None, doc_id="a"):
    """Scores of blocks of one length: a list of themes per block."""
    rows = [
        (
            f"{doc_id}:{i}",
            doc_id,
            0 if article is None else article[i],
            i,
            length,
            theme,
            3.0 if theme else 0.0,
        )
        for i, given in enumerate(themes)
        for theme in given or [None]
    ]
    columns = ["unit_id", "doc_id", "article", "block", "n_chars", "theme", "score"]
    return pd.DataFrame(rows, columns=columns).assign(section=None)


def row(table, theme):
    return table[table["theme"] == theme].iloc[0]


def test_shares_are_shares_of_characters_and_may_exceed_one():
    table = theme_profile(scored([["水"], ["水", "路"], [], ["路"]]))
    assert row(table, "水")["share"] == row(table, "路")["share"] == 0.5
    assert table["uncovered"].tolist() == [0.25, 0.25]
    assert table["n_group"].tolist() == [4, 4]


def test_fewer_than_eight_blocks_have_no_interval():
    seven, eight = (theme_profile(scored([["水"], []] * 3 + [["路"]] * n)) for n in (1, 2))
    assert seven["ci_low"].isna().all() and seven["ci_high"].isna().all()
    assert eight["ci_low"].notna().all() and eight["ci_high"].notna().all()


def test_no_hit_has_an_upper_bound():
    """Wilson's at 0 of 60: z² / (60 + z²), and its mirror image at 60 of 60."""
    a, b = scored([["水"], []] * 30), scored([["路"]] * 60, doc_id="b")
    table = theme_profile(pd.concat([a, b], ignore_index=True)).set_index(["doc_id", "theme"])
    assert table.loc[("a", "路"), ["share", "ci_low"]].tolist() == [0, 0]
    bound = 1.959964**2 / (60 + 1.959964**2)
    assert table.loc[("a", "路"), "ci_high"] == pytest.approx(bound, rel=1e-6)
    assert table.loc[("b", "路"), "ci_low"] == pytest.approx(1 - bound, rel=1e-6)
    assert table.loc[("b", "路"), "ci_high"] == 1


def test_the_interval_is_wilsons_where_blocks_are_equal():
    """One article, so that the variance is that of a binomial number but for the block that is lent to it."""
    from scipy.stats import binomtest

    share = row(theme_profile(scored([["水"]] * 20 + [[]] * 30)), "水")
    theirs = binomtest(20, 50).proportion_ci(method="wilson")
    assert share[["ci_low", "ci_high"]].tolist() == pytest.approx([theirs.low, theirs.high], abs=0.002)


def test_articles_of_one_block_still_vary():
    table = theme_profile(scored([["水"], []] * 10, article=list(range(20))))
    assert row(table, "水")["ci_high"] - row(table, "水")["ci_low"] > 0.3


def test_articles_that_differ_are_strata():
    """All of one article has the theme, none of the other: within articles little varies, and no width is zero."""
    apart = row(theme_profile(scored([["水"]] * 10 + [[]] * 10, article=[0] * 10 + [1] * 10)), "水")
    mixed = row(theme_profile(scored([["水"], []] * 10, article=[0] * 10 + [1] * 10)), "水")
    assert apart["share"] == mixed["share"] == 0.5
    # lent one block of the text's share, an article of ten has 10.5 of 11 and a variance of 10.5 * 0.5 / 121
    variance = 2 * 10 * (10.5 * 0.5 / 121) * 121 / 111 / 20**2
    blocks, z2 = 0.25 / variance, 1.959964**2
    half = np.sqrt(z2) / (1 + z2 / blocks) * np.sqrt(0.25 / blocks + z2 / (4 * blocks**2))
    assert apart["ci_high"] - apart["ci_low"] == pytest.approx(2 * half, rel=1e-6)
    assert 0.15 < apart["ci_high"] - apart["ci_low"] < mixed["ci_high"] - mixed["ci_low"]


def test_genres_of_a_group_are_named():
    scores = pd.concat([scored([["水"]] * 8), scored([["路"]] * 8, doc_id="b")], ignore_index=True)
    documents = pd.DataFrame(
        {"doc_id": ["a", "b"], "year": [2020, 2021], "genre": ["work_report", "interview"]}
    )
    table = theme_profile(scores, "year", documents=documents)
    assert dict(zip(table["year"], table["genres"], strict=True)) == {2020: "work_report", 2021: "interview"}
    compared = compare_themes(scores, 2020, 2021, by="year", documents=documents)
    assert compared.attrs["note"].endswith("different genres, compare with care: work_report | interview")
    assert compared["difference"].abs().tolist() == [1, 1]


def test_unknown_columns_and_values_are_named():
    scores = scored([["水"]])
    with pytest.raises(ValueError, match="no column 'county'"):
        theme_profile(scores, "county")
    with pytest.raises(KeyError, match="no block with doc_id 'z'; one of: a"):
        compare_themes(scores, "a", "z")


def test_a_difference_of_few_blocks_has_no_interval():
    scores = pd.concat([scored([["水"]] * 8), scored([["路"]] * 7, doc_id="b")], ignore_index=True)
    assert compare_themes(scores, "a", "b")["ci_low"].isna().all()


def test_cooccurrence_counts_shared_blocks():
    table = theme_cooccurrence(scored([["水", "路"]] * 2 + [["水"]] + [[]]))
    assert table.loc[0, ["n_a", "n_b", "n_both", "expected"]].tolist() == [3, 2, 2, 1.5]
    assert table.loc[0, "jaccard"] == pytest.approx(2 / 3)
    assert table.loc[0, "phi"] == pytest.approx(np.corrcoef([1, 1, 1, 0], [1, 1, 0, 0])[0, 1])


def test_a_text_without_hits_is_wholly_uncovered():
    table = gn.theme_profile(gn.score_themes(gn.parse_text("溪边柳绿。\n\n鸟鸣。", "a")))
    assert table["theme"].nunique() == gn.read_themes()["theme"].nunique()
    assert table["share"].eq(0).all() and table["uncovered"].eq(1).all()
