"""Names that need the subject of the value before: bare verbs and nouns, levels of government."""

import re

from govnlp.analysis.indicators.relations import can_own
from govnlp.analysis.indicators.subjects import BARE, is_verbal, lexicon, strip_end

ABOVE = ("高于", "低于", "快于", "好于", "高出")
GROWN = re.compile("(?<=.)(?:播种|种植|栽培|养殖)$")  # 粮食播种(面积) as the owner of 产量


def above_or_below(c):
    """Subject and name of a distance from another figure (高于全市0.8个百分点)."""
    if c.phrase.startswith(ABOVE) and "百分点" in c.quantity.unit:
        return c.before, f"{c.before}{c.phrase}幅度"
    return None


def at_level(c):
    """Subject and name of the same things at another level of government (全国文明村9个、省级67个)."""
    if c.phrase not in lexicon()["levels"]:
        return None
    levels = "|".join(sorted(lexicon()["levels"] | {"全国"}, key=lambda w: (-len(w), w)))
    changed, n = re.subn(levels, c.phrase, c.before, count=1)
    return (changed if n else c.phrase + c.before,) * 2


def own_phrase(c):
    """Subject and name of a value whose phrase says enough by itself, or with what a bare verb was done to."""
    if not c.phrase or is_generic(c.phrase) or c.phrase.startswith("占"):
        return None
    return (_with_object(c.phrase, c.before),) * 2


def bare_noun(c):
    """Subject and name of a noun that is cut off its phrase (率, 人数)."""
    if c.phrase not in BARE or c.phrase in lexicon()["totals"]:
        return None
    return ((c.before or c.left.strip("、")[-8:].removesuffix(c.phrase)) + c.phrase,) * 2


def inherited(c):
    """Subject and name of a value that belongs to the subject before (总量, 规模, or nothing)."""
    phrase, before = c.phrase, c.before
    subject = before or phrase
    if phrase in lexicon()["totals"]:
        subject = subject.removeprefix("新增").removeprefix("净增")
    earned = phrase in lexicon()["earnings"] and before.startswith(tuple(lexicon()["verbs"]))
    apart = earned or not can_own(before, phrase) or (phrase and phrase in before)
    owner = subject if before and not apart else ""
    if phrase in lexicon()["measures"]:
        owner = GROWN.sub("", strip_end(owner, "measures"))
    return subject, owner + phrase.removesuffix("的")


def is_generic(phrase):
    """Whether a phrase says nothing without an owner: 总量, 规模, 总量规模."""
    generic, totals = lexicon()["generic"], lexicon()["totals"]
    return phrase in generic or any(phrase.startswith(w) and phrase[len(w) :] in generic for w in totals)


def _with_object(phrase, before):
    """A bare verb with what it was done to (排查隐患90处,整改88处: 隐患整改)."""
    verbs = lexicon()["verbs"]
    if (
        not before
        or phrase not in lexicon()["outcomes"] | {"新增", "净增"}
        or phrase in before
        or is_verbal(before)
    ):
        return phrase
    verb = next((v for v in sorted(verbs, key=lambda w: (-len(w), w)) if before.startswith(v)), "")
    noun = before[len(verb) :]
    return phrase + noun if phrase in ("新增", "净增") else noun + phrase
