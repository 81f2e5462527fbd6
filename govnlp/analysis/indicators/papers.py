"""What papers set as tasks and lay down, whatever words say it, and what they tell of all the same."""

import re

from govnlp.analysis.indicators.patterns import pattern
from govnlp.analysis.indicators.periods import last_year
from govnlp.analysis.indicators.statements import GOVERNED
from govnlp.analysis.indicators.status import NOWHERE


def kind_of_paper(title, genre):
    """Kind of a document; law where its title is that of rules, plan where it is that of what is to be done.

    Examples
    --------
    >>> kind_of_paper("茶园管理办法", None), kind_of_paper("茶业振兴行动方案", None)
    ('law', 'plan')
    """
    if pattern("rules").search(title):
        return "law"
    if genre not in ("policy_document", None):
        return genre
    if pattern("headline").search(title):  # of news on a paper
        return "news"
    return "plan" if pattern("plans").search(title) else genre


def is_task(held):
    """Whether a clause of a plan sets what is to be done or reached: nothing that it tells of.

    Parameters
    ----------
    held : Holding
    """
    text, end, section = held.text, held.statement.quantity.end, held.setting.section
    told = _is_told(held) or pattern("base").match(text, end)
    if told or pattern("situation").search(section) or _is_before(held):
        return False
    near = max(held.statement.sentence, held.at - GOVERNED)
    if pattern("tasks").search(text, near, end):
        return True
    moved = section or pattern("to be moved").search(text, near, end)
    apart = text.startswith("的", end)  # 达到30万元的茶厂
    return bool(moved and not apart and pattern("levels").search(text, near, end))


def lays_down(held):
    """Whether a clause of a paper says who is given how much or within what bounds, or stands below such a heading.

    What was given in a year gone by is a fact, unless it is that of who is given (2020年认定的茶厂，给予).

    Parameters
    ----------
    held : Holding
    """
    statement, text = held.statement, held.text
    if statement.signs.last("past") > NOWHERE:
        return False
    if pattern("laid down").search(held.setting.section):
        return True
    granted = pattern("granted").search(text, statement.begin, statement.quantity.end)
    if not granted or _is_told(held):
        return False
    gone = held.years.year and statement.time and _is_before(held)
    return not gone or bool(re.search("[的起]", text[statement.time.start : held.at]))


def is_counted(held):
    """Whether a notice of rules tells of its place (全县参保3万人) rather than laying down.

    Parameters
    ----------
    held : Holding
    """
    notice = held.setting.title.endswith(("通知", "通告", "公告"))
    if not notice or pattern("laid down").search(held.setting.section):
        return False
    end = held.statement.quantity.end
    return bool(pattern("told of its place").search(held.text, held.statement.sentence, end))


def _is_told(held):
    """Whether the words up to a value say that it tells of what is or was."""
    return pattern("told").search(held.text, held.statement.sentence, held.statement.quantity.end)


def _is_before(held):
    """Whether a period is over when a plan is made; in one without a year, whether its clause names a year at all."""
    years, time = held.years, held.statement.time
    first = years.year or (years.plan and years.plan[0])
    if first is None:
        return time is not None and time.first is not None
    return held.period is not None and last_year(held.period) < first
