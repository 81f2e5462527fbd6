"""The data behind the artists: what each figure draws is what its table says."""

import matplotlib as mpl
import matplotlib.pyplot
import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.figures.keywords import supported
from govnlp.figures.saving import safe_cell
from govnlp.figures.style import label

mpl.use("Agg")
WHITE = (1.0, 1.0, 1.0)


@pytest.fixture(autouse=True)
def closed():
    """Figures do not pile up."""
    yield
    mpl.pyplot.close("all")


@pytest.fixture
def table():
    return pd.DataFrame(
        {
            "term": ["河湖", "$\\input", "治理", "<数>"],
            "n": [4, 1, 9, 99],
            "per_10k": [40.0, 10.0, 90.0, 990.0],
            "n_units": [2, 1, 3, 50],
            "rank": [3, 4, 2, 1],
        }
    )


def labels(ax):
    return [text.get_text() for text in ax.get_yticklabels()]


def test_bars_stand_in_the_order_of_counts_with_rate_and_count_and_no_number_class(table):
    ax = gn.plot_frequency(table)
    assert [bar.get_width() for bar in ax.patches] == [90.0, 40.0, 10.0]
    assert labels(ax) == ["治理", "河湖", "$\\input"]
    assert [text.get_text() for text in ax.texts] == ["9", "4", "1"]
    assert [bar.get_facecolor()[:3] == WHITE for bar in ax.patches] == [False, False, True]


def test_panels_share_the_scale_of_the_whole_table(table):
    both = pd.concat(
        [table.assign(doc_id="d1", n_articles=[3, 1, 3, 3]), table.assign(doc_id="d2", per_10k=5.0)]
    )
    axes = gn.plots.plot_frequencies(
        both, ["d2"], names={"d2": "青槐区 2021 访谈"}, colours={"d2": "#D55E00"}, total=2
    )
    assert axes[0].get_title(loc="left") == "青槐区 2021 访谈"
    assert axes[0].get_xlim()[1] >= 90.0
    assert mpl.colors.to_hex(axes[0].patches[0].get_edgecolor()).upper() == "#D55E00"
    assert label("some_documents", shown=1, all=2) in axes[0].figure.get_supxlabel()


def test_zipf_draws_counts_and_law(table):
    law = gn.zipf(table)
    ax = gn.plots.plot_zipf(law)
    assert ax.collections[0].get_offsets().data.tolist() == law[["rank", "n"]].to_numpy().tolist()
    assert ax.lines[0].get_ydata().tolist() == law["expected"].tolist()


def test_words_of_the_law_stand_at_dots_of_their_own_and_nearer_to_these_than_to_others():
    """The first is a class of numbers and has no name; those after it follow each other closely."""
    terms = ["<数>", *"的和在了是有中大为上个国我以要他"]
    law = gn.zipf(pd.DataFrame({"term": terms, "n": range(100, 100 - len(terms), -1)}))
    ax = gn.plots.plot_zipf(law)
    ax.figure.draw_without_rendering()
    assert ax.collections[1].get_offsets().data.tolist() == law[["rank", "n"]].to_numpy()[1:5].tolist()
    dots = ax.transData.transform(law[["rank", "n"]].to_numpy())
    names = {text.get_text(): text.get_window_extent() for text in ax.texts if text.get_text() in terms}
    assert names
    for name, box in names.items():
        apart = np.hypot(
            np.clip(dots[:, 0], box.x0, box.x1) - dots[:, 0], np.clip(dots[:, 1], box.y0, box.y1) - dots[:, 1]
        )
        assert apart[terms.index(name)] <= 6.5 * ax.figure.dpi / 72


def test_ticks_stand_where_the_term_does():
    rows = [
        ("d1", 0, "article", 0.0),
        ("d1", 0, "phrase", 0.25),
        ("d1", 1, "article", 0.5),
        ("d2", 0, "article", 0.0),
    ]
    ax = gn.plots.plot_term_barcode(
        pd.DataFrame(rows, columns=["doc_id", "article", "kind", "position"]), "河湖"
    )
    where = [[segment[0][0] for segment in lines.get_segments()] for lines in ax.collections]
    assert where == [[50.0], [25.0], [], []]
    assert [text.get_text() for text in ax.texts] == ["1", "0"]


