"""Themes learnt from codes by hand: planted words, stated coverage, and what can't be learnt."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score

import govnlp as gn
from govnlp.analysis.coding.classifier import fit, sharpness, softmax, split
from govnlp.analysis.coding.evaluating import lexicon_guesses, measure_guesses, resample
from govnlp.analysis.coding.guidance import MORE

pytestmark = pytest.mark.slow
WORDS = {"教育": "学校 教师 课堂 幼儿园", "交通": "公路 桥梁 公交 隧道", "水利": "水库 堤防 灌溉 河道"}
NOISE = "工作 推进 加强 完成 建设 项目 全面 持续 今年 我们".split()


def planted(n=120, seed=0, blur=0.0):
    """Passages of three planted themes, five to a document; a share of them has words of no theme only."""
    chance, rows = np.random.default_rng(seed), []
    for i in range(n):
        theme = list(WORDS)[chance.integers(3)]
        own = [] if chance.random() < blur else list(chance.choice(WORDS[theme].split(), 2))
        text = "，".join([*chance.choice(NOISE, 4), *own])
        rows.append((f"d{i // 5}:{i}", f"d{i // 5}", text, theme))
    units = pd.DataFrame(rows, columns=["unit_id", "doc_id", "text", "theme"])
    return units.drop(columns="theme"), units[["unit_id", "theme"]].assign(coder="甲")


@pytest.fixture(scope="module")
def learnt():
    units, codes = planted(150)
    return gn.learn_themes(codes.head(100), units)


def test_planted_themes_are_found_in_passages_that_nobody_coded(learnt):
    _, codes = planted(150)
    assert learnt.predictions["coded"].sum() == 100
    assert (learnt.predictions["theme"] == codes["theme"])[100:].all()


def test_the_words_that_drive_a_theme_are_the_planted_ones(learnt):
    for name, words in WORDS.items():
        mine = learnt.words[(learnt.words["theme"] == name) & (learnt.words["kind"] == "word")]
        first = mine["feature"].head(3)
        assert set(first) <= set(words.split())


def test_a_checked_passage_was_guessed_without_its_document():
    """A word that stands in one document only can't speak for its theme there."""
    units, codes = planted(100, blur=1.0)
    units.loc[:4, "text"] = "独一无二"
    codes.loc[:4, "theme"] = "教育"
    checked = gn.learn_themes(codes, units).checked
    assert checked.loc[:4, "probability"].max() < 0.7


def test_tables_have_the_columns_that_the_docstring_names(learnt):
    assert learnt.results["method"].unique().tolist() == ["lexicon", "words", "both"]
    assert (learnt.results["ci_low"] <= learnt.results["value"]).all()
    assert (learnt.results["value"] <= learnt.results["ci_high"]).all()
    assert learnt.curve["kind"].tolist() == ["measured"] * 5 + ["expected"]
    assert learnt.curve["n"].iloc[-1] == 100 + MORE
    assert not set(learnt.next_passages["unit_id"]) & set(learnt.checked["unit_id"])
    assert learnt.next_passages["unit_id"].is_unique and len(learnt.next_passages) == 30
    assert learnt.by_theme["n"].sum() == 100 and learnt.by_theme["enough"].all()
    assert (learnt.wrong["given"] != learnt.wrong["theme"]).all()


def test_of_several_themes_the_first_counts_and_the_others_are_kept(learnt):
    """Ten passages have 水利 as well, named behind their own theme: nothing else may change."""
    units, codes = planted(150)
    codes = codes.head(100)
    more = codes.head(10).assign(theme="水利")
    with pytest.warns(UserWarning, match="several themes to [0-9]+ of 100"):
        again = gn.learn_themes(pd.concat([codes, more]), units)
    assert again.checked["given"].tolist() == learnt.checked["given"].tolist()
    others = [["水利"] if theme != "水利" else [] for theme in codes["theme"].head(10)]
    assert again.checked["others"].tolist() == others + [[]] * 90
    pd.testing.assert_frame_equal(again.predictions, learnt.predictions)
    pd.testing.assert_frame_equal(again.results, learnt.results)


