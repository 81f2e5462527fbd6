"""Units of measure: which there are, of what kind, and their base."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content

TENTHS = {("元", "角"), ("亩", "分")}  # units of which the second is a tenth of the first (6元5角)


@cache
def read_units():
    """Units and classifiers of the shipped lexicon.

    Returns
    -------
    dict
        unit -> (kind, base unit, factor); kind is share, amount, duration or count. Shares, 倍 and 番 have the
        base per cent.

    Examples
    --------
    >>> read_units()["平方公里"]
    ('amount', '平方米', 1000000.0)
    """
    lexicon = lexicon_content("units.yaml")
    units = {u: ("share", "%", float(factor)) for u, factor in lexicon["shares"].items()}
    units |= {u: ("amount", base, float(factor)) for u, (base, factor) in lexicon["measures"].items()}
    units |= {u: ("duration", u.removesuffix("时间"), 1.0) for u in lexicon["durations"]}
    units |= {u: ("count", u, 1.0) for u in lexicon["classifiers"]}
    return units | {u: ("count", "人", 1.0) for u in ("人", "人口", "口人")}


@cache
def unit_pattern():
    """Regular expression of a unit: longest first, 个 or 大 in front, one unit over another (元/平方米)."""
    units = sorted(read_units(), key=lambda u: (-len(u), u))
    lookahead = {u: f"(?![{c}])" for u, c in lexicon_content("units.yaml")["not_before"].items()}
    long = "|".join(re.escape(u) + lookahead.get(u, "") for u in units if len(u) > 1)
    short = "|".join(u + lookahead.get(u, "") for u in units if len(u) == 1)
    return f"(?:(?:[个大]?(?:{long})|{short})(?:/(?:{long}|人|月|天|日|年|吨|亩|次|户))?)"


def unit_of(text):
    """Kind, base unit and factor of a unit as written, which may have 个 or 大 in front or be one unit over another.

    Examples
    --------
    >>> unit_of("个工作日")
    ('duration', '个工作日', 1.0)
    >>> unit_of("元/平方米")
    ('amount', '元/平方米', 1.0)
    """
    units = read_units()
    if text in units:
        return units[text]
    if "/" in text:
        return "amount", text, 1.0
    kind, _, factor = units[text[1:]]
    return kind, text, factor
