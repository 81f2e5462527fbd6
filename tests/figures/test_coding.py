"""The confusion figure shows the counts of its table; the codebook has a page per theme, escaped."""

from html import escape

import pandas as pd

import govnlp as gn
from govnlp.analysis.coding.agreement import code_confusion
from govnlp.figures.coding import PASSAGES, write_codebook


def test_every_count_is_written_where_it_belongs():
    codes = pd.DataFrame(
        [(i, c, t) for c, given in (("甲", "水水路"), ("乙", "水路路")) for i, t in enumerate(given)],
        columns=["unit_id", "coder", "theme"],
    )
    ax = gn.plots.plot_confusion(code_confusion(codes, "甲", "乙"))
    names = [tick.get_text() for tick in ax.get_yticklabels()]
    written = {
        (names[int(t.get_position()[1])], names[int(t.get_position()[0])]): t.get_text() for t in ax.texts
    }
    assert written == {("水", "水"): "1", ("水", "路"): "1", ("路", "路"): "1"}


def test_a_page_per_theme_with_typical_and_border_passages(tmp_path):
    themes = gn.read_themes()
    texts = [f"青槐区{'优化营商环境，' * n}<b>柳绿</b>{'，溪水清清' * 30}。" for n in range(1, 9)]
    units = pd.DataFrame({"unit_id": [f"a:{i}" for i in range(8)], "doc_id": "a", "text": texts})
    page = write_codebook(themes, gn.score_themes(units, themes), units, tmp_path / "码.html").read_text(
        "utf-8"
    )
    assert page.count("<section") == themes["theme"].nunique()
    assert "<b>柳绿" not in page and page.count("a:7") == 1
    assert page.count("<li>青槐区") >= 2 * PASSAGES


def test_themes_are_defined_in_the_language_of_the_codebook(tmp_path):
    themes = gn.read_themes()
    units = pd.DataFrame({"unit_id": ["a:0"], "doc_id": "a", "text": ["青槐区优化营商环境。"]})
    scores = gn.score_themes(units, themes)
    for lang, column in (("zh", "definition_zh"), ("en", "definition")):
        page = write_codebook(themes, scores, units, tmp_path / "码.html", lang).read_text("utf-8")
        assert all(escape(definition) in page for definition in themes[column].unique())
    chinese = themes.drop_duplicates("theme")["definition_zh"]
    assert chinese.is_unique and not chinese.str.contains("[A-Za-z]").any()