def test_the_stated_coverage_holds_where_half_of_the_passages_say_nothing():
    """Coverage is .90 by the theory of conformal sets: 40 models of 150 codes, on 150 new passages each.

    Both halves of a model's error come from 150 draws of .9 and .1: sqrt(2 * .09 / 150) = .035, of the mean .0055.
    """
    held, x_of = [], np.eye(4)
    for seed in range(40):
        chance = np.random.default_rng(seed)
        y = chance.integers(3, size=300)
        x = x_of[np.where(chance.random(300) < 0.5, 3, y)]
        model = fit(x[:150], y[:150], np.arange(150), 3, 0.9)
        p = model.probabilities(x[150:])
        held.append(model.sets(p)[np.arange(150), y[150:]].mean())
    assert np.mean(held) >= 0.88


def test_probabilities_are_as_sharp_as_the_values_allow():
    """Half of the passages with decision +1 for class 0 are of class 0: their probability is a half."""
    decision = np.tile([[1.0, -1.0]], (100, 1))
    y = np.repeat([0, 1], 50)
    assert softmax(decision, sharpness(decision, y))[0, 0] == pytest.approx(0.5, abs=0.01)


def test_no_document_is_on_both_sides():
    groups = np.repeat(np.arange(23), 4)
    for train, test in split(groups):
        assert not set(groups[train]) & set(groups[test])


def test_measures_agree_with_scikit_learn():
    chance = np.random.default_rng(0)
    true, guess = chance.integers(4, size=80), chance.integers(4, size=80)
    table = measure_guesses(true, guess, np.arange(80) // 4, 4).set_index("measure")["value"]
    assert table["macro_f1"] == pytest.approx(f1_score(true, guess, average="macro"))
    assert table["accuracy"] == pytest.approx(accuracy_score(true, guess))
    assert table["kappa"] == pytest.approx(cohen_kappa_score(true, guess))


def test_documents_and_not_passages_are_drawn():
    """Ten documents of ten like passages: sqrt(.25 / 10) = .158, times t of nine and sqrt(10 / 9) on either side."""
    yes = np.repeat([0, 1] * 5, 10)
    sums = np.column_stack([yes, np.ones(100)])
    share, low, high = resample(sums, np.repeat(np.arange(10), 10), lambda s: s[..., 0] / s[..., 1])
    assert share == 0.5
    assert (high - low) / 2 == pytest.approx(0.158 * 2.262 * 1.054, abs=0.03)


def test_a_lexicon_theme_with_the_name_of_a_class_is_that_class_and_others_are_learnt():
    from scipy.sparse import csr_array

    y = np.array([0, 1] * 10)
    hits = csr_array(np.eye(2)[y])
    same = lexicon_guesses(hits, ["水", "路"], y, np.array(["路", "水"]), np.arange(20))
    assert (same == 1 - y).all()
    learnt = lexicon_guesses(hits, ["甲", "乙"], y, np.array(["路", "水"]), np.arange(20))
    assert (learnt == y).all()


def test_under_sixty_codes_it_says_what_is_missing():
    units, codes = planted(60)
    with pytest.raises(ValueError, match="40 coded passages are among the texts; 60 are needed"):
        gn.learn_themes(codes.head(40), units)
    with pytest.raises(ValueError, match="nothing to tell apart"):
        gn.learn_themes(codes.assign(theme="水利"), units)


def test_a_theme_of_few_codes_is_marked():
    units, codes = planted(80)
    codes.loc[codes.index[:2], "theme"] = "旅游"
    by_theme = gn.learn_themes(codes, units).by_theme.set_index("theme")
    assert not by_theme.loc["旅游", "enough"] and by_theme.loc["教育", "enough"]


def test_codes_without_a_theme_name_the_column():
    units = pd.DataFrame({"unit_id": ["a"], "doc_id": "d", "text": "渠清了。"})
    with pytest.raises(ValueError, match="codes lacks the columns theme"):
        gn.learn_themes(pd.DataFrame({"unit_id": ["a"], "coder": "甲"}), units)
