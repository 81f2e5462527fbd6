"""The data behind the figures of themes, and what a small or a large sample does to them."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.themes.lexicon import theme_groups
from govnlp.figures.style import label
from govnlp.figures.themes import lexicon_colours, theme_labels

mpl.use("Agg")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def scores():
    text = (
        "青槐区纪事\n\n一、水\n\n"
        + "整治河道，治水护水。\n\n" * 9
        + "二、商\n\n"
        + "大力招商引资。\n\n" * 6
        + "柳绿。\n\n"
    )
    return gn.score_themes(gn.parse_text(text, "a"))


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_a_cell_holds_share_and_interval_and_a_zero_its_bound(scores):
    ax = gn.plot_themes(gn.theme_profile(scores))
    cells = texts(ax)
    assert len(cells) == 13  # the twelve largest themes and the uncovered text
    assert cells[0].startswith("31\n") and cells[7] == "0\n≤20"
    assert ax.get_xticklabels()[-1].get_text() == "未覆盖"


def test_without_an_interval_the_cell_says_only_the_share():
    profile = gn.theme_profile(gn.score_themes(gn.parse_text("大力招商引资。\n\n柳绿。", "a")))
    assert texts(gn.plot_themes(profile))[:2] == ["70", "0"]


def test_a_theme_has_one_colour_in_every_figure(scores):
    themes = gn.read_themes()
    colours = lexicon_colours(themes)
    broad = theme_groups(themes)  # what the figures that compare documents show
    grouped = dict(zip(themes["theme"], broad["theme"], strict=True))
    assert {name: lexicon_colours(broad)[grouped[name]] for name in grouped} == colours
    bars = gn.plots.plot_theme_profile(gn.theme_profile(scores), colours=colours)
    names = [label.get_text() for label in bars.get_yticklabels()]
    for name, bar in zip(names, bars.patches, strict=True):
        assert mpl.colors.to_hex(bar.get_facecolor()) == colours[name].lower()


def test_a_figure_says_that_its_colours_mean_groups_where_two_themes_have_one(scores):
    """Without colours each of the themes has its own."""
    profile = gn.theme_profile(scores)
    one = dict.fromkeys(profile["theme"], "#0072B2")
    assert label("same_colour") in gn.plots.plot_theme_profile(profile, colours=one).get_xlabel()
    assert label("same_colour") not in gn.plots.plot_theme_profile(profile).get_xlabel()


def test_themes_that_a_document_lacks_are_counted_and_not_drawn(scores):
    profile = gn.theme_profile(scores)
    ax = gn.plots.plot_theme_profile(profile, lang="en")
    there = int(profile["n_blocks"].gt(0).sum())
    assert len(ax.get_yticklabels()) == len(ax.patches) == there < 23
    assert f"themes without a block: {23 - there}" in ax.get_xlabel()


def test_bars_carry_their_words(scores):
    profile = gn.theme_profile(scores)
    ax = gn.plots.plot_theme_profile(
        profile, evidence={"生态环境与水务": ["治水", "河道"]}, labels=theme_labels(gn.read_themes())
    )
    assert ax.get_yticklabels()[0].get_text() == "生态水务"
    assert any("治水、河道" in text for text in texts(ax))


def test_the_barcode_has_sections_and_no_strip_for_no_theme(scores):
    ax = gn.plot_theme_barcode(scores)
    assert [text for text in texts(ax) if text] == ["一、水", "二、商"]
    assert {"招商引资与营商环境", "生态环境与水务"} <= {label.get_text() for label in ax.get_yticklabels()}
    assert len(ax.collections) == len(ax.get_yticklabels())
    edges = [mesh.get_coordinates()[0, :, 0] for mesh in ax.collections if hasattr(mesh, "get_coordinates")]
    assert np.allclose(edges[0][[0, -1]], [0, 100])


def test_groups_of_different_genres_are_not_compared_in_silence(scores):
    two = pd.concat([scores, scores.assign(doc_id="b", unit_id="b" + scores["unit_id"])], ignore_index=True)
    for genres, warned in ((["work_report", "interview"], True), (["work_report"] * 2, False)):
        documents = pd.DataFrame({"doc_id": ["a", "b"], "year": [2020, 2021], "genre": genres})
        axes = gn.plots.plot_theme_compare(gn.theme_profile(two, "year", documents=documents))
        said = " ".join(text for ax in axes[0].figure.axes for text in texts(ax))
        assert ("体裁不同" in said) is warned


def test_intervals_are_not_cut(scores):
    profile = gn.theme_profile(pd.concat([scores, scores.assign(doc_id="b")]))
    axes = gn.plots.plot_theme_compare(profile)
    assert axes[0].get_xlim()[1] >= 100 * profile["ci_high"].max()


@pytest.mark.parametrize(
    "plot", [gn.plot_themes, gn.plots.plot_theme_profile, gn.plot_theme_barcode, gn.plots.plot_theme_compare]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_show_is_said(plot, lang):
    scores = gn.score_themes(gn.parse_text("", "a"), gn.read_themes())
    table = scores if plot is gn.plot_theme_barcode else gn.theme_profile(scores)
    ax = plot(table, lang=lang)
    ax = ax[0] if isinstance(ax, list) else ax
    why = "few_sides" if plot is gn.plots.plot_theme_compare else "no_theme"
    assert texts(ax) == [label(why, lang)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_strip_of_two_documents_does_not_say_that_they_are_many(lang):
    scores = gn.score_themes(gn.parse_text("优化营商环境，招商引资。", "a"), gn.read_themes())
    (text,) = texts(gn.plot_theme_barcode(pd.concat([scores, scores.assign(doc_id="b")]), lang=lang))
    assert "DOCUMENTS" in text and "较多" not in text and "many" not in text


def test_a_surface_is_three_by_three():
    ax = gn.plots.plot_pmc_surface(np.arange(9).reshape(3, 3) / 8, name="$甲", pmc=4.5)
    assert sorted(texts(ax))[0] == "X1 0.00" and len(texts(ax)) == 9
    assert ax.figure.get_suptitle().endswith("PMC = 4.50")
    with pytest.raises(ValueError, match="3 x 3, not 2 x 2"):
        gn.plots.plot_pmc_surface(np.ones((2, 2)))


def test_a_scheme_with_many_themes_is_drawn_with_the_largest_and_says_how_many_are_left():
    """21 topics: twelve columns and the uncovered text; nine are left to the table."""
    corpus = gn.parse_text("　　新建地铁两条，改造公路九条。\n　　学校新增学位三百个，教师轮岗。\n", "甲")
    themes = gn.read_themes("cap")
    ax = gn.plot_themes(gn.theme_profile(gn.score_themes(corpus, themes)), lang="zh")
    heads = [text.get_text().replace("\n", "") for text in ax.get_xticklabels()]
    assert len(heads) == 13 and {"交通", "教育"} <= set(heads)
    assert any(
        "其余9个见数据表" in text.get_text() for text in ax.figure.findobj(lambda x: hasattr(x, "get_text"))
    )
