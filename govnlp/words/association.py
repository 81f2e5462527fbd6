"""Measures on a 2 x 2 table, shared by collocations, networks and keyness."""

import numpy as np

SMALLEST = np.nextafter(0, 1)


def g2(a, b, c, d):
    """Log-likelihood ratio of [[a, b], [c, d]] (Dunning 1993), negative where a is below expectation.

    Parameters
    ----------
    a, b, c, d : array of numbers
        Counts with and without the term, inside (a, c) and outside (b, d) of the selection.

    Examples
    --------
    >>> round(float(g2(10, 20, 990, 1980)), 6), round(float(g2(30, 5, 970, 995)), 3)
    (0.0, 20.13)
    """
    a, b, c, d = (np.asarray(x, dtype=float) for x in (a, b, c, d))
    total = a + b + c + d
    out = 0.0
    for cell, row, column in ((a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d)):
        with np.errstate(divide="ignore", invalid="ignore"):
            out = out + np.where(cell > 0, cell * np.log(cell * total / (row * column)), 0.0)
    return np.sign(a * d - b * c) * np.maximum(2 * out, 0.0)


def log10_p(g2_values):
    """log10 of the chi-square survival function with one degree of freedom; exact where p itself would be 0.

    Examples
    --------
    >>> log10_p(3.841458820694124).round(6), log10_p(10_000.0).round(1)
    (np.float64(-1.30103), np.float64(-2173.6))
    """
    from scipy.stats import norm

    return (np.log(2) + norm.logsf(np.sqrt(np.abs(g2_values)))) / np.log(10)


def p_value(log10):
    """p from its logarithm; the smallest float rather than 0 where it is smaller than any."""
    return np.clip(10.0 ** np.asarray(log10), SMALLEST, 1.0)
