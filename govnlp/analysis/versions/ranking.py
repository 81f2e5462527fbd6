"""The changes that a reader wants to hear of first."""

import pandas as pd

COLUMNS = ["rank", "kind", "what", "older", "newer", "line_a", "line_b"]
FIRMER = ("raised", "lowered", "requalified")
"""Changes of targets that both texts state: they come first, in the order of the newer text, which puts its main
targets first."""
OPENING = 60
"""Letters of a paragraph that name it."""


def rank_changes(versions, targets, top=20):
    """The changes worth telling first: targets, then what is new, then what is gone.

    Half of the places go to targets that were raised, lowered or qualified anew; the rest to new and to dropped
    paragraphs, the longest first, in turn. A paragraph that was reworded is told by its numbers, where any changed.

    Parameters
    ----------
    versions : DataFrame
        From `compare_versions`.
    targets : DataFrame
        From `compare_targets`.
    top : int

    Returns
    -------
    DataFrame
        rank (from 1), kind (the change of the target or paragraph), what (the indicator, or how the paragraph begins),
        older, newer (as stated; None where it is not), line_a, line_b.

    Examples
    --------
    >>> from govnlp import compare_targets, compare_versions, extract_indicators, parse_text
    >>> a = parse_text("2021年目标：地区生产总值增长5%左右。", "a")
    >>> b = parse_text("2022年目标：地区生产总值增长6%以上。", "b")
    >>> targets = compare_targets(extract_indicators(a), extract_indicators(b))
    >>> rank_changes(compare_versions(a, b), targets)[["kind", "older", "newer"]].values.tolist()
    [['raised', '5% 左右', '6% 以上']]
    """
    changed = targets[targets["change"].isin(FIRMER)].sort_values("line_b", kind="stable")
    told = [
        (row.change, row.name, row.said_a, row.said_b, row.line_a, row.line_b)
        for row in changed[["change", "name", "said_a", "said_b", "line_a", "line_b"]].itertuples(index=False)
    ]
    lone = versions[versions["change"].isin(["new", "dropped"])].sort_values(
        "n_changed", ascending=False, kind="stable"
    )
    kinds = [
        [_told(row) for row in lone[lone["change"].eq(kind)].itertuples()] for kind in ("new", "dropped")
    ]
    others = [row for pair in zip(*kinds, strict=False) for row in pair]
    others += max(kinds, key=len)[min(map(len, kinds)) :]
    half = max(top // 2, top - len(others))
    rows = (told[:half] + others)[:top]
    table = pd.DataFrame([(k, *row) for k, row in enumerate(rows, 1)], columns=COLUMNS, dtype=object)
    return table.astype({"rank": int, "line_a": "Int64", "line_b": "Int64"})


def _told(row):
    text = row.text_b if row.change == "new" else row.text_a
    return (row.change, text[:OPENING], row.text_a, row.text_b, row.line_a, row.line_b)
