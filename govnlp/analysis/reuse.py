"""Text that units share: copies, edited copies and passages taken over."""

import numpy as np
import pandas as pd

COLUMNS = ["unit_a", "unit_b", "text_a", "text_b", "similarity"]
GRAM = 5
MIN_LETTERS = 20
ROWS_AT_ONCE = 512


def find_reuse(units, min_similarity=0.3):
    """Pairs of units that share text.

    Similarity is weighted containment (Broder 1997): the weight of the character 5-grams two units
    share, divided by the weight of all 5-grams of the lighter unit. A 5-gram weighs its inverse document
    frequency, ``log(1 + n / df)``, so that formulas found in many units count little. Exact, not sampled:
    the same units give the same table.

    Parameters
    ----------
    units : pandas.DataFrame
        Columns ``unit_id`` and ``text``, as from ``corpus.units()``. Punctuation and blanks are ignored,
        and so is the width of characters; units under 20 letters are left out.
    min_similarity : float, default 0.3
        Lowest similarity to report, above 0 and at most 1. A copy with one character in five changed
        here and there keeps about a third of its 5-grams.

    Returns
    -------
    pandas.DataFrame
        ``unit_a``, ``unit_b`` (in the order of `units`), ``text_a``, ``text_b``, ``similarity`` (0 to 1),
        most similar first.

    Raises
    ------
    ValueError
        `min_similarity` is out of range, or a column is missing.

    Examples
    --------
    >>> units = pd.DataFrame({"unit_id": ["甲", "乙", "丙"], "text": [
    ...     "云岭市坚持把老旧小区改造作为民生工程,全年改造小区一百余个。",
    ...     "临溪区坚持把老旧小区改造作为民生工程,全年改造小区三十余个。",
    ...     "望江县新建农村公路,客车开到每一个行政村,群众出行更加方便。"]})
    >>> find_reuse(units)[["unit_a", "unit_b"]].values.tolist()
    [['甲', '乙']]
    """
    if not 0 < min_similarity <= 1:
        raise ValueError(f"min_similarity is {min_similarity}; give a number above 0 and at most 1")
    missing = {"unit_id", "text"} - set(units.columns)
    if missing:
        raise ValueError(
            f"units lack {', '.join(sorted(missing))}; pass corpus.units() or a table with unit_id and text"
        )
    letters = units["text"].fillna("").str.normalize("NFKC").str.replace(r"[\W_]+", "", regex=True)
    kept = units[letters.str.len() >= MIN_LETTERS]
    if len(kept) < 2:
        return pd.DataFrame(columns=COLUMNS)
    a, b, similarity = _pairs(letters[letters.str.len() >= MIN_LETTERS], min_similarity)
    ids, texts = kept["unit_id"].to_numpy(), kept["text"].to_numpy()
    order = np.lexsort((b, a, -similarity))
    a, b = a[order], b[order]
    return pd.DataFrame(
        dict(zip(COLUMNS, (ids[a], ids[b], texts[a], texts[b], similarity[order]), strict=True))
    )


def _pairs(letters, min_similarity):
    """Positions of the units of each pair and the similarity, by sparse products of blocks of rows."""
    from scipy.sparse import diags, triu
    from sklearn.feature_extraction.text import CountVectorizer

    grams = CountVectorizer(analyzer="char", ngram_range=(GRAM, GRAM), binary=True, dtype=np.float64)
    present = grams.fit_transform(letters).tocsr()
    n = present.shape[0]
    weight = np.log1p(n / np.asarray(present.sum(axis=0)).ravel())
    total = present @ weight
    weighted, turned = present @ diags(weight), present.T.tocsr()
    found = []
    for start in range(0, n, ROWS_AT_ONCE):
        shared = triu(weighted[start : start + ROWS_AT_ONCE] @ turned, k=start + 1).tocoo()
        a, b = shared.row + start, shared.col
        similarity = (shared.data / np.minimum(total[a], total[b])).round(6)
        keep = similarity >= min_similarity
        found.append((a[keep], b[keep], similarity[keep]))
    return (np.concatenate(part) for part in zip(*found, strict=True))
