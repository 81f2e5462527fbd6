"""What is said of a table: true of it, in both languages, and nothing where a precondition fails."""

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

import govnlp as gn
from govnlp.analysis.topics.choice import recommend
from govnlp.figures.findings import PLACES, chosen_findings, needing_a_look, write_index
from govnlp.figures.style import LABELS, clear_first, label
from govnlp.lexicons import lexicon_content

LANGS = ("zh", "en")


def frequency(*pairs):
    return pd.DataFrame(pairs, columns=["term", "n"]).assign(per_10k=1.0, n_units=1)


def test_no_label_stands_in_two_files_with_different_texts():
    known = {}
    for name in LABELS:
        entries = lexicon_content(name)
        assert [key for key in known.keys() & entries if known[key] != entries[key]] == [], name
        known |= entries


def test_the_first_page_leads_to_what_a_run_wrote_beside_figures(tmp_path):
    (tmp_path / "manifest.json").write_text('{"outputs": {}}', encoding="utf-8")
    for name in ("report.html", "08-side-by-side.html", "08-ledger.xlsx"):
        (tmp_path / name).write_text("", encoding="utf-8")
    page = write_index(tmp_path, "甲").read_text(encoding="utf-8")
    assert [name for name in PLACES if f'href="{name}"' in page] == [
        "report.html",
        "08-side-by-side.html",
        "08-ledger.xlsx",
    ]


def test_a_maximum_that_two_share_is_no_ones():
    assert clear_first(pd.Series({"a": 2, "b": 2})) is None
    assert clear_first(pd.Series({"a": 2, "b": np.nan})) == "a"


@pytest.mark.parametrize("lang", LANGS)
def test_words_are_said_with_their_counts(lang):
    said = gn.plot_frequency.say(frequency(("企业", 5), ("治水", 2), ("<数>", 9)), lang=lang)
    assert "企业" in said and "5" in said and "<" not in said
    assert gn.plot_frequency.say(frequency(("企业", 1)), lang=lang) == ""
    assert gn.plot_frequency.say(frequency(), lang=lang) == ""


def test_the_first_word_of_each_is_left_out_where_two_are_as_frequent():
    table = pd.concat(
        [
            frequency(("企业", 5), ("治水", 2)).assign(doc_id="a"),
            frequency(("河", 3), ("湖", 3)).assign(doc_id="b"),
        ]
    )
    assert (
        gn.plots.plot_frequencies.say(table, ["a", "b"], names={"a": "甲"})
        == "表中各自最常用的词：甲：企业（5次）。"
    )


def test_dispersion_is_said_where_words_differ_in_it():
    table = pd.DataFrame({"term": ["甲", "乙"], "n": [9, 8], "dp": [0.2, 0.9]})
    assert "“甲”" in gn.plot_dispersion.say(table) and "0.90" in gn.plot_dispersion.say(table)
    assert gn.plot_dispersion.say(table.assign(dp=0.0)) == ""
    assert gn.plot_dispersion.say(table.assign(n=2)) == ""


def test_why_dispersion_is_not_drawn_is_one_reason():
    """One document has one part; two of the same words have two, in which all are even."""
    for texts, why in ((["修渠，清淤。"], "one_part"), (["修渠，清淤。"] * 2, "evenly_used"), ([], "empty")):
        table = gn.dispersion(gn.count_terms(texts or ["修渠"])).head(9 if texts else 0)
        assert gn.plot_dispersion(table).texts[-1].get_text() == label(why)


def test_half_of_the_tokens_is_counted():
    table = pd.DataFrame({"term": range(60), "n": [60, *[1] * 59]})
    assert gn.plots.plot_zipf.say(table) == "最常用的1个词占全部词次的一半；98%的词只出现一次。"
    assert gn.plots.plot_zipf.say(table.head(9)) == ""


def test_a_share_is_said_with_its_interval_or_not_at_all():
    table = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "theme": "教育",
            "share": [0.3, 0.1],
            "ci_low": [0.2, 0.0],
            "ci_high": [0.4, 0.2],
        }
    ).assign(n_blocks=3, uncovered=0.5, n_group=9)
    assert gn.plot_themes.say(table) == "图中给出区间的占比里，最高的是“教育”在a中的30%（95%区间20–40）。"
    assert gn.plot_themes.say(table.assign(ci_low=np.nan)) == ""
    assert gn.plot_themes.say(table.assign(share=0.0)) == ""


