"""Patterns of the lexicon: each finds its own example."""

import pytest

from govnlp.analysis.indicators.patterns import pattern
from govnlp.lexicons import lexicon_content

PATTERNS = lexicon_content("patterns.yaml")["patterns"]


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_finds_its_example(name):
    assert pattern(name).search(PATTERNS[name]["example"])
