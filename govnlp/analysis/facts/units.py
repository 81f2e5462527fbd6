"""Units of measure: which there are, of what kind, and their base."""

from functools import cache

from govnlp.lexicons import lexicon_path


@cache
def read_units():
    """Units and classifiers of the shipped lexicon.

    Returns
    -------
    dict
        unit -> (kind, base unit, factor); kind is amount, duration or count.

    Examples
    --------
    >>> read_units()["平方公里"]
    ('amount', '平方米', 1000000.0)
    """
    import yaml

    listed = yaml.safe_load(lexicon_path("units.yaml").read_text(encoding="utf-8"))
    units = {u: ("amount", base, float(factor)) for u, (base, factor) in listed["measures"].items()}
    units |= {u: ("duration", u, 1.0) for u in listed["durations"]}
    units |= {u: ("count", u, 1.0) for u in listed["classifiers"] if u not in units}
    return units


@cache
def unit_pattern():
    """Regular expression of all units, longest first; 个 and 大 may stand before a unit of more than one character."""
    units = sorted(read_units(), key=lambda u: (-len(u), u))
    return (
        "[个大]?(?:"
        + "|".join(u for u in units if len(u) > 1)
        + ")|"
        + "|".join(u for u in units if len(u) == 1)
    )


def unit_of(text):
    """Entry of the lexicon for a unit as written, which may have 个 or 大 in front.

    Examples
    --------
    >>> unit_of("个工作日")[:2]
    ('duration', '个工作日')
    """
    units = read_units()
    if text in units:
        return units[text]
    kind, _, factor = units[text[1:]]
    return kind, text, factor
