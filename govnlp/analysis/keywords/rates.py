"""Rates of terms on two sides: their ratio, and how sure it is when the words of a text come in bursts."""

from dataclasses import dataclass

import numpy as np

from govnlp.words.association import SMALLEST

LEVEL = 0.95
JEFFREYS = 0.5  # occurrences given to either side beforehand: Jeffreys' prior of a rate
FEWEST = 8  # units on a side; the spread of fewer says next to nothing


@dataclass
class Side:
    """Terms on one side of a comparison.

    Attributes
    ----------
    n : array of float
        Occurrences of each term; NaN where they can't be known.
    variance : array of float
        Of `n`, as the units show it; 0 without units.
    tokens : float
    units : int
        Texts over which the variance was taken; 0 for a list.
    kind : str
        What they are: documents, rows, or none.
    """

    n: np.ndarray
    variance: np.ndarray
    tokens: float
    units: int
    kind: str = "rows"


def side_of(matrix, columns):
    """Counts of a matrix with their variance over its documents, or over its units where documents are too few.

    A side of eight documents or more is a sample of documents, of which the paragraphs are no independent witnesses; a
    side of one document, or some, is a sample of its paragraphs. The variance is that of a ratio estimate (Cochran
    1977, 6.13), from the squared distances of the units' counts from their share by length.

    Parameters
    ----------
    matrix : TermMatrix
    columns : array of int
        Which terms, in which order; -1 for one that the matrix lacks.

    Returns
    -------
    Side
    """
    kind = "rows"
    if "doc_id" in matrix.units and matrix.units["doc_id"].nunique() >= FEWEST:
        matrix, kind = matrix.group("doc_id"), "documents"
    sizes = matrix.units["n_tokens"].to_numpy(dtype=float)
    full = np.flatnonzero(sizes > 0)
    counts, sizes, m = matrix.counts[full].astype(float), sizes[full], len(full)
    n = np.asarray(counts.sum(axis=0)).ravel()
    rate = n / max(sizes.sum(), 1)
    squares = np.asarray(counts.power(2).sum(axis=0)).ravel()
    squares = squares - 2 * rate * (counts.T @ sizes) + rate**2 * (sizes @ sizes)
    variance = m / max(m - 1, 1) * np.maximum(squares, 0)
    n, variance = (np.append(values, 0.0)[columns] for values in (n, variance))
    return Side(n, variance, float(sizes.sum()), m, kind)


def design_effects(target, reference):
    """How many times the counts of either side vary more than independent tokens would, at least once.

    Where both sides have units of one kind it is no less than that of both together: some few occurrences that happen
    to stand apart don't make a word even. A side without the term takes that of the other.

    Examples
    --------
    >>> even = Side(np.array([8.0]), np.array([8.0]), 1000, 9)
    >>> bursts = Side(np.array([4.0]), np.array([16.0]), 1000, 9)
    >>> [effect.tolist() for effect in design_effects(even, bursts)]
    [[2.0], [4.0]]
    """
    sides = (target, reference)
    own = [side.variance / np.maximum(side.n, 1) for side in sides]
    if target.kind == reference.kind:
        together = (target.variance + reference.variance) / np.maximum(target.n + reference.n, 1)
        own = [np.maximum(effect, together) for effect in own]
    return [
        np.maximum(np.where(side.n > 0, mine, others), 1.0)
        for side, mine, others in zip(sides, own, own[::-1], strict=True)
    ]


def rate_ratio(target, reference):
    """Log2 ratio of two rates, with interval and p.

    Counts and tokens of either side are divided by its design effect, and what is left is taken as independent (Rao &
    Scott 1992). Effect: to both rates that of one such occurrence in all text is added, so that it is 0 without
    evidence, and grows with it where one side has none. Interval: under Jeffreys' prior the rates are gamma
    distributed and their ratio is beta prime; these are its middle 95 %. p doubles the smaller tail of the exact test
    that the rates are equal.

    Parameters
    ----------
    target, reference : Side

    Returns
    -------
    effect, low, high, p : array

    Examples
    --------
    >>> zero, same = np.zeros(2), np.array([22.0, 3.0])
    >>> effect, *_ = rate_ratio(Side(same, same, 1000, 50), Side(zero, zero, 1000, 50))
    >>> effect.round(2).tolist()
    [5.49, 2.81]
    """
    from scipy.special import betainc, betaincinv

    d1, d2 = design_effects(target, reference)
    least = np.maximum(d1, d2) / (target.tokens + reference.tokens)
    effect = np.log2(target.n / target.tokens + least) - np.log2(reference.n / reference.tokens + least)
    a, b, n1, n2 = target.n / d1, reference.n / d2, target.tokens / d1, reference.tokens / d2
    scale, tail = np.log2(n2 / n1), (1 - LEVEL) / 2
    # either end as the share of the side on which it is small, so that no share is rounded to one
    low = _log2_odds(betaincinv(a + JEFFREYS, b + JEFFREYS, tail)) + scale
    high = scale - _log2_odds(betaincinv(b + JEFFREYS, a + JEFFREYS, tail))
    expected = n1 / (n1 + n2)
    more = np.where(a > 0, betainc(np.maximum(a, SMALLEST), b + 1, expected), 1.0)
    less = np.where(b > 0, betainc(np.maximum(b, SMALLEST), a + 1, 1 - expected), 1.0)
    return effect, low, high, np.clip(2 * np.minimum(more, less), SMALLEST, 1.0)


def _log2_odds(share):
    share = np.maximum(share, SMALLEST)
    return np.log2(share) - np.log1p(-share) / np.log(2)
