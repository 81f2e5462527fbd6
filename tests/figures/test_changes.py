"""Figures and page of versions, years, citations and duties: the data behind what is drawn, and what is escaped."""

import matplotlib
import matplotlib.pyplot
import networkx
import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

import govnlp as gn
from govnlp.figures.style import label
from govnlp.figures.versions import side_names
from govnlp.figures.versions_page import versions_html, write_comparison

matplotlib.use("Agg")
A = "一、开局\n东渠清淤20里，两岸种柳三千株。\n老街修好路灯一百盏。\n学校添了图书和操场。"
B = "一、开局\n学校添了图书和操场。\n东渠清淤30里，两岸种柳三千株。\n<script>alert(1)</script>桥头立了水位尺。"


@pytest.fixture(autouse=True)
def closed():
    """Figures do not pile up."""
    yield
    matplotlib.pyplot.close("all")


def test_strips_are_as_long_as_their_texts_and_numbers_are_listed():
    table = gn.compare_versions(A, B)
    ax = gn.plots.plot_versions(table)
    texts = [t.get_text() for t in ax.texts]
    assert any("20里→30里" in text or "20→30" in text for text in texts)
    assert ax.get_xlim() == (0, 100)
    assert "移位1" in gn.plots.plot_versions.say(
        table
    ) and "numbers that differ in paired paragraphs: 1." in gn.plots.plot_versions.say(table, "en")


def test_the_page_is_escaped_and_asks_nothing_of_others():
    page = versions_html(gn.compare_versions(A, B))
    assert "alert(1)&lt;/script&gt;" in page and "<script>alert" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<input type="radio" name="only" id="only-moved">' in page and 'class="moved"' in page
    assert "<del>20里</del>" in page or "<del>20</del>" in page


def test_the_page_shows_what_stands_beside_the_wording():
    table = gn.compare_versions(A, B)
    changes = gn.rank_changes(
        table, gn.compare_targets(*(gn.extract_indicators(gn.parse_text(x)) for x in (A, B)))
    )
    page = versions_html(table, {"text": "甲"}, {"changes": changes, "targets": changes.head(0)})
    assert '<h2 id="changes">' in page and '<h2 id="targets">' not in page
    assert page.index('<h2 id="changes">') < page.index('<h2 id="side">')


def test_sides_are_named():
    table = gn.compare_versions(A, B)
    assert side_names(table, lang="en") == ("older", "newer")
    assert side_names(table.assign(doc_b="b"), {"text": "甲", "b": "乙"}) == ("甲", "乙")