def test_with_more_documents_than_rows_only_those_with_the_term_are_shown():
    rows = [(f"d{i}", 0, "article", 0.0) for i in range(9)] + [("d7", 0, "phrase", 0.5)]
    ax = gn.plots.plot_term_barcode(
        pd.DataFrame(rows, columns=["doc_id", "article", "kind", "position"]), "河湖", top=4
    )
    assert labels(ax) == ["d7"]
    assert label("documents_with", n=1, all=9) in ax.get_xlabel()
    assert "其余" not in ax.get_xlabel()  # the table of data has no more of it


def test_of_more_documents_with_the_term_than_rows_the_note_says_how_many_are_shown():
    rows = [(f"d{i}", 0, "phrase", 0.5) for i in range(6)] + [("d6", 0, "article", 0.0)]
    table = pd.DataFrame(rows, columns=["doc_id", "article", "kind", "position"])
    said = gn.plots.plot_term_barcode(table, "河湖", top=4).get_xlabel()
    assert label("documents_with", n=6, all=7) in said
    assert label("some_documents", shown=4, all=6) in said


@pytest.fixture
def contrast():
    rows = [
        ("多", 9, 1, 3.0, 2.0, 4.0, 0.01, True, 30.0), ("少", 1, 90, -2.0, -3.0, -1.0, 0.01, True, -20.0),
        ("含零", 3, 9, 0.5, -1.0, 2.0, 0.01, False, 2.0), ("不显著", 3, 9, 1.5, 0.2, 2.0, 0.2, False, 3.0),
        ("无尽", 5, 0, 5.0, 3.0, 17.0, 0.01, True, 25.0), ("<数>", 50, 1, 5.0, 3.0, 7.0, 0.01, True, 99.0),
    ]  # fmt: skip
    columns = ["term", "n_target", "n_reference", "log_ratio", "ci_low", "ci_high", "q", "supported", "g2"]
    return pd.DataFrame(rows, columns=columns)


def test_keyness_shows_what_the_data_support_and_says_what_it_leaves_out(contrast):
    ax = gn.plot_keyness(contrast)
    assert labels(ax) == ["无尽", "多", "少"]
    assert [line.get_xdata().tolist() for line in ax.lines[1::2]] == [[3.0, 8.0], [2.0, 4.0], [-3.0, -1.0]]
    counts = [text.get_text() for text in ax.texts]
    assert counts[:6] == ["0", "5", "1", "9", "90", "1"]
    assert label("keyness_note", left_out=2) in ax.get_xlabel()
    assert supported(contrast)["term"].tolist() == ["多", "少", "无尽"]


def test_keywords_write_count_and_idf(table):
    axes = gn.plot_keywords(table.assign(doc_id="d1", idf=7.25, tf_idf=[0.3, 0.1, 0.2, 9.0]))
    assert labels(axes[0])[:3] == ["河湖", "治理", "$\\input"]
    assert [text.get_text() for text in axes[0].texts] == ["4 · 7.2", "9 · 7.2", "1 · 7.2"]


def statements(n_documents=3):
    rows = [
        (f"d{i}", "产值", 100.0 + i, "亿元", (100.0 + i) * 1e8, "元", None, f"{2019 + i}", "actual")
        for i in range(n_documents)
    ]
    rows += [
        ("d0", "产值", 120.0, "亿元", 120e8, "元", "以上", "2023", "target"),
        ("d0", "增速", 5.0, "%", 5.0, "%", None, None, "estimate"),
    ]
    columns = ["doc_id", "name", "value", "unit", "value_base", "unit_base", "comparator", "period", "status"]
    return pd.DataFrame(rows, columns=columns).assign(place="青槐区", scope=None)


def test_an_indicator_is_a_line_of_a_place_over_years_with_its_qualifiers_drawn():
    axes = gn.plot_indicators(statements())
    assert [ax.get_title(loc="left") for ax in axes] == ["产值（亿元）"]  # the other has no year to compare
    line, *marks = axes[0].lines
    assert line.get_xdata().tolist() == [2019, 2020, 2021] and line.get_ydata().tolist() == [
        100.0,
        101.0,
        102.0,
    ]
    assert [mark.get_marker() for mark in marks] == ["o", "o", "o", "^"]
    assert marks[3].get_markerfacecolor() == "none"  # a target is hollow
    assert [text.get_text() for text in axes[0].texts] == ["↑", "青槐区"]


