"""The patterns of the lexicon, by name."""

import re
from functools import cache, lru_cache

from govnlp.lexicons import lexicon_content

HERE = 24  # characters looked at before a number: a clause is seldom longer


@cache
def pattern(name):
    """Regular expression of patterns.yaml.

    Examples
    --------
    >>> pattern("people").search("全县户籍人口")[0]
    '县户籍人口'
    """
    row = lexicon_content("patterns.yaml")["patterns"][name]
    body = row["pattern"] if isinstance(row["pattern"], str) else "|".join(row["pattern"])
    return re.compile(f"(?={row['begins']})(?:{body})" if "begins" in row else body)


def found_before(name, text, at, near=HERE):
    """What a pattern finds among the characters shortly before a place, as a match or None.

    Examples
    --------
    >>> found_before("moved", "全省排名提升3位", 6)[0]
    '提升'
    """
    return pattern(name).search(text, max(0, at - near), at)


@lru_cache
def looks_back(heading):
    """Whether a heading says that what is below it looks back.

    >>> looks_back("一、去年工作的回顾"), looks_back("二、今年工作的安排")
    (True, False)
    """
    return pattern("looking back").search(heading) is not None
