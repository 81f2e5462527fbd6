"""Sizes of what is counted: part of a name (50亿元以上项目5个), and no values of their own."""

import re
from functools import cache, lru_cache

from govnlp.lexicons import lexicon_content

SIDES = ("opening", "own", "after", "before", "gap")


def mark_sizes(tokens, marks, bounds, quantities, text):
    """Make words of the values that are sizes of what is counted.

    Parameters
    ----------
    tokens : list of Token
        Their letters change.
    marks : list of int
        Which of them are values.
    bounds : dict
        Of each value, the first token of its clause and the break that ends it.
    quantities : list of Quantity
    text : str

    Returns
    -------
    list of int
        Which tokens still are values.
    """
    left = []
    for k, i in enumerate(marks):
        begin, end = bounds[i]
        q, previous, following = quantities[tokens[i].value], None, None
        if k and marks[k - 1] >= begin:
            previous = quantities[tokens[marks[k - 1]].value]
        if k + 1 < len(marks) and marks[k + 1] < end:
            following = quantities[tokens[marks[k + 1]].value]
        if _is_size(q, previous, following, text, tokens[begin].start):
            tokens[i].letter, tokens[i].tag = "n", "b"
        else:
            left.append(i)
    return left


@cache
def _rows():
    """Rows of sizes.yaml: kinds, those of both neighbours, signs, patterns by side, and what they decide."""
    content = lexicon_content("sizes.yaml")
    return [
        (
            *(frozenset(row.get(key, ())) for key in ("is", "previous", "next")),
            frozenset(m for name in row.get("marks", ()) for m in content["marks"].get(name, [name])),
            [(i, re.compile(row[side]).match) for i, side in enumerate(SIDES) if side in row],
            row.get("size", True),
        )
        for row in content["rows"]
    ]


def _kinds(kind, base, unit, marks, ranged):
    """What a quantity is, in the words of sizes.yaml."""
    money, limits = base == "元", lexicon_content("sizes.yaml")["marks"]["limits"]
    found = {
        kind: True,
        "money": money,
        "measure": kind == "amount" and not money and base,
        "scaled": money and "元" not in unit,
        "graded": "级" in marks,
        "ungraded": "级" not in marks,
        "range": ranged,
        "plain": kind not in ("share", "rank"),
        "untimed": kind != "duration",
        "free": not set(marks) & set(limits),
    }
    return {name for name, holds in found.items() if holds}


@lru_cache(maxsize=4096)
def _fitting(facts, former, latter):
    """Patterns and decisions of the rows that a quantity may fit, by what it is and by the kinds of its neighbours."""
    kinds, marks = _kinds(*facts), facts[3]
    return [
        (sides, size)
        for wanted, before, after, signs, sides, size in _rows()
        if wanted <= kinds
        and (not signs or not signs.isdisjoint(marks))
        and (not before or former in before)
        and (not after or latter in after)
    ]


def _is_size(q, previous, following, text, begin):
    """Whether a quantity is a size, by the first row of sizes.yaml that fits."""
    left, right, end = previous.end if previous else begin, following.start if following else q.end, len(text)
    spans = ((begin, q.start), (q.start, end), (q.end, end), (left, q.start), (q.end, right))  # of the SIDES
    former, latter = previous.kind if previous else "none", following.kind if following else "none"
    for sides, size in _fitting((q.kind, q.unit_base, q.unit, q.marks, bool(q.high)), former, latter):
        for side, match in sides:
            if not match(text, *spans[side]):
                break
        else:
            return size
    return False
