"""Arrays of numbers."""

import numpy as np

from govnlp.arrays import each_once


def test_each_number_comes_once_and_in_order():
    numbers = np.random.default_rng(0).integers(0, 50, 400).astype(np.uint64)
    found = each_once(numbers)
    assert found.tolist() == sorted(set(numbers.tolist())) and found.dtype == np.uint64
