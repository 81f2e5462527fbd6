"""Names of ranks (排名, 位居)."""

import re

from govnlp.analysis.indicators.carried import is_generic
from govnlp.analysis.indicators.objects import object_of
from govnlp.analysis.indicators.relations import PACES
from govnlp.analysis.indicators.subjects import lexicon, strip_end

RANKED = (*PACES, "增量", "得分", "成绩", "占比", "数量")
AMONG = re.compile("(?:[稳跃位均]?居|位列|名列|排名|排在|排)(.{2,10})$")  # 居副省级城市(第2位)
RANKS = re.compile("[均中里内上]*(?:位列|名列|位居|排|居|(?<![系序行])列)?[均中里内上]*$")


def rank_name(c):
    """Subject and name of a rank.

    Parameters
    ----------
    c : Context

    Returns
    -------
    tuple of str
    """
    scopes = sorted(lexicon()["scopes"], key=lambda w: (-len(w), w))
    phrase = c.phrase
    for word in scopes:
        phrase = phrase.removesuffix(word)
    phrase = RANKS.sub("", strip_end(phrase, "tail"))
    among = AMONG.match(phrase)
    phrase = phrase if len(phrase) > 1 and not among else ""
    if c.right.startswith("的") and not c.before and (noun := object_of(c.right)[0]):
        phrase = noun
    scope = re.findall("|".join(scopes), c.left)
    owned = not phrase or is_generic(phrase) or phrase in RANKED
    subject = c.before + phrase if owned and phrase not in c.before else phrase or c.before
    scope = among[1] if among else scope[-1] if scope and scope[-1] not in subject else ""
    return c.before or phrase, f"{subject}{scope}排名"
