"""Rows of the tables of rules: what a value has to be, patterns over the texts around it, and what follows.

Rows are tried in order, the first that fits decides. Each table says which columns it has, and what a cell asks.
"""

import re
from types import SimpleNamespace
from typing import NamedTuple

from govnlp.text import longest_first

ABOUT = {"example", "note"}  # columns of every table that ask nothing


class Row(NamedTuple):
    """A row: tests of what a value is and of the texts around it, each with its column, and its other cells."""

    facts: list
    texts: list
    cells: object


class Asked(dict):
    """What the tests of a value take, by column; what isn't known is worked out when a row first asks for it."""

    def __init__(self, work_out, **known):
        super().__init__(known)
        self.work_out = work_out

    def __missing__(self, column):
        self[column] = taken = (self.work_out(column),)
        return taken


def read_rows(table, rows, facts, texts, cells):
    """Rows of a table.

    Parameters
    ----------
    table : str
        Its name, for errors.
    rows : list of dict
        Cells by column.
    facts, texts : dict
        Columns that ask what a value is, and what stands around it: column -> what makes a test of a cell.
    cells : dict
        Other columns, with what they hold where a row has none.

    Returns
    -------
    list of Row

    Raises
    ------
    ValueError
        A row has a column that the table doesn't know.

    Examples
    --------
    >>> rows = read_rows("t", [{"kind": ["share"], "after": "率"}], {"kind": any_of}, {"after": matching}, {"size": 1})
    >>> decides(fitting(rows, {"kind": {"share"}}), {"after": ("茶税率", 2)}).cells.size
    1
    """
    known = facts.keys() | texts.keys() | cells.keys() | ABOUT
    for row in rows:
        if unknown := row.keys() - known:
            raise ValueError(
                f"unknown column {min(unknown)!r} in {table}; one of: {', '.join(sorted(known))}"
            )

    def tests(row, columns):
        return [(column, make(row[column])) for column, make in columns.items() if column in row]

    others = (SimpleNamespace(**{k: row.get(k, cell) for k, cell in cells.items()}) for row in rows)
    return [Row(tests(row, facts), tests(row, texts), x) for row, x in zip(rows, others, strict=True)]


def fitting(rows, facts):
    """Rows whose tests of what a value is hold."""
    return [row for row in rows if all(test(facts[column]) for column, test in row.facts)]


def decides(rows, texts):
    """The first row whose tests of texts hold, or None.

    `texts` gives, by column, what the test takes: a text, and where it begins and ends.
    """
    for row in rows:
        for column, test in row.texts:
            if not test(*texts[column]):
                break
        else:
            return row
    return None


def any_of(cell):
    """A test whether one of the words, or the one, of a cell is among others."""
    words = frozenset(cell if isinstance(cell, (list, dict, frozenset)) else [cell])
    return lambda others: not words.isdisjoint(others)


def matching(cell):
    """A test whether a text goes on from a place as a pattern, or one of some words, has it."""
    return _compiled(cell).match


def finding(cell):
    """A test whether a text holds what a pattern, or one of some words, has."""
    return _compiled(cell).search


def _compiled(cell):
    """Regular expression of a cell: one, or a list of words."""
    return re.compile(cell if isinstance(cell, str) else "|".join(longest_first(cell)))