@pytest.mark.parametrize(
    "low, high, expected",
    [
        ([0.25, 0.0], [0.4, 0.2], "区间不相交、差别最大的是“教育”：a30%，b10%。"),
        ([0.1, 0.0], [0.4, 0.2], "各组文献的议题占比，95%区间都相交，看不出可靠的差别。"),
    ],
)
def test_groups_differ_only_where_their_intervals_are_apart(low, high, expected):
    table = pd.DataFrame(
        {"group": ["a", "b"], "theme": "教育", "share": [0.3, 0.1], "ci_low": low, "ci_high": high}
    )
    assert gn.plots.plot_theme_compare.say(table) == expected
    assert gn.plots.plot_theme_compare.say(table.head(1)) == ""


def test_groups_without_an_interval_are_not_said_to_be_alike():
    table = pd.DataFrame({"group": list("abc"), "theme": "教育", "share": [0.3, 0.1, 0.9]})
    table = table.assign(ci_low=[0.1, 0.0, np.nan], ci_high=[0.4, 0.2, np.nan])
    assert gn.plots.plot_theme_compare.say(table).startswith("2组文献的议题占比有95%区间，都相交")
    assert "1组太短" in gn.plots.plot_theme_compare.say(table)


def test_documents_of_unknown_group_are_compared_with_none():
    table = pd.DataFrame({"group": ["甲", "乙", "不详"], "theme": "教育", "share": [0.3, 0.2, 0.9]})
    table = table.assign(ci_low=[0.1, 0.1, 0.8], ci_high=[0.4, 0.3, 1.0])
    assert gn.plots.plot_theme_compare.say(table.assign(group=list("abc"))).startswith("区间不相交")
    assert "都相交" in gn.plots.plot_theme_compare.say(table)


def test_the_most_alike_are_named_only_where_no_other_pair_is_as_close():
    tree = pd.DataFrame({"left": ["a", "c"], "right": ["b", "#1"], "distance": [0.2, 0.5], "n": [2, 3]})
    assert gn.plots.plot_dendrogram.say(tree) == "用词差异最小的是a与b（0.20；0 全同，1 全不同）。"
    assert (
        gn.plots.plot_dendrogram.say(tree.assign(distance=0.5))
        == gn.plots.plot_dendrogram.say(tree.head(0))
        == ""
    )


def test_ends_of_a_plane_need_a_plane_that_shows_something():
    table = pd.DataFrame(
        {"kind": "document", "name": list("abc"), "dim1": [-1.0, 0, 1], "dim2": 0.0, "n": 1, "quality": 0.9}
    )
    for inertia, said in (([0.5, 0.2], True), ([0.05, 0.02], False)):
        table.attrs["inertia"] = inertia
        assert ("两端是a与c" in gn.plots.plot_correspondence.say(table)) is said
    table.attrs["inertia"] = [0.0, 0.0]
    assert gn.plots.plot_correspondence.say(table) == ""


def test_no_topic_is_said_where_there_is_one():
    table = pd.DataFrame({"topic": [1, 2], "term": ["河", "企业"], "weight": 1.0, "n": 3})
    support = pd.Series({1: 0.9, 2: 0.2})
    assert gn.plot_topics.say(table, support=support) == "共2个主题，支持度过半的有1个。"
    assert gn.plot_topics.say(table.head(1), support=support) == ""


def test_phrases_that_occur_once_are_not_the_most_frequent():
    table = pd.DataFrame({"phrase": ["三清"], "kind": "numeric_abbreviation", "n": 1, "members_from": [None]})
    said = gn.plots.plot_phrases.say(table)
    assert said == "1个缩略语中，0个的成员由文中读出，0个由所附词表补出。"
    assert gn.plots.plot_phrases.say(table.assign(kind="slogan")) == ""


def test_a_five_year_plan_is_no_abbreviation_that_wants_members():
    table = gn.extract_phrases(gn.parse_text("“十四五”时期推进“三清”行动，清渠、清河、清路。"))
    assert "1个缩略语中，1个的成员由文中读出" in gn.plots.plot_phrases.say(table)


def test_members_of_the_shipped_list_are_not_said_to_stand_in_the_text():
    rows = {"phrase": ["双减", "三清"], "n": 3, "members_from": ["lexicon", "text"]}
    said = gn.plots.plot_phrases.say(pd.DataFrame(rows).assign(kind="numeric_abbreviation"))
    assert "1个的成员由文中读出，1个由所附词表补出" in said and "“三清”（3次）" in said


