"""Which terms count for topics, and how they are counted."""

import numpy as np
import pytest

import govnlp as gn
from govnlp.analysis.topics.space import learn_space


def matrix(texts, words):
    return gn.count_terms(texts, segmenter=gn.Segmenter(lexicon=words))


def test_words_within_longer_terms_count_one_half():
    terms = matrix(["产业结构调整", "产业"], ["产业结构调整"])
    space = learn_space(terms)
    counts = dict(zip(space.terms, space.counts(terms).toarray().T.tolist(), strict=True))
    assert counts["产业结构调整"] == [1.0, 0.0]
    assert counts["结构"] == [0.5, 0.0]
    assert "产业" not in counts  # stands in more than half of the units


def test_ordinals_of_a_texts_parts_are_no_topics():
    terms = gn.count_terms(["第十三条 河道治理", "第十三条 企业服务", "第一章 河道", "第三产业"])
    assert {"第十三条", "第一章"} <= set(terms.terms)
    assert set(learn_space(terms).terms) >= {"河道", "第三产业"}
    assert not {"第十三条", "第一章"} & set(learn_space(terms).terms)


def test_rows_have_length_one_and_unknown_units_are_empty():
    terms = matrix(["河道治理", "企业服务", "GDP 8%"], [])
    rows = learn_space(terms).rows(terms).toarray()
    assert np.linalg.norm(rows, axis=1).tolist() == pytest.approx([1, 1, 0])
    assert rows.dtype == np.float32


def test_damped_counts_times_both_idfs():
    terms = matrix(["河道河道治理", "企业服务", "学校"], [])
    space = learn_space(terms)
    row = dict(zip(space.terms, space.rows(terms).toarray()[0], strict=True))
    idf = dict(zip(space.terms, space.idf, strict=True))
    assert row["河道"] / row["治理"] == pytest.approx(2**0.75 * idf["河道"] / idf["治理"], rel=1e-5)


def test_units_without_a_usable_term_are_refused():
    with pytest.raises(ValueError, match="no term to find topics by"):
        learn_space(matrix(["GDP 8%", "2021"], []))