def test_a_comparison_is_written(tmp_path):
    for name, text in (("old", A), ("new", B)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    said = write_comparison(tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "out")
    assert "移位1" in said and (tmp_path / "out" / "versions.html").is_file()
    assert all((tmp_path / "out" / f"{x}.csv").is_file() for x in ("changes", "targets", "phrases", "themes"))


def test_versions_of_one_name_are_the_older_and_the_newer(tmp_path):
    for name, text in (("旧", A), ("新", B)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "方案.txt").write_text(text, encoding="utf-8")
    older, newer = (tmp_path / name / "方案.txt" for name in ("旧", "新"))
    assert write_comparison(older, newer, tmp_path / "out", "en").startswith("From older to newer")
    assert "移位" not in write_comparison(older, older, tmp_path / "same")


def test_a_folder_of_two_is_no_version_and_its_files_are_named(tmp_path):
    (tmp_path / "in").mkdir()
    for name in "甲乙":
        (tmp_path / "in" / f"{name}.txt").write_text(f"{name}渠清了三十里。", encoding="utf-8")
    told = r"in holds 2 documents; a version is one of them: .*乙\.txt, .*甲\.txt"
    with pytest.raises(ValueError, match=told):
        write_comparison(tmp_path / "in" / "甲.txt", tmp_path / "in", tmp_path / "out")


def test_few_years_are_points_and_said_to_be_few():
    rows = [("清淤", 2019 + i, 5 + i, 1000, 50.0 + i, 20.0, 90.0) for i in range(3)]
    table = pd.DataFrame(rows, columns=["term", "year", "n", "n_words", "per_10k", "ci_low", "ci_high"])
    axes = gn.plots.plot_years(table)
    assert axes[0].lines[0].get_linestyle() == "None"
    assert gn.plots.plot_years.say(table) == ""


def test_undated_documents_stand_apart_from_the_order_of_dates():
    graph = networkx.MultiDiGraph()
    for node, date in (("a", "2019-01-01"), ("b", ""), ("c", "2021-01-01"), ("d", "2020-01-01")):
        graph.add_node(node, label=node, rank=5, date=date, inside=True)
        graph.add_edge("a", node, relation="依据", weight=1)
    ax = gn.plots.plot_citations(graph)
    assert label("dated_left") in ax.get_xlabel()
    at = {line.get_xdata()[0] for line in ax.lines if line.get_marker() == "o"}
    assert sorted(at) == [0.125, 0.375, 0.625, 0.875] and 0.75 in [line.get_xdata()[0] for line in ax.lines]
    networkx.set_node_attributes(graph, "", "date")
    assert "按时间" not in gn.plots.plot_citations(graph).get_xlabel()


def test_citations_stand_by_rank():
    corpus = gn.parse_text("根据《中华人民共和国水法》和《取水条例》制定。", "a")
    graph = gn.citation_graph(gn.extract_citations(corpus), corpus.documents)
    ax = gn.plots.plot_citations(graph, lang="en")
    assert [t.get_text() for t in ax.get_yticklabels()] == ["laws", "regulations", "unknown rank"]
    assert "Citations and mentions: 2; documents named: 2" in gn.plots.plot_citations.say(graph, "en")
    named = gn.plots.plot_citations(graph, names={"a": "临溪区 2021"})
    assert "临溪区 2021" in [x.get_text() for x in named.texts]


def duties():
    text = "临溪区计划\n区水利局要在2025年6月底前清淤。\n修好东渠，年底前完成。（区财政局、各镇负责）"
    return gn.extract_duties(gn.parse_text(text, "a")).assign(
        deadline=pd.to_datetime(["2025-06-30", "2025-12-31"])
    )


def test_deadlines_are_in_order_and_hollow_where_inferred():
    ax = gn.plots.plot_deadlines(duties().assign(inferred=[False, True]))
    faces = [line.get_markerfacecolor() for line in ax.lines if line.get_marker() == "o"]
    assert faces[1] == "white" != faces[0]
    assert "2025-06-30" in gn.plots.plot_deadlines.say(duties())


def test_where_nobody_is_named_a_deadline_names_its_document():
    table = duties().assign(bearer=["区水利局", None])
    ax = gn.plots.plot_deadlines(table, names={"a": "临溪区计划"})
    assert [x.get_text() for x in ax.get_yticklabels()] == ["区水利局", "（临溪区计划）"]


def test_units_by_field_add_up():
    table = gn.duty_matrix(pd.concat([duties()] * 2, ignore_index=True))
    ax = gn.plots.plot_duties(table)
    drawn = [int(t.get_text().split(" ")[0]) for t in ax.texts if t.get_text()]
    assert np.sum(drawn) == table["n"].sum() == 6


@pytest.mark.parametrize("name", ["versions", "citations", "deadlines", "duties", "years"])
def test_nothing_is_said_to_be_nothing(name):
    corpus = gn.parse_text("溪水很清。", "a")
    empty = gn.compare_versions(gn.parse_text("", "a"), gn.parse_text("", "b"))
    years = pd.DataFrame(columns=["term", "year", "n", "n_words", "per_10k", "ci_low", "ci_high"])
    drawn = {
        "versions": lambda: gn.plots.plot_versions(empty),
        "citations": lambda: gn.plots.plot_citations(
            gn.citation_graph(gn.extract_citations(corpus), corpus.documents)
        ),
        "deadlines": lambda: gn.plots.plot_deadlines(gn.extract_duties(corpus)),
        "duties": lambda: gn.plots.plot_duties(gn.duty_matrix(gn.extract_duties(corpus))),
        "years": lambda: gn.plots.plot_years(years),
    }[name]()
    ax = drawn[0] if isinstance(drawn, list) else drawn
    assert label("empty") in [t.get_text() for t in ax.texts]


def test_units_with_one_duty_each_make_no_matrix():
    table = pd.DataFrame({"unit": ["区水利局", "区财政局"], "field": None, "n": 1, "n_inferred": 0})
    assert "没有哪个单位有两项以上任务" in gn.plots.plot_duties(table).texts[0].get_text()
    assert len(gn.plots.plot_duties(table.assign(n=[2, 1])).texts) > 1


@pytest.mark.parametrize(
    "counts, drawn, said",
    [
        ([2] + [1] * 14, 15, ""),
        ([3] * 6 + [1] * 30, 6, "列出任务最多的6个"),
        ([3] * 13 + [2] * 3 + [1] * 5, 16, "列出任务最多的16个"),
        ([2] * 30, 14, "共30个主体名称，任务数相同，列出14个"),
    ],
)
def test_units_with_as_many_duties_are_all_drawn_or_none(counts, drawn, said):
    units = [f"{k}号局" for k in range(len(counts))]
    ax = gn.plots.plot_duties(pd.DataFrame({"unit": units, "field": None, "n": counts, "n_inferred": 0}))
    notes = "".join(text.get_text() for text in ax.figure.findobj(Text))
    assert len(ax.get_yticklabels()) == drawn
    assert said in notes and (said or "主体名称" not in notes)


def shares(*rows):
    return pd.DataFrame(rows, columns=["group", "topic", "share", "ci_low", "ci_high"])


def test_the_course_of_topics_is_told_where_intervals_lie_apart():
    table = shares(
        (2019, 1, 0.1, 0.05, 0.2), (2020, 1, 0.3, 0.2, 0.4), (2021, 1, 0.5, 0.4, 0.6),
        (2019, 2, 0.1, 0.05, 0.2), (2020, 2, 0.1, 0.05, 0.2), (2021, 2, 0.2, 0.1, 0.3),
    )  # fmt: skip
    said = gn.plots.plot_prevalence.say(table, topic_names={1: "渠", 2: "柳"})
    assert said == "2019年与2021年区间不相交、差别最大的主题是“渠”：10%与50%。"
    assert gn.plots.plot_prevalence.say(table[table["topic"].eq(2)]) == ""
    assert gn.plots.plot_prevalence.say(table[table["group"].ne(2020)]) == ""
    assert gn.plots.plot_prevalence.say(table, support=pd.Series({1: 0.4, 2: 0.9})) == ""
    assert len(gn.plots.plot_prevalence(table)) == 2
    ax = gn.plots.plot_prevalence(table[table["group"].ne(2020)])[0]
    assert [t.get_text() for t in ax.texts] == [label("two_years")]
    ax = gn.plots.plot_prevalence(table, support=pd.Series({1: 0.4, 2: 0.3}))[0]
    assert [t.get_text() for t in ax.texts] == [label("no_topic_back")]
    one = table[table["topic"].eq(1)]
    ax = gn.plots.plot_prevalence(one, support=pd.Series({1: float("nan")}))[0]
    assert [t.get_text() for t in ax.texts] == [label("no_k")]


def test_passages_of_earlier_documents_are_counted():
    rows = [
        ("甲", "乙", "2019", "2020-01-08"),
        ("甲", "乙", "2019", "2020-01-08"),
        ("甲", "丙", "2019", "2021"),
    ]
    table = pd.DataFrame(rows, columns=["doc_earlier", "doc_later", "date_earlier", "date_later"])
    say = gn.plots.plot_diffusion.say
    assert say(table) == "2份文献有3段与更早的文献相同或相近。最多的是乙与更早的甲（2段）。"
    assert say(table.iloc[1:]) == "2份文献有2段与更早的文献相同或相近。" and say(table.head(0)) == ""
    ax = gn.plots.plot_diffusion(table)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["甲", "乙", "丙"]
    ax.figure.draw_without_rendering()
    (number,) = [text for text in ax.texts if text.get_text()]
    box = number.get_window_extent()
    paths = [text.arrow_patch.get_path() for text in ax.texts if text.arrow_patch]  # in pixels
    start, bend, end = paths[0].vertices[:3]
    apart = (start + 2 * bend + end) / 4 - [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
    assert (
        number.get_text() == "2" and 4 < np.hypot(*apart) * 72 / ax.figure.dpi < 9
    )  # points beside the middle
    empty = gn.plots.plot_diffusion(table.head(0))
    assert [t.get_text() for t in empty.texts] == [label("no_diffusion")]


def test_each_of_the_documents_shown_has_an_arrow():
    """Twenty pairs of two documents each: eight of them are sixteen documents."""
    rows = [(f"a{i:02}", f"b{i:02}", "2021-03-01", "2022-03-01") for i in range(20)]
    table = pd.DataFrame(rows, columns=["doc_earlier", "doc_later", "date_earlier", "date_later"])
    ax = gn.plots.plot_diffusion(table)
    shown = [text.get_text() for text in ax.get_yticklabels()]
    assert sorted(shown) == sorted(side + f"{i:02}" for side in "ab" for i in range(8))
    assert sum(text.arrow_patch is not None for text in ax.texts if hasattr(text, "arrow_patch")) == 8


def test_numbers_of_arrows_that_leave_one_day_stand_apart_and_a_year_alone_is_hollow():
    """Three documents of one week, one of a year: the middles of 甲-丙 and 乙 are one place."""
    first, second, third = ("甲", "2022-01-01"), ("乙", "2022-01-02"), ("丙", "2022-01-03")
    pairs = [(first, second), (first, third), (second, third), (first, ("丁", "2023"))]
    table = pd.DataFrame(
        [(a, b, *days) for (a, b), days in ([*zip(*pair, strict=True)] for pair in pairs)] * 2,
        columns=["doc_earlier", "doc_later", "date_earlier", "date_later"],
    )
    ax = gn.plots.plot_diffusion(table)
    ax.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in ax.texts if text.get_text() == "2"]
    assert len(boxes) == 4 and not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert [line.get_markerfacecolor() == "white" for line in ax.lines] == [False, False, False, True]
    assert label("diffusion_years") in ax.get_xlabel()


def test_what_many_documents_cite_is_a_list_in_the_order_of_how_many_do():
    """Sixteen documents cite the regulation, two of them the measures too; neither is in the corpus."""
    graph, at = networkx.MultiDiGraph(), {"rank": 5, "date": ""}
    for i in range(16):
        graph.add_node(f"d{i:02}", label=f"{2005 + i}年工作报告", inside=True, **at)
        for name in ("云岭市河道条例", "云岭市清渠办法")[: 1 + (i < 2)]:
            graph.add_node(name, label=name, inside=False, **at)
            graph.add_edge(f"d{i:02}", name, relation="依据", weight=1)
    ax = gn.plots.plot_citations(graph)
    assert [text.get_text() for text in ax.get_yticklabels()] == ["云岭市河道条例", "云岭市清渠办法"]
    assert [text.get_text() for text in ax.texts] == ["16", "2"]
    assert label("citing_documents", n=16) in ax.get_xlabel()
    for i in range(20):
        graph.add_node(f"第{i}号", label=f"第{i}号", inside=False, **at)
        graph.add_edge("d00", f"第{i}号", relation="依据", weight=1)
    ax = gn.plots.plot_citations(graph)
    assert [text.get_text() for text in ax.texts] == ["16", "2"], "what one document cites has no bar"
    assert label("cited_once", n=20) in ax.get_xlabel()
    for i in range(20):
        graph.add_edge("d01", f"第{i}号", relation="依据", weight=1)
    said = gn.plots.plot_citations(graph).get_xlabel()
    assert label("some_cited", shown=20, all=22) in said and "另有" not in said


def test_what_many_documents_cite_once_each_is_no_ranking():
    graph, at = networkx.MultiDiGraph(), {"rank": 5, "date": "", "inside": True}
    for i in range(16):
        graph.add_node(f"d{i:02}", label=f"{2005 + i}年工作报告", **at)
        graph.add_node(f"第{i}号", label=f"第{i}号", **at)
        graph.add_edge(f"d{i:02}", f"第{i}号", relation="依据", weight=1)
    assert label("each_cited_once") in [x.get_text() for x in gn.plots.plot_citations(graph).texts]


def test_years_of_what_was_taken_over_stand_in_their_middle():
    rows = [("a", "b", "2019-03-01", "2020-05-01"), ("a", "c", "2019-03-01", "2021")]
    table = pd.DataFrame(rows, columns=["doc_earlier", "doc_later", "date_earlier", "date_later"])
    ax = gn.plots.plot_diffusion(table)
    assert [text.get_text() for text in ax.get_xticklabels()] == ["2019", "2020", "2021"]
    assert ax.get_xticks().tolist() == [2019.5, 2020.5, 2021.5]
