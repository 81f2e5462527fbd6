"""Each row of a table of rules decides on its own example: what another one takes from it has no row."""

import pytest

import govnlp as gn
from govnlp.analysis.indicators import endings, rows, sizes
from govnlp.lexicons import lexicon_content

SIZES = lexicon_content("sizes.yaml")["rows"]
ENDINGS = [
    (kind, i, row)
    for kind, of_kind in lexicon_content("endings.yaml")["rows"].items()
    for i, row in enumerate(of_kind)
]


def deciding(text, monkeypatch):
    """Rows that decide on something of a text."""
    found, decide = [], rows.Table.decide
    monkeypatch.setattr(rows.Table, "decide", lambda *asked: found.append(decide(*asked)) or found[-1])
    gn.extract_indicators(gn.parse_text(text.removesuffix("。") + "。"))
    return found


@pytest.mark.parametrize("i", range(len(SIZES)), ids=[row["example"] for row in SIZES])
def test_a_row_of_sizes_decides_on_its_example(i, monkeypatch):
    own = sizes._table().rows[i]
    assert any(row is own for row in deciding(SIZES[i]["example"], monkeypatch))


@pytest.mark.parametrize(("kind", "i", "row"), ENDINGS, ids=[row["example"] for *_, row in ENDINGS])
def test_a_row_of_endings_decides_on_its_example(kind, i, row, monkeypatch):
    own = endings._tables()[kind].rows[i]
    assert any(found is own for found in deciding(row["example"], monkeypatch))
