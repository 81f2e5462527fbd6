"""Intrusion sheets: the intruder is where the key says, answers are scored by it, and errors are named."""

from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest

from govnlp.analysis.coding.intrusion import export_intrusion, score_intrusion, score_ratings

TERMS = {1: "学校 教师 课堂 幼儿园 学生 校园", 2: "公路 桥梁 公交 隧道 车站 学生"}


@pytest.fixture
def model():
    """Two topics that share one word; nine passages of each."""
    terms = [(topic, term, 1.0) for topic, words in TERMS.items() for term in words.split()]
    labels = [(f"a:{i}", 1 + i % 2, 1 - i / 20) for i in range(18)]
    return SimpleNamespace(
        topics=pd.DataFrame({"topic": [1, 2]}),
        top_terms=pd.DataFrame(terms, columns=["topic", "term", "weight"]),
        labels=pd.DataFrame(labels, columns=["unit_id", "topic", "strength"]),
    )


@pytest.fixture
def units():
    return pd.DataFrame({"unit_id": [f"a:{i}" for i in range(18)], "text": [f"第{i}段" for i in range(18)]})


def filled(path, answer):
    """The sheet with an answer of the first person to every question."""
    book = openpyxl.load_workbook(path)
    for sheet in (sheet for sheet in book if sheet.title != "rating"):
        head = [cell.value for cell in sheet[1]]
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, head.index("person_1") + 1).value = answer(sheet.cell(row, 1).value)
    book.save(path)


def test_the_intruder_is_a_word_of_the_other_topic_alone(model, units, tmp_path):
    key = export_intrusion(model, tmp_path / "题.xlsx", units)
    assert key["kind"].tolist() == ["words", "passages"] * 2 and key["choices"].tolist() == [6, 4] * 2
    sheets = pd.read_excel(tmp_path / "题.xlsx", sheet_name=None)
    for row in key.itertuples():
        asked = sheets[row.kind].set_index("question").loc[row.question]
        intruder, own = (
            asked[f"choice_{row.intruder}"],
            [asked[f"choice_{i}"] for i in range(1, row.choices + 1)],
        )
        own.remove(intruder)
        if row.kind == "words":
            assert set(own) <= set(TERMS[row.topic].split()) and intruder in TERMS[3 - row.topic].split()
            assert intruder != "学生"
        else:
            topic = {f"第{i}段": 1 + i % 2 for i in range(18)}
            assert {topic[text] for text in own} == {row.topic} and topic[intruder] != row.topic


def test_answers_by_the_key_are_all_right_and_others_wrong(model, tmp_path):
    path = tmp_path / "题.xlsx"
    key = export_intrusion(model, path)
    right = key.set_index("question")["intruder"]
    filled(path, lambda question: str(right[question]))
    table = score_intrusion(path, key)
    assert table["share"].tolist() == [1, 1, 1] and table["topic"].isna().tolist() == [True, False, False]
    assert table.loc[0, "n"] == 2 and table["chance"].round(3).tolist() == [0.167] * 3
    filled(path, lambda question: str(right[question] % 6 + 1))
    assert score_intrusion(path, key)["right"].sum() == 0


def test_what_is_no_answer_is_named(model, tmp_path):
    path = tmp_path / "题.xlsx"
    key = export_intrusion(model, path)
    with pytest.raises(ValueError, match="no answers in"):
        score_intrusion(path, key)
    filled(path, lambda question: "7")
    with pytest.raises(ValueError, match="person_1 has '7' at q1; a number from 1 to 6"):
        score_intrusion(path, key)


def test_ratings_are_scored_by_topic_and_show_where_people_differ(model, tmp_path):
    """Topic 2 has 3 and 3: mean 3, no spread; topic 1 has 1 and 3: mean 2, spread 2, one of two clear."""
    path = tmp_path / "题.xlsx"
    export_intrusion(model, path)
    with pytest.raises(ValueError, match="no ratings in"):
        score_ratings(path)
    book = openpyxl.load_workbook(path)
    for cell, value in zip(("C2", "D2", "C3", "D3"), "1333", strict=True):
        book["rating"][cell] = value
    book.save(path)
    table = score_ratings(path)
    assert table[["topic", "n", "mean", "clear", "spread"]].to_numpy().tolist() == [
        [2, 2, 3, 1, 0],
        [1, 2, 2, 0.5, 2],
    ]
    assert table["terms"][1] == "、".join(TERMS[1].split())
    book["rating"]["C2"] = "4"
    book.save(path)
    with pytest.raises(ValueError, match="person_1 has '4' at 1; a number from 1 to 3"):
        score_ratings(path)
