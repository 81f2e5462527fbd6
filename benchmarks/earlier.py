"""Rules of an earlier version, kept here alone so that calibration can be compared with theirs."""

import numpy as np

from govnlp.words.association import g2, log10_p, p_value

Z = 1.959963984540054
DRAWS = 1000


def log_odds(a, b, n1, n2):
    """Effect and interval (log2) with a Dirichlet prior in proportion to a term's own count (Monroe et al. 2008)."""
    weight = min(n1, n2) / 10
    prior = weight * (a + b) / (n1 + n2)
    rest1, rest2 = np.maximum(n1 + weight - a - prior, 1e-9), np.maximum(n2 + weight - b - prior, 1e-9)
    with np.errstate(divide="ignore", invalid="ignore"):
        effect = (np.log((a + prior) / rest1) - np.log((b + prior) / rest2)) / np.log(2)
        error = np.sqrt(1 / (a + prior) + 1 / (b + prior)) / np.log(2)
    return effect, effect - Z * error, effect + Z * error


def supported(a, b, n1, n2, units):
    """Terms in two units or more whose interval excludes zero and whose q, of G2 over tokens, is under 0.05."""
    from scipy.stats import false_discovery_control

    _, low, high = log_odds(a, b, n1, n2)
    q = false_discovery_control(p_value(log10_p(g2(a, b, n1 - a, n2 - b))))
    return ((low > 0) | (high < 0)) & (q < 0.05) & (units > 1)


def share_intervals(sizes, degrees, strata, rng, level=0.95):
    """Percentile bootstrap over blocks within articles, as many as there are; a one-sided bound for none."""
    times = np.zeros((DRAWS, len(sizes)))
    _, number, size = np.unique(strata, return_inverse=True, return_counts=True)
    strata = np.where(size[number] > 1, number, -1)
    for stratum in np.unique(strata):
        rows = np.flatnonzero(strata == stratum)
        times[:, rows] = rng.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=DRAWS)
    shares = times @ (degrees * sizes[:, None]) / np.maximum(times @ sizes, 1)[:, None]
    low, high = np.quantile(shares, [(1 - level) / 2, (1 + level) / 2], axis=0)
    bound = 1 - (1 - level) ** (1 / len(sizes))
    every, some = degrees.all(axis=0), degrees.any(axis=0)
    return np.where(every, 1 - bound, low), np.where(some, high, bound)
