"""What resampled clusterings agree on."""

import numpy as np
import pytest
from scipy.sparse import csr_array
from sklearn import get_config

from govnlp.analysis.topics.coherence import matched_jaccard, npmi_coherence
from govnlp.analysis.topics.consensus import _support, consensus
from govnlp.analysis.topics.fits import fit_topics


def test_degrees_add_to_one_and_groups_are_kept():
    rng = np.random.default_rng(0)
    rows = np.repeat(np.eye(3, 12), 10, axis=0) + 0.1 * rng.random((30, 12))
    found = consensus(rows, 3, runs=10)
    assert found.degrees.sum(axis=1) == pytest.approx(np.ones(30))
    assert len({tuple(group) for group in found.degrees.argmax(axis=1).reshape(3, 10)}) == 3
    assert found.support.min() >= 0.5
    assert all(len(sample) == 24 for sample in found.samples)


def test_support_counts_the_runs_with_at_least_half_in_common():
    final = np.array([0, 0, 0, 0, 1, 1])
    same, halved = np.array([1, 1, 1, 1, 0, 0]), np.array([0, 0, 1, 1, 2, 2])
    apart = np.array([0, 1, 2, 0, 1, 2])
    assert _support(final, [same, halved, apart], 2).tolist() == pytest.approx([1, 2 / 3])


def test_coherence_by_hand():
    # in 4 units: a in 2, b in 2, together in 1: ln(1/4 / (1/2 * 1/2)) / -ln(1/4) = 0
    present = np.array([[1, 1], [1, 0], [0, 1], [0, 0]])
    assert npmi_coherence([[0, 1]], csr_array(present)).tolist() == [0.0]


def test_topics_are_paired_one_to_one():
    assert matched_jaccard(["ab", "ab"], ["ab"]).tolist() in ([1.0, 0.0], [0.0, 1.0])


def test_a_fit_leaves_the_settings_of_scikit_learn_as_they_were():
    rows, before = csr_array(np.repeat(np.eye(2, dtype=np.float32), 6, axis=0)), get_config()
    fit_topics(rows, rows, 2, "nmf", runs=3, random_state=0, n_jobs=1)
    assert get_config() == before
    assert not before["assume_finite"] and not before["skip_parameter_validation"]
