"""Shares of a text that something has, with intervals from its blocks."""

import numpy as np

FEW = 8  # blocks; with fewer the variance can't be told


def share_intervals(sizes, degrees, strata, level=0.95):
    """Shares of a text, and intervals that hold for few blocks, for short articles and where nothing was found.

    The variance of a share is summed over the blocks of each stratum (article), with their sizes given. How much the
    blocks of an article vary is taken from them and one block more, of the whole text's share: so an article of one
    block, or of blocks that are alike, is not taken for certain. Where articles are alike the variance is without bias.
    Share and variance make an effective number of blocks, p (1 - p) / variance, for Wilson's (1927) interval of a
    proportion (Kott & Carr 1997), which has no width zero and an upper end where nothing was found.

    Parameters
    ----------
    sizes : array
        Characters or tokens of each block.
    degrees : array
        Blocks by things: how far a block has each, 0 to 1.
    strata : array
        Stratum of each block.
    level : float
        Coverage.

    Returns
    -------
    share, low, high : array
        Per thing; the ends are NaN for fewer than eight blocks.

    Examples
    --------
    >>> has = np.repeat([[1.0], [0.0]], [15, 45], axis=0)
    >>> [x.round(3).tolist() for x in share_intervals(np.ones(60), has, np.zeros(60))]
    [[0.25], [0.157], [0.373]]
    """
    from scipy.stats import norm

    sizes, degrees = np.asarray(sizes, dtype=float), np.asarray(degrees, dtype=float)
    total = max(sizes.sum(), 1e-12)
    share = sizes @ degrees / total
    if np.count_nonzero(sizes) < FEW:
        return share, np.full(len(share), np.nan), np.full(len(share), np.nan)
    _, stratum, k = np.unique(strata, return_inverse=True, return_counts=True)
    k = k[:, None]
    mean, square = ((_sums(values, stratum) + share) / (k + 1) for values in (degrees, degrees**2))
    unbiased = (k + 1) ** 2 / (k * k + k + 1)
    within = unbiased * np.maximum(square - mean**2, 0)
    variance = (_sums(sizes[:, None] ** 2, stratum) * within).sum(axis=0)
    equal = total**2 / (sizes**2).sum()  # blocks of one length that would say as much (Kish 1965)
    spread = share * (1 - share)
    some = (spread > 1e-12) & (variance > 0)
    blocks = np.divide(spread * total**2, variance, out=np.full(len(share), equal), where=some)
    return (share, *_wilson(share, blocks, norm.isf((1 - level) / 2)))


def _sums(values, stratum):
    """Column sums of the rows of each stratum."""
    return np.column_stack([np.bincount(stratum, column) for column in values.T])


def _wilson(share, n, z):
    """Wilson's score interval of a proportion of n."""
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(np.maximum(share * (1 - share), 0) / n + (z / (2 * n)) ** 2)
    return np.clip(middle - half, 0, share), np.clip(middle + half, share, 1)


def difference_intervals(a, b):
    """Difference of two shares with the interval that follows from theirs (Newcombe 1998, method 10).

    Parameters
    ----------
    a, b : tuple of (share, low, high)
        From `share_intervals`.

    Returns
    -------
    difference, low, high : array

    Examples
    --------
    >>> a, b = (np.array([x]) for x in (0.8, 0.7, 0.9)), (np.array([x]) for x in (0.5, 0.4, 0.6))
    >>> [x.round(3).tolist() for x in difference_intervals(a, b)]
    [[0.3], [0.159], [0.441]]
    """
    (p, p_low, p_high), (q, q_low, q_high) = a, b
    low = np.hypot(p - p_low, q_high - q)
    high = np.hypot(p_high - p, q - q_low)
    return p - q, p - q - low, p - q + high
