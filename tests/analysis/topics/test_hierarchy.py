"""Trees of documents."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import average
from scipy.spatial.distance import pdist

import govnlp as gn
from govnlp.analysis.keywords.tfidf import background_idf
from govnlp.analysis.topics.hierarchy import cluster_hierarchy, tree_order
from govnlp.analysis.topics.terms import describing

TEXTS = ["河道治理，水质改善", "水质改善，河道清淤", "企业办税，企业开办", "企业开办更快", "学校学位"]


def test_the_tree_is_that_of_scipy_on_cosines():
    terms = gn.count_terms(TEXTS)
    keep = describing(terms.terms)
    rows = np.sqrt(terms.counts.toarray()[:, keep]) * background_idf(terms.terms[keep])
    wanted = average(pdist(rows, "cosine"))
    table = cluster_hierarchy(terms)
    assert table["distance"].to_numpy() == pytest.approx(wanted[:, 2])
    assert table["n"].tolist() == wanted[:, 3].tolist()
    assert table.loc[0, ["left", "right"]].tolist() == ["0", "1"]


def test_order_keeps_groups_together():
    assert tree_order(cluster_hierarchy(gn.count_terms(TEXTS)))[-4:] in (
        ["0", "1", "2", "3"],
        ["2", "3", "0", "1"],
    )


def test_one_document_has_no_tree():
    table = cluster_hierarchy(gn.count_terms(TEXTS[:1]))
    assert table.empty and tree_order(table) == []
