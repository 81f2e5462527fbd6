"""Names of quantities: the noun phrase that a number says something about, as an analyst would call it."""

import re
from dataclasses import dataclass

from govnlp.analysis.indicators import carried, counts, durations, shares, sums
from govnlp.analysis.indicators.endings import ending
from govnlp.analysis.indicators.ranks import rank_name
from govnlp.analysis.indicators.relations import relation_name
from govnlp.analysis.indicators.subjects import change, lexicon, strip_start

AHEAD = re.compile("[一-鿿]{2,8}")
RULES = (  # the first that applies gives subject and name
    sums.fine_of,
    shares.aimed_at,
    shares.part_of,
    shares.rate_among,
    counts.population,
    sums.invested_in,
    counts.capacity,
    durations.reach,
    durations.since_event,
    durations.term_of,
    sums.subsidy_of,
    counts.order_of,
    counts.changed_things,
    counts.things,
    durations.run_of_years,
    sums.investment_done,
    durations.done_within,
    counts.some_of_them,
    carried.above_or_below,
    carried.at_level,
    sums.grant_of,
    carried.own_phrase,
    carried.bare_noun,
    carried.inherited,
)


@dataclass(slots=True)
class Named:
    """Name of a quantity, the subject that later clauses inherit, direction of change."""

    name: str
    subject: str
    direction: str | None
    inherited: bool = False  # whether the subject is that of the value before
    former: bool = False  # whether a change sets out from the value (由3天缩短到1天)


def name_quantity(c):
    """Name of a quantity from the text before and after it in its clause.

    Parameters
    ----------
    c : Context

    Returns
    -------
    Named
    """
    direction = _direction(c)
    if c.kind == "rank":
        subject, name = rank_name(c)
        return Named(_balanced(name), subject, None)
    if made := relation_name(c.quantity, c.phrase, c.left, c.right, c.before):
        made += ending(c.quantity, made, None, False, c.left) if c.kind == "duration" else ""
        return Named(_balanced(made), c.before or c.phrase, direction)
    subject, name = next(made for rule in RULES if (made := rule(c)))
    verb = c.verb if not c.noun or name != f"{c.verb}{c.noun}" else None  # 减少审批环节 says how it changed
    subject, name = shares.finish_share(c, subject, name)
    if verb in ("新增", "净增") and c.phrase not in ("", verb) and verb not in name:
        name = verb + name
    last = ending(c.quantity, name, verb, c.level, c.left)
    if last in ("占比", "比重"):
        subject += last
    name = (name or _balanced(_stated(c))) + last
    return Named(_balanced(name).lstrip("、和与及的"), subject, direction)


def _direction(c):
    """增长 or 下降 where the text before or after the value says so, else None."""
    verb = c.verb or ("新增" if c.phrase.startswith(("新增", "净增")) else None)
    if verb:
        return "下降" if verb in lexicon()["fall"] or c.quantity.value < 0 else "增长"
    if c.kind == "count" and (m := change().search(c.right.split("、")[0])):
        return "下降" if m[1] in lexicon()["fall"] or "负" in m[0] else "增长"
    return None


def _stated(c):
    """The words around a value that nothing else names."""
    raw = change().sub("", c.left.strip("、)"))[-8:]
    told = AHEAD.match(c.right) if c.kind in ("count", "share") else None
    if told and told[0].startswith(tuple(lexicon()["rise"] | lexicon()["fall"])):
        told = None
    return strip_start(raw) or (told[0] if told else raw.removesuffix("用")) or c.right[:8]


def _balanced(name):
    """Name without quotation marks that lost their other half."""
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")
