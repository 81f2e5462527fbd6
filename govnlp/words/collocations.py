"""Which words keep company with a word, and how that changes."""

import re

import numpy as np
import pandas as pd

from govnlp.arguments import TEXT, takes, whole
from govnlp.notes import Mistake, Note, name_of
from govnlp.words.association import SMALLEST, g2
from govnlp.words.dictionaries import stopword_set
from govnlp.words.segmenting import Segmenter, default_segmenter

STATUSES = ("appeared", "strengthened", "unchanged", "weakened", "gone")
_STOP = re.compile(r"[。！？!?；;\n]")


@takes(units="corpus.units(): text", node=TEXT, min_count=whole(0))
def collocations(units, node, *, window=5, min_count=2, stopwords=None, segmenter=None):
    """Words that stand near a word more often than chance would have it.

    Parameters
    ----------
    units : DataFrame
        With a column text.
    node : str
        The word or phrase; it is kept whole, whatever the lexicon says.
    window : int or "sentence"
        Words to either side, punctuation not counted, within the unit; or all of the sentence.
    min_count : int
        Least number of occurrences near the node.
    stopwords : {"light", "medium", "strong"}, path or collection of str, optional
        Left out of the table; they still fill places in the window.
    segmenter : Segmenter, optional

    Returns
    -------
    DataFrame
        One row per collocate: collocate, n (occurrences in the windows), n_left, n_right, n_total (in all
        units), expected, g2 (signed), p (one-sided, exact), log_dice, pmi, npmi, t, delta_p_collocate (how
        much the node raises the share of the collocate), delta_p_node (how much the collocate raises the
        share of windows). Ordered by g2, then collocate. ``attrs["note"]`` says on how many tokens.

    Notes
    -----
    The table of a collocate: its occurrences inside and outside of all windows taken together, against all
    other words inside and outside; nodes themselves are not counted. G2: Dunning (1993); log-Dice: Rychlý
    (2008), 14 + log2(2 n / (n_node + n_total)); NPMI: Bouma (2009); delta-P: Gries (2013).

    Examples
    --------
    >>> units = pd.DataFrame({"text": ["优化营商环境", "持续优化营商环境", "增加居民收入"]})
    >>> collocations(units, "营商环境")[["collocate", "n", "n_left", "n_right"]].values.tolist()
    [['优化', 2, 2, 0]]
    """
    if window != "sentence" and (not isinstance(window, int) or window < 1):
        raise ValueError(
            Mistake(
                "argument_value", place="collocations: window", value=repr(window), want=Note("want_window")
            )
        )
    segmenter = segmenter or default_segmenter()
    if segmenter.cut(node) != [node]:
        words = [*segmenter.words, node]
        segmenter = Segmenter(segmenter.engine, words, shipped=False, dates=segmenter.dates)
    vocabulary, ids, spans = _positions(units["text"], segmenter, split=window == "sentence")
    terms = np.array(list(vocabulary), dtype=object)
    is_node = ids == vocabulary.get(node, -1)
    left, right = _windows(is_node, spans, window)
    inside = (left | right) & ~is_node

    def count(mask):
        return np.bincount(ids[mask], minlength=len(terms))

    n, total = count(inside), count(~is_node)
    table = pd.DataFrame(
        {
            "collocate": terms,
            "n": n,
            "n_left": count(left & ~is_node),
            "n_right": count(right & ~is_node),
            "n_total": total,
        }
    )
    table = table[(table["n"] >= max(1, min_count)) & ~table["collocate"].isin(stopword_set(stopwords))]
    n_node, n_inside, n_all = int(is_node.sum()), int(inside.sum()), int((~is_node).sum())
    table = _measures(table, n_node, n_inside, n_all)
    table = table.sort_values(["g2", "collocate"], ascending=[False, True], ignore_index=True)
    table.attrs["note"] = Note(
        "node", node=node, n=n_node, inside=n_inside, all=n_all, window=name_of(window)
    )
    return table


