"""Whether a statement says what was achieved, what is expected or what is aimed at."""

import re
from functools import cache

from govnlp.lexicons import lexicon_content


@cache
def _patterns():
    def any_of(key):
        return "|".join(sorted(lexicon_content("indicators.yaml")[key], key=lambda w: (-len(w), w)))

    return {
        "ahead": re.compile(any_of("ahead")),
        "expected": re.compile(any_of("expected")),
        "past": re.compile(any_of("past")),
        "no_plan": re.compile(any_of("done_plans")),
        "norm": re.compile(any_of("norm")),
    }


def status_of(sentence, part, period, year, clause=""):
    """Status of a statement.

    Parameters
    ----------
    sentence : str
        The sentence up to the value; what it begins with governs later clauses.
    part : str or None
        Part of a work report: review, plan or None.
    period : str or None
        Period of the statement.
    year : int or None
        Year of the document.

    clause : str
        Clause of the value: in a text that is no report, what it lays down (不得超过, 处…罚款) is a norm.

    Returns
    -------
    str
        actual, estimate, target or norm.
    """
    p = _patterns()
    future = period is not None and year is not None and int(period[-4:]) > year
    sentence = p["no_plan"].sub("", sentence)
    ahead = [m.start() for m in p["ahead"].finditer(sentence)]
    expected = [m.start() for m in p["expected"].finditer(sentence)]
    past = [m.start() for m in p["past"].finditer(sentence)]
    if part == "plan":
        return "actual" if period and year and int(period[-4:]) < year and not ahead else "target"
    if expected and (not ahead or ahead[-1] < expected[-1]):
        return "estimate"
    if part == "review":
        return "target" if future else "actual"
    if ahead and (not past or past[-1] < ahead[-1]):
        return "target"
    if part is None and not future and p["norm"].search(clause):
        return "norm"
    return "target" if future else "actual"