def test_places_are_ranked_where_there_is_one_year():
    table = statements(1).head(1)
    both = pd.concat([table, table.assign(place="临溪区", value_base=200e8)])
    ax = gn.plot_indicators(both)[0]
    assert labels(ax) == ["临溪区", "青槐区"] and ax.get_xlabel() == label(
        "ranked", year=2019, status="实际", n=2
    )


def test_of_many_places_both_ends_are_ranked_for_the_year_and_kind_that_most_have():
    """Twelve places have results of 2020, one of 2021: the four highest and the four lowest are named."""
    table = statements(1).head(1).assign(period="2020")
    rows = [table.assign(place=f"{chr(0x4E00 + i)}县", value_base=(10.0 + i) * 1e8) for i in range(12)]
    ax = gn.plot_indicators(pd.concat([*rows, table.assign(period="2021", place="青槐区")]))[0]
    assert labels(ax) == [f"{chr(0x4E00 + i)}县" for i in (11, 10, 9, 8, 3, 2, 1, 0)]
    assert ax.get_xlabel() == label("ranked", year=2020, status="实际", n=12)
    assert label("ranked_ends") in ax.figure.get_supxlabel()


def test_conflicts_stand_relative_to_the_largest_with_their_quotes():
    table = (
        statements(2)
        .head(2)
        .assign(fact=0, relation="differs", quote=["产值50亿元", "产值百亿元"], said=["50亿元", "100亿元"])
    )
    ax = gn.plots.plot_conflicts(table.assign(value_base=[50e8, 100e8], place="青槐区"))
    assert [line.get_xdata()[0] for line in ax.lines if line.get_marker() == "o"] == [50.0, 100.0]
    assert "50亿元：“产值50亿元”" in [text.get_text() for text in ax.texts]
    same = gn.plots.plot_conflicts(table.assign(relation="same"))
    assert same.texts[-1].get_text() == label("no_conflicts")


def test_a_phrase_that_hardly_stands_by_itself_is_not_drawn():
    """五五 stands alone once of ten times; 一件事 half of the time, though two longer phrases have it."""
    n = {"五五": 10, "十五五": 9, "一件事": 8, "办成一件事": 4, "高效办成一件事": 4}
    table = pd.DataFrame(
        {"phrase": list(n), "n": list(n.values()), "kind": "coined_term", "doc_ids": [["a"]] * 5}
    )
    table = table.assign(expansion=None, first_doc="a")
    shown = {text.get_text() for text in gn.plots.plot_phrases(table).texts}
    assert shown & set(n) == {"十五五", "一件事", "高效办成一件事"}


def test_phrases_show_members_or_that_they_are_open():
    rows = [("三清", "numeric_abbreviation", 3, ["d1"], ["清污", "清淤"], "d1"),
            ("五个一", "numeric_abbreviation", 2, ["d1"], None, "d1"),
            ("店小二", "coined_term", 1, ["d1", "d2"], None, "d1")]  # fmt: skip
    table = pd.DataFrame(rows, columns=["phrase", "kind", "n", "doc_ids", "expansion", "first_doc"])
    table["members_from"] = ["text", None, None]
    texts = [text.get_text() for text in gn.plots.plot_phrases(table, names={"d1": "青槐区 2021"}).texts]
    assert {"清污、清淤", label("open"), "提法", "青槐区 2021"} <= set(texts)


def test_life_has_a_hollow_dot_in_a_year_without_the_phrase():
    rows = [
        ("三清", 2020, 0, 0.0, 0.0, 2.0),
        ("三清", 2021, 4, 2.0, 1.0, 5.0),
        ("三清", 2022, 4, 2.0, 1.0, 5.0),
    ]
    rows += [("四改", 2021, 4, 2.0, 1.0, 5.0)]
    (ax,) = gn.plots.plot_life(
        pd.DataFrame(rows, columns=["phrase", "year", "n", "per_10k", "ci_low", "ci_high"])
    )  # the other phrase has one year only
    seen, never = ax.lines
    assert (seen.get_xdata().tolist(), seen.get_ydata().tolist()) == ([2021, 2022], [2.0, 2.0])
    assert never.get_xdata().tolist() == [2020] and never.get_markerfacecolor() == "white"
    assert [segment[:, 1].tolist() for segment in ax.collections[0].get_segments()] == [[1.0, 5.0]] * 2


