"""Bootstrap sums of rows that are drawn within strata."""

import numpy as np

AT_ONCE = 2_000_000


def resampled_sums(sizes, strata, n_draws, rng):
    """Column sums of samples that draw as many rows with replacement from every stratum as it has.

    Parameters
    ----------
    sizes : array
        Rows by columns.
    strata : array
        Stratum of each row.
    n_draws : int
    rng : numpy.random.Generator

    Returns
    -------
    array
        Draws by columns.

    Examples
    --------
    >>> resampled_sums(np.ones((4, 1)), np.array([0, 0, 1, 1]), 2, np.random.default_rng(0)).tolist()
    [[4.0], [4.0]]
    """
    sums = np.zeros((n_draws, sizes.shape[1]))
    for stratum in np.unique(strata):
        rows = sizes[strata == stratum]
        step = max(1, AT_ONCE // len(rows))
        for start in range(0, n_draws, step):
            size = min(step, n_draws - start)
            times = rng.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=size)
            sums[start : start + size] += times @ rows
    return sums
