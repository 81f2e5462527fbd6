"""Phrases and themes of two versions; what is expected was read off the texts."""

import dataclasses

import pandas as pd

import govnlp as gn
from govnlp.analysis.versions.wording import compare_phrases, themes_gained


def _report(text, year, doc_id):
    corpus = gn.parse_text(text, doc_id)
    return dataclasses.replace(
        corpus, documents=corpus.documents.assign(year=year, genre="work_report", place="临溪区")
    )


def test_phrases_new_gone_kept_and_back():
    oldest = _report("推进“一河一策”，清理东渠。", 2018, "c")
    a = _report("干部争当“店小二”，落实“四下基层”。", 2020, "a")
    b = _report("推行“最多跑一次”，重提“一河一策”，干部仍是店小二。", 2021, "b")
    tables = ("documents", "articles", "blocks")
    corpus = dataclasses.replace(b, **{x: pd.concat([getattr(y, x) for y in (oldest, a, b)]) for x in tables})
    found = compare_phrases(a, b, corpus).set_index("phrase")
    assert found["change"].to_dict() == {
        "最多跑一次": "new",
        "一河一策": "back",
        "四下基层": "gone",
        "店小二": "kept",
    }
    assert found.loc["一河一策", "last_year"] == 2018
    assert compare_phrases(a, b).set_index("phrase").loc["一河一策", "change"] == "new"


def test_a_theme_is_gained_where_the_interval_says_so():
    """Ten of ten blocks against none: the interval of the difference leaves out zero."""
    a, b = (
        gn.parse_text("\n\n".join([text] * 10), name)
        for text, name in (("溪水很清。", "a"), ("疫情防控有力。", "b"))
    )
    table = themes_gained(a, b).set_index("theme")
    assert table.loc["疫情防控", "change"] == "gained" and table.loc["疫情防控", "ci_low"] > 0
    assert table.drop(index="疫情防控")["change"].isna().all()
    assert themes_gained(b, a).set_index("theme").loc["疫情防控", "change"] == "lost"


def test_themes_of_two_versions_with_one_name():
    """方案.txt in two folders: both are called 方案, and blocks of the same number are not the same."""
    a, b = (gn.parse_text(text, "方案") for text in ("大力招商引资。", "疫情防控有力。"))
    table = themes_gained(a, b).set_index("theme")
    assert table.loc["疫情防控", ["share_older", "share_newer"]].tolist() == [0, 1]
    assert not themes_gained(a, a)["difference"].any()
