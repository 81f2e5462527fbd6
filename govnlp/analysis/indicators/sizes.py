"""Sizes of what is counted: part of a name (50亿元以上项目5个), and no values of their own."""

from functools import cache, lru_cache

from govnlp.analysis.indicators.rows import any_of, matching, read_rows
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
def _table():
    """Table of sizes.yaml."""
    content = lexicon_content("sizes.yaml")

    def signs(names):
        return any_of([m for name in names for m in content["marks"].get(name, [name])])

    facts = dict.fromkeys(("previous", "next"), any_of)
    facts |= {"is": lambda kinds: frozenset(kinds).issubset, "marks": signs}
    return read_rows("sizes.yaml", content["rows"], facts, dict.fromkeys(SIDES, matching), {"size": True})


@lru_cache(maxsize=4096)
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
    return frozenset(name for name, holds in found.items() if holds)


def _is_size(q, previous, following, text, begin):
    """Whether a quantity is a size, by the first row of sizes.yaml that fits."""
    before, after = ((x.kind if x else "none",) for x in (previous, following))
    kinds = _kinds(q.kind, q.unit_base, q.unit, q.marks, bool(q.high))
    facts = {"is": kinds, "marks": q.marks, "previous": before, "next": after}
    spans = {
        "opening": (text, begin, q.start),
        "own": (text, q.start),
        "after": (text, q.end),
        "before": (text, previous.end if previous else begin, q.start),
        "gap": (text, q.end, following.start if following else q.end),
    }
    row = _table().decide(facts, spans)
    return row is not None and row.cells.size
