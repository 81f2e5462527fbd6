"""Notes by the editors; all texts are invented."""

import pytest

from govnlp import parse_text

NOTE = "望溪县今年治水。从今天起，本报刊登专访。"
TEXT = "渠清鱼跃\n本报记者 林禾\n渠清了，鱼回来了，大家都说好。"


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        (f"编者按：{NOTE}", 1),
        (f"【开栏语】{NOTE}", 1),
        (f"（编者按：望溪县今年治水。\n{NOTE}）", 2),
        (f"编前语\n望溪县今年治水。\n{NOTE}", 3),
    ],
)
def test_a_note_stands_above_the_article(note, lines):
    corpus = parse_text(f"{note}\n{TEXT}")
    assert corpus.blocks["kind"].tolist() == ["editor"] * lines + ["title", "byline", "paragraph"]
    assert corpus.documents.loc[0, "title"] == "渠清鱼跃"


def test_a_label_does_not_set_the_text_aside():
    kinds = parse_text(f"编者按\n{NOTE}\n渠清了，鱼回来了。\n一、治水\n清淤20公里。").blocks["kind"]
    assert kinds.tolist() == ["editor", "paragraph", "paragraph", "heading", "paragraph"]


def test_a_text_that_is_nothing_but_a_note_stays():
    assert parse_text(f"编者按：{NOTE}").blocks["kind"].tolist() == ["paragraph"]
