"""Zipf's law: the exponent that counts were made with is found again."""

import numpy as np
import pandas as pd
import pytest

from govnlp import zipf


@pytest.mark.parametrize("exponent", [0.7, 1.0, 1.4])
def test_the_exponent_is_found_again(exponent):
    law = np.arange(1, 501) ** -exponent
    table = pd.DataFrame({"term": [f"词{i}" for i in range(500)], "n": 1e6 * law / law.sum()})
    fitted = zipf(table.sample(frac=1, random_state=0))
    assert fitted.attrs["exponent"] == pytest.approx(exponent, abs=1e-5)
    assert fitted["expected"].tolist() == pytest.approx((1e6 * law / law.sum()).tolist(), rel=1e-3)
    assert fitted["rank"].tolist() == list(range(1, 501))


def test_two_terms_are_no_list():
    with pytest.raises(ValueError, match="2 terms; at least three"):
        zipf(pd.DataFrame({"term": ["甲", "乙"], "n": [2, 1]}))
