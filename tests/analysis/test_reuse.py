"""Reuse of invented text, against sums worked out independently with Python sets."""

import math
import random
import re

import pandas as pd
import pytest

from govnlp.analysis import reuse
from govnlp.analysis.reuse import COLUMNS, find_reuse

LETTERS = [chr(0x4E00 + i) for i in range(3000)]


def units(*texts):
    return pd.DataFrame({"unit_id": [f"u{i}" for i in range(len(texts))], "text": list(texts)})


def invented(seed, length=100):
    return "".join(random.Random(seed).choices(LETTERS, k=length))


def grams(text):
    text = re.sub(r"[\W_]", "", text)
    return {text[i : i + 5] for i in range(len(text) - 4)}


def test_similarity_is_weighted_containment():
    base = invented(1)
    texts = [base, base[:60] + invented(2, 80), invented(3), base[40:] + invented(4, 10)]
    sets = [grams(t) for t in texts]
    df = {g: sum(g in s for s in sets) for s in sets for g in s}
    weigh = lambda s: sum(math.log(1 + 4 / df[g]) for g in s)  # noqa: E731
    expected = {
        (f"u{i}", f"u{j}"): weigh(sets[i] & sets[j]) / min(weigh(sets[i]), weigh(sets[j]))
        for i in range(4)
        for j in range(i + 1, 4)
        if sets[i] & sets[j]
    }
    found = find_reuse(units(*texts), min_similarity=0.01)
    assert {(r.unit_a, r.unit_b): r.similarity for r in found.itertuples()} == pytest.approx(
        expected, abs=1e-5
    )
    assert found["similarity"].is_monotonic_decreasing


@pytest.mark.parametrize("seed", range(5))
def test_copy_with_a_fifth_changed_in_passages_is_found(seed):
    base = invented(seed, 200)
    copy = base[:50] + invented(seed + 100, 20) + base[70:120] + invented(seed + 200, 20) + base[140:]
    found = find_reuse(units(base, copy, invented(seed + 300, 200)))
    assert list(zip(found["unit_a"], found["unit_b"], strict=True)) == [("u0", "u1")]


def test_width_and_punctuation_do_not_matter():
    base = invented(7, 40)
    found = find_reuse(units(base[:20] + "，ＡＢＣ１２" + base[20:], base[:20] + ", ABC12" + base[20:]))
    assert found["similarity"].tolist() == [1.0]


def test_formulas_count_less_than_rare_passages():
    formula, rare = invented(8, 30), invented(9, 30)
    fill = [formula + invented(20 + i, 30) for i in range(30)]
    found = find_reuse(units(*fill, rare + invented(60, 30), rare + invented(61, 30)), min_similarity=0.05)
    assert found.iloc[0][["unit_a", "unit_b"]].tolist() == ["u30", "u31"]
    assert found["similarity"][0] > 2 * found["similarity"][1]


def test_blocks_of_rows_do_not_change_the_table(monkeypatch):
    base = invented(5)
    table = units(*[base[i * 5 :] + invented(i + 40, 50) for i in range(9)])
    whole = find_reuse(table)
    monkeypatch.setattr(reuse, "ROWS_AT_ONCE", 2)
    pd.testing.assert_frame_equal(find_reuse(table), whole)
    assert len(whole) > 5


def test_short_or_few_units_give_an_empty_table():
    assert find_reuse(units("同样的话", "同样的话")).columns.tolist() == COLUMNS


def test_errors_name_the_value():
    with pytest.raises(ValueError, match="min_similarity is 0"):
        find_reuse(units("甲"), min_similarity=0)
    with pytest.raises(ValueError, match="units lack text"):
        find_reuse(pd.DataFrame({"unit_id": []}))
