"""What the recognition of pictures gives is put right where it is known to err."""

import numpy as np
import pytest

from govnlp.documents.reading.ocr import _piece

BOX = np.array([[10.0, 20.0], [90.0, 20.0], [90.0, 40.0], [10.0, 40.0]])


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("出生率6.2%0，死亡率7.1%0", "出生率6.2‰，死亡率7.1‰"),
        ("增长5%，增长6.0%", "增长5%，增长6.0%"),
        ("占5%05年占6%", "占5%05年占6%"),
    ],
)
def test_per_mille_is_put_back(read, meant):
    piece = _piece(BOX, read)
    assert (piece.text, piece.left, piece.right) == (meant, 10.0, 90.0)
