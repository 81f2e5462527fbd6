"""Known schemes as crosswalks from the policy themes: every class has entries, each once, none invented twice."""

import pytest

from govnlp.analysis.themes.lexicon import read_themes
from govnlp.analysis.themes.profile import theme_profile
from govnlp.analysis.themes.scores import score_themes
from govnlp.documents.collecting import parse_text


@pytest.mark.parametrize("name, classes", [("state_council", 21), ("cap", 21)])
def test_classes_are_those_of_the_scheme_and_say_where_they_come_from(name, classes):
    """21 classes of the State Council without 其他; 21 major topics of the codebook (1 to 23 without 11 and 22)."""
    themes = read_themes(name)
    assert themes["theme"].nunique() == classes
    assert not themes.duplicated(["theme", "entry"]).any()
    assert themes["lexicon"].str.endswith("2026.11").all()


@pytest.mark.parametrize("name", ["state_council", "cap"])
def test_every_policy_theme_has_a_place_in_the_scheme(name):
    policy, scheme = read_themes(), set(read_themes(name)["entry"])
    covered = policy.assign(there=policy["entry"].isin(scheme)).groupby("theme")["there"].mean()
    but = {"state_council": {"基层治理与党建", "民生服务"}, "cap": {"民族宗教侨务"}}[
        name
    ]  # as the notes of the lexicons say
    assert set(covered[covered < 0.3].index) <= but


def test_a_paragraph_is_scored_by_the_scheme():
    corpus = parse_text(
        "　　新建地铁两条，改造公路九条，港口扩容。\n　　学校新增学位三百个，教师轮岗。\n", "甲"
    )
    profile = theme_profile(score_themes(corpus, read_themes("cap")), by="doc_id").set_index("theme")["share"]
    assert profile["交通"] > 0.3 and profile["教育"] > 0.3


def test_a_lexicon_of_ones_own_may_take_entries_and_an_unknown_theme_is_named(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(
        "themes:\n- {name: 路, of: [{theme: 交通水利能源, only: 公路}], entries: [省道]}\n", "utf-8"
    )
    assert {"省道", "公路", "高速公路"} <= set(read_themes(path)["entry"])
    path.write_text("themes:\n- {name: 路, of: [道路]}\n", "utf-8")
    with pytest.raises(ValueError, match="no entry of a policy theme '道路'"):
        read_themes(path)


def test_a_lexicon_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(FileNotFoundError, match="no lexicon 'nosuch'; one of: themes, instruments"):
        read_themes("nosuch")
