"""The intrusion game: a key answers, what is no choice is not taken, and the score is that of the sheets."""

from types import SimpleNamespace

import pandas as pd
import pytest

from govnlp.exploring.game import Game, play_intrusion


@pytest.fixture
def model():
    words = {1: "学校 教师 课堂 幼儿园 学生", 2: "公路 桥梁 公交 隧道 <b>"}
    terms = [(topic, term, 1.0) for topic, text in words.items() for term in text.split()]
    return SimpleNamespace(
        topics=pd.DataFrame({"topic": [1, 2]}),
        top_terms=pd.DataFrame(terms, columns=["topic", "term", "weight"]),
    )


def test_keys_answer_question_after_question_and_the_score_stands_at_the_end(model):
    widget = play_intrusion(model)
    shown, box = widget.children
    right = Game(model).questions["intruder"].tolist()
    box.value = "9"
    assert "第1题，共2题" in shown.value and box.value == "" and "<b>" not in shown.value
    box.value = str(right[0])
    assert "对：混入的是" in shown.value and "第2题，共2题" in shown.value
    box.value = str(right[1] % 6 + 1)
    assert "不对" in shown.value and '<td class="n">0.5</td>' in shown.value
    box.value = "1"
    assert "不对" in shown.value


def test_the_score_is_by_kind_and_topic(model):
    game = Game(model)
    for number in game.questions["intruder"]:
        assert game.give(str(number))
    assert not game.give("1")
    assert game.result["share"].tolist() == [1, 1, 1]