def _positions(texts, segmenter, split):
    """Numbered words of all spans (units, or sentences if `split`) without punctuation, and their spans."""
    vocabulary, ids, spans, span = {}, [], [], 0
    for text in texts:
        for piece in _STOP.split(text) if split else [text]:
            span += 1
            for word in segmenter.cut(piece):
                if any(c.isalnum() for c in word):
                    ids.append(vocabulary.setdefault(word, len(vocabulary)))
                    spans.append(span)
    return vocabulary, np.array(ids, dtype=np.int64), np.array(spans, dtype=np.int64)


def _windows(is_node, spans, window):
    """Places to the left of a node (it follows them within reach), and to the right."""
    left, right = np.zeros(len(spans), dtype=bool), np.zeros(len(spans), dtype=bool)
    nodes = np.flatnonzero(is_node)
    if window == "sentence":
        place = np.arange(len(spans))
        for mask, pick, compare in ((left, np.maximum, np.less), (right, np.minimum, np.greater)):
            edge = np.full(int(spans.max(initial=0)) + 1, -1 if mask is left else len(spans))
            pick.at(edge, spans[nodes], nodes)
            mask[:] = compare(place, edge[spans])
        return left, right
    for k in range(1, window + 1):
        for mask, at in ((left, nodes - k), (right, nodes + k)):
            good = (at >= 0) & (at < len(spans))
            good[good] = spans[at[good]] == spans[nodes[good]]
            mask[at[good]] = True
    return left, right


def _measures(table, n_node, n_inside, n_all):
    from scipy.stats import hypergeom

    n, total = table["n"].to_numpy(dtype=float), table["n_total"].to_numpy(dtype=float)
    expected = total * n_inside / max(1, n_all)
    outside = max(1, n_all - n_inside)
    pmi = np.log2(n / expected)
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = np.where(n < n_all, pmi / -np.log2(n / n_all), 1.0)
    p = hypergeom.sf(n - 1, n_all, total, n_inside)
    return table.assign(
        expected=expected,
        g2=g2(n, total - n, n_inside - n, n_all - n_inside - (total - n)),
        p=np.clip(p, SMALLEST, 1.0),
        log_dice=14 + np.log2(2 * n / (n_node + total)),
        pmi=pmi,
        npmi=npmi,
        t=(n - expected) / np.sqrt(n),
        delta_p_collocate=n / max(1, n_inside) - (total - n) / outside,
        delta_p_node=n / total - (n_inside - n) / np.maximum(1, n_all - total),
    )


def compare_collocates(before, after, *, min_change=1.0):
    """How the company of a word changed between two sets of units.

    Parameters
    ----------
    before, after : DataFrame
        Results of `collocations`.
    min_change : float
        Change of log-Dice from which a collocate counts as strengthened or weakened (1 = twice as close).

    Returns
    -------
    DataFrame
        One row per collocate of either: collocate, n_before, n_after, log_dice_before, log_dice_after (NA
        where it is absent), change, status (appeared, strengthened, unchanged, weakened, gone). Ordered by
        status, size of change, collocate.

    Examples
    --------
    >>> old, new = (pd.DataFrame({"text": [text] * 2}) for text in ("整治营商环境", "优化营商环境"))
    >>> table = compare_collocates(collocations(old, "营商环境"), collocations(new, "营商环境"))
    >>> table[["collocate", "status"]].values.tolist()
    [['优化', 'appeared'], ['整治', 'gone']]
    """
    columns = ["collocate", "n", "log_dice"]
    table = before[columns].merge(after[columns], on="collocate", how="outer", suffixes=("_before", "_after"))
    table["change"] = table["log_dice_after"] - table["log_dice_before"]
    change = table["change"]
    table["status"] = np.select(
        [table["n_before"].isna(), table["n_after"].isna(), change >= min_change, change <= -min_change],
        ["appeared", "gone", "strengthened", "weakened"],
        "unchanged",
    )
    for name in ("n_before", "n_after"):
        table[name] = table[name].fillna(0).astype(int)
    size = change.abs().fillna(table[["log_dice_before", "log_dice_after"]].max(axis=1))
    order = pd.DataFrame(
        {"status": table["status"].map(STATUSES.index), "size": -size, "term": table["collocate"]}
    )
    return table.loc[order.sort_values(["status", "size", "term"]).index].reset_index(drop=True)
