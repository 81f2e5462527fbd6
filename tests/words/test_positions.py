"""Places of a phrase along a document."""

import pandas as pd
import pytest

from govnlp import parse_text
from govnlp.words.positions import positions


def test_every_occurrence_has_its_place_in_the_running_text():
    corpus = parse_text("优化服务企业多。\n\n企业满意，企业来。", doc_id="甲")
    table = positions(corpus, "企业")
    text = "".join(corpus.units("paragraph")["text"])
    assert table["kind"].tolist() == ["article", "phrase", "phrase", "phrase"]
    expected = [i / len(text) for i in range(len(text)) if text.startswith("企业", i)]
    assert table.loc[table["kind"] == "phrase", "position"].tolist() == pytest.approx(expected)


def test_a_document_without_the_phrase_keeps_its_row():
    table = positions(parse_text("渠清了。", doc_id="甲"), "企业")
    expected = pd.DataFrame({"doc_id": ["甲"], "kind": ["article"], "position": [0.0]})
    pd.testing.assert_frame_equal(table[["doc_id", "kind", "position"]], expected)


def test_an_empty_phrase_is_refused():
    with pytest.raises(ValueError, match="phrase is empty"):
        positions(parse_text("渠清了。"), "")
