"""Lexical variety, by measures that do not depend on the length of a text."""

import numpy as np
import pandas as pd

from govnlp.notes import Note
from govnlp.words.segmenting import default_segmenter


def mattr(words, window=100):
    """Moving-average type-token ratio (Covington & McFall 2010): mean share of distinct words.

    Parameters
    ----------
    words : list of str
    window : int
        Words in a window; NaN for a text that is shorter.

    Examples
    --------
    >>> mattr(["服务", "服务", "企业"], window=2)
    0.75
    """
    if len(words) < window:
        return float("nan")
    inside, distinct, total = {}, 0, 0
    for i, word in enumerate(words):
        inside[word] = inside.get(word, 0) + 1
        distinct += inside[word] == 1
        if i >= window:
            old = words[i - window]
            inside[old] -= 1
            distinct -= inside[old] == 0
        if i >= window - 1:
            total += distinct
    return total / (len(words) - window + 1) / window


def yule_k(counts):
    """Yule's (1944) characteristic K from the counts of the words: 10,000 (sum of squares - n) / n squared.

    Examples
    --------
    >>> yule_k([2, 1, 1])
    1250.0
    """
    counts = np.asarray(counts, dtype=float)
    n = counts.sum()
    return float(1e4 * (np.square(counts).sum() - n) / n**2) if n else float("nan")


def diversity(units, by="doc_id", *, window=100, segmenter=None):
    """Lexical variety of each group of units.

    Parameters
    ----------
    units : DataFrame
        With text and the column `by`, in reading order.
    by : str
    window : int
        Words in a window of MATTR.
    segmenter : Segmenter, optional

    Returns
    -------
    DataFrame
        One row per group: the column, n_words (punctuation left out), n_types, mattr (share, 0..1; NA for
        fewer words than `window`), yule_k (higher = more repetition).

    Examples
    --------
    >>> units = pd.DataFrame({"doc_id": ["a", "a"], "text": ["服务企业", "服务群众"]})
    >>> diversity(units, window=2).values.tolist()
    [['a', 4, 3, 1.0, 1250.0]]
    """
    cut = (segmenter or default_segmenter()).cut
    rows = []
    for value, texts in units.groupby(by, sort=False)["text"]:
        words = [word for text in texts for word in cut(text) if any(c.isalnum() for c in word)]
        counts = pd.Series(words, dtype=object).value_counts()
        rows.append([value, len(words), len(counts), mattr(words, window), yule_k(counts)])
    table = pd.DataFrame(rows, columns=[by, "n_words", "n_types", "mattr", "yule_k"])
    table = table.astype({"mattr": "Float64", "yule_k": "Float64"})
    table.attrs["note"] = Note("mattr", window=window)
    return table
