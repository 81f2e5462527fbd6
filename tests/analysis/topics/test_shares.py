"""Shares of topics in groups of units, worked out by hand."""

import numpy as np
import pandas as pd

from govnlp.analysis.topics.shares import topic_shares


def test_units_without_a_value_are_left_out():
    """Of 30 and 10 tokens in 2020 the topics have 30 / 40 and 10 / 40; the third unit has no year."""
    units = pd.DataFrame({"n_tokens": [30, 10, 60]})
    table = topic_shares(units, np.array([[1.0, 0], [0, 1], [1, 0]]), [2020, 2020, None])
    assert table[["doc_id", "topic", "share"]].to_numpy().tolist() == [[2020, 1, 0.75], [2020, 2, 0.25]]


def test_where_no_unit_has_a_value_the_table_is_empty():
    table = topic_shares(pd.DataFrame({"n_tokens": [30, 10]}), np.eye(2), [None, None], "group")
    assert table.empty and table.columns.tolist()[:3] == ["group", "topic", "share"]