def test_life_says_what_its_numbers_are_only_where_they_are_drawn():
    rows = [("三清", year, 4, 2.0, 1.0, 5.0) for year in range(2010, 2019)]
    rows += [("四改", year, 0, 0.0, 0.0, 2.0) for year in range(2010, 2019)]
    table = pd.DataFrame(rows, columns=["phrase", "year", "n", "per_10k", "ci_low", "ci_high"])
    for part, drawn in ((table, False), (table[table["year"].gt(2015)], True)):
        axes = gn.plots.plot_life(part)
        assert [ax.get_title(loc="left") for ax in axes] == ["三清"]
        said = axes[0].figure.get_supxlabel()
        assert bool(axes[0].texts) is drawn and (label("life_counts") in said) is drawn
        assert label("life_hollow") not in said


def test_reuse_names_pairs_with_their_number_of_passages_and_one_of_them():
    table = pd.DataFrame({"doc_a": ["a", "c"], "doc_b": ["b", "a"], "n": [7, 3], "example": ["渠清", "岸绿"]})
    ax = gn.plots.plot_reuse(table, names={"a": "青槐区 2021"}, top=1)
    texts = [text.get_text() for text in ax.texts]
    assert texts[4:] == ["青槐区 2021", "b", "7", "渠清"] and ax.patches[0].get_width() == pytest.approx(0.05)
    assert label("some_pairs", shown=1, all=2) in ax.figure.get_supxlabel()


def test_inventory_keeps_undated_documents():
    table = pd.DataFrame(
        {"doc_id": ["a", "b"], "published": [pd.Timestamp("2021-03-05"), pd.NaT], "signed": pd.NaT}
    )
    table = table.assign(
        year=pd.array([2021, None], "Int64"), n_articles=[1, 2], n_chars=[500, 1500], aside=[0.1, 0.0]
    )
    ax = gn.plots.plot_inventory(table)
    assert [bar.get_width() for bar in ax.patches] == [500, 1500]
    assert {"2021-03-05", label("undated"), "10%"} <= {text.get_text() for text in ax.texts}


def test_a_figure_without_words_is_refused(table, tmp_path):
    with pytest.raises(ValueError, match="alt text is empty"):
        gn.save_figure(gn.plot_frequency(table).figure, tmp_path / "02", alt=" ", data=table)


def test_formulas_are_text():
    cells = ["=1+1", "+1", "-1", "@x", "河-湖"]
    assert [safe_cell(cell) for cell in cells] == ["'=1+1", "'+1", "'-1", "'@x", "河-湖"]


def test_topics_that_came_back_are_shown_first():
    table = pd.DataFrame({"topic": [1, 2, 3], "term": ["甲", "乙", "丙"], "weight": 1.0, "n": 3})
    axes = gn.plot_topics(table, support={1: 0.2, 2: 0.9, 3: 0.6})
    assert [ax.get_title(loc="left")[0] for ax in axes[:3]] == ["2", "3", "1"]


def test_support_is_explained_and_a_number_of_topics_that_is_the_readers_own_is_named():
    table = pd.DataFrame({"topic": [1, 2], "term": ["甲", "乙"], "weight": 1.0, "n": 3})
    support = {1: 0.9, 2: 0.6}
    recommended, own = (gn.plot_topics(table, support=support, own_k=x)[0].figure for x in (False, True))
    notes = [figure.get_supxlabel().replace("\n", "") for figure in (recommended, own)]
    assert all(label("support_topic") in note and label("weak_topic") not in note for note in notes)
    assert [label("own_k") in note for note in notes] == [False, True]
    assert label("support_topic") not in gn.plot_topics(table)[0].figure.get_supxlabel()


