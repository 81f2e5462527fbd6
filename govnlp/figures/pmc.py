"""Surface of the PMC index."""

import numpy as np

from govnlp.figures.style import clean, label, set_title, styled
from govnlp.notes import Mistake


@styled
def plot_pmc_surface(surface, *, lang="zh", name=None, pmc=None, variables=None, title=None):
    """The nine variables of a policy as a surface over a 3 x 3 grid, each height written on it.

    The surface is the field's convention; it shows nothing that the nine heights don't, and the ground between
    them is drawn, not measured.

    Parameters
    ----------
    surface : array, 3 x 3
        From `pmc_surface`, heights in 0..1.
    lang : {"zh", "en"}
    name : str, optional
        Of the policy, for the title.
    pmc : float, optional
        Its index, for the title.
    variables : list of str, optional
        Names of the nine, row by row; X1 to X9 unless given.
    title : str, optional

    Returns
    -------
    matplotlib Axes

    Raises
    ------
    ValueError
        The surface is not 3 x 3.
    """
    import matplotlib.pyplot as plt

    heights = np.asarray(surface, dtype=float)
    if heights.shape != (3, 3):
        raise ValueError(Mistake("pmc_shape", shape=" x ".join(map(str, heights.shape))))
    fig, ax = plt.subplots(figsize=(5.0, 4.4), subplot_kw={"projection": "3d"})
    text = title or label("pmc_surface", lang, policy=clean(name or "PMC"))
    set_title(fig, text + (f"  PMC = {pmc:.2f}" if pmc is not None else ""))
    x, y = np.meshgrid(np.arange(3), np.arange(3))
    ax.plot_surface(x, y, heights, cmap="Blues", vmin=-0.4, vmax=1, edgecolor="#595959", lw=0.6, alpha=0.75)
    names = variables or [f"X{i}" for i in range(1, 10)]
    for (row, column), height in np.ndenumerate(heights):
        text = f"{clean(names[3 * row + column])} {height:.2f}"
        ax.text(column, row, height + 0.05, text, fontsize=7, ha="center", zorder=10)
    ax.set(xticks=range(3), yticks=range(3), zlim=(0, 1.1), zticks=np.linspace(0, 1, 6))
    ax.set_xticklabels("123")
    ax.set_yticklabels("ABC")
    ax.view_init(elev=28, azim=-55)
    ax.set_box_aspect((1, 1, 0.7), zoom=0.95)
    return ax
