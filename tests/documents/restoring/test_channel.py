"""The noisy channel: frequencies, habits of a text, best path."""

import random

import pytest

from benchmarks import spinning
from govnlp.documents.restoring.channel import (
    best_path,
    confusions,
    dictionary,
    frequencies,
    habits,
    telling,
    tells,
)
from govnlp.documents.restoring.spun import STRICT


def read(run, price, prices=None):
    return "".join(word for _, word, _ in best_path(run, price, prices))


def test_path_covers_its_source():
    run = "全市重点项目建设有序推进"
    path = best_path(run, 5.0)
    assert "".join(source for source, _, _ in path) == run
    assert read(run, 5.0) == run


def test_price_decides():
    assert read("沉点工做", 0.2) == "重点工作"
    assert read("沉点工做", 50.0) == "沉点工做"


def test_an_original_that_is_left_speaks_against_a_swap():
    before = habits("使命光荣，使命必达。")["使命", "任务"]
    after = habits("使命光荣，使命必达，任务艰巨，任务繁重，任务很多。")["使命", "任务"]
    assert after > before


def test_neighbours_decide_between_good_words():
    text = "营商情况，营商情况，财产成长，财产园区，群寡工做。"
    assert read("优化营商情况", 0.2, habits(text)) == "优化营商环境"


def test_every_pair_is_listed_once_and_differs():
    found, find = confusions()
    pairs = [(spun, original) for spun, swaps in found.items() for original, _, _ in swaps]
    assert len(pairs) == len(set(pairs)) > 1500
    assert all(spun != original for spun, original in pairs)
    assert {kind for swaps in found.values() for _, kind, _ in swaps} == {
        "word",
        "near",
        "char",
        "like",
        "sure",
    }
    assert all((0, spun) in find(spun) for spun in found)


def test_neighbours_have_words_of_their_own():
    words, neighbours, size = frequencies()
    assert size == sum(words.values())
    assert all(n >= 3 for row in neighbours.values() for n in row.values())
    assert sum(word in dictionary()[0] for word in words) > 0.9 * len(words)


@pytest.mark.slow
def test_copies_spun_by_drawn_rules_are_told_and_put_back():
    paths = [p for p in spinning.HERE.joinpath("data", "sample").glob("*工作报告.txt")]
    sources = [p.read_text(encoding="utf-8")[:2500] for p in sorted(paths)[:6]]
    scores, share, restored, wrong = spinning.measure(sources, spinning.pairs(), random.Random(0))
    assert len(sources) == 6
    assert min(scores) > 0.9
    assert share > 0.05
    assert restored > 0.7
    assert wrong < 0.01


def test_the_column_of_telling_forms_is_what_the_frequencies_say():
    found, _ = confusions()
    shown = {spun for spun in found if (0, spun) in telling()(spun)}
    worked_out = {
        spun
        for spun, swaps in found.items()
        if len(spun) > 1 and any(tells(spun, original, kind, STRICT) for original, kind, _ in swaps)
    }
    assert shown == worked_out
