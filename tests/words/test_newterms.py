from textwrap import wrap

import numpy as np
import pandas as pd
import pytest

from govnlp import Segmenter, new_terms, read_corpus
from govnlp.lexicons import shipped_by_jieba
from govnlp.words.dictionaries import read_lexicon

PAIRS = Segmenter(lambda text: wrap(text, 2), lexicon=False)


def units(*texts):
    return pd.DataFrame({"text": texts})


def test_measures_by_hand():
    table = new_terms(units("甲甲乙乙丁丁", "甲甲乙乙戊戊", "己己甲甲乙乙"), segmenter=PAIRS)
    row = table.set_index("term").loc["甲甲乙乙"]
    assert len(table) == 1
    assert row[["parts", "n", "n_units", "n_quoted", "n_unquoted"]].tolist() == ["甲甲|乙乙", 3, 3, 0, 3]
    # 9 words, 3 of either part: PMI = log2(3 * 9 / (3 * 3)), and -log2(3 / 9) is the same
    assert row["cohesion"] == pytest.approx(1, abs=1e-9)
    # three ends of units and words beside it, all different
    assert row["entropy_left"] == pytest.approx(np.log2(3), abs=1e-9)
    assert row["entropy_right"] == pytest.approx(np.log2(3), abs=1e-9)
    assert row["c_value"] == pytest.approx(2 * 3, abs=1e-9)
    assert row["score"] == pytest.approx(np.sqrt(np.log2(8)) * np.log2(1.5 + np.log2(3)), abs=1e-9)
    assert row["example"] == "甲甲乙乙丁丁"


def test_repeated_neighbours_have_no_entropy_and_nested_terms_lose():
    long, short = "甲甲乙乙丙丙", "甲甲乙乙"
    table = new_terms(units(*[long] * 4, *[short] * 2), segmenter=PAIRS).set_index("term")
    right = -4 / 6 * np.log2(4 / 6) - 2 * (1 / 6 * np.log2(1 / 6))
    assert table.loc[short, "entropy_right"] == pytest.approx(right, abs=1e-9)
    assert table.loc[short, "c_value"] == pytest.approx(2 * (6 - 4), abs=1e-9)
    assert table.loc[long, "c_value"] == pytest.approx(np.log2(6) * 4, abs=1e-9)
    assert "乙乙丙丙" not in table.index  # it never stands without the longer one


def test_quotation_marks_count_and_suffice_twice():
    text = "学习“云岭模式”，“云岭模式”好。推广云岭模式"
    row = new_terms(units(text)).set_index("term").loc["云岭模式"]
    assert row[["n", "n_quoted", "n_unquoted"]].tolist() == [3, 2, 1]
    assert new_terms(units("学习“云岭模式”，云岭模式好")).empty
    assert new_terms(units("“云岭模式", "”“云岭模式")).empty


def test_what_the_segmenter_knows_is_no_candidate():
    texts = units(*["优化营商环境建设", "持续优化营商环境", "改善营商环境"] * 3)
    assert "营商环境" in new_terms(texts, segmenter=Segmenter(lexicon=False))["term"].tolist()
    assert "营商环境" not in new_terms(texts)["term"].tolist()


def test_no_function_words_at_the_ends_and_no_marks_inside():
    table = new_terms(units(*["我们的数字底座，数字底座和城市大脑。城市大脑"] * 4))
    assert {"数字底座", "城市大脑"} <= set(table["term"])
    assert not table["term"].str.contains("[的和，。]").any()


def test_candidates_are_a_lexicon(tmp_path):
    table = new_terms(units(*["推广云岭模式经验", "云岭模式好", "学云岭模式"] * 2))
    table.to_csv(tmp_path / "own.csv", index=False)
    assert Segmenter(lexicon=tmp_path / "own.csv").cut("学云岭模式") == ["学", "云岭模式"]


def test_nothing_to_find():
    for texts in (units(), units("", "。"), units("好")):
        table = new_terms(texts)
        assert table.empty
        assert table.columns[0] == "term"


def test_order_does_not_depend_on_the_run():
    texts = units(*["甲甲乙乙，，丙丙丁丁", "丙丙丁丁，，甲甲乙乙"] * 3)
    table = new_terms(texts, segmenter=PAIRS)
    assert table["term"].tolist() == ["丙丙丁丁", "甲甲乙乙"]
    assert new_terms(texts, segmenter=PAIRS, top=1)["term"].tolist() == ["丙丙丁丁"]


@pytest.mark.real
def test_policy_phrases_are_found_without_the_lexicon(shared):
    folder = shared / "corpora/national_reports"
    texts = read_corpus(sorted(folder.glob("20*.txt"))).units("paragraph", include_headings=True)
    table = new_terms(texts, segmenter=Segmenter(lexicon=False))
    lines = shipped_by_jieba("dict.txt").read_text(encoding="utf-8").splitlines()
    known = {line.split(" ")[0] for line in lines}
    wanted = set((folder / "phrases.txt").read_text(encoding="utf-8").split()) - known
    assert len(wanted & set(table["term"])) / len(wanted) >= 0.6
    # precision from below: whatever the shipped lexicon lacks counts as wrong
    assert table["term"].head(50).isin(read_lexicon()["term"]).mean() >= 0.6