def test_reuse_and_conflicts_say_that_there_is_none():
    none = pd.DataFrame({"doc_a": [], "doc_b": [], "n": []})
    assert gn.plots.plot_reuse.say(none, total=2) == "文献之间没有发现相同的段落（重复的文件只计一份）。"
    assert gn.plots.plot_reuse.say(none, total=1) == ""
    two = pd.DataFrame({"doc_a": ["a", "a"], "doc_b": ["b", "c"], "n": [3, 3]})
    assert gn.plots.plot_reuse.say(two) == "2对文献有相同或相近的段落。"
    facts = pd.DataFrame({"fact": [0, 0], "relation": "same", "name": "投资"})
    assert gn.plots.plot_conflicts.say(facts) == "可以相互比较的说法中没有发现不一致。"
    assert gn.plots.plot_conflicts.say(facts.head(0)) == "没有发现可以相互比较的说法。"


def shares(*values):
    table = pd.DataFrame({"doc_id": "a", "theme": [f"议题{i}" for i in range(len(values))], "share": values})
    return table.assign(ci_low=table["share"] / 2, ci_high=0.8)


def test_largest_themes_are_those_that_no_other_equals():
    """Of 50, 20, 10 and 10 per cent the third and the fourth are equal: two are named; without intervals none."""
    said = gn.plots.plot_theme_profile.say(shares(0.5, 0.2, 0.1, 0.1))
    assert said == "占比最高的议题：议题050%（25–80）、议题120%（10–80）。"
    assert gn.plots.plot_theme_profile.say(shares(0.1, 0.1, 0.1, 0.1)) == ""
    assert gn.plots.plot_theme_profile.say(shares(1.0).assign(ci_low=np.nan)) == ""


def test_findings_come_in_the_readers_order_with_their_caveats():
    outputs = {
        "02-frequency": {"kind": "figure", "finding": "词。"},
        "05-themes": {"kind": "figure", "finding": "议题。"},
        "06-conflicts": {"kind": "nothing", "title": "哪些说法不一致？", "why": "没有发现不一致的说法。"},
        "08-versions": {"kind": "nothing", "title": "什么移了位？", "why": "没有可显示的数据"},
        "08-years": {"kind": "nothing", "title": "哪些词在上升？", "why": "没有可显示的数据"},
        "01-problems": {"kind": "table", "rows": 2},
    }
    found = chosen_findings({"outputs": outputs}, "zh")
    assert [(name, said) for name, said, _ in found] == [("05-themes", "议题。"), ("02-frequency", "词。")]
    assert found[0][2] and not found[1][2]
    look = needing_a_look({"outputs": outputs}, "zh")
    assert [text for _, text in look] == [
        "读入文件时有2处问题，见表。",
        "哪些说法不一致？没有发现不一致的说法。",
        "什么移了位？哪些词在上升？没有可显示的数据",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_can_say_what_it_shows(lang):
    plots = [getattr(gn.plots, name) for name in dir(gn.plots) if name.startswith("plot_")]
    plots = [plot for plot in plots if hasattr(plot, "say")]
    assert len(plots) > 25
    for plot in plots:
        assert label(f"shows_{plot.name}", lang).endswith("。" if lang == "zh" else ".")


def test_words_that_occur_once_are_not_among_the_most_frequent():
    table = gn.frequency(gn.count_terms(gn.parse_text("修渠，修渠，清淤。")))
    assert "清淤" not in gn.plot_frequency.say(table)


def test_no_unit_is_said_to_have_most_duties_where_two_have_as_many():
    table = pd.DataFrame({"unit": ["区水利局", "区财政局"], "field": None, "n": 1, "n_inferred": 0})
    assert "最多" not in gn.plots.plot_duties.say(table)
    assert "最多的是区水利局（2项）" in gn.plots.plot_duties.say(table.assign(n=[2, 1]))


def test_a_cloud_has_the_colour_of_who_uses_a_word_twice_as_often_as_any_other():
    table = pd.DataFrame({"term": ["清淤", "修渠"], "per_10k": [9.0, 8.0]})
    rates = {("a", "清淤"): 6.0, ("b", "清淤"): 3.0, ("a", "修渠"): 5.0, ("b", "修渠"): 3.0}
    sides = pd.DataFrame([(*key, rate) for key, rate in rates.items()], columns=["doc_id", "term", "per_10k"])
    colours = {"a": "#0072B2", "b": "#D55E00"}
    ax = gn.plot_wordcloud(table, sides=sides, names={"a": "甲区", "b": "乙区"}, colours=colours)
    assert [text.get_text() for text in ax.texts] == ["■ 甲区"]  # 修渠 stands 5 to 3: nobody leads
    assert not gn.plot_wordcloud(table).texts


def test_a_string_that_occurs_nowhere_has_no_figure():
    table = pd.DataFrame({"doc_id": ["a"], "kind": ["article"], "position": [0.0]})
    assert gn.plots.plot_term_barcode(table, "清淤").figure.get_gid() == "nothing"


@pytest.mark.parametrize(
    "lang, kept, left", [("zh", "建议分4个主题", "不作建议"), ("en", "4 topics", "none is recommended")]
)
def test_a_number_at_the_edge_is_no_recommendation(lang, kept, left):
    columns = ["k", "coherence_npmi", "exclusivity", "agreement", "agreement_null", "beyond", "stability"]
    rows = [[k, 0.1, 0.5, 0.5, 0.0, 9.0, stability] for k, stability in ((3, 0.5), (4, 0.7), (5, 0.6))]
    table = pd.DataFrame(rows, columns=columns).assign(stability_se=0.01)
    inner = recommend(table, 100)
    assert kept in gn.plots.plot_choose_k.say(inner, lang=lang)
    edge = recommend(table.head(2), 100)
    assert left in gn.plots.plot_choose_k.say(edge, lang=lang).lower() and not edge["recommended"].any()
    few = gn.plots.plot_choose_k.say(
        recommend(table, 12), lang=lang
    )  # a peak does not count where units are few
    assert "12" in few and left not in few.lower()
    same = gn.plots.plot_choose_k.say(recommend(table.assign(beyond=1.0), 100), lang=lang)
    assert ("打乱" if lang == "zh" else "shuffled") in same


def test_a_topic_of_one_place_is_marked_in_every_figure_of_topics():
    """Its name ends with the place, and the note says what brackets mean."""
    table = pd.DataFrame({"topic": [1, 2], "term": ["河道", "企业"], "weight": 1.0, "n": 3})
    names = {1: "河道（临溪区）", 2: "企业"}
    shares = pd.DataFrame({"doc_id": "a", "topic": [1, 2], "share": [0.6, 0.4]})
    points = pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, 1.0], "topic": [1, 2]})
    for local in (True, False):
        drawn = [
            gn.plot_topics(table, names=names, local=local)[0].figure,
            gn.plots.plot_topic_document(shares, topic_names=names, local=local).figure,
            gn.plot_topic_map(points, names=names, local=local).figure,
        ]
        texts = [" ".join(text.get_text() for text in fig.findobj(mpl.text.Text)) for fig in drawn]
        assert all(("八成以上" in text) == local and "临溪区" in text for text in texts)