def test_a_column_for_no_topic_stands_where_text_has_none():
    """A share of 0.4 % is a cell without a number, one of 10 % is said."""
    table = pd.DataFrame({"doc_id": "a", "topic": [0, 1, 2], "share": [0.004, 0.596, 0.4]})
    heads = [x.get_text() for x in gn.plots.plot_topic_document(table).get_xticklabels()]
    assert label("no_topic") not in heads and len(heads) == 2
    more = table.assign(share=[0.1, 0.5, 0.4])
    assert gn.plots.plot_topic_document(more).get_xticklabels()[-1].get_text() == label("no_topic")


def test_more_topics_than_columns_can_be_read_are_rows():
    """Thirteen topics of two documents, one more than columns that can be read; twelve stay columns."""
    table = pd.DataFrame({"doc_id": ["a", "b"] * 13, "topic": [i // 2 + 1 for i in range(26)], "share": 0.07})
    turned = gn.plots.plot_topic_document(table)
    assert [x.get_text() for x in turned.get_xticklabels()] == ["a", "b"]
    assert len(turned.get_yticklabels()) == 13
    assert len(gn.plots.plot_topic_document(table.head(24)).get_xticklabels()) == 12


def test_an_interval_of_a_year_with_hardly_any_text_does_not_flatten_the_others():
    """Rates of 10, 20 and 2; the third interval reaches 900, and the axis three times the highest rate."""
    table = pd.DataFrame(
        {"term": "渠", "year": [2019, 2020, 2021], "n": [10, 20, 2], "per_10k": [10.0, 20.0, 2.0]}
    )
    table = table.assign(ci_low=[1.0, 2.0, 0.0], ci_high=[40.0, 50.0, 900.0])
    (ax, *_) = gn.plots.plot_years(table)
    assert ax.get_ylim() == (0, 60)


def test_documents_of_numbers_alone_have_no_words_to_show():
    table = pd.DataFrame({"doc_id": ["a", "b"], "term": "<数>", "n": 1, "per_10k": 5000.0})
    (ax,) = gn.plots.plot_frequencies(table, ["a", "b"])
    assert [text.get_text() for text in ax.texts] == [label("empty")]


def test_names_of_panels_begin_over_the_words_at_their_side():
    """The words are three and one em wide, of 7.5 points; 3.5 points are between them and the panel."""
    table = pd.DataFrame(
        {
            "doc_id": ["a", "a", "b"],
            "term": ["治黑水", "河", "渠"],
            "n": [3, 2, 2],
            "idf": 5.0,
            "tf_idf": [0.3, 0.2, 0.2],
        }
    )
    first, second = gn.plot_keywords(table, names={"a": "青槐区 2021 工作报告", "b": "临溪区"})
    figure = first.figure
    figure.canvas.draw()
    for ax, ems in ((first, 3), (second, 1)):
        title = next(
            x for x in ax.get_children() if getattr(x, "get_text", str)() == ax.get_title(loc="left") != ""
        )
        left = ax.get_window_extent().x0 - (7.5 * ems + 3.5) / 72 * figure.dpi
        assert title.get_window_extent().x0 == pytest.approx(left, abs=2)


def test_a_word_that_groups_share_is_shown_where_its_tf_idf_is_highest():
    rows = [("甲组", "企业", 0.3), ("甲组", "河湖", 0.1), ("乙组", "企业", 0.2), ("乙组", "治水", 0.1)]
    table = pd.DataFrame(rows, columns=["group", "term", "tf_idf"]).assign(n=5, idf=4.0)
    first, second = gn.plot_keywords(table)
    assert (labels(first), labels(second)) == (["企业", "河湖"], ["治水"])
    assert label("where_highest") in first.figure.get_supxlabel().replace("\n", "")
    of_documents = gn.plot_keywords(table.rename(columns={"group": "doc_id"}))
    assert [labels(ax) for ax in of_documents] == [["企业", "河湖"], ["企业", "治水"]]


def test_of_many_documents_without_a_supported_word_the_number_is_said():
    tables = {
        f"{i}": pd.DataFrame({"term": ["渠"], "log_ratio": [1.0], "supported": [i == 0], "g2": [9.0]})
        for i in range(5)
    }
    said = gn.plots.plot_keyness_documents.say(tables)
    assert label("say_keyness_none_of", n=4) in said
    tables.pop("4")
    assert label("say_keyness_none", names="1、2、3") in gn.plots.plot_keyness_documents.say(tables)
