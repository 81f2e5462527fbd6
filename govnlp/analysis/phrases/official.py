"""Official abbreviations whose members every reader is expected to know, dated and sourced."""

from functools import cache

import pandas as pd

from govnlp.analysis.phrases.enumerations import parts_of
from govnlp.lexicons import lexicon_path


def official_members(phrase, year=None):
    """Members of an official abbreviation, as national documents of that time give them.

    Parameters
    ----------
    phrase : str
        Without quotation marks. One that is made of two official ones has the members of both (两重两新).
    year : int, optional
        Year of the document; without it only an abbreviation that always had the same members is resolved.

    Returns
    -------
    list of str or None
        None for what is not listed, or was not yet in use.

    Examples
    --------
    >>> official_members("四个自信")
    ['道路自信', '理论自信', '制度自信', '文化自信']
    >>> official_members("五个统筹", 2005)[0], official_members("五个统筹"), official_members("六稳", 2005)
    ('统筹城乡发展', None, None)
    """
    meanings = _listed().get(phrase)
    if meanings:
        held = meanings if year is None else [m for m in meanings if m[0] <= year]
        return list(held[-1][1]) if held and (year is not None or len(held) == 1) else None
    parts = parts_of(phrase)
    if len(parts) == 2 and len(phrase) == 4:
        both = [official_members(half, year) for half in (phrase[:2], phrase[2:])]
        return both[0] + both[1] if all(both) else None
    return None


@cache
def _listed():
    """Abbreviation to its meanings: (first year, members), the oldest first."""
    table = pd.read_csv(lexicon_path("abbreviations.csv"), comment="#", dtype={"year": int})
    rows = table.sort_values(["phrase", "year"]).itertuples()
    out = {}
    for row in rows:
        out.setdefault(row.phrase, []).append((row.year, tuple(row.members.split("|"))))
    return out
