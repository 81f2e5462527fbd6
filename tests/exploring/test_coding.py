"""The coding screen: a key codes a passage, every code is kept at once, and the same call goes on."""

import pandas as pd
import pytest

import govnlp as gn
from govnlp.exploring.coding import CodingScreen, code_passages


@pytest.fixture
def units():
    texts = [f"第{i}段<b>" for i in range(6)]
    return pd.DataFrame({"unit_id": [f"a:{i}" for i in range(6)], "doc_id": list("aaabbb"), "text": texts})


@pytest.fixture
def themes():
    return gn.read_themes().query("theme in ['民生服务', '对外开放', '教育']")


def keyed(widget, *keys):
    for key in keys:
        widget.children[1].value = key


def test_a_key_codes_a_passage_and_the_file_has_it_at_once(units, themes, tmp_path):
    names = themes["theme"].drop_duplicates().tolist()
    widget = code_passages(units, tmp_path / "甲.csv", themes, "甲")
    keyed(widget, "2")
    codes = gn.read_codes(tmp_path / "甲.csv", themes)
    assert codes[["coder", "theme"]].to_numpy().tolist() == [["甲", names[1]]]
    keyed(widget, "0", "b", "1")
    assert gn.read_codes(tmp_path / "甲.csv", themes)["theme"].tolist() == [names[1], names[0]]
    assert widget.children[1].value == "" and "已编码2段，共6段" in widget.children[0].value


def test_it_goes_on_where_it_stopped_and_both_coders_have_the_same_order(units, themes, tmp_path):
    keyed(code_passages(units, tmp_path / "甲.csv", themes, "甲"), "1", "1", "1")
    again = CodingScreen(units, tmp_path / "甲.csv", themes, "甲")
    other = CodingScreen(units, tmp_path / "乙.csv", themes, "乙")
    assert again.order == other.order and len(again.codes) == 3
    assert again.place == again.order[3] and other.place == other.order[0]
    with pytest.raises(ValueError, match="has codes of '甲'; give '乙' a file of their own"):
        CodingScreen(units, tmp_path / "甲.csv", themes, "乙")


def test_a_passage_stands_between_its_neighbours_of_the_same_document_and_is_escaped(units, themes, tmp_path):
    screen = CodingScreen(units, tmp_path / "甲.csv", themes, "甲")
    screen.order = [2]
    assert "第1段" in screen.html() and "第3段" not in screen.html() and "<b>" not in screen.html()


def test_a_wrong_key_codes_nothing(units, themes, tmp_path):
    widget = code_passages(units, tmp_path / "甲.csv", themes, "甲")
    keyed(widget, "9", "x")
    assert not (tmp_path / "甲.csv").exists() and "没有号码x" in widget.children[0].value


def test_with_many_themes_several_numbers_end_with_enter(units, tmp_path):
    themes = gn.read_themes()
    widget = code_passages(units, tmp_path / "甲.csv", themes, "甲")
    assert not widget.children[1].continuous_update
    keyed(widget, "10 2")
    assert len(gn.read_codes(tmp_path / "甲.csv", themes)) == 2
