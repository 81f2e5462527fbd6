"""The patterns of the lexicon, by name."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content


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