def test_what_one_document_cites_is_not_cited_by_most():
    corpus = gn.parse_text("根据《取水条例》。按照《取水条例》办理。落实《清淤办法》。", "a")
    graph = gn.citation_graph(gn.extract_citations(corpus), corpus.documents)
    assert "被最多文献引用" not in gn.plots.plot_citations.say(graph)


def test_texts_without_a_common_paragraph_are_no_versions():
    table = gn.compare_versions("清理河道，疏通沟渠。", "新建学校，增加学位。")
    assert gn.plots.plot_versions(table).figure.get_gid() == "nothing"


def test_some_documents_of_many_are_said_to_be_some():
    table = pd.DataFrame({"doc_id": ["a", "b"], "theme": "生态", "share": [0.5, 0.2], "uncovered": 0.5})
    table = table.assign(ci_low=np.nan, ci_high=np.nan)
    ax = gn.plot_themes(table, total=40)
    assert "40份文献中列出2份" in ax.get_xlabel()


def test_a_topic_that_did_not_come_back_leads_no_sentence():
    table = pd.DataFrame(
        {"doc_id": ["a", "b"], "topic": [1, 2], "share": [0.6, 0.4], "ci_low": 0.3, "ci_high": 0.7}
    )
    support = pd.Series({1: 0.1, 2: 0.8})
    said = gn.plots.plot_topic_document.say(table, support=support)
    assert "b" in said and "40%" in said
    assert gn.plots.plot_topic_document.say(table, support=support * 0) == ""


def test_one_topic_is_no_comparison():
    table = pd.DataFrame({"doc_id": "a", "topic": [0, 1], "share": [0.8, 0.2]})
    assert gn.plots.plot_topic_document(table).figure.get_gid() == "nothing"
