from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from govnlp.words import stacking
from govnlp.words.stacking import stack_terms, sum_terms
from govnlp.words.terms import count_terms

TEXTS = ["优化营商环境", "服务企业，优化服务", "", "服务企业", "防汛抗旱", "优化服务"]
YEARS = ["2021", "2020", "2021", "2020", None, "2019"]


@pytest.fixture
def terms():
    units = pd.DataFrame({"unit_id": list("abcdef"), "doc_id": list("abcdef"), "text": TEXTS})
    documents = pd.DataFrame({"doc_id": list("abcdef"), "year": YEARS})
    return replace(count_terms(units), documents=documents)


def parts(terms):
    """Each unit apart, with its own terms only."""
    for doc_id in terms.units["doc_id"]:
        part = terms.subset(doc_id)
        kept = part.subset(terms=[t for t, n in zip(part.terms, part.totals(), strict=True) if n])
        removed = {"punctuation": TEXTS["abcdef".index(doc_id)].count("，")}
        yield replace(kept, note=part.note | {"removed": {k: v for k, v in removed.items() if v}})


def assert_equal(one, other):
    assert one.terms.tolist() == other.terms.tolist()
    assert (one.counts != other.counts).nnz == 0
    assert_frame_equal(one.units, other.units)
    assert one.note == other.note


def test_units_one_below_the_other(terms):
    stacked = stack_terms(parts(terms))
    assert_equal(stacked, terms)
    assert stacked.documents["doc_id"].tolist() == list("abcdef") * 6


@pytest.mark.parametrize("many", [0, 3, 1_000_000])
def test_sums_are_those_of_all_units_however_often_they_are_taken(terms, many, monkeypatch):
    monkeypatch.setattr(stacking, "MANY", many)
    sums = sum_terms((part.group("year") for part in parts(terms)), "year")
    assert_equal(sums, terms.group("year"))
    assert sums.units["year"].tolist() == ["2021", "2020", "2019"]
    assert sums.units["n_units"].tolist() == [2, 2, 1]
    assert dict(zip(sums.terms, sums.totals().tolist(), strict=True)) == {
        "企业": 2,
        "优化": 3,
        "抗旱": 0,
        "服务": 4,
        "营商环境": 1,
        "防汛": 0,
    }


def test_memory_holds_the_sums_and_not_the_parts(terms, monkeypatch):
    monkeypatch.setattr(stacking, "MANY", 10)
    summed, stack_parts = [], stacking.stack_terms

    def counted(some):
        summed.append(len(some))
        return stack_parts(some)

    monkeypatch.setattr(stacking, "stack_terms", counted)
    part = terms.group("year")
    sums = sum_terms((part for _ in range(100)), "year")
    assert (sums.counts != part.counts * 100).nnz == 0
    assert max(summed) <= 5
