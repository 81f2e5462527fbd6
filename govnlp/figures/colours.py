"""Colours of documents, the same in all figures of a run."""

from govnlp.figures.style import PALETTE


def colours_by_name(names):
    """A colour for each name, to be handed to all figures of a run; one colour where there are more names than colours.

    Parameters
    ----------
    names : iterable of str

    Returns
    -------
    dict
        Name to colour: eight colours tell eight names apart; nine or more names all have the first, since a colour
        used twice would say that two names belong together.

    Examples
    --------
    >>> len(set(colours_by_name("甲乙丙").values())), len(set(colours_by_name(range(9)).values()))
    (3, 1)
    """
    names = list(dict.fromkeys(names))
    several = len(names) <= len(PALETTE)
    return {name: PALETTE[i if several else 0] for i, name in enumerate(names)}
